// The parts of a room's screen, each drawn in a place of its own. Sizes are those of a screen 1080 pixels
// high, times `unit`.
#pragma once

#include "clerk-station/room/big_text.hpp"
#include "clerk-station/room/shown.hpp"

namespace dais::clerk_station {

struct RoomCanvas {
    ui::Ui& ui;
    BigTexts& texts;
    float unit = 1;
    float list_size = 1;  // of the list's letters: larger where somebody has set a larger size

    [[nodiscard]] float px(float units) const;
};

// Body, symbol, agenda item and the time of day; returns the height that it took from the top.
float head_part(RoomCanvas& canvas, const Shown& shown, ui::Rect rect);
// Who has the floor, with the clock below.
void floor_part(RoomCanvas& canvas, const ShownFloor& floor, const std::string& title, ui::Rect rect);
// What is said where nobody has the floor, as large as fits, in the middle.
void statement_part(RoomCanvas& canvas, const std::string& id, const ui::Phrase& statement, ui::Rect rect);
// As many of those who come next as fit, and how many more there are.
void next_part(RoomCanvas& canvas, const Shown& shown, const folder::RoomWords& words, ui::Rect rect);
// The chair, and how long until the meeting's end where that is near.
void foot_part(RoomCanvas& canvas, const Shown& shown, ui::Rect rect);

}  // namespace dais::clerk_station
