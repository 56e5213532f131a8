// Numbers in figures that the house writes in words.
#include <unicode/uchar.h>

#include <algorithm>

#include "prose/hint_kinds.hpp"
#include "prose/words.hpp"

namespace dais::prose {
namespace {

bool has_digit(std::string_view word) {
    for (std::size_t at = 0; at < word.size();) {
        const auto here = character_at(word, at);
        if (u_isdigit(static_cast<UChar32>(here.code))) return true;
        at += here.size;
    }
    return false;
}

// 1 to 9 where the word is that figure alone, else 0.
std::size_t figure(std::string_view word) {
    const auto here = character_at(word, 0);
    if (here.size == 0 || here.size != word.size()) return 0;
    const auto value = u_charDigitValue(static_cast<UChar32>(here.code));
    return value > 0 ? static_cast<std::size_t>(value) : 0;
}

// The first character of a gap, or the last, that is no space.
char32_t mark_after(std::string_view gap) {
    for (std::size_t at = 0; at < gap.size();) {
        const auto here = character_at(gap, at);
        if (!is_white_space(here.code)) return here.code;
        at += here.size;
    }
    return 0;
}

char32_t mark_before(std::string_view gap) {
    for (std::size_t at = gap.size(); at > 0;) {
        const auto here = character_before(gap, at);
        if (!is_white_space(here.code)) return here.code;
        at -= here.size;
    }
    return 0;
}

// %, ‰, °, €, №, § and the like.
bool is_sign(char32_t c) {
    const auto type = u_charType(static_cast<UChar32>(c));
    return c == U'%' || c == U'‰' || c == U'٪' || c == U'§' || c == U'#' || type == U_CURRENCY_SYMBOL ||
           type == U_MATH_SYMBOL || type == U_OTHER_SYMBOL || type == U_MODIFIER_SYMBOL;
}

// A figure in a sentence stands between spaces, or before a mark that spaces follow: not "(3)", "3:15",
// "2.5".
bool stands_in_sentence(const HintText& text, std::size_t i) {
    const auto before = text.gap_before(i);
    const auto after = text.gap_after(i);
    if (!before.empty() && !is_white_space(character_before(before, before.size()).code)) return false;
    if (before.empty() && i > 0) return false;
    if (is_sign(mark_before(before)) || is_sign(mark_after(after))) return false;
    const auto next = character_at(after, 0);
    if (next.size == 0 && i + 1 < text.tokens().size()) return false;
    if (next.size == 0 || is_white_space(next.code)) return true;
    if (!ends_sentence(after.substr(0, next.size)) && !has_comma(after.substr(0, next.size)) &&
        next.code != U';') {
        return false;
    }
    const auto behind = character_at(after, next.size);
    if (behind.size != 0 && !is_white_space(behind.code)) return false;
    return !(i == 0 && next.code == U'.');  // "1. The first point"
}

// "2, 3 and 5", "1 to 4", "3 of the 15": numbers that belong together are written alike.
bool stands_in_list(const HintText& text, const NumberRule& rule, std::size_t i) {
    const auto& tokens = text.tokens();
    const auto is_numeral = [&](std::size_t k) { return has_digit(text.word(k)); };
    std::size_t k = i;
    while (k > 0 && rule.joiners.contains(tokens[k - 1].folded)) --k;
    if (k > 0 && is_numeral(k - 1)) return true;
    k = i + 1;
    while (k < tokens.size() && rule.joiners.contains(tokens[k].folded)) ++k;
    return k < tokens.size() && is_numeral(k);
}

// A word with a capital makes a name of it: "Goal 5", "Chamber 3". Not where another word will stand there.
bool is_named(const HintText& text, std::size_t i, const std::vector<Hint>& found, std::size_t ordered) {
    if (i == 0 || text.begins_sentence(i - 1) || !is_blank(text.gap_before(i))) return false;
    const auto written = text.case_of_word(i - 1);
    if (written == Case::small || written == Case::none) return false;
    const auto at = text.tokens()[i - 1].range.from;
    return std::none_of(
        found.begin(), found.begin() + static_cast<std::ptrdiff_t>(ordered),
        [&](const Hint& hint) { return !hint.write.empty() && hint.range.from <= at && at < hint.range.to; });
}

}  // namespace

void find_numbers(const HintText& text, const HintRules& rules, std::vector<Hint>& found) {
    if (!rules.numbers) return;
    const auto& rule = *rules.numbers;
    const auto& tokens = text.tokens();
    const auto ordered = found.size();
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (!tokens[i].number || text.in_quotation(i)) continue;
        const auto value = figure(text.word(i));
        if (value == 0 || !stands_in_sentence(text, i) || stands_in_list(text, rule, i)) continue;
        if (i > 0 && rule.not_after.contains(tokens[i - 1].folded)) continue;
        if (i + 1 < tokens.size() && rule.not_before.contains(tokens[i + 1].folded)) continue;
        if (is_named(text, i, found, ordered)) continue;
        auto write = rule.words.empty() ? std::string() : rule.words[value - 1];
        if (!write.empty() && text.begins_sentence(i)) write = with_capital(write);
        found.push_back({text.range(i, 1), Hint::Kind::number, rule.say, std::move(write)});
    }
}

}  // namespace dais::prose
