// The big clock: digits that can be read from three metres, the word of its state, and a bar. Every digit has
// a cell of the widest one's width, so that nothing moves when one changes.
#pragma once

#include <string>

#include "ui/ui.hpp"
#include "ui/words.hpp"

namespace dais::ui {

// Digits right-aligned at the top, word and bar below.
void clock(Ui& ui, const std::string& id, Rect rect, const ClockFace& face);
// As wide as "-00:00" is.
float clock_width(Ui& ui);

}  // namespace dais::ui
