#include "clerk-station/marks_panel.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "ui/feedback.hpp"
#include "ui/widgets.hpp"
#include "ui/words.hpp"

namespace dais::clerk_station {
namespace {

using meeting::Mark;
using meeting::MarkId;
using meeting::MarkKind;

constexpr const char* mark_where = "left.mark";

MarkId chosen_mark(const MarksDraft& draft) {
    return draft.rows.chosen < draft.open.size() ? draft.open[draft.rows.chosen] : MarkId{};
}

void bring_up_to_date(const ui::Model& model, MarksDraft& draft) {
    if (draft.built_for == model.revision) return;
    draft.built_for = model.revision;
    const auto chosen = chosen_mark(draft);
    draft.open.clear();
    for (const auto& mark : model.meeting.marks) {
        if (!mark.cleared) draft.open.push_back(mark.id);
    }
    std::stable_sort(draft.open.begin(), draft.open.end(), [&](MarkId a, MarkId b) {
        return meeting::find_mark(model.meeting, a)->at < meeting::find_mark(model.meeting, b)->at;
    });
    // Where the chosen one was cleared, the one in its place is chosen.
    const auto at = std::find(draft.open.begin(), draft.open.end(), chosen);
    if (draft.open.empty()) {
        draft.rows.chosen = ui::no_row;
    } else if (chosen && at != draft.open.end()) {
        draft.rows.chosen = static_cast<std::size_t>(at - draft.open.begin());
    } else if (draft.rows.chosen == ui::no_row) {
        draft.rows.choose(draft.open.size() - 1);
    }
}

ui::Phrase kind_phrase(MarkKind kind) {
    if (kind == MarkKind::missed) return {ui::State::over, "point missed"};
    return {ui::State::warning, "check against delivery"};
}

std::optional<Place> place_of(const ui::Model& model, MarkId id) {
    const auto* mark = meeting::find_mark(model.meeting, id);
    if (mark == nullptr) return std::nullopt;
    const auto* text = meeting::find_text(model.meeting, mark->paragraph);
    if (text != nullptr && !text->removed) return Place{PlaceKind::revision, text->id.value};
    if (meeting::find_intervention(model.meeting, mark->of) != nullptr)
        return Place{PlaceKind::paragraph, mark->of.value};
    return std::nullopt;
}

// Each mark is cleared for itself, so that a second press meets the next one.
void clear(const ui::Model& model, ui::Sink& sink, MarkId id) {
    if (id) ui::act(model, sink, fmt::format("left.clear.{}", id.value), meeting::ClearMark{id});
}

std::string name_of(const ui::Model& model, const Mark& mark) {
    const auto* intervention = meeting::find_intervention(model.meeting, mark.of);
    auto name = intervention == nullptr ? std::string("Nobody had the floor")
                                        : ui::person_name(model.meeting, intervention->speaker.who);
    return mark.note.empty() ? name : name + ": " + mark.note;
}

void draw_mark(ui::Ui& ui, const ui::Model& model, const Mark& mark, const ui::Row& row) {
    const auto id = fmt::format("marks.{}", mark.id.value);
    ui::Rect place = row.rect.inset(ui.px(10), ui.px(5));
    ui::Rect upper = place.cut_top(ui.line(ui::Face::body));
    const float times = ui.width("00:00:00", ui::Face::body) + ui.px(10);
    ui::label(ui, id + ".at", upper.cut_left(times),
              ui::hour_with_seconds(model.meeting.setup.facts.zone, mark.at), ui::Face::body, row.quiet_ink);
    ui::label(ui, id, upper, name_of(model, mark), ui::Face::body, row.ink);
    const bool own = model.self && model.self->name == mark.author;
    const auto author = own ? std::string("mine") : mark.author;
    const float wide = std::min(place.w * 0.4F, ui.width(author, ui::Face::small) + 1);
    ui::label(ui, id + ".author", place.cut_right(wide), author, ui::Face::small,
              own ? row.ink : row.quiet_ink, ui::Align::end);
    place.cut_right(ui.px(8));
    const auto kind = kind_phrase(mark.kind);
    ui::status(ui, id + ".kind", place, kind.state, kind.text, ui::Face::small);
}

void draw_acts(ui::Ui& ui, const ui::Model& model, const MarksDraft& draft, ui::Sink& sink, const Place& at,
               ui::Rect row) {
    ui::ButtonRow buttons(ui, row);
    if (ui::button(ui, "marks.missed", buttons.next("Missed", "Ctrl+M"), "Missed", {.keys = "Ctrl+M"}))
        make_mark(model, sink, MarkKind::missed, at);
    if (ui::button(ui, "marks.check", buttons.next("Check", "Ctrl+K"), "Check", {.keys = "Ctrl+K"}))
        make_mark(model, sink, MarkKind::check, at);
    const auto mark = chosen_mark(draft);
    if (ui::button(ui, "marks.clear", buttons.next("Clear", "Del"), "Clear",
                   {.enabled = bool(mark), .keys = "Del"}))
        clear(model, sink, mark);
}

}  // namespace

meeting::MakeMark mark_at(const ui::Model& model, MarkKind kind, const Place& at) {
    meeting::MakeMark mark;
    mark.kind = kind;
    mark.at = model.now;
    const auto of = intervention_of(model, at);
    if (meeting::find_intervention(model.meeting, of) != nullptr) mark.of = of;
    const bool of_a_text = at.kind == PlaceKind::revision || at.kind == PlaceKind::attribution;
    if (of_a_text && stands(model, at)) mark.paragraph = meeting::TextId{at.id};
    return mark;
}

void ask_mark(const ui::Model& model, ui::Sink& sink, const meeting::MakeMark& mark) {
    if (!model.may(mark)) return;
    // Two points can be missed in a second.
    const auto* before = model.asked_at(mark_where);
    if (before != nullptr && !model.waits_at(mark_where)) sink.read(before->token);
    sink.ask(mark_where, mark);
}

void make_mark(const ui::Model& model, ui::Sink& sink, MarkKind kind, const Place& at) {
    ask_mark(model, sink, mark_at(model, kind, at));
}

std::string marks_label(std::size_t open) {
    return open == 1 ? std::string("1 mark") : fmt::format("{} marks", open);
}

std::optional<Place> marks_panel(ui::Ui& ui, const ui::Model& model, MarksDraft& draft, ui::Sink& sink,
                                 const Place& at, ui::Rect rect) {
    bring_up_to_date(model, draft);
    const float gap = ui.px(6);
    const bool may = model.may(meeting::ClearMark{});
    if (may && rect.h >= ui.px(60 + ui::target) + gap) {
        draw_acts(ui, model, draft, sink, at, rect.cut_bottom(ui.px(ui::target)));
        rect.cut_bottom(gap);
    }
    const auto event =
        ui::rows(ui, "marks.rows", rect, draft.open.size(), ui.px(58), draft.rows,
                 {"Marks", "No open marks: Ctrl+M marks a missed point, Ctrl+K what to check."},
                 [&](const ui::Row& row) {
                     const auto* mark = meeting::find_mark(model.meeting, draft.open[row.index]);
                     if (mark != nullptr) draw_mark(ui, model, *mark, row);
                 });
    // Taken here in any case: the record's Delete must not act while the marks have the keyboard.
    if (event.focused && ui.take({ui::Key::erase, ui::alone})) clear(model, sink, chosen_mark(draft));
    if (!event.activated || *event.activated >= draft.open.size()) return std::nullopt;
    return place_of(model, draft.open[*event.activated]);
}

}  // namespace dais::clerk_station
