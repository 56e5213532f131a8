#include "ui/field.hpp"

#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "ui/utf8.hpp"

namespace dais::ui {
namespace {

// What both kinds of field do with a key.
class Keys {
  public:
    // `rtl`: the text runs from right to left, and Left goes on in it.
    Keys(Ui& ui, Field& field, bool rtl) : ui_(ui), edit_(field.edit), field_(field), rtl_(rtl) {}

    void run() {
        if (!ui_.typed().empty() && !ui_.key_taken()) {
            insert(ui_.typed());
            ui_.take_typed();
        }
        const auto* press = ui_.key();
        if (press == nullptr || press->mods.alt) return;
        if (moves(*press) || erases(*press) || (press->mods.ctrl && commands(*press))) ui_.take_key();
    }

  private:
    void insert(std::string_view text) { field_.full = edit_.insert(text) == TextEdit::Taken::cut; }

    bool moves(const KeyPress& press) {
        using To = TextEdit::To;
        const bool words = press.mods.ctrl;
        const auto go = [&](To to) {
            edit_.move(to, press.mods.shift);
            field_.wish_x = -1;
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

    bool erases(const KeyPress& press) {
        using To = TextEdit::To;
        const bool words = press.mods.ctrl;
        if (press.key == Key::backspace) {
            edit_.erase(words ? To::previous_word : To::previous_letter);
        } else if (press.key == Key::erase && !press.mods.shift) {
            edit_.erase(words ? To::next_word : To::next_letter);
        } else {
            return false;
        }
        field_.full = false;
        return true;
    }

    bool commands(const KeyPress& press) {
        auto& clipboard = ui_.clipboard();
        switch (press.key) {
            case Key::a:
                edit_.select_all();
                return true;
            case Key::c:
            case Key::x:
                if (edit_.selection().empty()) return true;
                clipboard.set(std::string(edit_.selected()));
                if (press.key == Key::x) edit_.erase(TextEdit::To::next_letter);
                return true;
            case Key::v:
                insert(clipboard.get());
                return true;
            case Key::z:  // where there is nothing of the text to undo, the key is the desk's
                if (press.mods.shift ? !edit_.can_redo() : !edit_.can_undo()) return false;
                press.mods.shift ? edit_.redo() : edit_.undo();
                return true;
            case Key::y:
                edit_.redo();
                return true;
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

void select_word(TextEdit& edit, std::size_t byte) {
    edit.place(byte);
    edit.move(TextEdit::To::next_word);
    const auto end = edit.caret();
    edit.move(TextEdit::To::previous_word);
    edit.select(edit.caret(), end);
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
        field.edit.place(byte, false);
        if (ImGui::IsMouseDoubleClicked(0)) select_word(field.edit, byte);
    } else if (byte != field.edit.caret() && !ImGui::IsMouseDoubleClicked(0)) {
        field.edit.place(byte, true);
    }
    field.wish_x = -1;
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

Measure measure_of(Ui& ui, Face face) {
    return [&fonts = ui.fonts(), face](char32_t letter) { return fonts.advance(face, letter); };
}

// Up and Down go by the lines as they are seen.
void move_by_lines(Ui& ui, Field& field, const TextLayout& layout, float lines_a_page) {
    const auto* press = ui.key();
    if (press == nullptr || press->mods.ctrl || press->mods.alt) return;
    float by = 0;
    switch (press->key) {
        case Key::up:
            by = -1;
            break;
        case Key::down:
            by = 1;
            break;
        case Key::page_up:
            by = -lines_a_page;
            break;
        case Key::page_down:
            by = lines_a_page;
            break;
        default:
            return;
    }
    const auto caret = layout.caret_at(field.edit.caret());
    if (field.wish_x < 0) field.wish_x = caret.x;
    const auto last = static_cast<float>(layout.lines().size() - 1);
    const float wanted = static_cast<float>(caret.line) + by;
    std::size_t byte = 0;
    if (wanted > last) {
        byte = field.edit.text().size();
    } else if (wanted >= 0) {
        byte = layout.byte_at(static_cast<std::size_t>(wanted), field.wish_x);
    }
    field.edit.place(byte, press->mods.shift);
    ui.take_key();
}

// Home and End go to the ends of the line as it is seen; with Ctrl to those of the text.
void move_in_line(Ui& ui, Field& field, const TextLayout& layout) {
    const auto* press = ui.key();
    if (press == nullptr || press->mods.ctrl || press->mods.alt) return;
    if (press->key != Key::home && press->key != Key::end) return;
    const auto at = field.edit.caret();
    field.edit.place(press->key == Key::home ? layout.line_start(at) : layout.line_end(at),
                     press->mods.shift);
    field.wish_x = -1;
    ui.take_key();
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
    if (event.focused) draw_caret(ui, caret, x - field.scroll, y, height);
    ui.pop_clip();
    if (event.focused) ui.outline(rect);
    ui.note({id, rect, true, look.enabled && ui.reachable(), true, false, field.edit.text()});
    event.changed = field.edit.revision() != before;
    return event;
}

FieldEvent wrapped_field(Ui& ui, const std::string& id, Rect rect, Field& field, const FieldLook& look) {
    FieldEvent event;
    event.focused = ui.focusable(id, look.enabled);
    const auto before = field.edit.revision();
    const Rect inside = rect.inset(ui.px(12), ui.px(10));
    const auto measure = measure_of(ui, look.face);
    const float height = ui.line(look.face);
    // What stands before the text is set first; the text goes on in its last line.
    const auto lead = ui.layout(look.lead, inside.w, look.face);
    const bool has_lead = !look.lead.empty();
    const float indent = has_lead ? lead.lines().back().width + measure(U' ') : 0;
    const float lead_lines = has_lead ? static_cast<float>(lead.lines().size() - 1) : 0;
    auto layout = ui.layout(field.edit.text(), inside.w, look.face, indent);
    const float page = std::max(1.0F, std::floor(inside.h / height) - 1);
    if (event.focused) {
        ui.edits_text();
        move_by_lines(ui, field, layout, page);
        move_in_line(ui, field, layout);
        Keys(ui, field, layout.rtl()).run();
        if (field.edit.revision() != before)
            layout = ui.layout(field.edit.text(), inside.w, look.face, indent);
    }
    draw_ground(ui, rect, look.enabled);
    const float all = height * (static_cast<float>(layout.lines().size()) + lead_lines);
    event.height = all + ui.px(20);
    field.scroll -= ui.wheel_over(rect) * height * 2;
    const float top = inside.y + lead_lines * height;
    if (look.enabled) follow_pointer(ui, id, rect, field, layout, inside.x, top - field.scroll, height);
    const auto caret = layout.caret_at(field.edit.caret());
    if (event.focused && (field.edit.revision() != before || ui.key_taken())) {
        const float caret_y = (static_cast<float>(caret.line) + lead_lines) * height;
        field.scroll = std::clamp(field.scroll, caret_y + height - inside.h, caret_y);
    }
    field.scroll = std::round(std::clamp(field.scroll, 0.0F, std::max(0.0F, all - inside.h)));
    ui.push_clip(rect.inset(ui.px(2)));
    const float y = top - field.scroll;
    for (std::size_t i = 0; has_lead && i < lead.lines().size(); ++i) {
        const float line_y = inside.y - field.scroll + height * static_cast<float>(i);
        draw_line(ui, lead.lines()[i], inside.x, line_y, look.face, ui.theme().quiet_text);
    }
    if (event.focused) draw_marked(ui, layout, field.edit, inside.x, y, height);
    for (std::size_t i = 0; i < layout.lines().size(); ++i) {
        const float line_y = y + height * static_cast<float>(i);
        if (line_y > rect.bottom() || line_y + height < rect.y) continue;
        draw_line(ui, layout.lines()[i], inside.x, line_y, look.face,
                  look.enabled ? ui.theme().text : ui.theme().disabled_text);
    }
    if (field.edit.empty() && !look.hint.empty()) {
        const Rect hint{inside.x + indent, y, std::max(0.0F, inside.w - indent), height};
        ui.text(hint, look.hint, look.face, ui.theme().quiet_text);
    }
    if (event.focused) draw_caret(ui, caret, inside.x, y, height);
    ui.pop_clip();
    if (event.focused) ui.outline(rect);
    if (has_lead) ui.note({id + ".lead", rect, true, false, false, false, std::string(look.lead)});
    ui.note({id, rect, true, look.enabled && ui.reachable(), true, false, field.edit.text()});
    event.changed = field.edit.revision() != before;
    return event;
}

}  // namespace dais::ui
