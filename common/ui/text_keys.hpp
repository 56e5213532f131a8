// Private to the folder: what every field does with a press, whatever it looks like: erasing, the clipboard,
// undo.
#pragma once

#include "ui/text_edit.hpp"
#include "ui/ui.hpp"

namespace dais::ui {

// Puts in what was typed in this frame; whether anything was. `full`: whether the limit did not let all in.
bool take_typed_into(Ui& ui, TextEdit& edit, bool& full);
// Whether the press was Backspace or Delete, by letters or, with Ctrl, by words.
bool erase_with(const KeyPress& press, TextEdit& edit, bool& full);
// Ctrl and A, C, X, V, Z, Y. Where there is nothing to undo the key is the desk's.
bool command_with(Ui& ui, const KeyPress& press, TextEdit& edit, bool& full);
// The word that is at a place or ends there; where there is none, the next.
TextEdit::Range word_at(const TextEdit& edit, std::size_t byte);

}  // namespace dais::ui
