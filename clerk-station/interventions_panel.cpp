#include "clerk-station/interventions_panel.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "ui/widgets.hpp"
#include "ui/words.hpp"

namespace dais::clerk_station {
namespace {

using meeting::Intervention;

void bring_up_to_date(const ui::Model& model, InterventionsDraft& draft) {
    if (draft.built_for == model.revision) return;
    const auto chosen = chosen_intervention(model, draft);
    draft.built_for = model.revision;
    draft.order.clear();
    for (const auto& item : model.meeting.timeline) {
        if (item.place != meeting::Place::intervention) continue;
        const auto id = meeting::InterventionId{item.ref};
        if (meeting::find_intervention(model.meeting, id) != nullptr) draft.order.push_back(item.ref - 1);
    }
    if (draft.follows && !draft.order.empty()) {
        draft.rows.choose(draft.order.size() - 1);
    } else if (chosen) {
        const auto at = std::find(draft.order.begin(), draft.order.end(), chosen.value - 1);
        if (at != draft.order.end()) draft.rows.chosen = static_cast<std::size_t>(at - draft.order.begin());
    }
}

std::size_t paragraphs_of(const meeting::Meeting& meeting, const Intervention& intervention) {
    return static_cast<std::size_t>(
        std::count_if(intervention.blocks.begin(), intervention.blocks.end(), [&](meeting::TextId id) {
            const auto* text = meeting::find_text(meeting, id);
            return text != nullptr && !text->removed;
        }));
}

std::string name_line(const ui::Model& model, const Intervention& each) {
    auto name = ui::person_name(model.meeting, each.speaker.who);
    if (each.part_of) name += " (continued)";
    return name;
}

void draw_written(ui::Ui& ui, const ui::Model& model, const Intervention& each, const std::string& id,
                  ui::Rect rect) {
    const auto count = paragraphs_of(model.meeting, each);
    if (count == 0) {
        ui::status(ui, id + ".written", rect, ui::State::warning, "nothing written", ui::Face::small);
        return;
    }
    ui::status(ui, id + ".written", rect, ui::State::good,
               count == 1 ? std::string("1 paragraph") : fmt::format("{} paragraphs", count),
               ui::Face::small);
}

void draw_intervention(ui::Ui& ui, const ui::Model& model, const Intervention& each, bool at,
                       const ui::Row& row) {
    const auto id = fmt::format("interventions.{}", each.id.value);
    ui::Rect place = row.rect.inset(ui.px(10), ui.px(5));
    ui::Rect upper = place.cut_top(ui.line(ui::Face::body));
    const auto began = ui::hour(model.meeting.setup.facts.zone, each.timing.began);
    const float times = ui.width("00:00", ui::Face::body) + ui.px(10);
    ui.text(upper.cut_left(times), began, ui::Face::body, row.quiet_ink);
    const ui::Rect length = upper.cut_right(ui.width("00:00", ui::Face::body) + ui.px(4));
    ui::label(ui, id + ".length", length, ui::length_of(each, model.now), ui::Face::body, row.ink,
              ui::Align::end);
    ui::label(ui, id, upper, name_line(model, each), at ? ui::Face::strong : ui::Face::body, row.ink);
    place.cut_left(times);
    const bool speaks = model.meeting.proceedings.floor == each.id;
    // By what link, and for what, where that is more than a statement in the room.
    const auto link = meeting::link_of(model.meeting, each);
    auto phrase = ui::link_phrase(link);
    const auto kind = ui::kind_phrase(each.kind);
    const bool in_room = link == meeting::Link::in_room;
    if (!kind.empty()) phrase.text = in_room ? kind : phrase.text + ", " + kind;
    const bool second = !in_room || !kind.empty();
    const ui::Rect half = place.cut_left(second ? place.w * 0.57F : place.w);
    if (speaks) {
        ui::status(ui, id + ".speaks", half, ui::State::info, "has the floor", ui::Face::small);
    } else {
        draw_written(ui, model, each, id, half);
    }
    if (second) ui::status(ui, id + ".link", place, phrase.state, phrase.text, ui::Face::small);
}

}  // namespace

meeting::InterventionId chosen_intervention(const ui::Model& model, const InterventionsDraft& draft) {
    if (draft.rows.chosen >= draft.order.size()) return {};
    const auto index = draft.order[draft.rows.chosen];
    return index < model.meeting.interventions.size() ? model.meeting.interventions[index].id
                                                      : meeting::InterventionId{};
}

std::optional<meeting::InterventionId> interventions_panel(ui::Ui& ui, const ui::Model& model,
                                                           InterventionsDraft& draft,
                                                           meeting::InterventionId at, ui::Rect rect) {
    bring_up_to_date(model, draft);
    const ui::Rect inside = ui::panel(ui, "interventions", rect, "Interventions");
    const auto event = ui::rows(ui, "interventions.rows", inside, draft.order.size(), ui.px(58), draft.rows,
                                {"Interventions", "Nobody has spoken yet."}, [&](const ui::Row& row) {
                                    const auto& each = model.meeting.interventions[draft.order[row.index]];
                                    draw_intervention(ui, model, each, each.id == at, row);
                                });
    if (event.moved) draft.follows = draft.rows.chosen + 1 == draft.order.size();
    if (!event.activated || *event.activated >= draft.order.size()) return std::nullopt;
    return model.meeting.interventions[draft.order[*event.activated]].id;
}

}  // namespace dais::clerk_station
