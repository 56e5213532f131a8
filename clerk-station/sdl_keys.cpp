#include "clerk-station/sdl_keys.hpp"

#include <array>
#include <utility>

namespace dais::clerk_station {
namespace {

using ui::Key;

constexpr std::array<std::pair<SDL_Scancode, Key>, 25> others{{
    {SDL_SCANCODE_RETURN, Key::enter},
    {SDL_SCANCODE_KP_ENTER, Key::enter},
    {SDL_SCANCODE_ESCAPE, Key::escape},
    {SDL_SCANCODE_TAB, Key::tab},
    {SDL_SCANCODE_BACKSPACE, Key::backspace},
    {SDL_SCANCODE_DELETE, Key::erase},
    {SDL_SCANCODE_INSERT, Key::insert},
    {SDL_SCANCODE_LEFT, Key::left},
    {SDL_SCANCODE_RIGHT, Key::right},
    {SDL_SCANCODE_UP, Key::up},
    {SDL_SCANCODE_DOWN, Key::down},
    {SDL_SCANCODE_HOME, Key::home},
    {SDL_SCANCODE_END, Key::end},
    {SDL_SCANCODE_PAGEUP, Key::page_up},
    {SDL_SCANCODE_PAGEDOWN, Key::page_down},
    {SDL_SCANCODE_SPACE, Key::space},
    {SDL_SCANCODE_EQUALS, Key::plus},
    {SDL_SCANCODE_KP_PLUS, Key::plus},
    {SDL_SCANCODE_MINUS, Key::minus},
    {SDL_SCANCODE_KP_MINUS, Key::minus},
    {SDL_SCANCODE_PERIOD, Key::period},
    {SDL_SCANCODE_COMMA, Key::comma},
    {SDL_SCANCODE_APPLICATION, Key::menu},
    {SDL_SCANCODE_KP_0, Key::d0},
    {SDL_SCANCODE_KP_PERIOD, Key::period},
}};

Key offset(Key first, int by) {
    return static_cast<Key>(static_cast<int>(first) + by);
}

}  // namespace

ui::Key key_of(const SDL_Keysym& sym) {
    const auto place = sym.scancode;
    for (const auto& [theirs, ours] : others) {
        if (theirs == place) return ours;
    }
    if (place >= SDL_SCANCODE_F1 && place <= SDL_SCANCODE_F12)
        return offset(Key::f1, place - SDL_SCANCODE_F1);
    if (place >= SDL_SCANCODE_KP_1 && place <= SDL_SCANCODE_KP_9) {
        return offset(Key::d1, place - SDL_SCANCODE_KP_1);
    }
    // On a French board the digits are the shifted ones; the key is the digit's all the same.
    if (place >= SDL_SCANCODE_1 && place <= SDL_SCANCODE_9) return offset(Key::d1, place - SDL_SCANCODE_1);
    if (place == SDL_SCANCODE_0) return Key::d0;
    if (sym.sym > 0 && sym.sym < 128) {
        if (const auto key = ui::key_of(static_cast<char>(sym.sym)); key != Key::none) return key;
    }
    if (place >= SDL_SCANCODE_A && place <= SDL_SCANCODE_Z) return offset(Key::a, place - SDL_SCANCODE_A);
    return Key::none;
}

ui::Mods mods_of(std::uint16_t sdl_mods) {
    return {(sdl_mods & KMOD_CTRL) != 0, (sdl_mods & KMOD_SHIFT) != 0, (sdl_mods & KMOD_LALT) != 0};
}

}  // namespace dais::clerk_station
