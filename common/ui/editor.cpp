#include "ui/editor.hpp"

#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "base/text.hpp"
#include "ui/text_breaks.hpp"
#include "ui/text_keys.hpp"
#include "ui/ui_compat.hpp"

namespace dais::ui {
namespace {

using typeset::Caret;
using typeset::Side;
using typeset::Stretch;
using To = TextEdit::To;

// Points from line to line, whatever the scale, and the em that goes with it as in the other texts
// (fonts.hpp).
constexpr double line_points = 18;
constexpr double em_points = 0.734 * line_points;

constexpr std::string_view right_to_left_mark = "\u200F";
constexpr float max_hint_width = 10'000;  // a hint is one line

typeset::Type type_of_body() {
    typeset::Type type;
    type.em = em_points;
    return type;
}

// What came from outside, with a caret between two of its characters.
Composing checked(const Composing& given) {
    if (base::first_bad_utf8(given.text) || given.text.size() > meeting::max_text_bytes) return {};
    return {given.text, letter_at_or_before(given.text, given.caret)};
}

// How the lines of a page are drawn: higher than their pitch, as accents may reach into the line above.
typeset::Strip strip_of(float pitch, float width, double pixels, const typeset::Paragraph& paragraph) {
    typeset::Strip strip;
    const auto high = static_cast<int>(pitch);
    const int above = high / 4;
    strip.pixels = pixels;
    strip.pad = high / 4;
    strip.width = static_cast<int>(std::ceil(width)) + 2 * strip.pad;
    strip.height = high + 2 * above;
    const double type = (paragraph.ascent() + paragraph.descent()) * pixels;
    strip.baseline = above + static_cast<int>(std::lround((pitch - type) / 2 + paragraph.ascent() * pixels));
    return strip;
}

}  // namespace

float Editor::Page::x(double points) const {
    return inside.x + static_cast<float>(points * pixels);
}

Rect Editor::Page::of(const Stretch& stretch) const {
    return {x(stretch.left), y(stretch.line), static_cast<float>((stretch.right - stretch.left) * pixels),
            pitch};
}

std::pair<std::size_t, std::size_t> Editor::Page::seen(std::size_t lines, float beyond) const {
    const auto at = [&](float y) {
        return static_cast<std::size_t>(
            std::clamp(std::floor((y - top) / pitch), 0.0F, static_cast<float>(lines)));
    };
    return {at(rect.y - beyond), std::min(lines, at(rect.bottom() + beyond) + 1)};
}

void Editor::set(std::string_view text) {
    edit_.set(text);
    side_ = Side::after;
    wish_.reset();
    full_ = false;
    follow_ = true;
}

bool Editor::apply(const prose::Edit& edit) {
    if (!edit_.replace({edit.range.from, edit.range.to}, edit.text, edit.caret)) return false;
    side_ = Side::after;
    wish_.reset();
    follow_ = true;
    return true;
}

void Editor::select(TextEdit::Range range) {
    edit_.select(range.from, range.to);
    side_ = Side::after;
    wish_.reset();
    follow_ = true;
}

FieldEvent Editor::draw(Ui& ui, const std::string& id, Rect rect, std::string_view said_lead,
                        std::string_view hint, std::span<const Mark> marks, const AfterTyping& after_typing) {
    FieldEvent event;
    event.focused = ui.focusable(id, true);
    const auto before = edit_.revision();
    Page page;
    page.rect = rect;
    page.inside = rect.inset(ui.px(12), ui.px(10));
    page.inside.x = std::round(page.inside.x);
    page.inside.y = std::round(page.inside.y);
    page.pitch = std::round(ui.line(Face::body));
    page.pixels = page.pitch / line_points;
    const auto lead = lead_towards(ui, said_lead, hint);
    lay_out(page, lead);
    if (event.focused) {
        ui.edits_text();
        take_keys(ui, page, after_typing);
        lay_out(page, lead);
    } else {
        composing_ = {};
    }
    scroll_ -= ui.wheel_over(rect) * page.pitch * 2;
    page.top = page.inside.y - scroll_;
    follow_pointer(ui, id, page);
    lay_out(page, lead);
    scroll_to_caret(page);
    page.top = page.inside.y - scroll_;
    event.height = page.pitch * static_cast<float>(set_.paragraph().lines().size()) + ui.px(20);

    ui.fill(rect, ui.theme().field, ui.px(5));
    ui.frame(rect, ui.theme().field_edge, ui.px(5), ui.px(1));
    ui.push_clip(rect.inset(ui.px(2)));
    draw_page(ui, id, page, event.focused, marks);
    if (edit_.empty() && composing_.text.empty()) draw_hint(ui, page, hint);
    ui.pop_clip();
    if (event.focused) ui.outline(rect);
    if (!said_lead.empty()) ui.note({id + ".lead", rect, true, false, false, false, std::string(said_lead)});
    ui.note({id, rect, true, ui.reachable(), true, false, edit_.text()});
    event.changed = edit_.revision() != before;
    return event;
}

void Editor::lay_out(const Page& page, std::string_view lead) {
    const double width = std::max(1.0F, page.inside.w) / page.pixels;
    set_.set({lead, edit_.text(), edit_.caret(), composing_}, width, type_of_body());
}

// --- Keys

bool Editor::take_typed(Ui& ui, const AfterTyping& after_typing) {
    const std::string typed = ui.typed();
    const auto before = edit_.revision();
    if (!take_typed_into(ui, edit_, full_)) return false;
    // What did not all go in is not what was typed.
    if (after_typing && !full_ && edit_.revision() != before) {
        if (const auto edit = after_typing(edit_.text(), edit_.caret(), typed)) apply(*edit);
    }
    return true;
}

void Editor::take_keys(Ui& ui, const Page& page, const AfterTyping& after_typing) {
    if (const auto& composing = ui.composing()) {
        composing_ = checked(*composing);
        if (!composing_.text.empty() && !edit_.selection().empty()) edit_.erase(To::next_letter);
        follow_ = true;
    }
    const auto changed = [this] {
        side_ = Side::after;
        wish_.reset();
        follow_ = true;
    };
    if (take_typed(ui, after_typing)) {
        composing_ = {};
        changed();
    }
    const auto* press = ui.key();
    if (press == nullptr || press->mods.alt) return;
    const auto seen = std::max(1.0F, std::floor(page.inside.h / page.pitch) - 1);
    if (moves(*press, static_cast<std::ptrdiff_t>(seen))) {
        follow_ = true;
    } else if (erase_with(*press, edit_, full_) || command_with(ui, *press, edit_, full_)) {
        changed();
    } else {
        return;
    }
    ui.take_key();
}

bool Editor::moves(const KeyPress& press, std::ptrdiff_t lines_seen) {
    const bool extending = press.mods.shift;
    const auto line = set_.paragraph().line_of(set_.shown(caret()));
    const auto go = [&](To to) {
        edit_.move(to, extending);
        side_ = Side::after;
        wish_.reset();
    };
    const bool whole = press.mods.ctrl;
    const bool rtl = set_.paragraph().rtl();
    switch (press.key) {
        case Key::left:
            whole ? go(rtl ? To::next_word : To::previous_word) : move_beside(false, extending);
            return true;
        case Key::right:
            whole ? go(rtl ? To::previous_word : To::next_word) : move_beside(true, extending);
            return true;
        case Key::home:
            whole ? go(To::start) : move_to(set_.in_text(set_.paragraph().line_start(line)), extending);
            return true;
        case Key::end:
            whole ? go(To::end) : move_to(set_.in_text(set_.paragraph().line_end(line)), extending);
            return true;
        default:
            break;
    }
    if (whole) return false;
    switch (press.key) {
        case Key::up:
            move_by_lines(-1, extending);
            return true;
        case Key::down:
            move_by_lines(1, extending);
            return true;
        case Key::page_up:
            move_by_lines(-lines_seen, extending);
            return true;
        case Key::page_down:
            move_by_lines(lines_seen, extending);
            return true;
        default:
            return false;
    }
}

// Without extending, a selection is given up for its end on that side.
void Editor::move_beside(bool to_the_right, bool extending) {
    const auto range = edit_.selection();
    if (extending || range.empty()) {
        const auto next = set_.beside(caret(), to_the_right, edit_.text());
        return move_to(next.value_or(caret()), extending);
    }
    const auto& paragraph = set_.paragraph();
    const auto first = paragraph.place_of({set_.shown(range.from), Side::after});
    const auto last = paragraph.place_of({set_.shown(range.to), Side::after});
    const bool begins_left =
        first.line == last.line ? first.x < last.x : (first.line < last.line) != paragraph.rtl();
    move_to({to_the_right == begins_left ? range.to : range.from, Side::after}, false);
}

void Editor::move_by_lines(std::ptrdiff_t by, bool extending) {
    const auto& paragraph = set_.paragraph();
    const auto place = place_of_caret();
    const double wish = wish_.value_or(place.x);
    const auto wanted = static_cast<std::ptrdiff_t>(place.line) + by;
    Caret to{0, Side::after};
    if (wanted >= static_cast<std::ptrdiff_t>(paragraph.lines().size())) {
        to.byte = edit_.text().size();
    } else if (wanted >= 0) {
        to = set_.in_text(paragraph.at(static_cast<std::size_t>(wanted), wish));
    }
    move_to(to, extending);
    wish_ = wish;
}

void Editor::move_to(Caret caret, bool extending) {
    edit_.place(caret.byte, extending);
    side_ = edit_.caret() == caret.byte ? caret.side : Side::after;
    wish_.reset();
}

typeset::Place Editor::place_of_caret() const {
    if (composing_.text.empty()) return set_.paragraph().place_of(set_.shown(caret()));
    return set_.paragraph().place_of({set_.composition().from + composing_.caret, Side::after});
}

// --- Pointer

void Editor::follow_pointer(Ui& ui, const std::string& id, const Page& page) {
    const auto pointing = ui.pointing(id, page.rect);
    if (!pointing.held) return;
    const auto& paragraph = set_.paragraph();
    const auto last = static_cast<float>(paragraph.lines().size() - 1);
    const float row = std::clamp(std::floor((ui.pointer_y() - page.top) / page.pitch), 0.0F, last);
    const double x = (ui.pointer_x() - page.inside.x) / page.pixels;
    const auto at = set_.in_text(paragraph.at(static_cast<std::size_t>(row), x));
    if (pointing.pressed) {
        ui.focus(id);
        if (pointing.presses == 2 && !pointing.shift) {
            pressed_ = word_at(edit_, at.byte);
            edit_.select(pressed_.from, pressed_.to);
        } else if (pointing.presses >= 3 && !pointing.shift) {
            edit_.select_all();
        } else {
            move_to(at, pointing.shift);
        }
    } else if (pointing.presses == 2) {
        const auto word = word_at(edit_, at.byte);
        const bool back = at.byte < pressed_.from;
        edit_.select(back ? pressed_.to : pressed_.from, back ? word.from : std::max(word.to, pressed_.to));
    } else if (pointing.presses == 1 && !(at == caret())) {
        move_to(at, true);
        follow_ = true;
    }
    wish_.reset();
}

// After the caret has moved; and never beyond the text.
void Editor::scroll_to_caret(const Page& page) {
    const float high = page.inside.h;
    const float all = page.pitch * static_cast<float>(set_.paragraph().lines().size());
    if (follow_) {
        const float y = page.pitch * static_cast<float>(place_of_caret().line);
        scroll_ = std::clamp(scroll_, std::min(y + page.pitch - high, y), y);
        follow_ = false;
    }
    scroll_ = std::round(std::clamp(scroll_, 0.0F, std::max(0.0F, all - high)));
}

// --- Drawing

void Editor::draw_page(Ui& ui, const std::string& id, const Page& page, bool focused,
                       std::span<const Mark> marks) const {
    const auto& paragraph = set_.paragraph();
    const auto [first, end] = page.seen(paragraph.lines().size(), 0);
    const auto each = [&, from = first, to = end](TextEdit::Range range, const auto& act) {
        for (auto line = from; line < to; ++line) {
            for (const auto& stretch : paragraph.stretches_of(line, range.from, range.to)) {
                act(page.of(stretch));
            }
        }
    };
    const auto selected = edit_.selection();
    if (focused && !selected.empty()) {
        each({set_.shown(selected.from), set_.shown(selected.to)},
             [&](Rect rect) { ui.fill(rect, ui.theme().marked); });
    }
    draw_lines(ui, id, page);
    for (const auto& mark : marks) {
        each({set_.shown(mark.range.from), set_.shown(mark.range.to)},
             [&](Rect rect) { draw_wave(ui, rect, mark.colour); });
    }
    const auto [from, to] = set_.composition();
    each({from, to}, [&](Rect rect) {
        ui.fill(rect.cut_bottom(ui.px(4)).cut_top(std::max(1.0F, ui.px(2))), ui.theme().text);
    });
    if (focused) draw_caret(ui, page);
}

void Editor::draw_lines(Ui& ui, const std::string& id, const Page& page) const {
    const auto& paragraph = set_.paragraph();
    const auto strip = strip_of(page.pitch, page.inside.w, page.pixels, paragraph);
    const auto most = static_cast<std::size_t>(page.rect.h / page.pitch) + 4;
    auto& sheet = ui.sheets().of(id, {strip.width, strip.height}, most);
    const auto whole = sheet.extent();
    const float above = std::floor((static_cast<float>(strip.height) - page.pitch) / 2);
    const float left = page.inside.x - static_cast<float>(strip.pad);
    const auto wide = static_cast<float>(strip.width);
    const auto [first, end] = page.seen(paragraph.lines().size(), above);
    for (auto line = first; line < end; ++line) {
        const int row = sheet.strip(paragraph.look_of(line), [&] { return paragraph.draw(line, strip); });
        const float y = page.y(line) - above;
        const auto show = [&](float from, float to, Colour colour) {
            const auto high = static_cast<float>(whole.height);
            ui.canvas()->AddImage(compat::texture(sheet.number()), ImVec2(left + from, y),
                                  ImVec2(left + to, y + static_cast<float>(strip.height)),
                                  ImVec2(from / wide, static_cast<float>(row) / high),
                                  ImVec2(to / wide, static_cast<float>(row + strip.height) / high),
                                  colour.u32());
        };
        const auto& place = paragraph.lines()[line];
        if (place.to <= set_.begin() || place.from >= set_.begin()) {
            const bool in_lead = place.to <= set_.begin() && set_.begin() > 0;
            show(0, wide, in_lead ? ui.theme().quiet_text : ui.theme().text);
            continue;
        }
        // The line in which the text begins: the lead's part of it in grey. What reaches beyond the letters
        // at the ends of the line goes with them.
        const auto lead = paragraph.stretches_of(line, place.from, set_.begin());
        float at = 0;
        for (const auto& stretch : lead) {
            const auto pixel = [&](double points) {
                const auto x =
                    static_cast<float>(std::round(points * page.pixels)) + static_cast<float>(strip.pad);
                return std::clamp(x, 0.0F, wide);
            };
            const float from = stretch.left <= place.left + 0.01 ? 0 : pixel(stretch.left);
            const float to = stretch.right >= place.right - 0.01 ? wide : pixel(stretch.right);
            if (from > at) show(at, from, ui.theme().text);
            show(from, to, ui.theme().quiet_text);
            at = to;
        }
        if (at < wide) show(at, wide, ui.theme().text);
    }
}

void Editor::draw_wave(Ui& ui, Rect rect, Colour colour) {
    const float step = std::max(2.0F, ui.px(2));
    const float low = rect.bottom() - ui.px(2);
    bool up = false;
    for (float x = rect.x; x <= rect.right(); x += step, up = !up) {
        ui.canvas()->PathLineTo(ImVec2(x, up ? low - step : low));
    }
    ui.canvas()->PathStroke(colour.u32(), 0, std::max(1.0F, ui.px(1)));
}

void Editor::draw_caret(Ui& ui, const Page& page) const {
    const auto place = place_of_caret();
    const float wide = std::max(2.0F, ui.px(2));
    const Rect rect{std::round(page.x(place.x)) - std::floor(wide / 2), page.y(place.line) + 1, wide,
                    page.pitch - 2};
    ui.fill(rect, ui.theme().focus);
    ui.text_input_at(rect);
}

// A number alone says nothing of the side that a paragraph begins at; until something is typed the hint does.
std::string Editor::lead_towards(Ui& ui, std::string_view lead, std::string_view hint) const {
    const bool is_number = std::none_of(lead.begin(), lead.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
    });
    const bool turns = is_number && edit_.empty() && composing_.text.empty() && !hint.empty() &&
                       ui.layout(hint, max_hint_width, Face::body).rtl();
    return std::string(turns ? right_to_left_mark : std::string_view()) += lead;
}

void Editor::draw_hint(Ui& ui, const Page& page, std::string_view hint) const {
    if (hint.empty()) return;
    const auto place = set_.paragraph().place_of({set_.begin(), Side::after});
    const bool rtl = set_.paragraph().rtl();
    const float x = page.x(place.x) + ui.px(rtl ? -3 : 3);  // the caret stands before it
    const Rect room{rtl ? page.inside.x : x, page.y(place.line),
                    std::max(0.0F, rtl ? x - page.inside.x : page.inside.right() - x), page.pitch};
    // A line of the interface runs from the left; what stands between two letters from the right runs with
    // them.
    ui.text(room, std::string(hint) += rtl ? right_to_left_mark : std::string_view(), Face::body,
            ui.theme().quiet_text, rtl ? Align::end : Align::start);
}

}  // namespace dais::ui
