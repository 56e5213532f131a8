#include "ui/widgets.hpp"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "ui/field.hpp"
#include "ui/text_layout.hpp"

namespace dais::ui {
namespace {

struct Paint {
    Colour ground;
    Colour ink;
    bool edge = true;
};

Paint paint_of(const Theme& theme, const ButtonLook& look) {
    if (!look.enabled) return {theme.panel, theme.disabled_text, true};
    if (look.on) return {theme.selected, theme.selected_text, true};
    switch (look.tone) {
        case Tone::accent:
            return {theme.accent, theme.accent_text, false};
        case Tone::danger:
            return {theme.button, theme.over, true};
        case Tone::quiet:
            return {theme.panel, theme.text, false};
        case Tone::plain:
            break;
    }
    return {theme.button, theme.button_text, true};
}

}  // namespace

bool button(Ui& ui, const std::string& id, Rect rect, std::string_view label, const ButtonLook& look) {
    if (rect.w < 1 || rect.h < 1) return false;  // there is no room for it
    const bool enabled = look.enabled && ui.reachable();
    const bool focused = ui.focusable(id, look.enabled);
    const auto pointing = ui.pointing(id, rect, look.enabled);
    if (pointing.pressed) ui.focus(id);
    const auto paint = paint_of(ui.theme(), look);
    const float rounding = ui.px(6);
    const bool visible_ground = look.tone != Tone::quiet || look.on || !look.enabled;
    if (visible_ground) ui.fill(rect, paint.ground, rounding);
    if (paint.edge) ui.frame(rect, ui.theme().field_edge, rounding, ui.px(1));
    if (pointing.hovered) ui.frame(rect, ui.theme().focus, rounding, ui.px(pointing.held ? 2 : 1));
    Rect inside = rect.inset(ui.px(10), 0);
    if (!look.keys.empty()) {
        const float across = ui.width(look.keys, Face::small);
        auto ink = look.tone == Tone::accent && look.enabled ? paint.ink : ui.theme().quiet_text;
        if (!look.enabled) ink = ui.theme().disabled_text;
        ui.text(inside.cut_right(across), look.keys, Face::small, ink, Align::end);
        inside.cut_right(ui.px(8));
    }
    const auto face = look.tone == Tone::accent ? Face::strong : Face::body;
    const bool cut = ui.text(inside, label, face, paint.ink, look.align);
    if (focused) ui.outline(rect);
    ui.note({id, rect, true, enabled, true, cut, std::string(label)});
    return pointing.clicked || (focused && ui.take({Key::enter, alone}));
}

float button_width(Ui& ui, std::string_view label, std::string_view keys) {
    const float text = std::max(ui.width(label, Face::body), ui.width(label, Face::strong));
    const float hint = keys.empty() ? 0 : ui.width(keys, Face::small) + ui.px(8);
    return std::max(ui.px(target), std::ceil(text + hint) + ui.px(22));
}

Rect ButtonRow::next(std::string_view label, std::string_view keys) {
    const float wide = button_width(ui_, label, keys);
    if (rect_.w < wide) {
        rect_.w = 0;  // what comes after it would stand in its place
        return {};
    }
    const Rect place = rect_.cut_left(wide);
    rect_.cut_left(ui_.px(8));
    return place;
}

void label(Ui& ui, const std::string& id, Rect rect, std::string_view text, Face face, Colour colour,
           Align align) {
    const bool cut = ui.text(rect, text, face, colour, align);
    ui.note({id, rect, true, true, false, cut, std::string(text)});
}

void label(Ui& ui, const std::string& id, Rect rect, std::string_view text) {
    label(ui, id, rect, text, Face::body, ui.theme().text);
}

bool choice(Ui& ui, const std::string& id, Rect rect, std::span<const std::string_view> labels,
            std::size_t& chosen, bool enabled) {
    if (labels.empty()) return false;
    const auto before = chosen;
    const bool focused = ui.focusable(id, enabled);
    if (focused && ui.take({Key::right, alone}, true)) chosen = std::min(chosen + 1, labels.size() - 1);
    if (focused && ui.take({Key::left, alone}, true) && chosen > 0) --chosen;
    float spare = rect.w - choice_width(ui, labels);
    spare = std::min(0.0F, spare) / static_cast<float>(labels.size());
    Rect rest = rect;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const auto part_id = id + "." + std::to_string(i);
        const Rect part = rest.cut_left(std::floor(ui.width(labels[i], Face::body) + ui.px(28) + spare));
        const auto pointing = ui.pointing(part_id, part, enabled);
        if (pointing.pressed) ui.focus(id);
        if (pointing.clicked) chosen = i;
        const bool on = chosen == i;
        if (on) ui.fill(part, ui.theme().selected, ui.px(6));
        const auto ink = !enabled ? ui.theme().disabled_text
                         : on     ? ui.theme().selected_text
                                  : ui.theme().text;
        const bool cut = ui.text(part.inset(ui.px(4), 0), labels[i], Face::body, ink, Align::center);
        if (on) {  // not by colour alone: the chosen one is underlined
            ui.fill({part.x + ui.px(8), part.bottom() - ui.px(4), part.w - ui.px(16), ui.px(3)}, ink);
        }
        ui.note({part_id, part, true, enabled && ui.reachable(), false, cut, std::string(labels[i])});
    }
    const Rect whole{rect.x, rect.y, rest.x - rect.x, rect.h};
    ui.frame(whole, ui.theme().field_edge, ui.px(6), ui.px(1));
    if (focused) ui.outline(whole);
    ui.note({id, whole, true, enabled && ui.reachable(), true, false, std::string(labels[chosen])});
    return chosen != before;
}

