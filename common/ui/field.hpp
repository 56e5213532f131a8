// What is typed into: a box of one line, drawn from a Field, which a panel keeps in its draft. (Paragraphs
// have an editor: ui/editor.hpp.)
//
// Left, Right, Home, End (Ctrl: by words, or the whole text), with Shift to select; Backspace,
// Delete; Ctrl+A, C, X, V, Z, Y; the pointer places, drags and, with Shift, selects; a second press takes the
// word, a third all. Enter, Tab and Escape are left to the panel. The caret does not blink.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "ui/text_edit.hpp"
#include "ui/text_layout.hpp"
#include "ui/ui.hpp"

namespace dais::ui {

struct Field {
    TextEdit edit;
    float scroll = 0;   // to the right
    bool full = false;  // the limit did not let all in that was typed or pasted

    Field() = default;
    explicit Field(std::size_t most_bytes) : edit(most_bytes) {}
};

struct FieldLook {
    std::string_view hint = {};  // shown in grey while the field is empty
    bool enabled = true;
    Face face = Face::body;
};

struct FieldEvent {
    bool changed = false;
    bool focused = false;
    float height = 0;  // of an editor: what the whole text would need
};

FieldEvent field(Ui& ui, const std::string& id, Rect rect, Field& field, const FieldLook& look = {});

// Draws a line that was laid out, with its left edge at x and its top at y.
void draw_line(Ui& ui, const LaidLine& line, float x, float y, Face face, Colour colour);

}  // namespace dais::ui
