#include "chair-console/list_panel.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "meeting/decide.hpp"
#include "ui/confirm.hpp"
#include "ui/words.hpp"

namespace dais::chair_console {
namespace {

using meeting::Kind;
using meeting::Request;
using Requests = std::vector<Request>;

constexpr std::array<std::string_view, 4> kinds{"Statement", "Point of order", "Right of reply", "Reply"};
constexpr std::array<ui::Key, 4> kind_keys{ui::Key::d1, ui::Key::d2, ui::Key::d3, ui::Key::d4};

constexpr float row_height = 44;
// Where the panel is lower than this, only the box and the list are drawn: the acts all have keys.
constexpr float least_for_acts = 180;
constexpr float least_beside_outlook = 210;  // the names of the columns

const Request* find(const meeting::Proceedings& proceedings, meeting::RequestId id) {
    for (const auto* queue : {&proceedings.list, &proceedings.replies}) {
        for (const auto& request : *queue) {
            if (request.id == id) return &request;
        }
    }
    return nullptr;
}

const Requests& queue_of(const meeting::Proceedings& proceedings, const Request& request) {
    return request.kind == Kind::right_of_reply ? proceedings.replies : proceedings.list;
}

// The command that moves a request one place; nothing where it is at the end already.
std::optional<meeting::MoveRequest> moved(const meeting::Proceedings& proceedings, const Request& request,
                                          int by) {
    const auto& queue = queue_of(proceedings, request);
    const auto at =
        std::find_if(queue.begin(), queue.end(), [&](const Request& r) { return r.id == request.id; });
    meeting::MoveRequest move;
    move.request = request.id;
    if (by < 0) {
        if (at == queue.begin()) return std::nullopt;
        move.before = std::prev(at)->id;
        return move;
    }
    if (std::next(at) == queue.end()) return std::nullopt;
    if (std::next(at, 2) != queue.end()) move.before = std::next(at, 2)->id;
    return move;
}

// The command that puts a request where another stands; nothing where it stands there already, or is gone.
std::optional<meeting::MoveRequest> moved_to(const Requests& queue, meeting::RequestId chosen,
                                             std::size_t to) {
    const auto at =
        std::find_if(queue.begin(), queue.end(), [&](const Request& r) { return r.id == chosen; });
    if (at == queue.end()) return std::nullopt;
    const auto from = static_cast<std::size_t>(at - queue.begin());
    if (from == to) return std::nullopt;
    meeting::MoveRequest move;
    move.request = chosen;
    const auto before = to > from ? to + 1 : to;
    if (before < queue.size()) move.before = queue[before].id;
    return move;
}

void add(const ui::Model& model, ListDraft& draft, ui::Sink& sink, const ui::PersonPick& pick) {
    const auto kind = static_cast<Kind>(draft.kind);
    const auto behalf = draft.behalf.edit.text();
    bool asked = false;
    if (pick.with_shift) {
        asked = ui::act(model, sink, "list.add",
                        meeting::GiveFloor{*pick.who, kind, behalf, model.meeting.proceedings.floor});
    } else {
        asked = ui::act(model, sink, "list.add", meeting::RequestFloor{*pick.who, kind, behalf});
    }
    if (!asked) return;  // what was typed stays until it can be asked
    draft.find.clear();
    draft.behalf.edit.clear();
    draft.kind = 0;
}

// A queue as rows. The chosen row follows its request when others come and go.
void draw_queue(ui::Ui& ui, const ui::Model& model, ListDraft& draft, ui::Sink& sink, const std::string& id,
                const Requests& queue, ui::RowsState& state, std::string_view empty, ui::Rect rect) {
    const auto at =
        std::find_if(queue.begin(), queue.end(), [&](const Request& r) { return r.id == draft.chosen; });
    if (at != queue.end()) {
        const auto index = static_cast<std::size_t>(at - queue.begin());
        if (state.chosen != index) state.choose(index);
    } else if (state.chosen != ui::no_row && ui.focused() != id) {
        state.chosen = ui::no_row;
    }
    const auto event =
        ui::rows(ui, id, rect, queue.size(), ui.px(row_height), state,
                 {id, std::string(empty), model.may(meeting::MoveRequest{})},
                 [&](const ui::Row& row) { draw_request(ui, model, draft.sums, id, queue[row.index], row); });
    if (state.chosen < queue.size() && (event.moved || event.focused)) draft.chosen = queue[state.chosen].id;
    if (event.dropped && *event.dropped < queue.size()) {
        if (const auto move = moved_to(queue, draft.chosen, *event.dropped))
            ui::act(model, sink, "list.move", *move);
    }
    if (event.activated && *event.activated < queue.size()) {
        const auto& request = queue[*event.activated];
        ui::act(model, sink, "list.give",
                meeting::GiveFloor{request.who, request.kind, "", model.meeting.proceedings.floor});
    }
}

// What is asked for, and for whom.
void draw_kind(ui::Ui& ui, ListDraft& draft, ui::Rect& inside) {
    ui::Rect line = inside.cut_top(ui.px(ui::target));
    ui::choice(ui, "list.kind", line.cut_left(ui::choice_width(ui, kinds)), kinds, draft.kind);
    line.cut_left(ui.px(8));
    if (line.w < ui.px(150)) {  // a narrow window: a line of its own
        inside.cut_top(ui.px(8));
        line = inside.cut_top(ui.px(ui::target));
    }
    ui::field(ui, "list.behalf", line, draft.behalf, {.hint = "on behalf of (if it is)"});
    inside.cut_top(ui.px(8));
}

void draw_adding(ui::Ui& ui, const ui::Model& model, ListDraft& draft, ui::Sink& sink, ui::Rect& inside) {
    float used = 0;
    ui::Rect box = inside;
    // Those found leave the list a row, so that it can still be reached.
    const float most = std::max(ui.px(ui::target), inside.h - ui.px(row_height + 8));
    box.h = std::min({box.h, ui.px(ui::target * 5 + 8), most});
    const auto pick =
        ui::person_box(ui, model, "list.find", box, draft.find,
                       {.hint = "Find and add: Enter adds to the list, Shift+Enter gives the floor"}, &used);
    inside.cut_top(used + ui.px(8));
    if (pick.who) add(model, draft, sink, pick);
}

// Whom the chair calls in vain: the chosen request while its list has the keyboard, else the next.
const Request* called(ui::Ui& ui, const meeting::Proceedings& proceedings, const ListDraft& draft) {
    const auto& focused = ui.focused();
    const auto* chosen = find(proceedings, draft.chosen);
    if (chosen != nullptr && (focused == "list.rows" || focused == "replies.rows")) return chosen;
    return meeting::next_request(proceedings);
}

void open_clear(ui::Ui& ui, ListDraft& draft) {
    draft.asks_clear = true;
    ui.focus_in_dialog("list.clear.ask.no");
}

// Where the paper is, on as many lines as its path takes.
void draw_printed(ui::Ui& ui, const ui::Model& model, PrintedLine& printed, ui::Rect& inside) {
    if (printed.what.sentence.empty()) return;
    if (!printed.until) printed.until = model.uptime + PrintedLine::stays;
    if (model.uptime >= *printed.until) {
        printed = {};
        return;
    }
    const auto colour = printed.what.good ? ui.theme().good : ui.theme().over;
    const float high = ui::paragraph_height(ui, inside.w, printed.what.sentence, ui::Face::small);
    if (high > inside.h) return;
    ui::paragraph(ui, "list.printed", inside.cut_top(high), printed.what.sentence, ui::Face::small, colour);
    inside.cut_top(ui.px(4));
}

void draw_list_acts(ui::Ui& ui, const ui::Model& model, ListDraft& draft, ui::Sink& sink, ui::Rect rect) {
    const auto& proceedings = model.meeting.proceedings;
    const auto* request = find(proceedings, draft.chosen);
    ui::ButtonRow row(ui, rect);
    const bool closed = proceedings.list_closed;
    const auto* close_label = closed ? "Reopen the list" : "Close the list";
    const meeting::Command close =
        closed ? meeting::Command(meeting::ReopenList{}) : meeting::Command(meeting::CloseList{});
    ui::act_button(ui, model, sink, "list.close", row.next("Reopen the list", "C"), close_label, close,
                   {ui::Tone::plain, "C"});
    meeting::WithdrawRequest withdraw;
    if (request != nullptr) withdraw.request = request->id;
    ui::act_button(ui, model, sink, "list.withdraw", row.next("Withdraw", "Del"), "Withdraw", withdraw,
                   {ui::Tone::plain, "Del", request != nullptr});
    const auto up = request == nullptr ? std::nullopt : moved(proceedings, *request, -1);
    const auto down = request == nullptr ? std::nullopt : moved(proceedings, *request, 1);
    ui::act_button(ui, model, sink, "list.up", row.next("Up", "Alt+Up"), "Up",
                   up.value_or(meeting::MoveRequest{}), {ui::Tone::plain, "Alt+Up", up.has_value()});
    ui::act_button(ui, model, sink, "list.down", row.next("Down", "Alt+Down"), "Down",
                   down.value_or(meeting::MoveRequest{}), {ui::Tone::plain, "Alt+Down", down.has_value()});
    if (row.rest().w >=
        ui::button_width(ui, "Print", "Ctrl+L") + ui::button_width(ui, "Empty…") + ui.px(16)) {
        const auto place = row.next("Print", "Ctrl+L");
        if (ui::button(ui, "list.print", place, "Print", {.keys = "Ctrl+L"})) draft.printed.asked = true;
    }
    ui::Rect rest = row.rest();
    if (!model.may(meeting::ClearList{}) || rest.w < ui::button_width(ui, "Empty…")) return;
    const ui::ButtonLook look{.enabled = !proceedings.list.empty() && model.live(), .tone = ui::Tone::danger};
    if (ui::button(ui, "list.clear", rest.cut_right(ui::button_width(ui, "Empty…")), "Empty…", look)) {
        open_clear(ui, draft);
    }
}

}  // namespace

void list_panel(ui::Ui& ui, const ui::Model& model, ListDraft& draft, ui::Sink& sink, ui::Rect rect) {
    const auto& proceedings = model.meeting.proceedings;
    auto title = fmt::format("Speakers’ list · {} waiting", proceedings.list.size());
    if (!proceedings.absences.empty()) title += fmt::format(" · {} not there", proceedings.absences.size());
    ui::Rect bar = rect.inset(ui.px(12), ui.px(10));
    ui::Rect inside = ui::panel(ui, "list", rect, title);
    const auto state = proceedings.list_closed ? ui::Phrase{ui::State::warning, "list closed"}
                                               : ui::Phrase{ui::State::good, "list open"};
    bar = bar.cut_top(ui.line(ui::Face::strong));
    ui::status(ui, "list.state", bar.cut_right(ui::status_width(ui, "list closed", ui::Face::strong)),
               state.state, state.text, ui::Face::strong);
    const bool acts = model.may(meeting::CloseList{});
    draft.sums.bring_up_to_date(model);
    if (acts) {
        const bool roomy = inside.h >= ui.px(least_for_acts);
        if (roomy) {
            draw_list_acts(ui, model, draft, sink, inside.cut_bottom(ui.px(ui::target)));
            inside.cut_bottom(ui.px(8));
            draw_kind(ui, draft, inside);
        }
        draw_adding(ui, model, draft, sink, inside);
        inside.cut_top(ui::feedback(ui, model, sink, "list.feedback", "list.", inside));
    }
    draw_printed(ui, model, draft.printed, inside);
    if (inside.h >= ui.px(2 * row_height) && !proceedings.list.empty()) {
        ui::Rect line = inside.cut_top(ui.line(ui::Face::small));
        ui::Rect names = line;
        if (draft.rows.scrolls) names.cut_right(ui::rows_track(ui));
        draw_columns(ui, "list.column", names);
        const auto outlook = outlook_phrase(model, draft.sums);
        line.cut_right(ui.px(least_beside_outlook));
        ui::status(ui, "list.outlook", line.inset(ui.px(12), 0), outlook.state, outlook.text,
                   ui::Face::small);
        inside.cut_top(ui.px(2));
    }
    draw_queue(ui, model, draft, sink, "list.rows", proceedings.list, draft.rows,
               "Nobody is on the list. Ctrl+F finds and adds people.", inside);
}

void replies_panel(ui::Ui& ui, const ui::Model& model, ListDraft& draft, ui::Sink& sink, ui::Rect rect) {
    const auto& replies = model.meeting.proceedings.replies;
    const auto title = fmt::format("Rights of reply · {} waiting", replies.size());
    const ui::Rect inside = ui::panel(ui, "replies", rect, title);
    draft.sums.bring_up_to_date(model);
    draw_queue(ui, model, draft, sink, "replies.rows", replies, draft.replies,
               "No right of reply is asked for.", inside);
}

void clear_list_dialog(ui::Ui& ui, const ui::Model& model, ListDraft& draft, ui::Sink& sink) {
    if (!draft.asks_clear) return;
    const auto count = model.meeting.proceedings.list.size();
    const auto sentence =
        fmt::format("All {} requests on the speakers’ list are taken off it. Rights of reply stay.", count);
    const auto answer = ui::confirm(ui, "list.clear.ask", "Empty the list?", sentence, "Empty the list");
    if (answer == ui::Answer::yes) ui::act(model, sink, "list.clear", meeting::ClearList{});
    if (answer != ui::Answer::none) draft.asks_clear = false;
}

void list_keys(ui::Ui& ui, const ui::Model& model, ListDraft& draft, ui::Sink& sink) {
    if (ui.shortcut({ui::Key::l, ui::alone})) {
        ui.focus("list.rows");
        const auto& list = model.meeting.proceedings.list;
        // Never a right of reply that was chosen before: Delete would withdraw what is not looked at.
        const bool chosen = std::any_of(list.begin(), list.end(),
                                        [&](const Request& each) { return each.id == draft.chosen; });
        if (!chosen) draft.chosen = list.empty() ? meeting::RequestId{} : list.front().id;
    }
    if (!model.may(meeting::CloseList{})) return;
    const auto& proceedings = model.meeting.proceedings;
    if (ui.shortcut({ui::Key::f, ui::ctrl})) ui.focus("list.find");
    if (ui.shortcut({ui::Key::erase, ui::ctrl}) && !proceedings.list.empty() && model.live())
        open_clear(ui, draft);
    if (ui.focused() == "list.find" && ui.take({ui::Key::escape, ui::alone})) {
        draft.find.clear();
        ui.focus("list.rows");
    }
    for (std::size_t i = 0; i < kind_keys.size(); ++i) {
        if (ui.shortcut({kind_keys[i], ui::alt})) {
            draft.kind = i;
            ui.focus("list.find");
        }
    }
    if (ui.shortcut({ui::Key::c, ui::alone})) {
        if (proceedings.list_closed) {
            ui::act(model, sink, "list.close", meeting::ReopenList{});
        } else {
            ui::act(model, sink, "list.close", meeting::CloseList{});
        }
    }
    if (const auto* absent = called(ui, proceedings, draft)) {
        const auto id = absent->id;
        if (ui.shortcut({ui::Key::x, ui::alone}))
            ui::act(model, sink, "floor.skip", meeting::PassOver{{}, id, false});
        if (ui.shortcut({ui::Key::b, ui::alone}))
            ui::act(model, sink, "floor.back", meeting::PassOver{{}, id, true});
    }
    const auto* request = find(proceedings, draft.chosen);
    if (request == nullptr) return;
    if (ui.shortcut({ui::Key::erase, ui::alone})) {
        ui::act(model, sink, "list.withdraw", meeting::WithdrawRequest{{}, request->id});
    }
    const int by = ui.shortcut({ui::Key::up, ui::alt}, true)     ? -1
                   : ui.shortcut({ui::Key::down, ui::alt}, true) ? 1
                                                                 : 0;
    if (by == 0) return;
    if (const auto move = moved(proceedings, *request, by))
        ui::act(model, sink, by < 0 ? "list.up" : "list.down", *move);
}

}  // namespace dais::chair_console
