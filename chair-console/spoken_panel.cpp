#include "chair-console/spoken_panel.hpp"

#include <fmt/format.h>

#include "meeting/describe.hpp"
#include "ui/widgets.hpp"
#include "ui/words.hpp"

namespace dais::chair_console {
namespace {

void bring_up_to_date(const ui::Model& model, SpokenDraft& draft) {
    if (draft.built_for == model.revision) return;
    draft.built_for = model.revision;
    draft.order.clear();
    const auto& all = model.meeting.interventions;
    for (std::size_t i = all.size(); i > 0; --i) {
        if (!all[i - 1].undone) draft.order.push_back(i - 1);
    }
}

void draw_intervention(ui::Ui& ui, const ui::Model& model, const SpokenDraft& draft, const ui::Row& row) {
    const auto& each = model.meeting.interventions[draft.order[row.index]];
    const auto id = fmt::format("spoken.{}", each.id.value);
    ui::Rect place = row.rect.inset(ui.px(12), 0);
    const auto began = ui::hour(model.meeting.setup.facts.zone, each.timing.began);
    ui.text(place.cut_left(ui.px(64)), began, ui::Face::body, row.quiet_ink);
    const ui::Rect length = place.cut_right(ui.width("00:00:00", ui::Face::body));
    ui::label(ui, id + ".length", length, ui::length_of(each, model.now), ui::Face::body, row.ink,
              ui::Align::end);
    place.cut_right(ui.px(8));
    const auto left = meeting::left_at(each.timing.clock, model.now);
    if (left && left->count() < 0) {
        const auto over = "over by " + meeting::clock_text(base::Span{-left->count()});
        const float wide = std::min(place.w * 0.4F, ui::status_width(ui, over, ui::Face::small));
        ui::status(ui, id + ".over", place.cut_right(wide), ui::State::over, over, ui::Face::small);
        place.cut_right(ui.px(8));
    }
    auto name = ui::person_name(model.meeting, each.speaker.who);
    const auto kind = ui::kind_phrase(each.kind);
    if (!kind.empty()) name += ", " + kind;
    if (each.part_of) name += " (continued)";
    ui::label(ui, id, place, name, ui::Face::body, row.ink);
}

}  // namespace

void spoken_panel(ui::Ui& ui, const ui::Model& model, SpokenDraft& draft, ui::Rect rect) {
    bring_up_to_date(model, draft);
    ui::rows(ui, "spoken.rows", rect, draft.order.size(), ui.px(44), draft.rows,
             {"Interventions", "Nobody has spoken yet."},
             [&](const ui::Row& row) { draw_intervention(ui, model, draft, row); });
}

}  // namespace dais::chair_console
