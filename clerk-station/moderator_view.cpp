#include "clerk-station/moderator_view.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "clerk-station/giving.hpp"
#include "ui/clock.hpp"
#include "ui/header.hpp"
#include "ui/words.hpp"

namespace dais::clerk_station {
namespace {

constexpr const char* behalf_place = "moderator.behalf";

}  // namespace

void ModeratorView::draw(ui::Ui& ui, const ui::Model& model, ui::Sink& sink, ui::Rect area) {
    area = area.inset(ui.px(10), ui.px(10));
    ui::header(ui, model, title(), area);
    const float gap = ui.px(8);
    ui::Rect right = area.cut_right(std::round(std::max(ui.px(320), area.w * 0.3F)));
    area.cut_right(gap);
    remote_panel(ui, model, remote, sink, area);
    const bool gives = gives_floor(model);
    draw_floor(ui, model, sink,
               right.cut_top(std::round(std::min(ui.px(gives ? 360 : 300), right.h * 0.55F))));
    right.cut_top(gap);
    draw_list(ui, model, right);
    ui::person_form(ui, model, sink, "remote.person", person);
    remote_keys(ui, model, remote, sink);
    giving_keys(ui, model, sink);
    if (ui.shortcut({ui::Key::r, ui::alone}) || ui.shortcut({ui::Key::f2, ui::alone}))
        ui.focus("remote.rows");
    if (ui.shortcut({ui::Key::l, ui::alone}) || ui.shortcut({ui::Key::f4, ui::alone})) ui.focus("list.rows");
    if (model.may(meeting::AddParticipant{}) && ui.shortcut({ui::Key::p, ui::ctrl_shift})) {
        ui::open_person_form(ui, person, false);
    }
    if (ui.reachable() && !ui.focused().empty() && ui.take({ui::Key::escape, ui::alone})) ui.leave_focus();
    keep_drafts(sink);
}

void ModeratorView::draw_floor(ui::Ui& ui, const ui::Model& model, ui::Sink& sink, ui::Rect rect) {
    ui::Rect inside = ui::panel(ui, "floor", rect, "The floor");
    draw_giving(ui, model, sink, inside);
    const auto* floor = meeting::find_intervention(model.meeting, model.meeting.proceedings.floor);
    ui::Rect name = inside.cut_top(ui.line(ui::Face::title));
    if (floor == nullptr) {
        ui::label(ui, "floor.name", name, "Nobody has the floor", ui::Face::title, ui.theme().quiet_text);
        return;
    }
    ui::label(ui, "floor.name", name, ui::person_name(model.meeting, floor->speaker.who), ui::Face::title,
              ui.theme().text);
    ui::label(ui, "floor.affiliation", inside.cut_top(ui.line(ui::Face::body)), floor->speaker.affiliation,
              ui::Face::body, ui.theme().quiet_text);
    if (const auto* speaker = meeting::find_participant(model.meeting, floor->speaker.who)) {
        const auto link = ui::attendance_phrase(*speaker);
        ui::status(ui, "floor.link", inside.cut_top(ui.line(ui::Face::body)), link.state, link.text);
    }
    ui::clock(ui, "floor.clock", inside, ui::clock_face(model.meeting, model.now));
}

void ModeratorView::draw_list(ui::Ui& ui, const ui::Model& model, ui::Rect rect) {
    const auto& queue = model.meeting.proceedings.list;
    const auto title = fmt::format("Speakers’ list · {} waiting{}", queue.size(),
                                   model.meeting.proceedings.list_closed ? " · closed" : "");
    const ui::Rect inside = ui::panel(ui, "list", rect, title);
    ui::rows(ui, "list.rows", inside, queue.size(), ui.px(ui::target), list,
             {"Speakers’ list", "Nobody is on the list."}, [&](const ui::Row& row) {
                 ui::Rect place = row.rect.inset(ui.px(10), 0);
                 ui.text(place.cut_left(ui.px(36)), fmt::format("{}.", row.index + 1), ui::Face::body,
                         row.quiet_ink);
                 ui::label(ui, fmt::format("list.{}", queue[row.index].id.value), place,
                           ui::person_line(model.meeting, queue[row.index].who), ui::Face::body, row.ink);
             });
}

void ModeratorView::keep_drafts(ui::Sink& sink) {
    const auto revision = remote.behalf.edit.revision();
    if (revision == kept_) return;
    kept_ = revision;
    if (remote.behalf.edit.empty()) {
        sink.forget_draft(behalf_place);
    } else {
        sink.keep_draft(behalf_place, remote.behalf.edit.text());
    }
}

std::optional<base::Instant> ModeratorView::next_digit(const ui::Model& model) const {
    auto next = ui::until_next_minute(model.now);
    if (const auto clock = ui::until_next_digit(model.meeting, model.now)) next = std::min(next, *clock);
    return model.uptime + next;
}

void ModeratorView::restore(const std::map<std::string, std::string>& drafts) {
    const auto found = drafts.find(behalf_place);
    remote.behalf.edit.set(found == drafts.end() ? std::string_view() : std::string_view(found->second));
    kept_ = remote.behalf.edit.revision();
}

const std::vector<ui::HelpLine>& ModeratorView::help() const {
    static const std::vector<ui::HelpLine> lines{
        {"", "Links"},
        {"R or F2", "To the participants: Up and Down choose"},
        {"1", "In the room"},
        {"2", "Waiting, in the platform’s lobby"},
        {"3", "By audio"},
        {"4", "By video"},
        {"5", "Link lost"},
        {"6", "Left"},
        {"Ctrl+O", "When it was seen, where that was not now; Enter goes back"},
        {"Ctrl+F", "Find: any part of name or affiliation; Enter goes to what is found"},
        {"Ctrl+T", "Everybody, or those by link only"},
        {"", "The floor"},
        {"F", "Ask for the floor for the chosen person"},
        {"Alt+1 to Alt+4", "For a statement, point of order, right of reply, reply"},
        {"Ctrl+B", "On whose behalf; Enter asks for the floor"},
        {"W", "Withdraw the request"},
        {"Space, E", "Give the floor to the next, end it: while the chair lets you"},
        {"L or F4", "To the speakers’ list"},
        {"Ctrl+Shift+P", "Add a person"},
        {"", "Everywhere"},
        {"Esc", "Leave a box, so that single keys act; read a refusal"},
        {"Tab, F6", "To the next control, to the next panel"},
        {"Ctrl and +, −, 0", "Larger, smaller, as the system says"},
        {"F9", "Light, dark, high contrast"},
        {"F12", "A picture of the window"},
        {"F1", "These keys"},
    };
    return lines;
}

}  // namespace dais::clerk_station
