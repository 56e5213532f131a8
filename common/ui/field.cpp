#include "ui/field.hpp"

#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "ui/text_keys.hpp"
#include "ui/utf8.hpp"

namespace dais::ui {
namespace {

// What a field does with a key.
class Keys {
  public:
    // `rtl`: the text runs from right to left, and Left goes on in it.
    Keys(Ui& ui, Field& field, bool rtl) : ui_(ui), edit_(field.edit), field_(field), rtl_(rtl) {}

    void run() {
        take_typed_into(ui_, edit_, field_.full);
        const auto* press = ui_.key();
        if (press == nullptr || press->mods.alt) return;
        if (moves(*press) || erase_with(*press, edit_, field_.full) ||
            command_with(ui_, *press, edit_, field_.full)) {
            ui_.take_key();
        }
    }

  private:
    bool moves(const KeyPress& press) {
        using To = TextEdit::To;
        const bool words = press.mods.ctrl;
        const auto go = [&](To to) {
            edit_.move(to, press.mods.shift);
            return true;
        };
        const To back = words ? To::previous_word : To::previous_letter;
        const To on = words ? To::next_word : To::next_letter;
        switch (press.key) {
            case Key::left:
                return go(rtl_ ? on : back);
            case Key::right:
                return go(rtl_ ? back : on);
            case Key::home:
                return go(To::start);
            case Key::end:
                return go(To::end);
            default:
                return false;
        }
    }

    Ui& ui_;
    TextEdit& edit_;
    Field& field_;
    bool rtl_;
};

void draw_ground(Ui& ui, Rect rect, bool enabled) {
    ui.fill(rect, enabled ? ui.theme().field : ui.theme().panel, ui.px(5));
    ui.frame(rect, ui.theme().field_edge, ui.px(5), ui.px(1));
}

// The pointer over a text that was laid out with its lines' left edge at x and the first line's top at y.
void follow_pointer(Ui& ui, const std::string& id, Rect rect, Field& field, const TextLayout& layout, float x,
                    float y, float height) {
    const auto pointing = ui.pointing(id, rect);
    if (!pointing.held) return;
    const float row = std::floor((ui.pointer_y() - y) / height);
    const auto last = static_cast<float>(layout.lines().size() - 1);
    const auto line = static_cast<std::size_t>(std::clamp(row, 0.0F, last));
    const auto byte = layout.byte_at(line, ui.pointer_x() - x);
    if (pointing.pressed) {
        ui.focus(id);
        field.edit.place(byte, pointing.shift);
        if (pointing.presses == 2) {
            const auto word = word_at(field.edit, byte);
            field.edit.select(word.from, word.to);
        } else if (pointing.presses > 2) {
            field.edit.select_all();
        }
    } else if (byte != field.edit.caret() && pointing.presses == 1) {
        field.edit.place(byte, true);
    }
}

void draw_marked(Ui& ui, const TextLayout& layout, const TextEdit& edit, float x, float y, float height) {
    const auto range = edit.selection();
    for (const auto& stretch : layout.stretches(range.from, range.to)) {
        const float top = y + height * static_cast<float>(stretch.line);
        ui.fill({x + stretch.x0, top, stretch.x1 - stretch.x0, height}, ui.theme().marked);
    }
}

void draw_caret(Ui& ui, const TextLayout::Place& caret, float x, float y, float height) {
    const float top = y + height * static_cast<float>(caret.line);
    const float wide = std::max(2.0F, ui.px(2));
    ui.fill({std::round(x + caret.x) - std::floor(wide / 2), top + 1, wide, height - 2}, ui.theme().focus);
}

}  // namespace

void draw_line(Ui& ui, const LaidLine& line, float x, float y, Face face, Colour colour) {
    if (line.edges.empty()) return;
    std::string shown;
    shown.reserve(line.shown.glyphs.size() * 2);
    for (const auto& glyph : line.shown.glyphs) append_character(shown, glyph.letter);
    ui.fonts().note(face, shown);
    const ImVec2 at(std::round(x + line.edges.front()), std::round(y));
    ui.canvas()->AddText(ui.fonts().font(face), ui.fonts().size(face), at, colour.u32(), shown.data(),
                         shown.data() + shown.size());
}

FieldEvent field(Ui& ui, const std::string& id, Rect rect, Field& field, const FieldLook& look) {
    FieldEvent event;
    event.focused = ui.focusable(id, look.enabled);
    const auto before = field.edit.revision();
    const Rect inside = rect.inset(ui.px(10), 0);
    const auto lay = [&]() -> const TextLayout& {
        return ui.layout(field.edit.text(), inside.w, look.face, 0, false);
    };
    if (event.focused) {
        ui.edits_text();
        Keys(ui, field, lay().rtl()).run();
    }
    draw_ground(ui, rect, look.enabled);
    const float height = ui.line(look.face);
    const float y = std::round(rect.y + (rect.h - height) / 2);
    const TextLayout& layout = lay();
    const float width = layout.lines().front().width;
    const float x = inside.x;
    if (look.enabled) follow_pointer(ui, id, rect, field, layout, x - field.scroll, y, height);
    const auto caret = layout.caret_at(field.edit.caret());
    if (event.focused) field.scroll = std::clamp(field.scroll, caret.x - inside.w + ui.px(2), caret.x);
    // What is wider than its box goes beyond the edge at which it does not begin.
    const float beyond = std::max(0.0F, width - inside.w + ui.px(2));
    field.scroll =
        layout.rtl() ? std::clamp(field.scroll, -beyond, 0.0F) : std::clamp(field.scroll, 0.0F, beyond);
    ui.push_clip(inside.inset(-ui.px(3), 0));
    if (event.focused) draw_marked(ui, layout, field.edit, x - field.scroll, y, height);
    if (field.edit.empty() && !look.hint.empty()) {
        ui.text(inside, look.hint, look.face, ui.theme().quiet_text);
    }
    draw_line(ui, layout.lines().front(), x - field.scroll, y, look.face,
              look.enabled ? ui.theme().text : ui.theme().disabled_text);
    if (event.focused) {
        draw_caret(ui, caret, x - field.scroll, y, height);
        ui.text_input_at({x - field.scroll + caret.x, y, 1, height});
    }
    ui.pop_clip();
    if (event.focused) ui.outline(rect);
    ui.note({id, rect, true, look.enabled && ui.reachable(), true, false, field.edit.text()});
    event.changed = field.edit.revision() != before;
    return event;
}

}  // namespace dais::ui
