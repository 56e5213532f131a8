// Which way a line runs and how its letters look, for Dear ImGui, which draws one glyph a character from left
// to right and knows nothing of scripts.
//
// Order and mirrored brackets come from ICU's bidirectional algorithm (UAX #9); Arabic letters become their
// presentation forms, lam with alef one ligature. A mark keeps its place at its base: behind it in what runs
// from left to right, before it in what runs from right to left, because that is where fonts of those scripts
// expect it (its advance is nothing and its shape lies to the right of the pen). Characters that are never
// seen (joiners, direction marks, variation selectors) are left out, control characters are shown as spaces,
// bad UTF-8 as U+FFFD. That is enough to read Arabic; Indic scripts need a shaper, which comes with the
// editor.
//
// Pure; any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dais::ui {

// Of a whole line: as its first letter that has a direction says (left to right where there is none), or
// given.
enum class Direction { automatic, left_to_right, right_to_left };

struct ShownGlyph {
    char32_t letter = 0;
    // The bytes of the text that it stands for. A lam-alef stands for both of its letters, and for the marks
    // between them, which have glyphs of their own.
    std::uint32_t from_byte = 0;
    std::uint32_t to_byte = 0;
    bool rtl = false;

    friend bool operator==(const ShownGlyph&, const ShownGlyph&) = default;
};

struct ShownLine {
    std::vector<ShownGlyph> glyphs;  // from left to right
    bool rtl = false;                // the line begins at the right

    friend bool operator==(const ShownLine&, const ShownLine&) = default;
};

// False if every character of the text is shown as it is, from left to right: a scan of a few nanoseconds a
// character.
bool needs_shaping(std::string_view text);

ShownLine shown_line(std::string_view text, Direction direction = Direction::automatic);

// The letters of shown_line, for labels; the text itself where it needs no shaping.
std::string shown_text(std::string_view text, Direction direction = Direction::automatic);

}  // namespace dais::ui
