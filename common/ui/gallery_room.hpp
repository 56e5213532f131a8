// Private to the folder: what a room's screen is looked at with.
#pragma once

#include <vector>

#include "ui/gallery.hpp"

namespace dais::ui {

// Connecting, refused, not begun, nobody on the floor, speaking, warning, over time, no limit, the clock
// stands, point of order, right of reply, link lost, suspended with and without an hour, risen, near the end,
// past the end, many next (12 and 88 more), list closed, long names, no connection, and four languages. The
// models have what the hub tells a room, and no meeting.
std::vector<Scene> room_scenes();

}  // namespace dais::ui
