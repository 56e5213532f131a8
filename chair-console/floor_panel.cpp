#include "chair-console/floor_panel.hpp"

#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "meeting/decide.hpp"
#include "ui/clock.hpp"
#include "ui/confirm.hpp"
#include "ui/words.hpp"

namespace dais::chair_console {
namespace {

using meeting::Meeting;
using ui::Face;

// Where the panel is lower than this, the name and the clock matter more than buttons for what has keys.
constexpr float least_for_all_acts = 300;

const meeting::Intervention* speaker(const Meeting& meeting) {
    return meeting::find_intervention(meeting, meeting.proceedings.floor);
}

meeting::GiveFloor give_next(const Meeting& meeting) {
    meeting::GiveFloor give;
    // To the person whom the button names, not to whoever is first by the time the press arrives.
    if (const auto* next = meeting::next_request(meeting.proceedings)) {
        give.to = next->who;
        give.kind = next->kind;
    }
    give.seen = meeting.proceedings.floor;
    return give;
}

bool clock_runs(const Meeting& meeting) {
    const auto* floor = speaker(meeting);
    return floor != nullptr && floor->timing.clock.running_since.has_value();
}

meeting::Command pause_or_resume(const Meeting& meeting) {
    if (clock_runs(meeting)) return meeting::PauseClock{meeting.proceedings.floor};
    return meeting::ResumeClock{meeting.proceedings.floor};
}

meeting::GrantTime grant(const Meeting& meeting, std::int64_t seconds) {
    return {seconds, meeting.proceedings.floor};
}

void open_point_of_order(ui::Ui& ui, FloorDraft& draft) {
    draft.point_of_order = true;
    ui.focus_in_dialog("order.who");
}

// What the speaker's intervention is besides a statement, and for whom.
std::string kind_line(const meeting::Intervention& floor) {
    auto line = ui::kind_phrase(floor.kind);
    if (floor.part_of) line += line.empty() ? "continues" : ", continues";
    if (!floor.on_behalf_of.empty())
        line += (line.empty() ? "on behalf of " : ", on behalf of ") + floor.on_behalf_of;
    return line;
}

void draw_speaker(ui::Ui& ui, const ui::Model& model, ui::Rect rect) {
    const auto& theme = ui.theme();
    const auto* floor = speaker(model.meeting);
    ui::Rect name = rect.cut_top(ui.line(Face::name));
    if (floor == nullptr) {
        const bool open = model.meeting.proceedings.sitting == meeting::Sitting::open;
        ui::label(ui, "floor.name", name, open ? "Nobody has the floor" : "The meeting is not in session",
                  Face::title, theme.quiet_text);
        return;
    }
    const auto* person = meeting::find_participant(model.meeting, floor->speaker.who);
    ui::label(ui, "floor.name", name, ui::person_name(model.meeting, floor->speaker.who), Face::name,
              theme.text);
    const auto affiliation = floor->speaker.presiding ? std::string("presiding") : floor->speaker.affiliation;
    if (!affiliation.empty()) {
        ui::label(ui, "floor.affiliation", rect.cut_top(ui.line(Face::title)), affiliation, Face::title,
                  theme.quiet_text);
    }
    rect.cut_top(ui.px(4));
    if (person != nullptr) {
        const auto link = ui::attendance_phrase(*person);
        auto words = link.text;
        if (!person->links.empty()) {
            words += " since " + ui::hour(model.meeting.setup.facts.zone, person->links.back().effective);
        }
        ui::status(ui, "floor.link", rect.cut_top(ui.line(Face::strong)), link.state, words, Face::strong);
    }
    ui::label(ui, "floor.kind", rect.cut_top(ui.line(Face::strong)), kind_line(*floor), Face::strong,
              theme.info);
    const auto& waiting = model.meeting.proceedings.interrupted;
    if (waiting.empty()) return;
    const auto* interrupted = meeting::find_intervention(model.meeting, waiting.back());
    if (interrupted == nullptr) return;
    ui::label(ui, "floor.interrupted", rect.cut_top(ui.line(Face::body)),
              "then back to " + ui::person_name(model.meeting, interrupted->speaker.who), Face::body,
              theme.quiet_text);
}

void draw_giving(ui::Ui& ui, const ui::Model& model, ui::Sink& sink, ui::Rect rect) {
    const auto& meeting = model.meeting;
    const auto next = ui::next_phrase(meeting);
    const ui::Rect end = rect.cut_right(std::max(ui.px(150), ui::button_width(ui, "End", "E")));
    rect.cut_right(ui.px(8));
    ui::act_button(ui, model, sink, "floor.next", rect,
                   next.empty() ? "Nobody waits for the floor" : "Give the floor to " + next,
                   give_next(meeting), {ui::Tone::accent, "Space", !next.empty()});
    ui::act_button(ui, model, sink, "floor.end", end, "End", meeting::EndFloor{meeting.proceedings.floor},
                   {ui::Tone::plain, "E", speaker(meeting) != nullptr});
}

void draw_clock_acts(ui::Ui& ui, const ui::Model& model, FloorDraft& draft, ui::Sink& sink, ui::Rect rect) {
    const auto& meeting = model.meeting;
    const bool taken = speaker(meeting) != nullptr;
    const float gap = ui.px(8);
    // The longest label has the room that it needs before the others are made as wide.
    const float order =
        std::max(ui::button_width(ui, "Point of order", "O"), std::floor((rect.w - 3 * gap) / 4));
    const float part = std::floor((rect.w - order - 3 * gap) / 3);
    const auto cut = [&] {
        const auto piece = rect.cut_left(part);
        rect.cut_left(gap);
        return piece;
    };
    const bool runs = clock_runs(meeting);
    ui::act_button(ui, model, sink, "floor.pause", cut(), runs || !taken ? "Pause" : "Resume",
                   pause_or_resume(meeting), {ui::Tone::plain, "P", taken});
    ui::act_button(ui, model, sink, "floor.less", cut(), "−30 s", grant(meeting, -grant_seconds),
                   {ui::Tone::plain, "−", taken});
    ui::act_button(ui, model, sink, "floor.more", cut(), "+30 s", grant(meeting, grant_seconds),
                   {ui::Tone::plain, "+", taken});
    if (!model.may(meeting::GiveFloor{})) return;
    const bool open = meeting.proceedings.sitting == meeting::Sitting::open;
    if (ui::button(ui, "floor.order", rect, "Point of order",
                   {.enabled = open && model.live(), .keys = "O"})) {
        open_point_of_order(ui, draft);
    }
}

void draw_undo(ui::Ui& ui, const ui::Model& model, ui::Sink& sink, ui::Rect rect) {
    if (!model.may(meeting::UndoLast{})) return;
    const auto undo = meeting::what_undo_takes_back(model.meeting, *model.self, model.now);
    const std::string text = undo ? "Undo: " + ui::act_phrase(model.meeting, *undo) : "Nothing to undo";
    ui::act_button(ui, model, sink, "floor.undo", rect, text, meeting::UndoLast{},
                   {ui::Tone::quiet, "Ctrl+Z", undo.ok()});
}

// The next is called and is not there.
void draw_absent(ui::Ui& ui, const ui::Model& model, ui::Sink& sink, ui::Rect& line) {
    const auto& proceedings = model.meeting.proceedings;
    if (!model.may(meeting::PassOver{})) return;
    const auto* next = meeting::next_request(proceedings);
    const bool can = next != nullptr && proceedings.sitting == meeting::Sitting::open;
    const auto id = next == nullptr ? meeting::RequestId{} : next->id;
    const auto button = [&](const char* where, std::string_view label, std::string_view keys, bool back) {
        const float wide = ui::button_width(ui, label, keys);
        if (line.w < 2 * wide) return;  // the keys act all the same
        ui::act_button(ui, model, sink, where, line.cut_right(wide), label, meeting::PassOver{{}, id, back},
                       {ui::Tone::plain, keys, can});
        line.cut_right(ui.px(8));
    };
    button("floor.back", "Put back", "B", true);
    button("floor.skip", "Not there: skip", "X", false);
}

}  // namespace

void floor_panel(ui::Ui& ui, const ui::Model& model, FloorDraft& draft, ui::Sink& sink, ui::Rect rect) {
    ui::Rect inside = ui::panel(ui, "floor", rect, "");
    const bool acts = model.may(meeting::EndFloor{});
    if (acts) {
        const bool roomy = rect.h >= ui.px(least_for_all_acts);
        ui::Rect undo = inside.cut_bottom(roomy ? ui.px(ui::target) : 0);
        inside.cut_bottom(roomy ? ui.px(6) : 0);
        const ui::Rect clock_acts = inside.cut_bottom(roomy ? ui.px(48) : 0);
        inside.cut_bottom(roomy ? ui.px(8) : 0);
        draw_giving(ui, model, sink, inside.cut_bottom(ui.px(48)));
        if (roomy) {
            draw_clock_acts(ui, model, draft, sink, clock_acts);
            draw_absent(ui, model, sink, undo);
            draw_undo(ui, model, sink, undo);
        }
        inside.cut_bottom(ui.px(10));
        ui::Rect place = inside;
        place.y = std::max(inside.y, inside.bottom() - ui.px(60));
        place.h = inside.bottom() - place.y;
        // A refusal takes the place of the bar's surroundings rather than pushing the buttons about.
        const float used = ui::feedback(ui, model, sink, "floor.feedback", "floor.", place);
        if (used > 0) inside.h = std::max(0.0F, place.y - inside.y - ui.px(6));
    }
    if (speaker(model.meeting) == nullptr) return draw_speaker(ui, model, inside);
    const ui::Rect clock = inside.cut_right(std::min(inside.w * 0.55F, ui::clock_width(ui)));
    inside.cut_right(ui.px(12));
    draw_speaker(ui, model, inside);
    ui::clock(ui, "floor.clock", clock, ui::clock_face(model.meeting, model.now));
}

void point_of_order_dialog(ui::Ui& ui, const ui::Model& model, FloorDraft& draft, ui::Sink& sink) {
    if (!draft.point_of_order) return;
    ui.begin_dialog("order");
    ui::Rect inside = ui::dialog(ui, "order", 620, 520, "Point of order: who raises it?");
    ui::Rect foot = inside.cut_bottom(ui.px(ui::target));
    inside.cut_bottom(ui.px(8));
    const auto pick = ui::person_box(ui, model, "order.who", inside, draft.who, {.always_show = true});
    const ui::Rect cancel = foot.cut_right(ui::button_width(ui, "Cancel", "Esc"));
    ui::label(ui, "order.hint", foot, "Enter gives the floor; the clock stands meanwhile.");
    bool close = ui::button(ui, "order.cancel", cancel, "Cancel", {.keys = "Esc"}) ||
                 ui.take({ui::Key::escape, ui::alone});
    if (pick.who) {
        // Where it cannot be asked now, what was typed stays.
        close = ui::act(model, sink, "floor.order",
                        meeting::GiveFloor{*pick.who, meeting::Kind::point_of_order, "",
                                           model.meeting.proceedings.floor});
    }
    if (close) {
        draft.point_of_order = false;
        draft.who.clear();
    }
    ui.end_dialog(close);
}

void floor_keys(ui::Ui& ui, const ui::Model& model, FloorDraft& draft, ui::Sink& sink) {
    const auto& meeting = model.meeting;
    if (!model.may(meeting::EndFloor{})) return;
    const bool taken = speaker(meeting) != nullptr;
    const auto press = [&](ui::Key key, const char* where, const meeting::Command& command, bool sensible) {
        if (ui.shortcut({key, ui::alone}) && sensible) ui::act(model, sink, where, command);
    };
    press(ui::Key::space, "floor.next", give_next(meeting),
          meeting::next_request(meeting.proceedings) != nullptr);
    press(ui::Key::e, "floor.end", meeting::EndFloor{meeting.proceedings.floor}, taken);
    press(ui::Key::p, "floor.pause", pause_or_resume(meeting), taken);
    if (ui.shortcut('+') && taken) ui::act(model, sink, "floor.more", grant(meeting, grant_seconds));
    if (ui.shortcut('-') && taken) ui::act(model, sink, "floor.less", grant(meeting, -grant_seconds));
    const bool open = meeting.proceedings.sitting == meeting::Sitting::open;
    if (ui.shortcut({ui::Key::o, ui::alone}) && open && model.live()) open_point_of_order(ui, draft);
    if (ui.shortcut({ui::Key::z, ui::ctrl})) ui::act(model, sink, "floor.undo", meeting::UndoLast{});
}

}  // namespace dais::chair_console
