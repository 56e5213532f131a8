#include "clerk-station/left_panel.hpp"

#include <array>

#include "ui/feedback.hpp"
#include "ui/widgets.hpp"

namespace dais::clerk_station {
namespace {

std::vector<meeting::InterventionId> begun_at(const ui::Model& model, const DeskOfTexts& texts) {
    std::vector<meeting::InterventionId> begun;
    for (const auto& place : texts.unfinished()) {
        if (const auto of = intervention_of(model, place)) begun.push_back(of);
    }
    return begun;
}

void show(ui::Ui& ui, MarksDraft& marks, bool shown) {
    marks.shown = shown;
    ui.focus(shown ? "marks.rows" : "interventions.rows");
}

}  // namespace

std::optional<Place> left_panel(ui::Ui& ui, const ui::Model& model, InterventionsDraft& interventions,
                                MarksDraft& marks, const DeskOfTexts& texts, ui::Sink& sink, ui::Rect rect) {
    interventions.begun = begun_at(model, texts);
    interventions.capture.bring_up_to_date(model);
    ui::Rect inside = ui::panel(ui, "left", rect, "");
    const auto label = marks_label(interventions.capture.open_marks());
    const std::array<std::string_view, 2> sides{"Interventions", label};
    std::size_t side = marks.shown ? 1 : 0;
    ui::Rect top = inside.cut_top(ui.px(ui::target));
    inside.cut_top(ui.px(6));
    const float wide = ui::choice_width(ui, sides);
    if (ui::choice(ui, "left.side", top, sides, side)) marks.shown = side == 1;
    if (top.w >= wide + ui.px(36)) ui.text(top, "F7", ui::Face::small, ui.theme().quiet_text, ui::Align::end);
    ui::Rect room = inside;
    room.cut_bottom(ui.px(60));
    if (room.h >= ui.px(ui::target)) {
        const float used = ui::feedback(ui, model, sink, "left.feedback", "left.", room);
        inside.cut_top(used > 0 ? used + ui.px(6) : 0);
    }
    if (marks.shown) return marks_panel(ui, model, marks, sink, texts.place(), inside);
    const auto chosen =
        interventions_panel(ui, model, interventions, sink, intervention_of(model, texts.place()), inside);
    if (!chosen) return std::nullopt;
    return Place{PlaceKind::paragraph, chosen->value};
}

std::optional<Place> left_keys(ui::Ui& ui, const ui::Model& model, InterventionsDraft& interventions,
                               MarksDraft& marks, const Place& at, meeting::InterventionId meant,
                               ui::Sink& sink) {
    if (ui.shortcut({ui::Key::f2, ui::alone})) show(ui, marks, false);
    if (ui.shortcut({ui::Key::f7, ui::alone})) show(ui, marks, !marks.shown);
    if (ui.shortcut({ui::Key::f5, ui::alone})) {
        marks.shown = false;  // what is filtered must be seen
        turn_filter(interventions);
    }
    if (ui.shortcut({ui::Key::m, ui::ctrl})) make_mark(model, sink, meeting::MarkKind::missed, at);
    if (ui.shortcut({ui::Key::k, ui::ctrl})) make_mark(model, sink, meeting::MarkKind::check, at);
    if (ui.shortcut({ui::Key::r, ui::ctrl_shift})) say_nothing_to_record(model, sink, meant);
    if (!ui.shortcut({ui::Key::f8, ui::alone})) return std::nullopt;
    const auto gap = next_gap(model, interventions.capture, intervention_of(model, at));
    if (!gap) return std::nullopt;
    return Place{PlaceKind::paragraph, gap.value};
}

}  // namespace dais::clerk_station
