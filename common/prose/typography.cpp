#include "prose/typography.hpp"

#include <unicode/uchar.h>

#include <algorithm>

#include "prose/keys.hpp"
#include "prose/words.hpp"

namespace dais::prose {
namespace {

using Texts = std::vector<std::string>;

bool has(const Texts& texts, std::string_view text) {
    return std::find(texts.begin(), texts.end(), text) != texts.end();
}

bool ends_with_any(std::string_view text, const Texts& endings) {
    return std::any_of(endings.begin(), endings.end(),
                       [&](const std::string& ending) { return text.ends_with(ending); });
}

// No letter or digit before the end: a word can begin there.
bool word_may_begin(std::string_view left) {
    return !is_word_character(character_before(left, left.size()).code);
}

// A quotation was opened and not closed since. Where the mark that closes it is an apostrophe as well, it
// does not close in the middle of a word.
bool is_open(std::string_view left, std::string_view open, std::string_view close, bool is_apostrophe) {
    if (open.empty() || close.empty()) return false;
    const auto opened = left.rfind(open);
    if (opened == std::string_view::npos) return false;
    for (auto at = left.find(close, opened + open.size()); at != std::string_view::npos;
         at = left.find(close, at + close.size())) {
        if (!is_apostrophe || !is_word_character(character_at(left, at + close.size()).code)) return false;
    }
    return true;
}

// A border between characters, at or before `at`.
std::size_t character_border(std::string_view text, std::size_t at) {
    while (at > 0 && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80) --at;
    return at;
}

}  // namespace

base::Result<Typography> Typography::from(const std::map<std::string, std::string>& map) {
    Keys keys(map, "the typography");
    Typography made;
    const std::pair<const char*, std::string*> texts[] = {
        {"quotes.open", &made.quotes_.open},
        {"quotes.close", &made.quotes_.close},
        {"quotes.inner_open", &made.quotes_.inner_open},
        {"quotes.inner_close", &made.quotes_.inner_close},
        {"quotes.single_open", &made.quotes_.single_open},
        {"quotes.apostrophe", &made.quotes_.apostrophe},
        {"space.no_break", &made.no_break_},
    };
    for (const auto& [key, place] : texts) {
        auto value = keys.text(key);
        if (!value) return value.error();
        *place = *std::move(value);
    }
    Texts from;
    Texts to;
    const std::pair<const char*, Texts*> lists[] = {
        {"quotes.opens_after", &made.quotes_.opens_after},
        {"replace.from", &from},
        {"replace.to", &to},
        {"space.before", &made.before_},
        {"space.not_after", &made.not_after_},
        {"space.after", &made.after_},
        {"space.units", &made.units_},
    };
    for (const auto& [key, place] : lists) {
        auto values = keys.several(key);
        if (!values) return values.error();
        *place = *std::move(values);
    }
    if (from.size() != to.size()) {
        return keys.error("replace.to", "wrong_value", "it must have as many texts as replace.from");
    }
    auto turns = keys.text("quotes.turns");
    if (!turns) return turns.error();
    if (*turns != "yes" && *turns != "no") {
        return keys.error("quotes.turns", "wrong_value", "expected \"yes\" or \"no\"");
    }
    made.quotes_.turns = *turns == "yes";
    for (std::size_t i = 0; i < from.size(); ++i) made.replacements_.emplace_back(from[i], to[i]);
    std::stable_sort(made.replacements_.begin(), made.replacements_.end(),
                     [](const auto& a, const auto& b) { return a.first.size() > b.first.size(); });
    if (map.contains("hint.paragraph")) {
        auto hint = keys.text("hint.paragraph");
        if (!hint) return hint.error();
        made.paragraph_hint_ = *std::move(hint);
    }
    if (auto done = keys.nothing_left(); !done) return done.error();
    return made;
}

std::optional<Edit> Typography::after(std::string_view text, std::size_t caret,
                                      std::string_view typed) const {
    if (typed.empty() || typed.size() > max_typed_bytes || caret > text.size()) return std::nullopt;
    const auto left_now = text.substr(0, caret);
    if (!left_now.ends_with(typed)) return std::nullopt;
    std::string left(left_now.substr(0, caret - typed.size()));
    for (std::size_t at = 0; at < typed.size();) {
        const auto here = character_at(typed, at);
        take_character(left, typed.substr(at, here.size));
        at += here.size;
    }
    if (left == left_now) return std::nullopt;
    const auto same = std::mismatch(left.begin(), left.end(), left_now.begin(), left_now.end());
    const auto from = character_border(left_now, static_cast<std::size_t>(same.second - left_now.begin()));
    const auto from_left = character_border(left, static_cast<std::size_t>(same.first - left.begin()));
    const auto begin = std::min(from, from_left);
    return Edit{{begin, caret}, left.substr(begin), left.size()};
}

void Typography::take_character(std::string& left, std::string_view typed) const {
    left += typed;
    if (typed == "\"" || typed == "'") set_quote(left);
    replace(left);
    if (no_break_.empty()) return;
    bind_unit(left, typed);
    bind_to_mark(left, typed);
    if (typed == " ") bind_to_word(left);
}

bool Typography::opens_at_end_of(std::string_view left) const {
    const auto before = character_before(left, left.size());
    if (before.size == 0 || is_white_space(before.code)) return true;
    const auto follows = [&](const std::string& open) { return !open.empty() && left.ends_with(open); };
    return ends_with_any(left, quotes_.opens_after) || follows(quotes_.open) || follows(quotes_.inner_open);
}

std::string Typography::double_quote(std::string_view left) const {
    const auto& [open, close, inner_open, inner_close, single_open, apostrophe, opens_after, turns] = quotes_;
    const bool outer = is_open(left, open, close, close == apostrophe);
    if (opens_at_end_of(left) || (turns && !outer)) return outer ? inner_open : open;
    const bool inner = outer && is_open(left, inner_open, inner_close, inner_close == apostrophe);
    return inner ? inner_close : close;
}

std::string Typography::single_quote(std::string_view left) const {
    const bool closed = !is_open(left, quotes_.single_open, quotes_.apostrophe, !quotes_.turns);
    const bool opens = opens_at_end_of(left) || (quotes_.turns && closed);
    return opens && !quotes_.single_open.empty() ? quotes_.single_open : quotes_.apostrophe;
}

// The quote at the end, which was typed straight.
void Typography::set_quote(std::string& left) const {
    const char straight = left.back();
    left.pop_back();
    const auto set = straight == '"' ? double_quote(left) : single_quote(left);
    left += set.empty() ? std::string(1, straight) : set;
}

void Typography::replace(std::string& left) const {
    for (const auto& [from, to] : replacements_) {
        if (!left.ends_with(from)) continue;
        left.replace(left.size() - from.size(), from.size(), to);
        return;
    }
}

void Typography::bind_to_mark(std::string& left, std::string_view typed) const {
    if (!has(before_, typed) || !left.ends_with(typed)) return;
    const auto at = left.size() - typed.size();
    const auto until = std::string_view(left).substr(0, at);
    const auto before = character_before(left, at);
    if (before.code == U' ') {
        // What follows a space that begins the text, or two of them, was meant otherwise.
        if (at > 1 && !is_white_space(character_before(left, at - 1).code))
            left.replace(at - 1, 1, no_break_);
        return;
    }
    if (before.size == 0 || is_white_space(before.code) || ends_with_any(until, before_) ||
        ends_with_any(until, not_after_) || ends_with_any(until, quotes_.opens_after)) {
        return;
    }
    left.insert(at, no_break_);
}

void Typography::bind_to_word(std::string& left) const {
    if (!left.ends_with(' ')) return;
    const auto until = std::string_view(left).substr(0, left.size() - 1);
    for (const auto& word : after_) {
        if (!until.ends_with(word) || !word_may_begin(until.substr(0, until.size() - word.size()))) continue;
        left.replace(left.size() - 1, 1, no_break_);
        return;
    }
}

// "10 km" becomes one when what is typed ends the unit, or is the end of one that is no word ("%").
void Typography::bind_unit(std::string& left, std::string_view typed) const {
    if (is_word_character(character_at(typed, 0).code) || !left.ends_with(typed)) return;
    for (const auto end : {left.size() - typed.size(), left.size()}) {
        const auto until = std::string_view(left).substr(0, end);
        for (const auto& unit : units_) {
            if (!until.ends_with(unit) || unit.size() + 2 > until.size()) continue;
            const auto space = until.size() - unit.size() - 1;
            if (left[space] != ' ' || !u_isdigit(static_cast<UChar32>(character_before(left, space).code)))
                continue;
            left.replace(space, 1, no_break_);
            return;
        }
    }
}

}  // namespace dais::prose
