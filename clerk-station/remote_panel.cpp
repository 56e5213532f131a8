#include "clerk-station/remote_panel.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "clerk-station/intervention_dialog.hpp"
#include "ui/words.hpp"

namespace dais::clerk_station {
namespace {

using meeting::Link;

struct LinkAct {
    Link link;
    std::string_view label;
    ui::Key key;
    std::string_view keys;
};
constexpr std::array<LinkAct, 6> links{{
    {Link::in_room, "In room", ui::Key::d1, "1"},
    {Link::waiting, "Waiting", ui::Key::d2, "2"},
    {Link::audio, "Audio", ui::Key::d3, "3"},
    {Link::video, "Video", ui::Key::d4, "4"},
    {Link::lost, "Lost", ui::Key::d5, "5"},
    {Link::left, "Left", ui::Key::d6, "6"},
}};
constexpr std::array<std::string_view, 4> kinds{"Statement", "Point of order", "Right of reply", "Reply"};

bool is_remote(const meeting::Participant& person) {
    return person.attendance == meeting::Attendance::video || !person.links.empty();
}

void bring_up_to_date(const ui::Model& model, RemoteDraft& draft) {
    const auto query = draft.find.edit.revision();
    if (draft.built_for == model.revision && draft.found_for == query &&
        draft.built_everybody == draft.everybody)
        return;
    draft.built_for = model.revision;
    draft.found_for = query;
    draft.built_everybody = draft.everybody;
    std::vector<ui::Finder::Entry> entries;
    // Who is looked for by name may be anywhere.
    const bool all = draft.everybody || !draft.find.edit.empty();
    for (const auto& person : model.meeting.participants) {
        if (all || is_remote(person)) {
            entries.push_back({person.id, person.given_name + " " + meeting::name_of(person) + " " +
                                              person.affiliation + " " + person.id});
        }
    }
    draft.shown = ui::Finder(entries).find(draft.find.edit.text(), meeting::max_participants);
    const auto at = std::find(draft.shown.begin(), draft.shown.end(), draft.chosen);
    if (at != draft.shown.end()) {
        draft.rows.choose(static_cast<std::size_t>(at - draft.shown.begin()));
    } else if (!draft.find.edit.empty() && !draft.shown.empty()) {
        draft.rows.choose(0);
        draft.chosen = draft.shown.front();
    } else {  // a key must not act on somebody who is not in sight
        draft.rows.chosen = ui::no_row;
        draft.chosen.clear();
    }
}

// What was typed for a request that was refused is put back, once, unless something else is there by now.
void put_back(const ui::Model& model, RemoteDraft& draft) {
    const auto* asked = model.asked_at("remote.request");
    if (asked == nullptr || asked->state != ui::Asked::State::refused || asked->token == draft.put_back)
        return;
    draft.put_back = asked->token;
    const auto* request = std::get_if<meeting::RequestFloor>(&asked->command);
    if (request == nullptr || !draft.behalf.edit.empty() || draft.kind != 0) return;
    draft.behalf.edit.set(request->on_behalf_of);
    draft.kind = static_cast<std::size_t>(request->kind);
}

const meeting::Request* request_of(const meeting::Meeting& meeting, const meeting::ParticipantId& who) {
    for (const auto* queue : {&meeting.proceedings.list, &meeting.proceedings.replies}) {
        for (const auto& request : *queue) {
            if (request.who == who) return &request;
        }
    }
    return nullptr;
}

// What the person does in the meeting now.
ui::Phrase doing(const meeting::Meeting& meeting, const meeting::ParticipantId& who) {
    const auto* floor = meeting::find_intervention(meeting, meeting.proceedings.floor);
    if (floor != nullptr && floor->speaker.who == who) return {ui::State::info, "has the floor"};
    if (request_of(meeting, who) == nullptr) return {};
    const auto& list = meeting.proceedings.list;
    const auto at =
        std::find_if(list.begin(), list.end(), [&](const meeting::Request& r) { return r.who == who; });
    if (at == list.end()) return {ui::State::good, "right of reply asked for"};
    return {ui::State::good, fmt::format("on the list, {}.", at - list.begin() + 1)};
}

void draw_person(ui::Ui& ui, const ui::Model& model, const meeting::ParticipantId& id, const ui::Row& row) {
    const auto* person = meeting::find_participant(model.meeting, id);
    if (person == nullptr) return;
    ui::Rect place = row.rect.inset(ui.px(12), 0);
    const auto link = ui::attendance_phrase(*person);
    std::string since;
    if (!person->links.empty()) {
        since = ui::hour_with_seconds(model.meeting.setup.facts.zone, person->links.back().effective);
    }
    // The name has the room that is left, so a narrow window says less about when.
    const bool roomy = place.w > ui.px(700);
    if (roomy && !since.empty()) since = "since " + since;
    const auto* widest = roomy ? "since 00:00:00" : "00:00:00";
    ui::label(ui, "remote.since." + id, place.cut_right(ui.width(widest, ui::Face::body) + ui.px(4)), since,
              ui::Face::body, row.quiet_ink);
    place.cut_right(ui.px(12));
    const ui::Rect state = place.cut_right(ui::status_width(ui, "expected by video"));
    ui::status(ui, "remote.link." + id, state, link.state, link.text);
    place.cut_right(ui.px(12));
    const auto does = doing(model.meeting, id);
    if (roomy || !does.text.empty()) {
        const float wide = ui::status_width(ui, roomy ? "right of reply asked for" : does.text);
        const ui::Rect doing_rect = place.cut_right(std::min(wide, place.w * 0.5F));
        if (!does.text.empty()) ui::status(ui, "remote.doing." + id, doing_rect, does.state, does.text);
        place.cut_right(ui.px(12));
    }
    ui::label(ui, "remote." + id, place, ui::person_line(model.meeting, id), ui::Face::body, row.ink);
}

meeting::ReportLink report_of(const ui::Model& model, const RemoteDraft& draft, Link link) {
    return {draft.chosen, link, parse_hour(model.meeting.setup.facts, draft.observed.edit.text())};
}

bool observed_is_good(const ui::Model& model, const RemoteDraft& draft) {
    return base::trimmed(draft.observed.edit.text()).empty() ||
           parse_hour(model.meeting.setup.facts, draft.observed.edit.text()).has_value();
}

// What was looked for is done: nobody else's link may stay out of sight behind it.
void show_all_again(RemoteDraft& draft) {
    if (!draft.find.edit.empty()) draft.find.edit.clear();
}

void report(const ui::Model& model, RemoteDraft& draft, ui::Sink& sink, Link link) {
    if (draft.chosen.empty() || !observed_is_good(model, draft)) return;
    if (!ui::act(model, sink, "remote.report", report_of(model, draft, link))) return;
    draft.observed.edit.clear();
    show_all_again(draft);
}

void ask_floor(const ui::Model& model, RemoteDraft& draft, ui::Sink& sink) {
    if (draft.chosen.empty()) return;
    const meeting::RequestFloor request{draft.chosen, static_cast<meeting::Kind>(draft.kind),
                                        std::string(base::trimmed(draft.behalf.edit.text()))};
    if (!ui::act(model, sink, "remote.request", request)) return;
    draft.behalf.edit.clear();
    draft.kind = 0;
    show_all_again(draft);
}

void withdraw(const ui::Model& model, RemoteDraft& draft, ui::Sink& sink) {
    if (const auto* request = request_of(model.meeting, draft.chosen)) {
        ui::act(model, sink, "remote.withdraw", meeting::WithdrawRequest{{}, request->id});
    }
}

void draw_reports(ui::Ui& ui, const ui::Model& model, RemoteDraft& draft, ui::Sink& sink, ui::Rect line) {
    const float gap = ui.px(6);
    const float wide = std::floor((line.w - 5 * gap) / 6);
    const bool any = !draft.chosen.empty() && observed_is_good(model, draft);
    for (const auto& each : links) {
        const auto piece = line.cut_left(wide);
        line.cut_left(gap);
        const auto id = "remote.link_act." + std::string(meeting::word(each.link));
        const bool ready = any && ui::can_act(model, "remote.report", meeting::ReportLink{});
        // In a narrow window the word is what counts; the numbers are those of the places.
        const bool roomy = wide >= ui::button_width(ui, each.label, each.keys);
        const auto keys = roomy ? each.keys : std::string_view();
        if (ui::button(ui, id, piece, each.label, {.enabled = ready, .keys = keys})) {
            report(model, draft, sink, each.link);
        }
    }
}

void draw_requests(ui::Ui& ui, const ui::Model& model, RemoteDraft& draft, ui::Sink& sink, ui::Rect line) {
    const float gap = ui.px(8);
    const ui::Rect seen = line.cut_right(ui.px(230));
    line.cut_right(gap);
    ui::field(ui, "remote.observed", seen, draft.observed, {.hint = "seen at hh:mm:ss"});
    const bool any = !draft.chosen.empty();
    const ui::Rect ask = line.cut_left(ui::button_width(ui, "Ask for the floor", "F"));
    line.cut_left(gap);
    if (ui::button(
            ui, "remote.request", ask, "Ask for the floor",
            {.enabled = any && ui::can_act(model, "remote.request", meeting::RequestFloor{}), .keys = "F"})) {
        ask_floor(model, draft, sink);
    }
    const bool waits = request_of(model.meeting, draft.chosen) != nullptr;
    if (ui::button(ui, "remote.withdraw", line.cut_left(ui::button_width(ui, "Withdraw", "W")), "Withdraw",
                   {.enabled = waits && ui::can_act(model, "remote.withdraw", meeting::WithdrawRequest{}),
                    .keys = "W"})) {
        withdraw(model, draft, sink);
    }
}

void draw_kind(ui::Ui& ui, RemoteDraft& draft, ui::Rect line) {
    const float wide = std::min(ui::choice_width(ui, kinds), line.w - ui.px(150));
    ui::choice(ui, "remote.kind", line.cut_left(wide), kinds, draft.kind);
    line.cut_left(ui.px(8));
    ui::field(ui, "remote.behalf", line, draft.behalf, {.hint = "on behalf of (if it is)"});
}

}  // namespace

void remote_panel(ui::Ui& ui, const ui::Model& model, RemoteDraft& draft, ui::Sink& sink, ui::Rect rect) {
    ui::Rect inside = ui::panel(ui, "remote", rect, "Remote participants");
    ui::Rect line = inside.cut_top(ui.px(ui::target));
    const ui::Rect all = line.cut_right(ui::button_width(ui, "Everybody", "Ctrl+T"));
    line.cut_right(ui.px(8));
    ui::field(ui, "remote.find", line, draft.find, {.hint = "Find: any part of name or affiliation"});
    if (ui::button(ui, "remote.everybody", all, "Everybody", {.keys = "Ctrl+T", .on = draft.everybody})) {
        draft.everybody = !draft.everybody;
    }
    inside.cut_top(ui.px(8));
    bring_up_to_date(model, draft);
    put_back(model, draft);
    if (model.may(meeting::ReportLink{})) {
        inside.cut_top(ui::feedback(ui, model, sink, "remote.feedback", "remote.", inside));
        draw_kind(ui, draft, inside.cut_bottom(ui.px(ui::target)));
        inside.cut_bottom(ui.px(8));
        // Where there is no room for buttons above a list, their keys remain.
        using Draw = decltype(draw_requests)*;
        for (const Draw draw : {&draw_requests, &draw_reports}) {
            if (inside.h < ui.px(2 * ui::target + 8)) continue;
            draw(ui, model, draft, sink, inside.cut_bottom(ui.px(ui::target)));
            inside.cut_bottom(ui.px(8));
        }
        if (!observed_is_good(model, draft)) {
            ui::status(ui, "remote.fault", inside.cut_bottom(ui.line(ui::Face::body)), ui::State::over,
                       "That is no time: 10:19 or 10:19:48 is expected.");
        }
    }
    const auto event =
        ui::rows(ui, "remote.rows", inside, draft.shown.size(), ui.px(44), draft.rows,
                 {"Remote participants", "Nobody takes part by link. Ctrl+T shows everybody."},
                 [&](const ui::Row& row) { draw_person(ui, model, draft.shown[row.index], row); });
    if ((event.moved || event.focused) && draft.rows.chosen < draft.shown.size()) {
        draft.chosen = draft.shown[draft.rows.chosen];
    }
}

void remote_keys(ui::Ui& ui, const ui::Model& model, RemoteDraft& draft, ui::Sink& sink) {
    if (ui.shortcut({ui::Key::f, ui::ctrl})) {
        draft.find.edit.select_all();
        ui.focus("remote.find");
    }
    if (ui.focused() == "remote.find") {
        // What was found is acted on from the list.
        if (ui.take({ui::Key::enter, ui::alone}) || ui.take({ui::Key::down, ui::alone}))
            ui.focus("remote.rows");
        if (ui.take({ui::Key::escape, ui::alone})) {
            draft.find.edit.clear();
            ui.focus("remote.rows");
        }
    }
    if (ui.focused() == "remote.observed" && ui.take({ui::Key::enter, ui::alone})) ui.focus("remote.rows");
    if (ui.focused() == "remote.behalf" && ui.take({ui::Key::enter, ui::alone}))
        ask_floor(model, draft, sink);
    if (ui.shortcut({ui::Key::t, ui::ctrl})) draft.everybody = !draft.everybody;
    if (!model.may(meeting::ReportLink{})) return;
    if (ui.shortcut({ui::Key::o, ui::ctrl})) ui.focus("remote.observed");
    if (ui.shortcut({ui::Key::b, ui::ctrl})) ui.focus("remote.behalf");
    for (const auto& each : links) {
        if (ui.shortcut({each.key, ui::alone})) report(model, draft, sink, each.link);
    }
    constexpr std::array<ui::Key, 4> kind_keys{ui::Key::d1, ui::Key::d2, ui::Key::d3, ui::Key::d4};
    for (std::size_t i = 0; i < kind_keys.size(); ++i) {
        if (ui.shortcut({kind_keys[i], ui::alt})) draft.kind = i;
    }
    if (ui.shortcut({ui::Key::f, ui::alone})) ask_floor(model, draft, sink);
    if (ui.shortcut({ui::Key::w, ui::alone})) withdraw(model, draft, sink);
}

}  // namespace dais::clerk_station
