#include "prose/hint_text.hpp"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

#include "prose/words.hpp"

namespace dais::prose {
namespace {

template <class Holds>
bool any_character(std::string_view text, Holds holds) {
    for (std::size_t at = 0; at < text.size();) {
        const auto here = character_at(text, at);
        if (holds(here.code)) return true;
        at += here.size;
    }
    return false;
}

bool joins(char32_t c) {
    return c == U'/' || c == U'_' || c == U'@' || c == U'&' ||
           u_charType(static_cast<UChar32>(c)) == U_DASH_PUNCTUATION;
}

}  // namespace

bool is_blank(std::string_view gap) {
    return !any_character(gap, [](char32_t c) { return !is_white_space(c); });
}

// Marks of any script that Unicode counts among those: . ! ? 。 ؟ and others.
bool ends_sentence(std::string_view gap) {
    return any_character(gap, [](char32_t c) {
        return u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_S_TERM) != 0 || c == U'.';
    });
}

bool has_comma(std::string_view gap) {
    return any_character(gap, [](char32_t c) { return c == U',' || c == U'،' || c == U'，' || c == U'、'; });
}

std::string with_capital(std::string_view text) {
    auto units = icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
    std::string result;
    if (units.isEmpty()) return result;
    const UChar32 first = units.char32At(0);
    units.replace(0, U16_LENGTH(first), u_totitle(first));
    return units.toUTF8String(result);
}

HintText::HintText(std::string_view text, const std::vector<std::pair<std::string, std::string>>& quotations)
    : text_(text), tokens_(tokens_of(text)), quoted_(tokens_.size(), false) {
    find_quotations(quotations);
}

// A quotation that nothing closes is none: a mark too many must not silence the rest of the paragraph.
void HintText::find_quotations(const std::vector<std::pair<std::string, std::string>>& quotations) {
    std::size_t token = 0;
    for (std::size_t at = 0; at < text_.size(); ++at) {
        for (const auto& [open, close] : quotations) {
            if (!text_.substr(at).starts_with(open)) continue;
            const auto end = text_.find(close, at + open.size());
            if (end == std::string_view::npos) continue;
            for (; token < tokens_.size() && tokens_[token].range.from < end; ++token) {
                if (tokens_[token].range.from > at) quoted_[token] = true;
            }
            at = end + close.size() - 1;
            break;
        }
    }
}

std::string_view HintText::gap_before(std::size_t i) const {
    const auto from = i == 0 ? 0 : tokens_[i - 1].range.to;
    const auto to = i == tokens_.size() ? text_.size() : tokens_[i].range.from;
    return text_.substr(from, to - from);
}

bool HintText::begins_sentence(std::size_t i) const {
    return i == 0 || ends_sentence(gap_before(i));
}

bool HintText::stands_free(std::size_t first, std::size_t last) const {
    const auto before = gap_before(first);
    const auto after = gap_after(last);
    return !joins(character_before(before, before.size()).code) && !joins(character_at(after, 0).code);
}

std::size_t HintText::match(const Phrase& phrase, std::size_t i) const {
    if (phrase.beginning) return tokens_[i].folded.starts_with(phrase.words.front()) ? 1 : 0;
    const auto count = phrase.words.size();
    if (i + count > tokens_.size()) return 0;
    for (std::size_t k = 0; k < count; ++k) {
        if (k > 0 && !is_blank(gap_before(i + k))) return 0;
        if (phrase.exact) {
            if (word(i + k) != phrase.words[k]) return 0;
            continue;
        }
        if (tokens_[i + k].folded != phrase.words[k]) return 0;
        // "US" is not "us": words in capitals are other words.
        if (case_of_word(i + k) == Case::capitals) return 0;
    }
    return count;
}

}  // namespace dais::prose
