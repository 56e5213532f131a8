#include "ui/shaping.hpp"

#include <algorithm>
#include <array>

#include "ui/letters.hpp"
#include "ui/utf8.hpp"

namespace dais::ui {
namespace {

struct Block {
    char32_t first;
    char32_t last;
};

// Where the characters lie that run from right to left, that say so of others, or that are never seen; whole
// blocks, since a neighbour too many costs only time. The test holds this against ICU, character by
// character.
constexpr std::array<Block, 20> shaped_blocks{{
    {0xAD, 0xAD},       {0x34F, 0x34F},     {0x590, 0x8FF},     {0x115F, 0x1160},   {0x17B4, 0x17B5},
    {0x180B, 0x180F},   {0x200B, 0x200F},   {0x202A, 0x202E},   {0x2060, 0x206F},   {0x3164, 0x3164},
    {0xFB1D, 0xFDFF},   {0xFE00, 0xFE0F},   {0xFE70, 0xFEFF},   {0xFFA0, 0xFFA0},   {0xFFF0, 0xFFF8},
    {0x10800, 0x10FFF}, {0x1BCA0, 0x1BCA3}, {0x1D173, 0x1D17A}, {0x1E800, 0x1EFFF}, {0xE0000, 0xE0FFF},
}};

bool in_shaped_block(char32_t c) {
    return std::any_of(shaped_blocks.begin(), shaped_blocks.end(),
                       [c](const Block& block) { return c >= block.first && c <= block.last; });
}

}  // namespace

bool needs_shaping(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto c = next_character(text, at);
        if (c < 0xAD || (c >= 0x3165 && c < 0xFB1D)) continue;  // nearly everything
        if (in_shaped_block(c)) return true;
    }
    return false;
}

ShownLine shown_line(std::string_view text, Direction direction) {
    const Letters letters(text, direction);
    ShownLine line;
    line.rtl = letters.rtl();
    const auto order = letters.in_visual_order(0, letters.size());
    line.glyphs.reserve(order.size());
    for (const auto i : order) line.glyphs.push_back(letters.glyph(i));
    return line;
}

std::string shown_text(std::string_view text, Direction direction) {
    if (direction != Direction::right_to_left && !needs_shaping(text)) return std::string(text);
    std::string shown;
    shown.reserve(text.size());
    for (const auto& glyph : shown_line(text, direction).glyphs) append_character(shown, glyph.letter);
    return shown;
}

}  // namespace dais::ui
