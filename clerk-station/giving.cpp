#include "clerk-station/giving.hpp"

#include <algorithm>

#include "meeting/decide.hpp"
#include "ui/words.hpp"

namespace dais::clerk_station {
namespace {

// To the person whom the button names, not to whoever is first by the time the press arrives.
meeting::GiveFloor give_next(const meeting::Meeting& meeting) {
    meeting::GiveFloor give;
    if (const auto* next = meeting::next_request(meeting.proceedings)) {
        give.to = next->who;
        give.kind = next->kind;
    }
    give.seen = meeting.proceedings.floor;
    return give;
}

}  // namespace

bool gives_floor(const ui::Model& model) {
    return model.may(meeting::GiveFloor{});
}

void draw_giving(ui::Ui& ui, const ui::Model& model, ui::Sink& sink, ui::Rect& inside) {
    if (!gives_floor(model)) return;
    const auto& meeting = model.meeting;
    ui::Rect line = inside.cut_bottom(ui.px(48));
    inside.cut_bottom(ui.px(8));
    const auto next = ui::next_phrase(meeting);
    const ui::Rect end = line.cut_right(ui::button_width(ui, "End", "E"));
    line.cut_right(ui.px(8));
    std::string label = next.empty() ? "Nobody waits" : "Give the floor to " + next;
    if (ui::button_width(ui, label, "Space") > line.w && !next.empty()) label = "To " + next;
    ui::act_button(ui, model, sink, "floor.next", line, label, give_next(meeting),
                   {ui::Tone::accent, "Space", !next.empty()});
    ui::act_button(ui, model, sink, "floor.end", end, "End", meeting::EndFloor{meeting.proceedings.floor},
                   {ui::Tone::plain, "E", static_cast<bool>(meeting.proceedings.floor)});
    ui::Rect place = inside;
    place.y = std::max(inside.y, inside.bottom() - ui.px(60));
    place.h = inside.bottom() - place.y;
    const float used = ui::feedback(ui, model, sink, "floor.feedback", "floor.", place);
    if (used > 0) inside.h = std::max(0.0F, place.y - inside.y - ui.px(6));
}

void giving_keys(ui::Ui& ui, const ui::Model& model, ui::Sink& sink) {
    if (!gives_floor(model)) return;
    const auto& meeting = model.meeting;
    if (ui.shortcut({ui::Key::space, ui::alone}) && meeting::next_request(meeting.proceedings) != nullptr)
        ui::act(model, sink, "floor.next", give_next(meeting));
    if (ui.shortcut({ui::Key::e, ui::alone}) && meeting.proceedings.floor)
        ui::act(model, sink, "floor.end", meeting::EndFloor{meeting.proceedings.floor});
}

}  // namespace dais::clerk_station
