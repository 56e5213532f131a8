#include "clerk-station/editor_panel.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "base/text.hpp"
#include "clerk-station/others.hpp"
#include "clerk-station/stages.hpp"
#include "clerk-station/status.hpp"
#include "ui/widgets.hpp"
#include "ui/words.hpp"

namespace dais::clerk_station {
namespace {

constexpr const char* write_where = "editor.write";

// What puts the present text on the record.
meeting::Command command_for(const EditorDraft& draft, const Place& place, std::string text) {
    switch (place.kind) {
        case PlaceKind::paragraph:
            return meeting::Write{meeting::InterventionId{place.id}, std::move(text), {}};
        case PlaceKind::revision:
            return meeting::Revise{meeting::TextId{place.id}, std::move(text), draft.texts.base()};
        case PlaceKind::attribution:
            return meeting::Attribute{meeting::TextId{place.id}, std::move(text)};
        case PlaceKind::note:
            return meeting::MakeNote{std::move(text), draft.note.numbered, draft.note.after};
        case PlaceKind::heading:
            break;
    }
    return meeting::MakeHeading{std::move(text), draft.note.after};
}

bool can_submit(const ui::Model& model, EditorDraft& draft) {
    const auto& place = draft.texts.place();
    if (!model.may(meeting::Write{}) || is_locked(model, place)) return false;
    if (draft.texts.clash(model)) return false;             // until one of the two was chosen
    if (place.kind == PlaceKind::attribution) return true;  // empty takes it back
    if (place.kind == PlaceKind::paragraph && !stands(model, place)) return false;
    return !base::trimmed(draft.texts.editor().text()).empty();
}

// Puts the text on the record. A revision goes back to the end of its intervention afterwards.
bool submit(const ui::Model& model, EditorDraft& draft, ui::Sink& sink) {
    if (!can_submit(model, draft)) return false;
    const auto place = draft.texts.place();
    draft.texts.keep(sink);  // so that the draft which the command carries away is there
    if (const auto* before = model.asked_at(write_where); before != nullptr && !model.waits_at(write_where)) {
        sink.read(before->token);
    }
    const std::string text(base::trimmed(draft.texts.editor().text()));
    sink.ask(write_where, command_for(draft, place, text), key_of(place));
    draft.texts.empty_place(sink, true);
    if (place.kind == PlaceKind::paragraph) return true;
    auto next = intervention_of(model, place);
    if (!next) next = model.meeting.proceedings.floor;
    draft.note.numbered = true;
    draft.note.after = {};
    draft.texts.go(model, {PlaceKind::paragraph, next.value});
    return true;
}

void go_to_speaker(ui::Ui& ui, const ui::Model& model, EditorDraft& draft) {
    const auto floor = model.meeting.proceedings.floor;
    if (floor) write_at(ui, model, draft, {PlaceKind::paragraph, floor.value});
}

// What has become of what was typed.
ui::Phrase state_of_text(const ui::Model& model, EditorDraft& draft) {
    const auto& place = draft.texts.place();
    auto& editor = draft.texts.editor();
    if (is_locked(model, place)) return {ui::State::over, "Final, and locked"};
    if (editor.full()) return {ui::State::over, "A paragraph holds no more than this"};
    if (model.unsaved.contains(key_of(place))) return {ui::State::warning, "Not on this machine’s disk yet"};
    if (draft.texts.clash(model)) return {ui::State::warning, "Typed; two wordings, choose at the right"};
    if (const auto author = draft.texts.left_out(); !author.empty())
        return {ui::State::warning, fmt::format("Typed; what {} changed is out (Ctrl+Y)", author)};
    const auto* fresh = editor.empty() ? freshest(model) : nullptr;
    if (fresh != nullptr)
        return {sign_of(Stage::on_the_record), "On the record: " + fresh->revisions.back().text};
    if (editor.empty()) return {ui::State::quiet, ""};
    return {sign_of(Stage::typed), "Typed, and kept on this machine"};
}

std::string waiting_words(Stage stage) {
    if (stage == Stage::in_memory) return "Typed, not on this disk: ";
    return stage == Stage::sent ? "Sent, not on the record yet: " : "Typed. Waits for the hub: ";
}

// Texts under way, the oldest first: they stay in sight until the hub has them.
float draw_waiting(ui::Ui& ui, const ui::Model& model, ui::Rect rect) {
    std::size_t shown = 0;
    float used = 0;
    for (const auto& asked : model.asked) {
        const auto words = ui::typed_text(asked.command);
        if (!words || asked.state == ui::Asked::State::refused) continue;
        if (model.uptime - asked.since < base::Span{400} || ++shown > 3) continue;
        if (rect.h < ui.line(ui::Face::small) + ui.px(4)) break;
        const auto stage = stage_of(model, asked);
        const ui::Rect line = rect.cut_top(ui.line(ui::Face::small) + ui.px(4));
        ui::status(ui, fmt::format("editor.waiting.{}", asked.token), line, sign_of(stage),
                   waiting_words(stage) + *words, ui::Face::small);
        used += line.h;
    }
    return used;
}

// Where a refused text was meant to stand.
Place place_for(const meeting::Command& command) {
    if (const auto* write = std::get_if<meeting::Write>(&command))
        return {PlaceKind::paragraph, write->of.value};
    if (const auto* revise = std::get_if<meeting::Revise>(&command))
        return {PlaceKind::revision, revise->paragraph.value};
    if (const auto* attribute = std::get_if<meeting::Attribute>(&command))
        return {PlaceKind::attribution, attribute->paragraph.value};
    if (std::holds_alternative<meeting::MakeHeading>(command)) return {PlaceKind::heading, 0};
    return {PlaceKind::note, 0};
}

void take_up(ui::Ui& ui, const ui::Model& model, EditorDraft& draft, const ui::UnplacedText& text) {
    const auto place = place_for(text.command);
    if (const auto* note = std::get_if<meeting::MakeNote>(&text.command)) {
        draft.note.numbered = note->numbered;
        draft.note.after = note->after;
    }
    if (const auto* heading = std::get_if<meeting::MakeHeading>(&text.command))
        draft.note.after = heading->after;
    draft.texts.put(model, stands(model, place) ? place : Place{PlaceKind::note, 0},
                    *ui::typed_text(text.command));
    ui.focus("editor.text");
}

// What may stand above the text: as much as leaves a line to write in.
ui::Rect above_the_text(ui::Ui& ui, ui::Rect inside) {
    inside.cut_bottom(ui.px(ui::target + 16));
    return inside;
}

// A text that was refused stays until a place is found for it. Of what an earlier run of the program asked
// for and nobody wrote, a removal for instance, there is only the reason to be read.
float draw_unplaced(ui::Ui& ui, const ui::Model& model, EditorDraft& draft, ui::Sink& sink, ui::Rect rect) {
    const auto left = std::count_if(model.unplaced.begin(), model.unplaced.end(), [&](const auto& each) {
        return !draft.merging.taken.contains(each.request);
    });
    const auto first = std::find_if(model.unplaced.begin(), model.unplaced.end(), [&](const auto& each) {
        return !draft.merging.taken.contains(each.request);
    });
    if (first == model.unplaced.end()) return 0;
    const auto& text = *first;
    const auto words = ui::typed_text(text.command);
    const float reason_width = rect.w - ui.px(20);
    const auto reason = fmt::format("{} refused: {}", left, text.reason);
    const float reason_height = ui::paragraph_height(ui, reason_width - ui.px(22), reason, ui::Face::body);
    const float line = ui.line(ui::Face::body);
    ui::Rect box = rect.cut_top(reason_height + line + ui.px(ui::target + 24));
    ui.fill(box, ui.theme().panel, ui.px(6));
    ui.frame(box, ui.theme().over, ui.px(6), ui.px(2));
    ui::Rect inside = box.inset(ui.px(10), ui.px(6));
    ui::Rect buttons = inside.cut_bottom(ui.px(ui::target));
    ui::Rect upper = inside.cut_top(reason_height);
    ui::status(ui, "unplaced.mark", ui::Rect(upper).cut_left(ui.px(22)).cut_top(line), ui::State::over, "");
    upper.cut_left(ui.px(22));
    ui::paragraph(ui, "unplaced.reason", upper, reason, ui::Face::body, ui.theme().text);
    inside.cut_top(ui.px(4));
    ui::label(ui, "unplaced.text", inside.cut_top(line),
              words ? *words : std::string(meeting::command_word(text.command)), ui::Face::body,
              ui.theme().quiet_text);
    const char* drop = words ? "Give up" : "Read";
    const auto tone = words ? ui::Tone::danger : ui::Tone::plain;
    if (words) {
        const auto place = buttons.cut_left(ui::button_width(ui, "Into the editor"));
        buttons.cut_left(ui.px(8));
        if (ui::button(ui, "unplaced.edit", place, "Into the editor")) {
            take_up(ui, model, draft, text);
            sink.forget_unplaced(text.request);
        }
    }
    if (ui::button(ui, "unplaced.drop", buttons.cut_left(ui::button_width(ui, drop)), drop, {.tone = tone})) {
        sink.forget_unplaced(text.request);
    }
    return box.h + ui.px(8);
}

void draw_speaker_line(ui::Ui& ui, const ui::Model& model, EditorDraft& draft, ui::Rect rect) {
    const auto floor = model.meeting.proceedings.floor;
    const auto* speaks = meeting::find_intervention(model.meeting, floor);
    if (speaks == nullptr) {
        ui::label(ui, "editor.speaker", rect, "Nobody has the floor", ui::Face::body, ui.theme().quiet_text);
        return;
    }
    const auto name = ui::person_line(model.meeting, speaks->speaker.who);
    const bool here = intervention_of(model, draft.texts.place()) == floor;
    ui::status(ui, "editor.speaker", rect, here ? ui::State::good : ui::State::info,
               here ? name + " has the floor" : name + " has the floor now (Alt+Enter goes there)");
}

// The two acts side by side, or one above the other where their words would be cut off and there is the
// height for it.
void draw_acts(ui::Ui& ui, const ui::Model& model, EditorDraft& draft, ui::Sink& sink, ui::Rect& inside) {
    if (!model.may(meeting::Write{})) return;
    const bool revises = draft.texts.place().kind == PlaceKind::revision;
    const std::string_view label = revises ? "Revise" : "Put on the record";
    const std::string_view further = "… and to the speaker";
    const float gap = ui.px(8);
    const float go_width = ui::button_width(ui, further, "Alt+Enter");
    const bool beside = inside.w >= ui::button_width(ui, "Put on the record", "Ctrl+Enter") + gap + go_width;
    ui::Rect write;
    ui::Rect go;
    if (!beside && inside.h >= ui.px(230)) {
        go = inside.cut_bottom(ui.px(ui::target));
        inside.cut_bottom(gap);
        write = inside.cut_bottom(ui.px(48));
    } else {
        write = inside.cut_bottom(ui.px(beside ? 48 : ui::target));
        go = write.cut_right(std::min(go_width, std::round(write.w / 2)));
        write.cut_right(gap);
    }
    inside.cut_bottom(gap);
    if (ui::button(ui, write_where, write, label,
                   {.enabled = can_submit(model, draft), .tone = ui::Tone::accent, .keys = "Ctrl+Enter"})) {
        submit(model, draft, sink);
        ui.focus("editor.text");
    }
    if (ui::button(ui, "editor.go", go, further,
                   {.enabled = bool(model.meeting.proceedings.floor), .keys = "Alt+Enter"})) {
        submit(model, draft, sink);
        go_to_speaker(ui, model, draft);
    }
}

// Where a note or a heading stands, and whether a note has a number.
void draw_note_choice(ui::Ui& ui, const ui::Model& model, EditorDraft& draft, ui::Rect& inside) {
    const auto kind = draft.texts.place().kind;
    if (kind != PlaceKind::note && kind != PlaceKind::heading) return;
    ui::Rect line = inside.cut_bottom(ui.px(ui::target));
    inside.cut_bottom(ui.px(8));
    if (kind == PlaceKind::note) {
        const auto place = line.cut_left(ui::button_width(ui, "Without a number", "Ctrl+U"));
        line.cut_left(ui.px(8));
        if (ui::button(ui, "editor.numbered", place,
                       draft.note.numbered ? "With a number" : "Without a number", {.keys = "Ctrl+U"})) {
            draft.note.numbered = !draft.note.numbered;
        }
    }
    const auto* after = meeting::find_intervention(model.meeting, draft.note.after);
    const auto where = after == nullptr ? std::string("At this moment")
                                        : "After " + ui::person_name(model.meeting, after->speaker.who);
    const float wide = std::min(line.w, ui::button_width(ui, where, "Ctrl+J"));
    if (ui::button(ui, "editor.after", line.cut_left(wide), where, {.keys = "Ctrl+J"})) draft.note.after = {};
}

// "-12": without a number, after intervention 12; "+0": with one, at this moment.
void keep_note(EditorDraft& draft, ui::Sink& sink) {
    if (draft.note == draft.note_kept) return;
    draft.note_kept = draft.note;
    if (draft.note == NoteChoice{}) return sink.forget_draft(EditorDraft::note_key);
    sink.keep_draft(EditorDraft::note_key,
                    fmt::format("{}{}", draft.note.numbered ? '+' : '-', draft.note.after.value));
}

// The text can be read, and takes no key that would change it.
void draw_locked(ui::Ui& ui, const std::string& text, ui::Rect rect) {
    const bool focused = ui.focusable("editor.text", true);
    if (ui.pointing("editor.text", rect).pressed) ui.focus("editor.text");
    ui::Rect inside = rect.inset(ui.px(10), ui.px(6));
    const float high = ui::paragraph_height(ui, inside.w, locked_sentence, ui::Face::body);
    ui::paragraph(ui, "editor.locked", inside.cut_top(high), locked_sentence, ui::Face::body,
                  ui.theme().text);
    inside.cut_top(ui.px(8));
    ui::paragraph(ui, "editor.locked.text", inside, text, ui::Face::body, ui.theme().quiet_text);
    ui.note({"editor.text", rect, true, true, true, false, text});
    if (!focused) return;
    ui.edits_text();  // a letter, or Delete, is no command here either
    ui.take_typed();
    ui.outline(rect);
}

std::string hint_of(const ui::Model& model, const EditorDraft& draft) {
    const auto& place = draft.texts.place();
    if (place.kind == PlaceKind::paragraph)
        return stands(model, place) ? draft.aids.typography().paragraph_hint() : "";
    if (place.kind == PlaceKind::attribution) return "empty: the attribution itself";
    return "";
}

// The text itself, with what helps to write it below.
void draw_text(ui::Ui& ui, const ui::Model& model, EditorDraft& draft, ui::Rect inside) {
    auto& editor = draft.texts.editor();
    const auto& place = draft.texts.place();
    draft.aids.bring_up_to_date(model);
    draft.aids_bar.keys_before(ui, draft.aids, editor);
    const float bar = draft.aids_bar.is_open() ? ui.px(ui::target) : ui.line(ui::Face::small) + ui.px(6);
    const bool room = inside.h > bar + 3 * ui.line(ui::Face::body);
    const ui::Rect line = room ? inside.cut_bottom(bar) : ui::Rect{};
    // A heading and what stands before a paragraph are no sentences: nothing is remarked on in them.
    const bool prose = place.kind != PlaceKind::attribution && place.kind != PlaceKind::heading;
    static const std::vector<Remark> none;
    const auto& remarks = prose ? draft.aids.look_at(model, place, editor.text()) : none;
    std::vector<ui::Editor::Mark> marks;
    for (const auto& remark : remarks) {
        const auto state = remark.misspelt ? ui::State::over : ui::State::info;
        marks.push_back({{remark.range.from, remark.range.to}, ui::colour_of(ui.theme(), state)});
    }
    editor.draw(ui, "editor.text", inside, lead_of(model, place), hint_of(model, draft), marks,
                [&](std::string_view text, std::size_t caret, std::string_view typed) {
                    return draft.aids.typography().after(text, caret, typed);
                });
    const auto& seen = prose ? draft.aids.look_at(model, place, editor.text()) : none;
    draft.aids_bar.keys_after(ui, draft.aids, editor, seen);
    if (room) draft.aids_bar.draw(ui, draft.aids, editor, seen, line);
}

// Parts the text at the caret. Of a paragraph on the record the rest becomes one of its own; of a new one
// what stands before the caret goes on the record, and the rest stays to be gone on with.
void split(const ui::Model& model, EditorDraft& draft, ui::Sink& sink) {
    auto& editor = draft.texts.editor();
    const auto place = draft.texts.place();
    const auto caret = editor.edit().caret();
    const std::string before(base::trimmed(std::string_view(editor.text()).substr(0, caret)));
    const std::string rest(base::trimmed(std::string_view(editor.text()).substr(caret)));
    if (before.empty() || rest.empty() || !can_submit(model, draft)) return;
    if (place.kind == PlaceKind::paragraph) {
        // The rest is on the disk before the command takes the draft of all of it along.
        sink.ask(write_where, command_for(draft, place, before));
        editor.set(rest);
        editor.select({0, 0});
        draft.texts.keep(sink);
        return;
    }
    const auto* text = meeting::find_text(model.meeting, meeting::TextId{place.id});
    if (place.kind != PlaceKind::revision || text == nullptr || text->kind != meeting::TextKind::paragraph) {
        return;
    }
    draft.texts.keep(sink);
    sink.ask(write_where, meeting::Split{text->id, before, rest, draft.texts.base()}, key_of(place));
    draft.texts.empty_place(sink, true);
    draft.texts.go(model, {PlaceKind::paragraph, text->of.value});
}

// The paragraph before a text in its intervention; null where it is the first.
const meeting::RecordText* before_it(const meeting::Meeting& meeting, const meeting::RecordText& text) {
    const auto* intervention = meeting::find_intervention(meeting, text.of);
    const meeting::RecordText* last = nullptr;
    if (intervention == nullptr) return last;
    for (const auto id : intervention->blocks) {
        if (id == text.id) return last;
        const auto* each = meeting::find_text(meeting, id);
        if (each != nullptr && !each->removed && each->kind == meeting::TextKind::paragraph) last = each;
    }
    return nullptr;
}

// Joins a paragraph to the one before it: the one that is being revised, as it is typed, else the one chosen.
void join(const ui::Model& model, EditorDraft& draft, ui::Sink& sink, meeting::TextId chosen) {
    const auto place = draft.texts.place();
    const bool revises = place.kind == PlaceKind::revision;
    const auto* text = meeting::find_text(model.meeting, revises ? meeting::TextId{place.id} : chosen);
    if (text == nullptr || text->removed || text->kind != meeting::TextKind::paragraph) return;
    const auto* before = before_it(model.meeting, *text);
    if (before == nullptr) return;
    const std::string mine(revises ? base::trimmed(draft.texts.editor().text())
                                   : text->revisions.back().text);
    const auto base_of = [](const meeting::RecordText& one) {
        return static_cast<std::uint32_t>(one.revisions.size());
    };
    auto joined = before->revisions.back().text;
    if (!mine.empty()) joined += " " + mine;
    const meeting::Join command{before->id, text->id, std::move(joined), base_of(*before),
                                revises ? draft.texts.base() : base_of(*text)};
    if (!revises) return sink.ask(write_where, command);
    draft.texts.keep(sink);
    sink.ask(write_where, command, key_of(place));
    draft.texts.empty_place(sink, true);
    draft.texts.go(model, {PlaceKind::paragraph, text->of.value});
}

}  // namespace

void write_at(ui::Ui& ui, const ui::Model& model, EditorDraft& draft, const Place& place) {
    if (!(draft.texts.place() == place)) draft.aids_bar.leave();
    draft.texts.go(model, place);
    ui.focus("editor.text");
}

void editor_panel(ui::Ui& ui, const ui::Model& model, EditorDraft& draft, ui::Sink& sink, ui::Rect rect) {
    auto& texts = draft.texts;
    // At the very first there is nobody to write for; then the one who speaks is meant.
    if (texts.place() == Place{} && model.meeting.proceedings.floor) {
        texts.go(model, {PlaceKind::paragraph, model.meeting.proceedings.floor.value});
    }
    ui::Rect inside = ui::panel(ui, "editor", rect, title_of(model, texts.place()));
    draw_speaker_line(ui, model, draft, inside.cut_top(ui.line(ui::Face::body)));
    inside.cut_top(ui.px(8));
    draw_acts(ui, model, draft, sink, inside);
    draw_note_choice(ui, model, draft, inside);
    const auto state = state_of_text(model, draft);
    ui::Rect line = inside.cut_bottom(ui.line(ui::Face::body));
    const auto elsewhere = texts.elsewhere();
    if (!elsewhere.empty()) {
        const auto words = fmt::format("{} unfinished elsewhere (Ctrl+G)", elsewhere.size());
        ui::status(ui, "editor.elsewhere", line.cut_right(ui::status_width(ui, words)), ui::State::warning,
                   words);
    }
    if (!state.text.empty()) ui::status(ui, "editor.state", line, state.state, state.text);
    inside.cut_bottom(ui.px(6));
    inside.cut_top(draw_unplaced(ui, model, draft, sink, above_the_text(ui, inside)));
    const float spare = std::min(ui.px(72), std::max(0.0F, inside.h - ui.px(ui::target + 16)));
    inside.cut_bottom(draw_waiting(ui, model, {inside.x, inside.bottom() - spare, inside.w, spare}));
    // Where there is no room, the refusal waits until the refused text above it was taken up or given up.
    const auto room = above_the_text(ui, inside);
    if (room.h >= ui.px(ui::target + 8) && !draft.merging.acted) {
        const float used = ui::feedback(ui, model, sink, "editor.feedback", "editor.", room);
        if (used > 0) inside.cut_top(used + ui.px(8));
    }
    if (model.self && !model.may(meeting::Write{})) {
        ui::label(ui, "editor.none", inside.cut_top(ui.px(ui::target)),
                  "This station may read the record, not write it.", ui::Face::body, ui.theme().quiet_text);
        return;
    }
    inside.cut_bottom(draw_others(ui, model, texts.place(), inside));
    if (is_locked(model, texts.place())) {
        draw_locked(ui, texts.editor().text(), inside);
    } else {
        draw_text(ui, model, draft, inside);
    }
    texts.keep(sink);
    keep_note(draft, sink);
}

void EditorDraft::restore(const std::map<std::string, std::string>& drafts) {
    texts.restore(drafts);
    note = {};
    if (const auto kept = drafts.find(note_key); kept != drafts.end() && !kept->second.empty()) {
        note.numbered = kept->second[0] != '-';
        note.after.value = std::strtoull(kept->second.c_str() + 1, nullptr, 10);
    }
    note_kept = note;
}

void editor_keys(ui::Ui& ui, const ui::Model& model, EditorDraft& draft, ui::Sink& sink,
                 meeting::TextId chosen_text, meeting::InterventionId chosen_intervention) {
    if (!model.may(meeting::Write{})) return;
    auto& texts = draft.texts;
    if (ui.shortcut({ui::Key::enter, ui::ctrl})) {
        submit(model, draft, sink);
        ui.focus("editor.text");
    }
    if (ui.shortcut({ui::Key::enter, ui::alt})) {
        submit(model, draft, sink);
        go_to_speaker(ui, model, draft);
    }
    if (ui.shortcut({ui::Key::enter, ui::ctrl_shift})) split(model, draft, sink);
    if (ui.shortcut({ui::Key::j, ui::ctrl_shift})) join(model, draft, sink, chosen_text);
    if (ui.shortcut({ui::Key::n, ui::ctrl})) write_at(ui, model, draft, {PlaceKind::note, 0});
    if (ui.shortcut({ui::Key::n, ui::ctrl_shift})) write_at(ui, model, draft, {PlaceKind::heading, 0});
    if (ui.shortcut({ui::Key::u, ui::ctrl}) && texts.place().kind == PlaceKind::note)
        draft.note.numbered = !draft.note.numbered;
    const auto kind = texts.place().kind;
    const bool stands_anywhere = kind == PlaceKind::note || kind == PlaceKind::heading;
    if (ui.shortcut({ui::Key::j, ui::ctrl}) && stands_anywhere) {
        draft.note.after = draft.note.after ? meeting::InterventionId{} : chosen_intervention;
    }
    if (ui.shortcut({ui::Key::b, ui::ctrl}) && chosen_text) {
        write_at(ui, model, draft, {PlaceKind::attribution, chosen_text.value});
    }
    if (ui.shortcut({ui::Key::r, ui::ctrl}) && chosen_text) {
        write_at(ui, model, draft, {PlaceKind::revision, chosen_text.value});
    }
    if (ui.shortcut({ui::Key::g, ui::ctrl})) {
        const auto elsewhere = texts.elsewhere();
        if (!elsewhere.empty()) write_at(ui, model, draft, elsewhere.front());
    }
    if (ui.shortcut({ui::Key::f3, ui::alone})) ui.focus("editor.text");
    // What was not begun to be changed is left with Escape, back to the end of its intervention.
    if (ui.focused() == "editor.text" && texts.place().kind != PlaceKind::paragraph &&
        ui.take({ui::Key::escape, ui::alone})) {
        auto next = intervention_of(model, texts.place());
        if (!next) next = model.meeting.proceedings.floor;
        texts.go(model, {PlaceKind::paragraph, next.value});
    }
}

}  // namespace dais::clerk_station
