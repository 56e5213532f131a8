#include "ui/text_keys.hpp"

#include <algorithm>

#include "ui/text_breaks.hpp"

namespace dais::ui {
namespace {

using To = TextEdit::To;

void insert(TextEdit& edit, bool& full, std::string_view text) {
    full = edit.insert(text) == TextEdit::Taken::cut;
}

}  // namespace

bool take_typed_into(Ui& ui, TextEdit& edit, bool& full) {
    if (ui.typed().empty() || ui.key_taken()) return false;
    insert(edit, full, ui.typed());
    ui.take_typed();
    return true;
}

bool erase_with(const KeyPress& press, TextEdit& edit, bool& full) {
    const bool words = press.mods.ctrl;
    if (press.key == Key::backspace) {
        edit.erase(words ? To::previous_word : To::previous_letter);
    } else if (press.key == Key::erase && !press.mods.shift) {
        edit.erase(words ? To::next_word : To::next_letter);
    } else {
        return false;
    }
    full = false;
    return true;
}

bool command_with(Ui& ui, const KeyPress& press, TextEdit& edit, bool& full) {
    if (!press.mods.ctrl || (press.mods.shift && press.key != Key::z)) return false;
    auto& clipboard = ui.clipboard();
    switch (press.key) {
        case Key::a:
            edit.select_all();
            return true;
        case Key::c:
        case Key::x:
            if (edit.selection().empty()) return true;
            clipboard.set(std::string(edit.selected()));
            if (press.key == Key::x) edit.erase(To::next_letter);
            return true;
        case Key::v:
            if (press.mods.shift) return false;  // a view's
            insert(edit, full, clipboard.get());
            return true;
        case Key::z:
            if (press.mods.shift ? !edit.can_redo() : !edit.can_undo()) return false;
            press.mods.shift ? edit.redo() : edit.undo();
            return true;
        case Key::y:
            if (press.mods.shift) return false;
            edit.redo();
            return true;
        default:
            return false;
    }
}

TextEdit::Range word_at(const TextEdit& edit, std::size_t byte) {
    const auto& text = edit.text();
    const auto whole = [&](std::size_t start, std::size_t end) {
        return TextEdit::Range{letter_at_or_before(text, start), letter_at_or_after(text, end)};
    };
    // ICU says the ends of the text where there is no word.
    const auto start = previous_word_start(text, next_letter(text, byte));
    const auto end = next_word_end(text, start);
    if (previous_word_start(text, end) == start && end >= byte) return whole(start, end);
    const auto next = next_word_end(text, byte);
    const auto from = previous_word_start(text, next);
    return from < byte ? TextEdit::Range{byte, byte} : whole(from, next);
}

}  // namespace dais::ui