float choice_width(Ui& ui, std::span<const std::string_view> labels) {
    float sum = 0;
    for (const auto each : labels) sum += std::floor(ui.width(each, Face::body) + ui.px(28));
    return sum;
}

float paragraph(Ui& ui, const std::string& id, Rect rect, std::string_view text, Face face, Colour colour) {
    const auto& layout = ui.layout(text, rect.w, face);
    const float height = ui.line(face);
    float y = rect.y;
    bool cut = false;
    for (const auto& line : layout.lines()) {
        if (y + height > rect.bottom() + 0.5F) {
            cut = true;
            break;
        }
        draw_line(ui, line, rect.x, y, face, colour);
        y += height;
    }
    ui.note({id, rect, true, true, false, cut, std::string(text)});
    return height * static_cast<float>(layout.lines().size());
}

float paragraph_height(Ui& ui, float width, std::string_view text, Face face) {
    return ui.line(face) * static_cast<float>(ui.layout(text, width, face).lines().size());
}

void shape(Ui& ui, State state, float x, float y, float radius, Colour colour) {
    auto* canvas = ui.canvas();
    const auto ink = colour.u32();
    switch (state) {
        case State::good:
            return canvas->AddCircleFilled(ImVec2(x, y), radius, ink);
        case State::warning:
            return canvas->AddTriangleFilled(ImVec2(x, y - radius), ImVec2(x + radius, y + radius * 0.8F),
                                             ImVec2(x - radius, y + radius * 0.8F), ink);
        case State::over:
            return canvas->AddRectFilled(ImVec2(x - radius * 0.9F, y - radius * 0.9F),
                                         ImVec2(x + radius * 0.9F, y + radius * 0.9F), ink);
        case State::info:
            return canvas->AddCircle(ImVec2(x, y), radius * 0.8F, ink, 0, std::max(2.0F, radius * 0.35F));
        case State::remote:
            return canvas->AddQuadFilled(ImVec2(x, y - radius), ImVec2(x + radius, y), ImVec2(x, y + radius),
                                         ImVec2(x - radius, y), ink);
        case State::quiet:
            return canvas->AddCircleFilled(ImVec2(x, y), radius * 0.45F, ink);
    }
}

Colour colour_of(const Theme& theme, State state) {
    switch (state) {
        case State::good:
            return theme.good;
        case State::warning:
            return theme.warning;
        case State::over:
            return theme.over;
        case State::info:
            return theme.info;
        case State::remote:
            return theme.remote;
        case State::quiet:
            break;
    }
    return theme.quiet_text;
}

void status(Ui& ui, const std::string& id, Rect rect, State state, std::string_view word, Face face) {
    const auto colour = colour_of(ui.theme(), state);
    const float radius = std::round(ui.line(face) * 0.24F);
    Rect rest = rect;
    const Rect place = rest.cut_left(radius * 2 + ui.px(6));
    ui::shape(ui, state, place.x + radius, place.y + place.h / 2, radius, colour);
    const bool cut = ui.text(rest, word, face, colour);
    ui.note({id, rect, true, true, false, cut, std::string(word)});
}

float status_width(Ui& ui, std::string_view word, Face face) {
    return std::ceil(std::round(ui.line(face) * 0.24F) * 2 + ui.px(6) + ui.width(word, face)) + 1;
}

void bar(Ui& ui, const std::string& id, Rect rect, float part, State state) {
    const float rounding = std::min(ui.px(4), rect.h / 2);
    ui.fill(rect, ui.theme().field, rounding);
    Rect filled = rect;
    filled.w = std::round(rect.w * std::clamp(part, 0.0F, 1.0F));
    ui.fill(filled, colour_of(ui.theme(), state), rounding);
    ui.frame(rect, ui.theme().field_edge, rounding, ui.px(1));
    ui.note({id, rect, true, true, false, false, std::to_string(std::lround(part * 100)) + " %"});
}

Rect panel(Ui& ui, const std::string& id, Rect rect, std::string_view title) {
    ui.group(id);
    ui.fill(rect, ui.theme().panel, ui.px(8));
    ui.frame(rect, ui.theme().panel_edge, ui.px(8), ui.px(1));
    Rect inside = rect.inset(ui.px(12), ui.px(10));
    if (!title.empty()) {
        label(ui, id, inside.cut_top(ui.line(Face::strong)), title, Face::strong, ui.theme().quiet_text);
        inside.cut_top(ui.px(8));
    }
    return inside;
}

}  // namespace dais::ui
