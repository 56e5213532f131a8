// Private to the folder: one function a kind of rule. Each adds what it finds, outside of quotations.
#pragma once

#include <vector>

#include "prose/hint_text.hpp"
#include "prose/hints.hpp"

namespace dais::prose {

void find_words(const HintText& text, const HintRules& rules, std::vector<Hint>& found);
void find_suffixes(const HintText& text, const HintRules& rules, std::vector<Hint>& found);
void find_reporting(const HintText& text, const HintRules& rules, std::vector<Hint>& found);
// REQUIRES: what was found so far is in order.
void find_numbers(const HintText& text, const HintRules& rules, std::vector<Hint>& found);
void find_abbreviations(const HintText& text, const HintRules& rules, const Introduced& introduced,
                        std::vector<Hint>& found);

}  // namespace dais::prose
