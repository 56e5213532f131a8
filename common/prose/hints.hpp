// Hints on style: what a reviser of the house would point out in a paragraph. They change nothing and stop
// nobody.
//
// Pure; any thread. Total on any bytes: no hints where they are not UTF-8, or more than max_text_bytes.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "prose/hint_rules.hpp"
#include "prose/range.hpp"

namespace dais::prose {

struct Hint {
    enum class Kind : std::uint8_t { word, suffix, reporting, number, abbreviation };
    Range range;  // between letters
    Kind kind = Kind::word;
    std::string say;
    std::string write;  // in place of the range; empty: none is proposed

    friend bool operator==(const Hint&, const Hint&) = default;
};

// Abbreviations as they are written, without the ending of a plural.
using Introduced = std::set<std::string, std::less<>>;

inline constexpr std::size_t max_hints = 200;  // of one text, the first ones

// In order; no two overlap: where rules meet, the one that begins first holds, and of these the longest.
// Nothing that stands in quotation marks is hinted at. Once all that the hints propose is written, no hint
// proposes anything.
std::vector<Hint> hints(std::string_view text, const HintRules& rules, const Introduced& introduced);

// Adds the abbreviations that a text introduces: capitals that begin a bracket behind a word, "the Office …
// (OHCHR)".
void add_introduced(std::string_view text, Introduced& introduced);

// The text with all that the hints propose.
std::string with_proposals(std::string_view text, const std::vector<Hint>& hints);

}  // namespace dais::prose
