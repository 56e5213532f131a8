#include "clerk-station/floor_line.hpp"

#include <algorithm>

#include "clerk-station/interventions_panel.hpp"
#include "ui/widgets.hpp"
#include "ui/words.hpp"

namespace dais::clerk_station {

float floor_line_height(ui::Ui& ui) {
    return std::max(ui.px(ui::target), ui.line(ui::Face::body) + ui.line(ui::Face::small) + ui.px(10));
}

bool floor_line(ui::Ui& ui, const ui::Model& model, const Capture& capture, ui::Rect rect) {
    const std::string id = "interventions.floor";
    const auto* floor = meeting::find_intervention(model.meeting, model.meeting.proceedings.floor);
    const bool there = floor != nullptr;
    const bool focused = ui.focusable(id, there);
    const auto pointing = ui.pointing(id, rect, there);
    if (pointing.pressed) ui.focus(id);
    const auto& theme = ui.theme();
    ui.frame(rect, there ? theme.info : theme.panel_edge, ui.px(6), ui.px(there ? 2 : 1));
    if (pointing.hovered) ui.frame(rect, theme.focus, ui.px(6), ui.px(pointing.held ? 2 : 1));
    ui::Rect inside = rect.inset(ui.px(10), ui.px(5));
    ui::Rect upper = inside.cut_top(ui.line(ui::Face::body));
    std::string name = "Nobody has the floor";
    if (there) {
        name = ui::person_name(model.meeting, floor->speaker.who);
        const ui::Rect length = upper.cut_right(ui.width("0:00:00", ui::Face::body));
        ui::label(ui, id + ".length", length, ui::length_of(*floor, model.now), ui::Face::body, theme.text,
                  ui::Align::end);
        ui::Rect lower = inside;
        const auto* speaks = "has the floor";
        ui::status(ui, id + ".speaks", lower.cut_left(ui::status_width(ui, speaks, ui::Face::small)),
                   ui::State::info, speaks, ui::Face::small);
        lower.cut_left(ui.px(10));
        auto written = captured_phrase(model, capture, *floor);
        // Where there is no room for the words, the paragraphs are what counts.
        if (ui::status_width(ui, written.text, ui::Face::small) > lower.w)
            written.text.resize(std::min(written.text.find(';'), written.text.size()));
        ui::status(ui, id + ".written", lower, written.state, written.text, ui::Face::small);
    }
    ui.text(upper, name, there ? ui::Face::strong : ui::Face::body, there ? theme.text : theme.quiet_text);
    if (focused) ui.outline(rect);
    ui.note({id, rect, true, there && ui.reachable(), true, false, name});
    return pointing.clicked || (focused && ui.take({ui::Key::enter, ui::alone}));
}

}  // namespace dais::clerk_station
