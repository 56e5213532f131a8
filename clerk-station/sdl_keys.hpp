// SDL's keys as ours. Pure.
#pragma once

#include <SDL.h>

#include "ui/key.hpp"

namespace dais::clerk_station {

// By what is printed on the key in the layout in use where that is a Latin letter or a digit, else by its
// place on a board as used in the United States.
ui::Key key_of(const SDL_Keysym& sym);
// Alt is the left one: the right one makes characters on most boards (AltGr).
ui::Mods mods_of(std::uint16_t sdl_mods);

}  // namespace dais::clerk_station
