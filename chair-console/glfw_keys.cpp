#include "chair-console/glfw_keys.hpp"

#include <GLFW/glfw3.h>

#include <array>
#include <utility>

namespace dais::chair_console {
namespace {

using ui::Key;

constexpr std::array<std::pair<int, Key>, 26> others{{
    {GLFW_KEY_ENTER, Key::enter},
    {GLFW_KEY_KP_ENTER, Key::enter},
    {GLFW_KEY_ESCAPE, Key::escape},
    {GLFW_KEY_TAB, Key::tab},
    {GLFW_KEY_BACKSPACE, Key::backspace},
    {GLFW_KEY_DELETE, Key::erase},
    {GLFW_KEY_INSERT, Key::insert},
    {GLFW_KEY_LEFT, Key::left},
    {GLFW_KEY_RIGHT, Key::right},
    {GLFW_KEY_UP, Key::up},
    {GLFW_KEY_DOWN, Key::down},
    {GLFW_KEY_HOME, Key::home},
    {GLFW_KEY_END, Key::end},
    {GLFW_KEY_PAGE_UP, Key::page_up},
    {GLFW_KEY_PAGE_DOWN, Key::page_down},
    {GLFW_KEY_SPACE, Key::space},
    {GLFW_KEY_EQUAL, Key::plus},
    {GLFW_KEY_KP_ADD, Key::plus},
    {GLFW_KEY_MINUS, Key::minus},
    {GLFW_KEY_KP_SUBTRACT, Key::minus},
    {GLFW_KEY_PERIOD, Key::period},
    {GLFW_KEY_COMMA, Key::comma},
    {GLFW_KEY_MENU, Key::menu},
    {GLFW_KEY_KP_0, Key::d0},
    {GLFW_KEY_KP_DECIMAL, Key::period},
    {GLFW_KEY_KP_EQUAL, Key::plus},
}};

Key offset(Key first, int by) {
    return static_cast<Key>(static_cast<int>(first) + by);
}

}  // namespace

ui::Key key_of(int glfw_key, const char* printed) {
    for (const auto& [theirs, ours] : others) {
        if (theirs == glfw_key) return ours;
    }
    if (glfw_key >= GLFW_KEY_F1 && glfw_key <= GLFW_KEY_F12) return offset(Key::f1, glfw_key - GLFW_KEY_F1);
    if (glfw_key >= GLFW_KEY_KP_1 && glfw_key <= GLFW_KEY_KP_9) {
        return offset(Key::d1, glfw_key - GLFW_KEY_KP_1);
    }
    // On a French board the digits are the shifted ones; the key is the digit's all the same.
    if (glfw_key >= GLFW_KEY_0 && glfw_key <= GLFW_KEY_9) return offset(Key::d0, glfw_key - GLFW_KEY_0);
    if (printed != nullptr && printed[0] != '\0' && printed[1] == '\0') {
        if (const auto key = ui::key_of(printed[0]); key != Key::none) return key;
    }
    if (glfw_key >= GLFW_KEY_A && glfw_key <= GLFW_KEY_Z) return offset(Key::a, glfw_key - GLFW_KEY_A);
    return Key::none;
}

ui::Mods mods_of(int glfw_mods) {
    return {(glfw_mods & GLFW_MOD_CONTROL) != 0, (glfw_mods & GLFW_MOD_SHIFT) != 0,
            (glfw_mods & GLFW_MOD_ALT) != 0};
}

}  // namespace dais::chair_console
