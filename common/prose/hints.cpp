#include "prose/hints.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "prose/hint_kinds.hpp"
#include "prose/hint_text.hpp"
#include "prose/words.hpp"

namespace dais::prose {
namespace {

// In order and without overlaps.
void settle(std::vector<Hint>& found) {
    std::stable_sort(found.begin(), found.end(), [](const Hint& a, const Hint& b) {
        return a.range.from != b.range.from ? a.range.from < b.range.from : a.range.to > b.range.to;
    });
    std::size_t end = 0;
    std::erase_if(found, [&](const Hint& hint) {
        if (hint.range.from < end) return true;
        end = hint.range.to;
        return false;
    });
}

// Words end between letters nearly always; where ICU sees it otherwise there is no hint.
void keep_between_letters(std::string_view text, std::vector<Hint>& found) {
    if (found.empty()) return;
    const auto borders = letter_borders(text);
    const auto is_border = [&](std::size_t at) {
        return std::binary_search(borders.begin(), borders.end(), at);
    };
    std::erase_if(found,
                  [&](const Hint& hint) { return !is_border(hint.range.from) || !is_border(hint.range.to); });
}

}  // namespace

std::vector<Hint> hints(std::string_view text, const HintRules& rules, const Introduced& introduced) {
    std::vector<Hint> found;
    if (text.size() > max_text_bytes || base::first_bad_utf8(text)) return found;
    const HintText paragraph(text, rules.quotations);
    find_words(paragraph, rules, found);
    find_suffixes(paragraph, rules, found);
    find_reporting(paragraph, rules, found);
    settle(found);
    // After the others, because a number is looked at beside the words that will stand there.
    find_numbers(paragraph, rules, found);
    find_abbreviations(paragraph, rules, introduced, found);
    settle(found);
    keep_between_letters(text, found);
    if (found.size() > max_hints) found.resize(max_hints);
    return found;
}

std::string with_proposals(std::string_view text, const std::vector<Hint>& hints) {
    std::string result;
    std::size_t at = 0;
    for (const auto& hint : hints) {
        if (hint.write.empty()) continue;
        result += text.substr(at, hint.range.from - at);
        result += hint.write;
        at = hint.range.to;
    }
    result += text.substr(at);
    return result;
}

}  // namespace dais::prose
