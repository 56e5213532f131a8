// The monitors as SDL counts them. REQUIRES: SDL's video is on. Thread: the main one.
#pragma once

#include <SDL.h>

#include <optional>

namespace dais::clerk_station {

// Which of so many monitors, counted from 0, is meant by a number that counts from 1: the last where none is
// said, or one that is not there. A hall's screen is mostly the last that was plugged in, and a display that
// was started before its projector must not stay away. REQUIRES: count > 0
int monitor_meant(std::optional<int> wanted, int count);

// Where that monitor lies on the desktop; 1280x800 at the corner where SDL knows of none.
SDL_Rect bounds_of_monitor(std::optional<int> wanted);

}  // namespace dais::clerk_station
