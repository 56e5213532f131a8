#include "prose/snippets.hpp"

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

#include "base/text.hpp"
#include "prose/find.hpp"
#include "prose/keys.hpp"
#include "prose/words.hpp"

namespace dais::prose {
namespace {

constexpr std::string_view stop = "{}";

// One word as words are cut, so that it can be found again in a text.
bool is_one_word(std::string_view text) {
    if (text.empty() || base::first_bad_utf8(text)) return false;
    for (std::size_t at = 0; at < text.size();) {
        const auto here = character_at(text, at);
        if (!is_word_character(here.code)) return false;
        at += here.size;
    }
    const auto pieces = pieces_of(text);
    return pieces.size() == 1 && pieces.front().kind == Piece::Kind::word;
}

std::size_t stops_in(std::string_view text) {
    std::size_t count = 0;
    for (auto at = text.find(stop); at != std::string_view::npos; at = text.find(stop, at + stop.size())) {
        ++count;
    }
    return count;
}

// The word that ends at the end of the text, no longer than a short form can be: letters and digits, and of
// those that stand together the last word, as in a language that puts no spaces between words.
std::string_view last_word(std::string_view text) {
    auto from = text.size();
    while (from > 0 && text.size() - from <= Snippets::max_short_bytes) {
        const auto before = character_before(text, from);
        if (!is_word_character(before.code)) break;
        from -= before.size;
    }
    const auto run = text.substr(from);
    if (run.empty() || run.size() > Snippets::max_short_bytes) return {};
    const auto pieces = pieces_of(run);
    return part(run, pieces.back().range);
}

// The short form with a small first letter.
std::string uncapitalised(std::string_view text) {
    const auto first = character_at(text, 0);
    std::string result;
    icu::UnicodeString(u_tolower(static_cast<UChar32>(first.code))).toUTF8String(result);
    result += text.substr(first.size);
    return result;
}

Snippets::Expansion expanded(std::string_view text, Range range, std::string_view long_form) {
    Snippets::Expansion result;
    std::vector<std::size_t> stops;
    auto& put_in = result.edit.text;
    for (std::size_t at = 0; at < long_form.size();) {
        const auto next = std::min(long_form.find(stop, at), long_form.size());
        put_in += long_form.substr(at, next - at);
        if (next < long_form.size()) stops.push_back(range.from + put_in.size());
        at = next + stop.size();
    }
    result.edit.range = range;
    // A long form that ends with a space, and not with the caret's place behind it, brings the space that may
    // be there already.
    const auto end = range.from + put_in.size();
    const bool goes_on = stops.empty() || stops.back() != end;
    if (goes_on && put_in.ends_with(' ') && range.to < text.size() && text[range.to] == ' ') {
        ++result.edit.range.to;
    }
    if (stops.empty()) stops.push_back(end);
    result.edit.caret = stops.front();
    result.stops.assign(stops.begin() + 1, stops.end());
    return result;
}

}  // namespace

base::Result<Snippets> Snippets::from(const std::map<std::string, std::string>& map) {
    if (map.size() > max_snippets) {
        return base::Error{"too_many", fmt::format("There are more than {} snippets.", max_snippets)};
    }
    Keys keys(map, "the snippets");
    Snippets made;
    for (const auto& [short_form, _] : map) {
        if (short_form.size() > max_short_bytes) {
            return keys.error(short_form.substr(0, 16) + "…", "bad_short",
                              fmt::format("the short form has more than {} bytes", max_short_bytes));
        }
        if (!is_one_word(short_form)) {
            return keys.error(
                short_form, "bad_short",
                "the short form is not one word of letters and digits, without spaces and marks");
        }
        auto long_form = keys.text(short_form);
        if (!long_form) return long_form.error();
        const auto stops = stops_in(*long_form);
        if (long_form->size() == stops * stop.size()) {
            return keys.error(short_form, "wrong_value", "the long form has no text");
        }
        if (stops > max_stops) {
            return keys.error(short_form, "wrong_value",
                              fmt::format("there are more than {} {{}}", max_stops));
        }
        made.long_forms_.emplace(short_form, *std::move(long_form));
    }
    return made;
}

Snippets Snippets::with(const Snippets& others) const {
    Snippets result = others;
    result.long_forms_.insert(long_forms_.begin(), long_forms_.end());
    return result;
}

std::optional<Snippets::Expansion> Snippets::expand(std::string_view text, std::size_t caret) const {
    if (caret > text.size() || is_word_character(character_at(text, caret).code)) return std::nullopt;
    const auto word = last_word(text.substr(0, caret));
    if (word.empty()) return std::nullopt;
    const Range range{caret - word.size(), caret};
    if (const auto found = long_forms_.find(std::string(word)); found != long_forms_.end()) {
        return expanded(text, range, found->second);
    }
    const auto small = uncapitalised(word);
    const auto found = small == word ? long_forms_.end() : long_forms_.find(small);
    if (found == long_forms_.end()) return std::nullopt;
    return expanded(text, range, with_capital_of(word, found->second));
}

}  // namespace dais::prose
