#include "prose/find.hpp"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

#include "base/text.hpp"
#include "prose/folding.hpp"
#include "prose/words.hpp"

namespace dais::prose {
namespace {

// Places of a text in order, looked up.
class Places {
  public:
    explicit Places(std::vector<std::size_t> places) : places_(std::move(places)) {}

    [[nodiscard]] bool has(std::size_t at) const {
        return std::binary_search(places_.begin(), places_.end(), at);
    }
    [[nodiscard]] std::size_t at_or_after(std::size_t at) const {
        return *std::lower_bound(places_.begin(), places_.end(), at);
    }
    [[nodiscard]] std::size_t at_or_before(std::size_t at) const {
        return *(std::upper_bound(places_.begin(), places_.end(), at) - 1);
    }

  private:
    std::vector<std::size_t> places_;
};

std::vector<std::size_t> word_borders(std::string_view text) {
    std::vector<std::size_t> borders{0};
    for (const auto& piece : pieces_of(text)) borders.push_back(piece.range.to);
    return borders;
}

// Where a folded text has its places in the original: one of the two borders of a match.
class Way {
  public:
    Way(std::string_view text, const Folded& folded) : folded_(folded), letters_(letter_borders(text)) {}

    // The letters of the original from which bytes [from, to) of the folded text came, if they came from
    // whole letters.
    [[nodiscard]] bool range_of(std::size_t from, std::size_t to, Range& range) const {
        range.from = letters_.at_or_before(folded_.origin[from]);
        range.to = letters_.at_or_after(folded_.origin[to - 1] + 1);
        return first_at_or_after(range.from) == from && first_at_or_after(range.to) == to;
    }

  private:
    // The first byte of the folded text that came from there or later.
    [[nodiscard]] std::size_t first_at_or_after(std::size_t place) const {
        const auto& origin = folded_.origin;
        return static_cast<std::size_t>(std::lower_bound(origin.begin(), origin.end(), place) -
                                        origin.begin());
    }

    const Folded& folded_;
    Places letters_;
};

// The ranges among all occurrences of the needle that `accept` takes, each behind the one before.
template <class Accept>
std::vector<Range> occurrences(std::string_view text, std::string_view needle, Accept&& accept) {
    std::vector<Range> found;
    for (auto at = text.find(needle); at != std::string_view::npos;) {
        Range range;
        const bool taken = accept(at, at + needle.size(), range);
        if (taken) found.push_back(range);
        at = text.find(needle, at + (taken ? needle.size() : 1));
    }
    return found;
}

bool is_upper(char32_t c) {
    return u_isUUppercase(static_cast<UChar32>(c)) || u_istitle(static_cast<UChar32>(c));
}

// The first letter or digit, and where it stands.
Character first_letter(std::string_view text, std::size_t& at) {
    for (at = 0; at < text.size();) {
        const auto here = character_at(text, at);
        if (is_word_character(here.code)) return here;
        at += here.size;
    }
    return {};
}

}  // namespace

base::Result<Needle> Needle::from(std::string_view text, FindOptions options) {
    if (text.size() > max_needle_bytes) {
        return base::Error{
            "too_long", "What is looked for has more than " + std::to_string(max_needle_bytes) + " bytes."};
    }
    if (base::first_bad_utf8(text)) return base::Error{"not_text", "What is looked for is not UTF-8."};
    auto made = options.exact ? std::string(text) : folded(text);
    if (made.empty()) return base::Error{"empty", "There is nothing to look for."};
    return Needle(std::move(made), options);
}

std::vector<Range> Needle::find(std::string_view text) const {
    Folded fold;
    if (!options_.exact) fold = folded_with_origins(text);
    const std::string_view searched = options_.exact ? text : std::string_view(fold.text);
    if (searched.find(text_) == std::string_view::npos)
        return {};  // most paragraphs, and nothing to break up

    const Places words(options_.whole_words ? word_borders(text) : std::vector<std::size_t>());
    const auto is_whole = [&](Range range) {
        return !options_.whole_words || (words.has(range.from) && words.has(range.to));
    };
    if (options_.exact) {
        const Places letters(letter_borders(text));
        return occurrences(text, text_, [&](std::size_t from, std::size_t to, Range& range) {
            range = {from, to};
            return letters.has(from) && letters.has(to) && is_whole(range);
        });
    }
    const Way way(text, fold);
    return occurrences(searched, text_, [&](std::size_t from, std::size_t to, Range& range) {
        return way.range_of(from, to, range) && is_whole(range);
    });
}

std::string with_capital_of(std::string_view original, std::string_view text) {
    std::size_t at = 0;
    if (!is_upper(first_letter(original, at).code)) return std::string(text);
    const auto first = first_letter(text, at);
    std::string result(text.substr(0, at));
    icu::UnicodeString(u_totitle(static_cast<UChar32>(first.code))).toUTF8String(result);
    if (first.size == 0) return std::string(text);
    result += text.substr(at + first.size);
    return result;
}

base::Result<Replaced> replace_all(std::string_view text, const Needle& needle,
                                   const Replacement& replacement) {
    Replaced result;
    std::size_t done = 0;
    for (const auto& range : needle.find(text)) {
        result.text += text.substr(done, range.from - done);
        result.text += replacement.keep_capital ? with_capital_of(part(text, range), replacement.text)
                                                : replacement.text;
        ++result.count;
        done = range.to;
        if (result.text.size() > max_text_bytes) break;
    }
    result.text += text.substr(done);
    if (result.count > 0 && result.text.size() > max_text_bytes) {
        return base::Error{"too_long", "With all replaced, the paragraph would have more than " +
                                           std::to_string(max_text_bytes) + " bytes."};
    }
    return result;
}

}  // namespace dais::prose
