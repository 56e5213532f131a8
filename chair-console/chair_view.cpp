#include "chair-console/chair_view.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "meeting/outlook.hpp"
#include "record/list_paper.hpp"
#include "ui/header.hpp"
#include "ui/words.hpp"

namespace dais::chair_console {
namespace {

constexpr std::array<std::string_view, 5> tabs{"Agenda", "Procedure", "Spoken", "Remote", "Log"};
constexpr const char* find_place = "chair.find";
constexpr const char* behalf_place = "chair.behalf";
constexpr const char* decision_place = "chair.decision";

void keep(ui::Sink& sink, const char* place, const std::string& text) {
    if (text.empty()) {
        sink.forget_draft(place);
    } else {
        sink.keep_draft(place, text);
    }
}

}  // namespace

ChairView::ChairView(const base::Result<Motions>& explained, ListPrinter* printer) : printer_(printer) {
    if (explained) {
        motions.motions = *explained;
    } else {
        motions.trouble = explained.error().text;
    }
}

void ChairView::print_list(const ui::Model& model) {
    if (!std::exchange(list.printed.asked, false) || printer_ == nullptr) return;
    auto hour = ui::hour(model.meeting.setup.facts.zone, model.now);
    std::replace(hour.begin(), hour.end(), ':', '-');
    printer_->print(record::list_paper(model.meeting, model.now), hour, model.now);
}

bool ChairView::take_news() {
    auto printed = printer_ == nullptr ? std::nullopt : printer_->take();
    if (!printed) return false;
    list.printed = {*std::move(printed), {}, false};
    return true;
}

// How far the clerks are behind those who spoke.
ui::Phrase ChairView::behind(const ui::Model& model) {
    if (behind_for_ != model.revision) {
        behind_for_ = model.revision;
        behind_ = meeting::speakers_behind(model.meeting);
    }
    if (behind_ == 0) return {};
    return {ui::State::info,
            fmt::format("record: {} {} behind", behind_, behind_ == 1 ? "speaker" : "speakers")};
}

void ChairView::draw(ui::Ui& ui, const ui::Model& model, ui::Sink& sink, ui::Rect area) {
    area = area.inset(ui.px(10), ui.px(10));
    ui::header(ui, model, title(), area, behind(model), ui::present_phrase(model.present));
    const float gap = ui.px(8);
    ui::Rect right =
        area.cut_right(std::round(std::max(area.w < ui.px(1060) ? ui.px(380) : ui.px(420), area.w * 0.36F)));
    area.cut_right(gap);
    const float high = std::min(ui.px(372), area.h * 0.55F);
    floor_panel(ui, model, floor, sink, area.cut_top(std::round(high)));
    area.cut_top(gap);
    list_panel(ui, model, list, sink, area);
    const float replies = std::round(std::min(ui.px(190), right.h * 0.3F));
    const ui::Rect below = right.cut_bottom(replies);
    right.cut_bottom(gap);
    draw_right(ui, model, sink, right);
    replies_panel(ui, model, list, sink, below);
    clear_list_dialog(ui, model, list, sink);
    point_of_order_dialog(ui, model, floor, sink);
    procedure_dialogs(ui, model, procedure, sink);
    motions_dialog(ui, motions);
    ui::person_form(ui, model, sink, "list.person", person);
    keys(ui, model, sink);
    print_list(model);
    keep_drafts(sink);
}

void ChairView::draw_right(ui::Ui& ui, const ui::Model& model, ui::Sink& sink, ui::Rect rect) {
    ui::Rect inside = ui::panel(ui, "side", rect, "");
    ui::choice(ui, "side.tabs", inside.cut_top(ui.px(ui::target)), tabs, tab);
    inside.cut_top(ui.px(10));
    // The keys of the meeting act whatever tab is open, so what is said of them is seen on all.
    inside.cut_top(ui::feedback(ui, model, sink, "agenda.feedback", "agenda.", inside));
    inside.cut_top(ui::feedback(ui, model, sink, "procedure.feedback", "procedure.", inside));
    switch (static_cast<Tab>(tab)) {
        case Tab::agenda:
            return agenda_panel(ui, model, agenda, sink, inside);
        case Tab::procedure:
            return procedure_panel(ui, model, procedure, sink, inside);
        case Tab::spoken:
            return spoken_panel(ui, model, spoken, inside);
        case Tab::remote:
            return remote_tab(ui, model, remote, inside);
        case Tab::log:
            return log_tab(ui, model, log, inside);
    }
}

void ChairView::keys(ui::Ui& ui, const ui::Model& model, ui::Sink& sink) {
    const auto show = [&](Tab which, const char* focus) {
        tab = static_cast<std::size_t>(which);
        ui.focus(focus);
    };
    if (ui.shortcut({ui::Key::a, ui::alone}) || ui.shortcut({ui::Key::f2, ui::alone})) {
        show(Tab::agenda, "agenda.rows");
        if (agenda.rows.chosen == ui::no_row) agenda.rows.choose(0);
    }
    if (ui.shortcut({ui::Key::d, ui::alone}) || ui.shortcut({ui::Key::f3, ui::alone})) {
        show(Tab::procedure, "procedure.decision");
    }
    if (ui.shortcut({ui::Key::s, ui::alone}) || ui.shortcut({ui::Key::f4, ui::alone})) {
        show(Tab::spoken, "spoken.rows");
    }
    if (ui.shortcut({ui::Key::y, ui::alone})) {
        if (tab == static_cast<std::size_t>(Tab::spoken)) next_sums(spoken);
        show(Tab::spoken, "spoken.rows");
    }
    if (ui.shortcut({ui::Key::v, ui::alone}) || ui.shortcut({ui::Key::f5, ui::alone}))
        show(Tab::remote, "remote.rows");
    if (ui.shortcut({ui::Key::h, ui::alone}) || ui.shortcut({ui::Key::f8, ui::alone}))
        show(Tab::log, "log.rows");
    const bool suspended = model.meeting.proceedings.sitting == meeting::Sitting::suspended;
    if (ui.shortcut({ui::Key::u, ui::alone}) && suspended && model.may(meeting::SetResumption{}))
        show(Tab::procedure, "procedure.resumption.at");
    if (ui.shortcut({ui::Key::f7, ui::alone})) open_motions(ui, motions);
    if (ui.shortcut({ui::Key::i, ui::alone}) && model.may(meeting::SetLimit{})) {
        show(Tab::procedure, "procedure.limit.of");
    }
    if (ui.shortcut({ui::Key::p, ui::ctrl_shift}) && model.may(meeting::AddParticipant{})) {
        ui::open_person_form(ui, person, false);
    }
    if (ui.shortcut({ui::Key::l, ui::ctrl})) list.printed.asked = true;
    if (ui.shortcut({ui::Key::r, ui::alone})) {
        ui.focus("replies.rows");
        const auto& replies = model.meeting.proceedings.replies;
        if (!replies.empty()) list.chosen = replies.front().id;
    }
    floor_keys(ui, model, floor, sink);
    list_keys(ui, model, list, sink);
    procedure_keys(ui, model, procedure, sink);
    // Escape leaves whatever has the keyboard, so that single keys act again.
    if (ui.reachable() && !ui.focused().empty() && ui.take({ui::Key::escape, ui::alone})) ui.leave_focus();
}

void ChairView::keep_drafts(ui::Sink& sink) {
    const auto fields = list.find.query.edit.revision() + list.behalf.edit.revision();
    if (fields != list.kept) {
        list.kept = fields;
        keep(sink, find_place, list.find.query.edit.text());
        keep(sink, behalf_place, list.behalf.edit.text());
    }
    if (const auto revision = procedure.decision.edit.revision(); revision != procedure.kept) {
        procedure.kept = revision;
        keep(sink, decision_place, procedure.decision.edit.text());
    }
}

std::optional<base::Instant> ChairView::next_digit(const ui::Model& model) const {
    auto next = ui::until_next_minute(model.now);
    if (const auto clock = ui::until_next_digit(model.meeting, model.now)) next = std::min(next, *clock);
    if (list.printed.until) return std::min(model.uptime + next, *list.printed.until);
    return model.uptime + next;
}

void ChairView::restore(const std::map<std::string, std::string>& drafts) {
    const auto take = [&](const char* place, ui::TextEdit& edit) {
        const auto found = drafts.find(place);
        edit.set(found == drafts.end() ? std::string_view() : std::string_view(found->second));
    };
    take(find_place, list.find.query.edit);
    take(behalf_place, list.behalf.edit);
    take(decision_place, procedure.decision.edit);
    list.kept = list.find.query.edit.revision() + list.behalf.edit.revision();
    procedure.kept = procedure.decision.edit.revision();
}

const std::vector<ui::HelpLine>& ChairView::help() const {
    static const std::vector<ui::HelpLine> lines{
        {"", "The floor"},
        {"Space", "Give the floor to the next; the button says to whom"},
        {"E", "End the floor"},
        {"P", "Pause the clock, and let it go on"},
        {"+ and −", "Grant 30 seconds, take 30 seconds away"},
        {"O", "A point of order: choose who raises it"},
        {"Ctrl+Z", "Take back your last act; the button says which"},
        {"", "The speakers’ list"},
        {"Ctrl+F", "Find people: Enter adds, Shift+Enter gives the floor at once"},
        {"Alt+1 to Alt+4", "Ask for a statement, point of order, right of reply, reply"},
        {"L", "To the list: Up and Down choose, Enter gives the floor"},
        {"Alt+Up, Alt+Down", "Move the chosen request"},
        {"Delete", "Withdraw the chosen request"},
        {"X, B", "The next is not there (in the list: the chosen): skip, put back to the end"},
        {"C", "Close the list, reopen it"},
        {"Ctrl+Delete", "Empty the list (asks)"},
        {"R", "To the rights of reply"},
        {"Ctrl+L", "The list on paper: a PDF and a text file"},
        {"Ctrl+Shift+P", "Add a person who is not known yet"},
        {"", "The meeting"},
        {"M", "Open, suspend, resume the meeting"},
        {"A or F2", "To the agenda: Enter takes up, K concludes"},
        {"D or F3", "To the decision: Enter records it"},
        {"U", "Until when the meeting is suspended; Enter says so to the room"},
        {"T", "Change of chair"},
        {"G", "Let the moderator of a debate give the floor; take that back"},
        {"I", "Time limits: Enter chooses whose, Tab to the length, Enter sets it"},
        {"S or F4", "What was spoken"},
        {"Y", "Totals of what was spoken: by person, affiliation, role, how they took part"},
        {"V or F5", "Who takes part by link"},
        {"H or F8", "The log: every act with its time and its author"},
        {"F7", "The procedural motions, their order and who may speak"},
        {"Ctrl+E", "End the meeting (asks)"},
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

}  // namespace dais::chair_console
