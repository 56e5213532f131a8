#include "clerk-station/clerk_view.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "ui/header.hpp"
#include "ui/words.hpp"

namespace dais::clerk_station {

// The intervention that a correction or a log is about: the chosen row while the list has the keyboard, else
// the one being written for.
meeting::InterventionId ClerkView::meant(const ui::Model& model) const {
    if (const auto chosen = chosen_intervention(model, interventions); chosen && chosen_counts_)
        return chosen;
    return intervention_of(model, editor.texts.place());
}

void ClerkView::draw(ui::Ui& ui, const ui::Model& model, ui::Sink& sink, ui::Rect area) {
    if (!placed_ && model.may(meeting::Write{})) {
        placed_ = true;
        ui.focus("editor.text");
    }
    area = area.inset(ui.px(10), ui.px(10));
    ui::header(ui, model, title(), area);
    const float gap = ui.px(8);
    if (model.may(meeting::MakeNote{})) {
        draw_acts(ui, model, sink, area.cut_bottom(ui.px(ui::target)));
        area.cut_bottom(gap);
    }
    ui::Rect left = area.cut_left(std::round(area.w * 0.27F));
    area.cut_left(gap);
    ui::Rect right = area.cut_right(std::round(area.w * 0.47F));
    area.cut_right(gap);
    takes_strip(ui, model, takes, sink, left);
    const auto chosen = left_panel(ui, model, interventions, marks, editor.texts, sink, left);
    chosen_counts_ = ui.focused() == "interventions.rows";
    attend(model, sink);
    editor_panel(ui, model, editor, sink, area);
    const auto found = find.draw(ui, model, sink, right.cut_top(find.height(ui)));
    if (found) choose_text(record, *found);
    std::optional<meeting::TextId> revise;
    if (!settle_panel(ui, model, settle, editor.texts, sink, right))
        revise = record_panel(ui, model, record, sink, right);
    if (chosen && model.may(meeting::Write{})) write_at(ui, model, editor, *chosen);
    if (revise && model.may(meeting::Revise{}))
        write_at(ui, model, editor, {PlaceKind::revision, revise->value});
    intervention_dialog(ui, model, dialog, sink);
    takes_dialog(ui, model, takes, sink);
    mark_dialog(ui, model, mark, sink);
    ui::person_form(ui, model, sink, "editor.person", person);
    keys(ui, model, sink);
}

// What others did goes into the texts, and the record is where the clerk is.
void ClerkView::attend(const ui::Model& model, ui::Sink& sink) {
    put_together(model, editor.texts, editor.merging, sink);
    record.unfinished.clear();
    for (const auto& place : editor.texts.elsewhere()) {
        if (place.kind == PlaceKind::revision) record.unfinished.insert(meeting::TextId{place.id});
    }
    const auto& place = editor.texts.place();
    if (place.kind == PlaceKind::revision && editor.texts.has_draft(place))
        record.unfinished.insert(meeting::TextId{place.id});
    if (place == shown_place_) return;
    shown_place_ = place;
    if (place.kind == PlaceKind::revision && record.chosen != meeting::TextId{place.id})
        choose_text(record, meeting::TextId{place.id});
}

void ClerkView::draw_acts(ui::Ui& ui, const ui::Model& model, ui::Sink& sink, ui::Rect rect) {
    struct Act {
        const char* id;
        std::string_view label;
        std::string_view keys;
    };
    static constexpr std::array<Act, 8> acts{{{"acts.note", "Note", "Ctrl+N"},
                                              {"acts.heading", "Heading", "Ctrl+Shift+N"},
                                              {"acts.log", "Log", "Ctrl+L"},
                                              {"acts.correct", "Correct", "Ctrl+I"},
                                              {"acts.person", "Person", "Ctrl+P"},
                                              {"acts.new_person", "New person", "Ctrl+Shift+P"},
                                              {"acts.begin", "Begin record", "Ctrl+Shift+B"},
                                              {"acts.end", "End record", "Ctrl+Shift+E"}}};
    ui.group("acts");
    const float gap = ui.px(8);
    float wide = -gap;
    for (const auto& act : acts) wide += ui::button_width(ui, act.label, act.keys) + gap;
    // Where there is no room for all of it the longer keys are not said; F1 says them.
    const bool roomy = wide <= rect.w;
    const auto keys_of = [&](const Act& act) {
        return roomy || act.keys.size() <= 6 ? act.keys : std::string_view{};
    };
    const auto place_of = [&](const Act& act) {
        const auto place = rect.cut_left(ui::button_width(ui, act.label, keys_of(act)));
        rect.cut_left(gap);
        return place;
    };
    for (const auto& act : acts) {
        if (rect.w < ui::button_width(ui, act.label, keys_of(act))) return;  // the keys act all the same
        const std::string_view id = act.id;
        const auto place = place_of(act);
        if (id == "acts.begin" || id == "acts.end") {
            const auto command = id == "acts.begin" ? meeting::Command(meeting::BeginCoverage{})
                                                    : meeting::Command(meeting::EndCoverage{});
            ui::act_button(ui, model, sink, act.id, place, act.label, command, {.keys = keys_of(act)});
        } else if (ui::button(ui, act.id, place, act.label, {.keys = keys_of(act)})) {
            begin(ui, model, id);
        }
    }
}

// What a button of the line at the foot begins.
void ClerkView::begin(ui::Ui& ui, const ui::Model& model, std::string_view act) {
    if (act == "acts.note") write_at(ui, model, editor, {PlaceKind::note, 0});
    if (act == "acts.heading") write_at(ui, model, editor, {PlaceKind::heading, 0});
    if (act == "acts.log") open_log(ui, dialog, {});
    if (act == "acts.correct") open_correction(ui, model, dialog, meant(model));
    if (act == "acts.person") ui::open_person_form(ui, person, true);
    if (act == "acts.new_person") ui::open_person_form(ui, person, false);
}

void ClerkView::keys(ui::Ui& ui, const ui::Model& model, ui::Sink& sink) {
    editor_keys(ui, model, editor, sink, record.chosen, chosen_intervention(model, interventions));
    settle_keys(ui, model, editor.texts, sink);
    record_keys(ui, model, record, sink);
    find.keys(ui, model);
    takes_keys(ui, model, takes, sink);
    const auto& place = editor.texts.place();
    if (const auto go = left_keys(ui, model, interventions, marks, place, meant(model), sink);
        go && model.may(meeting::Write{}))
        write_at(ui, model, editor, *go);
    if (ui.shortcut({ui::Key::m, ui::ctrl_shift})) open_mark(ui, model, mark, place);
    if (ui.shortcut({ui::Key::f4, ui::alone})) ui.focus(list_of(record));
    if (model.may(meeting::LogIntervention{})) {
        if (ui.shortcut({ui::Key::l, ui::ctrl})) open_log(ui, dialog, {});
        if (ui.shortcut({ui::Key::l, ui::ctrl_shift})) open_log(ui, dialog, meant(model));
        if (ui.shortcut({ui::Key::i, ui::ctrl})) open_correction(ui, model, dialog, meant(model));
        if (ui.shortcut({ui::Key::p, ui::ctrl})) ui::open_person_form(ui, person, true);
        if (ui.shortcut({ui::Key::p, ui::ctrl_shift})) ui::open_person_form(ui, person, false);
    }
    if (ui.shortcut({ui::Key::b, ui::ctrl_shift}))
        ui::act(model, sink, "editor.begin", meeting::BeginCoverage{});
    if (ui.shortcut({ui::Key::e, ui::ctrl_shift})) ui::act(model, sink, "editor.end", meeting::EndCoverage{});
    if (ui.reachable() && !ui.focused().empty() && ui.take({ui::Key::escape, ui::alone})) ui.leave_focus();
}

std::optional<base::Instant> ClerkView::next_digit(const ui::Model& model) const {
    auto next = ui::until_next_minute(model.now);
    // A search goes on in the next frame.
    if (find.is_open() && !find.finding().is_done(model.meeting)) next = base::Span{1};
    if (const auto* floor = meeting::find_intervention(model.meeting, model.meeting.proceedings.floor)) {
        // The length of what is spoken counts up.
        const auto spent = meeting::spent_at(floor->timing.clock, model.now).count();
        if (floor->timing.clock.running_since) next = std::min(next, base::Span{1000 - spent % 1000});
    }
    if (const auto digit = until_next_take_digit(model)) next = std::min(next, *digit);
    if (record.fresh_until) next = std::min(next, std::max(base::Span{1}, *record.fresh_until - model.now));
    if (const auto fresh = until_nothing_is_fresh(model)) next = std::min(next, *fresh);
    return model.uptime + next;
}

void ClerkView::restore(const std::map<std::string, std::string>& drafts) {
    editor.restore(drafts);
}

const std::vector<ui::HelpLine>& ClerkView::help() const {
    static const std::vector<ui::HelpLine> lines{
        {"", "Writing"},
        {"Ctrl+Enter", "Put the paragraph on the record and open the next"},
        {"Alt+Enter", "The same, and go to whoever has the floor now"},
        {"Ctrl+Shift+Enter", "Split the paragraph at the caret"},
        {"Ctrl+Shift+J", "Join the paragraph to the one before it"},
        {"Tab", "Short form into long, on to its next place, or complete a name"},
        {"Ctrl+Space", "The next name that may be meant"},
        {"Ctrl+.", "To the next misspelt word or hint; at one, what might be meant"},
        {"Ctrl+N", "A note (Ctrl+U: with or without a number)"},
        {"Ctrl+Shift+N", "A heading"},
        {"Ctrl+J", "It stands at this moment, or after the intervention chosen"},
        {"Ctrl+G", "To a text left unfinished elsewhere"},
        {"Ctrl+Alt+1, 2, 3", "Of two wordings that clash: theirs, mine, both to work on by hand"},
        {"Ctrl+Z, Ctrl+Y", "Undo, redo what was typed, by words"},
        {"Left, Right", "By letters, as the line is seen; with Ctrl by words"},
        {"Up, Down, Page Up, Page Down", "By the lines that are seen, keeping to the column"},
        {"Home, End", "To the ends of the line; with Ctrl, of the text"},
        {"Shift and any of these",
         "Selects; so do dragging, Shift and a press, a second press (the word) and a third (all)"},
        {"Backspace, Delete", "Remove a letter; with Ctrl a word"},
        {"Ctrl+A, X, C, V", "Select all, cut, copy, paste"},
        {"Esc", "Leave a revision, note or heading; leave the text"},
        {"", "Interventions"},
        {"F2", "To the interventions: Up and Down choose, Enter writes for it"},
        {"F5", "All of them, mine, unfinished, gaps, to check"},
        {"F8", "To the next gap, and write for it"},
        {"Ctrl+Shift+R", "Nothing to record of it, or take that back"},
        {"Ctrl+L", "Log an intervention made without the chair’s key"},
        {"Ctrl+Shift+L", "Log one after the intervention chosen"},
        {"Ctrl+I", "Correct the intervention"},
        {"Ctrl+P", "Correct what is known of a person"},
        {"Ctrl+Shift+P", "Add a person"},
        {"", "Marks and takes"},
        {"Ctrl+M", "Mark a point missed at this moment"},
        {"Ctrl+K", "Mark to be checked against delivery"},
        {"Ctrl+Shift+M", "A mark with a note"},
        {"F7", "To the marks, or back: Enter goes there, Delete clears"},
        {"Ctrl+Shift+T", "Begin my take"},
        {"F10", "Set up takes, or join them"},
        {"", "The record"},
        {"F4", "To the record: Up and Down choose, Enter revises"},
        {"Ctrl+Up, Ctrl+Down", "To the text before, after, from anywhere"},
        {"Ctrl+R", "Revise the chosen text"},
        {"Ctrl+B", "What stands before it, in place of its attribution"},
        {"Delete", "Remove the chosen text, restore a removed one"},
        {"Alt+Up, Alt+Down", "Move the chosen paragraph"},
        {"Ctrl+Shift+Delete", "Remove the chosen text, from anywhere"},
        {"Ctrl+Shift+U", "Restore the text removed last"},
        {"Ctrl+F", "Find in the record: Enter the next, Shift+Enter the one before"},
        {"Ctrl+H", "Find and replace: Ctrl+Alt+Enter all, Ctrl+Alt+Z takes it back"},
        {"Ctrl+T", "The record, or what was removed"},
        {"Ctrl+Shift+Y", "The history of the chosen text: Up and Down choose a wording, Enter restores it"},
        {"Ctrl+D", "There: compare with the wording before, or with what stands"},
        {"Ctrl+1, 2, 3", "The chosen text is a draft, revised, final"},
        {"Ctrl+Shift+V", "The reviser’s view: what changed since the status was set, or the record as it is"},
        {"Ctrl+Shift+D", "There: all texts, drafts, what changed"},
        {"Ctrl+Shift+B", "The record begins at this moment of the meeting"},
        {"Ctrl+Shift+E", "The record ends at this moment of the meeting"},
        {"", "Everywhere"},
        {"F3", "Back to the text"},
        {"Tab, F6", "To the next control, to the next panel"},
        {"Ctrl and +, −, 0", "Larger, smaller, as the system says"},
        {"F9", "Light, dark, high contrast"},
        {"F12", "A picture of the window"},
        {"F1", "These keys"},
    };
    return lines;
}

}  // namespace dais::clerk_station
