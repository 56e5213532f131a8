// Abbreviations that stand in a record before they were introduced.
#include <algorithm>

#include "base/text.hpp"
#include "prose/hint_kinds.hpp"
#include "prose/words.hpp"

namespace dais::prose {
namespace {

// "OHCHR" of "OHCHR" and "NGO" of "NGOs"; nothing for what is no abbreviation.
std::string_view abbreviation_in(std::string_view word) {
    const auto written = case_of(word);
    if (written == Case::capitals) return word;
    if (written != Case::mixed) return {};
    const auto rest = word.substr(0, word.size() - character_before(word, word.size()).size);
    return case_of(rest) == Case::capitals && base::code_points(rest) >= 3 ? rest : std::string_view{};
}

// "II", "XIV": the numbers of parts and sessions.
bool is_roman(std::string_view word) {
    return word.find_first_not_of("IVXLCDM") == std::string_view::npos;
}

bool opens_bracket(std::string_view gap) {
    return gap.find('(') != std::string_view::npos || gap.find("（") != std::string_view::npos;
}

// A heading in capitals is not full of abbreviations.
bool is_in_capitals(const HintText& text) {
    std::size_t capitals = 0;
    std::size_t others = 0;
    for (std::size_t i = 0; i < text.tokens().size(); ++i) {
        const auto written = text.case_of_word(i);
        if (written == Case::capitals) ++capitals;
        if (written == Case::small || written == Case::first_capital) ++others;
    }
    return capitals > 1 && capitals > others;
}

}  // namespace

void add_introduced(std::string_view text, Introduced& introduced) {
    if (text.size() > max_text_bytes || base::first_bad_utf8(text)) return;
    const HintText paragraph(text, {});
    for (std::size_t i = 1; i < paragraph.tokens().size(); ++i) {
        const auto found = abbreviation_in(paragraph.word(i));
        if (!found.empty() && opens_bracket(paragraph.gap_before(i))) introduced.emplace(found);
    }
}

void find_abbreviations(const HintText& text, const HintRules& rules, const Introduced& introduced,
                        std::vector<Hint>& found) {
    if (!rules.abbreviations || is_in_capitals(text)) return;
    const auto& rule = *rules.abbreviations;
    Introduced seen;
    for (std::size_t i = 0; i < text.tokens().size(); ++i) {
        const auto abbreviation = abbreviation_in(text.word(i));
        if (abbreviation.empty() || is_roman(abbreviation)) continue;
        // Introduced here, or explained behind itself; each is pointed out once.
        const bool explained =
            (i > 0 && opens_bracket(text.gap_before(i))) || opens_bracket(text.gap_after(i));
        if (explained) seen.emplace(abbreviation);
        if (text.in_quotation(i) || seen.contains(abbreviation) || introduced.contains(abbreviation))
            continue;
        const auto before = text.gap_before(i);
        const auto after = text.gap_after(i);
        // "A/HRC/47": the symbol of a document.
        const bool symbol = before.ends_with('/') || after.starts_with('/') ||
                            (after.empty() && i + 1 < text.tokens().size());
        if (symbol || rule.known.contains(abbreviation)) continue;
        seen.emplace(abbreviation);
        found.push_back({text.range(i, 1), Hint::Kind::abbreviation, rule.say, {}});
    }
}

}  // namespace dais::prose
