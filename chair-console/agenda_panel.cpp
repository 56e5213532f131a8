#include "chair-console/agenda_panel.hpp"

#include <algorithm>

#include "ui/words.hpp"

namespace dais::chair_console {
namespace {

std::size_t depth_of(const meeting::Setup& setup, const meeting::AgendaItem& item) {
    return meeting::path_to(setup, item.id).size() - 1;
}

ui::Phrase state_of(const meeting::Proceedings& proceedings, const meeting::AgendaItem& item) {
    if (!proceedings.path.empty() && proceedings.path.back() == item.id) return {ui::State::good, "now"};
    if (proceedings.concluded.contains(item.id)) return {ui::State::quiet, "concluded"};
    if (std::find(proceedings.path.begin(), proceedings.path.end(), item.id) != proceedings.path.end()) {
        return {ui::State::info, "open"};
    }
    if (proceedings.taken_up.contains(item.id)) return {ui::State::quiet, "taken up"};
    return {ui::State::quiet, ""};
}

void draw_item(ui::Ui& ui, const ui::Model& model, const ui::Row& row) {
    const auto& item = model.meeting.setup.agenda[row.index];
    ui::Rect place = row.rect.inset(ui.px(12), 0);
    place.cut_left(ui.px(20) * static_cast<float>(depth_of(model.meeting.setup, item)));
    const auto state = state_of(model.meeting.proceedings, item);
    if (!state.text.empty()) {
        ui::status(ui, "agenda.state." + item.id, place.cut_right(ui::status_width(ui, "concluded")),
                   state.state, state.text);
        place.cut_right(ui.px(8));
    }
    ui::label(ui, "agenda.item." + item.id, place, ui::item_line(item), ui::Face::body, row.ink);
}

}  // namespace

void agenda_panel(ui::Ui& ui, const ui::Model& model, AgendaDraft& draft, ui::Sink& sink, ui::Rect rect) {
    const auto& agenda = model.meeting.setup.agenda;
    ui::Rect inside = rect;
    const auto chosen = draft.rows.chosen;
    const bool any = chosen < agenda.size();
    const auto id = any ? agenda[chosen].id : meeting::AgendaItemId();
    if (model.may(meeting::TakeUp{})) {
        ui::Rect acts = inside.cut_bottom(ui.px(ui::target));
        inside.cut_bottom(ui.px(8));
        const ui::Rect take_up = acts.cut_left(ui::button_width(ui, "Take up", "Enter"));
        acts.cut_left(ui.px(8));
        ui::act_button(ui, model, sink, "agenda.take_up", take_up, "Take up", meeting::TakeUp{id},
                       {ui::Tone::plain, "Enter", any});
        ui::act_button(ui, model, sink, "agenda.conclude",
                       acts.cut_left(ui::button_width(ui, "Conclude", "K")), "Conclude",
                       meeting::Conclude{id}, {ui::Tone::plain, "K", any});
    }
    const auto event = ui::rows(ui, "agenda.rows", inside, agenda.size(), ui.px(44), draft.rows,
                                {"Agenda items", "The meeting has no agenda."},
                                [&](const ui::Row& row) { draw_item(ui, model, row); });
    if (event.activated && *event.activated < agenda.size()) {
        ui::act(model, sink, "agenda.take_up", meeting::TakeUp{agenda[*event.activated].id});
    }
    if (event.focused && any && ui.take({ui::Key::k, ui::alone})) {
        ui::act(model, sink, "agenda.conclude", meeting::Conclude{id});
    }
}

}  // namespace dais::chair_console
