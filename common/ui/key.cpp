#include "ui/key.hpp"

#include <array>
#include <string_view>

namespace dais::ui {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(Key::f1)> names{
    "",     "Enter", "Esc",     "Tab",       "Backspace", "Delete", "Insert", "Left", "Right", "Up",  "Down",
    "Home", "End",   "Page Up", "Page Down", "Space",     "+",      "−",      ".",    ",",     "Menu"};

std::string key_name(Key key) {
    const auto index = static_cast<std::size_t>(key);
    if (index < names.size()) return std::string(names[index]);
    if (key < Key::d0) return "F" + std::to_string(index - static_cast<std::size_t>(Key::f1) + 1);
    if (key < Key::a)
        return std::string(1, static_cast<char>('0' + (index - static_cast<std::size_t>(Key::d0))));
    return std::string(1, static_cast<char>('A' + (index - static_cast<std::size_t>(Key::a))));
}

}  // namespace

std::string name(Chord chord) {
    if (chord.key == Key::none) return {};
    std::string text;
    if (chord.mods.ctrl) text += "Ctrl+";
    if (chord.mods.alt) text += "Alt+";
    if (chord.mods.shift) text += "Shift+";
    return text + key_name(chord.key);
}

Key key_of(char letter) {
    const auto from = [](Key first, int offset) {
        return static_cast<Key>(static_cast<int>(first) + offset);
    };
    if (letter >= 'a' && letter <= 'z') return from(Key::a, letter - 'a');
    if (letter >= 'A' && letter <= 'Z') return from(Key::a, letter - 'A');
    if (letter >= '0' && letter <= '9') return from(Key::d0, letter - '0');
    return Key::none;
}

}  // namespace dais::ui
