// SDL's events as ours: keys, what they type, what an input method puts together, the pointer. Needs no
// window.
#pragma once

#include <SDL.h>

#include "ui/input.hpp"

namespace dais::clerk_station {

// Pixels to one of the window's units.
struct PixelScale {
    float across = 1;
    float down = 1;
};

// Puts what the event says into the queue, in order; nothing for what is not a person's doing. Frees what SDL
// allocated for the event. With Shift and the like as SDL knows them now.
void take_input(const SDL_Event& event, PixelScale scale, ui::InputQueue& input);

}  // namespace dais::clerk_station
