#include "clerk-station/interventions_panel.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "clerk-station/floor_line.hpp"
#include "ui/feedback.hpp"
#include "ui/widgets.hpp"

namespace dais::clerk_station {
namespace {

using meeting::Intervention;
using meeting::InterventionId;

constexpr const char* nothing_where = "left.nothing";
constexpr std::array<std::string_view, 5> filters{"All", "Mine", "Open", "Gaps", "Check"};
constexpr std::array<std::string_view, 5> filter_words{"all", "my takes", "unfinished", "gaps", "to check"};
constexpr std::array<std::string_view, 5> none_of{
    "Nobody has spoken yet.", "No intervention began in a take of yours.", "Nothing is unfinished.",
    "There are no gaps.", "There are no open marks."};

bool matches(const InterventionsDraft& draft, const Intervention& each, bool gap) {
    const auto& captured = draft.capture.of(each.id);
    switch (draft.filter) {
        case Filter::all:
            return true;
        case Filter::mine:
            return captured.mine;
        case Filter::unfinished:
            return captured.last_is_draft ||
                   std::find(draft.begun.begin(), draft.begun.end(), each.id) != draft.begun.end();
        case Filter::gaps:
            return gap;
        case Filter::to_check:
            break;
    }
    return captured.marks > 0;
}

void list_anew(const ui::Model& model, InterventionsDraft& draft) {
    draft.order.clear();
    draft.all = 0;
    draft.gaps = 0;
    for (const auto& item : model.meeting.timeline) {
        if (item.place != meeting::Place::intervention) continue;
        const auto* each = meeting::find_intervention(model.meeting, InterventionId{item.ref});
        if (each == nullptr) continue;
        const bool gap = is_gap(*each, draft.capture.of(each->id), model.now);
        ++draft.all;
        if (gap) ++draft.gaps;
        if (matches(draft, *each, gap)) draft.order.push_back(item.ref - 1);
    }
}

void bring_up_to_date(const ui::Model& model, InterventionsDraft& draft) {
    draft.capture.bring_up_to_date(model);
    const auto* floor = meeting::find_intervention(model.meeting, model.meeting.proceedings.floor);
    InterventionsDraft::Built now{model.revision, draft.filter, draft.begun, false, {}};
    // Of the one that has the floor only the time makes a gap; of all others an entry does.
    now.floor_is_gap = floor != nullptr && is_gap(*floor, draft.capture.of(floor->id), model.now);
    if (model.self) now.self = model.self->name;
    if (draft.built == now) return;
    const auto chosen = chosen_intervention(model, draft);
    const bool turned = draft.built.filter != now.filter;
    draft.built = std::move(now);
    list_anew(model, draft);
    const auto at = std::find(draft.order.begin(), draft.order.end(), chosen.value - 1);
    if (draft.order.empty()) {
        draft.rows.chosen = ui::no_row;
    } else if (chosen && turned && at != draft.order.end()) {
        draft.rows.choose(static_cast<std::size_t>(at - draft.order.begin()));
    } else if (draft.follows || turned) {
        draft.rows.choose(draft.order.size() - 1);
    } else if (chosen && at != draft.order.end()) {
        draft.rows.chosen = static_cast<std::size_t>(at - draft.order.begin());
    }
    if (turned) draft.follows = draft.rows.chosen + 1 == draft.order.size();
}

std::string name_line(const ui::Model& model, const Intervention& each) {
    auto name = ui::person_name(model.meeting, each.speaker.who);
    if (each.part_of) name += " (continued)";
    return name;
}

// By what link, and for what, where that is more than a statement.
ui::Phrase link_of_row(const ui::Model& model, const Intervention& each) {
    const auto link = meeting::link_of(model.meeting, each);
    auto phrase = ui::link_phrase(link);
    if (link == meeting::Link::in_room) phrase.state = ui::State::quiet;
    const auto kind = ui::kind_phrase(each.kind);
    if (!kind.empty()) phrase.text = link == meeting::Link::in_room ? kind : phrase.text + ", " + kind;
    return phrase;
}

// The row's last line: whether it has the floor, its link, what is to be checked, what lies unfinished.
void draw_signs(ui::Ui& ui, const ui::Model& model, const InterventionsDraft& draft, const Intervention& each,
                ui::Rect line) {
    const auto id = fmt::format("interventions.{}", each.id.value);
    const auto sign = [&](const char* what, ui::State state, const std::string& words) {
        const float wide = std::min(line.w, ui::status_width(ui, words, ui::Face::small));
        if (line.w < ui.px(24)) return;
        ui::status(ui, id + what, line.cut_left(wide), state, words, ui::Face::small);
        line.cut_left(ui.px(10));
    };
    if (model.meeting.proceedings.floor == each.id) sign(".speaks", ui::State::info, "has the floor");
    if (const auto marks = draft.capture.of(each.id).marks; marks > 0)
        sign(".marks", ui::State::warning,
             marks == 1 ? std::string("1 mark") : fmt::format("{} marks", marks));
    if (std::find(draft.begun.begin(), draft.begun.end(), each.id) != draft.begun.end())
        sign(".begun", ui::State::info, "begun");
    const auto link = link_of_row(model, each);
    sign(".link", link.state, link.text);
}

void draw_intervention(ui::Ui& ui, const ui::Model& model, const InterventionsDraft& draft,
                       const Intervention& each, bool at, const ui::Row& row) {
    const auto id = fmt::format("interventions.{}", each.id.value);
    ui::Rect place = row.rect.inset(ui.px(10), ui.px(5));
    ui::Rect upper = place.cut_top(ui.line(ui::Face::body));
    const auto began = ui::hour(model.meeting.setup.facts.zone, each.timing.began);
    const float times = ui.width("00:00", ui::Face::body) + ui.px(10);
    ui.text(upper.cut_left(times), began, ui::Face::body, row.quiet_ink);
    const ui::Rect length = upper.cut_right(ui.width("00:00", ui::Face::body) + ui.px(4));
    ui::label(ui, id + ".length", length, ui::length_of(each, model.now), ui::Face::body, row.ink,
              ui::Align::end);
    ui::label(ui, id, upper, name_line(model, each), at ? ui::Face::strong : ui::Face::body, row.ink);
    place.cut_left(times);
    ui::Rect middle = place.cut_top(ui.line(ui::Face::small));
    const auto& captured = draft.capture.of(each.id);
    if (!captured.clerk.empty()) {
        const auto whose = captured.mine ? std::string("mine") : captured.clerk;
        const float wide = std::min(middle.w * 0.4F, ui.width(whose, ui::Face::small) + 1);
        ui::label(ui, id + ".take", middle.cut_right(wide), whose, ui::Face::small,
                  captured.mine ? row.ink : row.quiet_ink, ui::Align::end);
        middle.cut_right(ui.px(8));
    }
    const auto written = captured_phrase(model, draft.capture, each);
    ui::status(ui, id + ".written", middle, written.state, written.text, ui::Face::small);
    if (written.state == ui::State::over)
        ui.frame(row.rect.inset(ui.px(3), ui.px(2)), ui.theme().over, ui.px(4), ui.px(2));
    draw_signs(ui, model, draft, each, place);
}

// What is shown of how many, and how many gaps there are.
void draw_count(ui::Ui& ui, const InterventionsDraft& draft, ui::Rect line) {
    const auto gaps = draft.gaps == 0   ? std::string("no gaps")
                      : draft.gaps == 1 ? std::string("1 gap")
                                        : fmt::format("{} gaps", draft.gaps);
    ui::status(ui, "interventions.gaps", line.cut_right(ui::status_width(ui, gaps, ui::Face::small)),
               draft.gaps > 0 ? ui::State::over : ui::State::quiet, gaps, ui::Face::small);
    line.cut_right(ui.px(8));
    const auto words = fmt::format("{} of {}: {} (F5)", draft.order.size(), draft.all,
                                   filter_words[static_cast<std::size_t>(draft.filter)]);
    ui::label(ui, "interventions.count", line, words, ui::Face::small,
              draft.filter == Filter::all ? ui.theme().quiet_text : ui.theme().text);
}

// A button as wide as it needs, without its key where that leaves room for it.
ui::Rect cut_button(ui::Ui& ui, ui::Rect& row, std::string_view label, std::string_view& keys) {
    float wide = ui::button_width(ui, label, keys);
    if (wide > row.w) {
        keys = {};
        wide = ui::button_width(ui, label);
    }
    if (wide > row.w) return {};
    const auto place = row.cut_left(wide);
    row.cut_left(ui.px(8));
    return place;
}

// The acts below the list; returns the gap to write for.
InterventionId draw_acts(ui::Ui& ui, const ui::Model& model, InterventionsDraft& draft, ui::Sink& sink,
                         InterventionId at, ui::Rect row) {
    InterventionId go;
    std::string_view keys = "F8";
    const auto next = cut_button(ui, row, "Next gap", keys);
    if (ui::button(ui, "interventions.next_gap", next, "Next gap", {.enabled = draft.gaps > 0, .keys = keys}))
        go = next_gap(model, draft.capture, at);
    const auto chosen = chosen_intervention(model, draft);
    const auto* each = meeting::find_intervention(model.meeting, chosen ? chosen : at);
    keys = "Ctrl+Shift+R";
    const auto place = cut_button(ui, row, "Nothing to record", keys);
    const bool back = each != nullptr && each->nothing_to_record;
    if (ui::button(ui, nothing_where, place, back ? "To be recorded" : "Nothing to record",
                   {.enabled = each != nullptr, .keys = keys}) &&
        each != nullptr)
        say_nothing_to_record(model, sink, each->id);
    return go;
}

}  // namespace

ui::Phrase captured_phrase(const ui::Model& model, const Capture& capture, const Intervention& intervention) {
    const auto& captured = capture.of(intervention.id);
    if (captured.paragraphs > 0) {
        return {ui::State::good, fmt::format("{} paragraph{}; {} word{}", captured.paragraphs,
                                             captured.paragraphs == 1 ? "" : "s", captured.words,
                                             captured.words == 1 ? "" : "s")};
    }
    if (intervention.nothing_to_record) return {ui::State::quiet, "nothing to record"};
    const bool gap = is_gap(intervention, captured, model.now);
    return {gap ? ui::State::over : ui::State::quiet, "nothing written"};
}

InterventionId chosen_intervention(const ui::Model& model, const InterventionsDraft& draft) {
    if (draft.rows.chosen >= draft.order.size()) return {};
    const auto index = draft.order[draft.rows.chosen];
    return index < model.meeting.interventions.size() ? model.meeting.interventions[index].id
                                                      : InterventionId{};
}

void turn_filter(InterventionsDraft& draft) {
    draft.filter = static_cast<Filter>((static_cast<std::size_t>(draft.filter) + 1) % filters.size());
}

void say_nothing_to_record(const ui::Model& model, ui::Sink& sink, InterventionId of) {
    if (const auto* each = meeting::find_intervention(model.meeting, of))
        ui::act(model, sink, nothing_where, meeting::SayNothingToRecord{of, !each->nothing_to_record});
}

std::optional<InterventionId> interventions_panel(ui::Ui& ui, const ui::Model& model,
                                                  InterventionsDraft& draft, ui::Sink& sink,
                                                  InterventionId at, ui::Rect rect) {
    const float gap = ui.px(6);
    const float small = ui.line(ui::Face::small) + ui.px(4);
    float spare = rect.h - ui.px(60);  // for the list itself; what has no room above it is left out
    const auto fits = [&](float need) {
        if (spare < need) return false;
        spare -= need;
        return true;
    };
    const bool with_floor = fits(floor_line_height(ui) + gap);
    const bool with_count = fits(small);
    // The parts have air on both sides, of which some can go.
    const bool narrow = ui::choice_width(ui, filters) - 5 * ui.px(18) > rect.w;
    const bool with_filter = !narrow && fits(ui.px(ui::target) + gap);
    const bool with_acts = model.may(meeting::SayNothingToRecord{}) && fits(ui.px(ui::target) + gap);
    auto filter = static_cast<std::size_t>(draft.filter);
    if (with_filter &&
        ui::choice(ui, "interventions.filter", rect.cut_top(ui.px(ui::target)), filters, filter))
        draft.filter = static_cast<Filter>(filter);
    if (with_filter) rect.cut_top(gap);
    bring_up_to_date(model, draft);
    if (with_count) draw_count(ui, draft, rect.cut_top(small));
    InterventionId go;
    if (with_floor && floor_line(ui, model, draft.capture, rect.cut_top(floor_line_height(ui))))
        go = model.meeting.proceedings.floor;
    if (with_floor) rect.cut_top(gap);
    ui::Rect acts = rect.cut_bottom(with_acts ? ui.px(ui::target) : 0);
    if (with_acts) rect.cut_bottom(gap);
    const auto none = draft.all == 0 ? none_of[0] : none_of[static_cast<std::size_t>(draft.filter)];
    const float height = ui.px(12) + ui.line(ui::Face::body) + 2 * ui.line(ui::Face::small);
    const auto event = ui::rows(ui, "interventions.rows", rect, draft.order.size(), height, draft.rows,
                                {"Interventions", std::string(none)}, [&](const ui::Row& row) {
                                    const auto& each = model.meeting.interventions[draft.order[row.index]];
                                    draw_intervention(ui, model, draft, each, each.id == at, row);
                                });
    if (event.moved) draft.follows = draft.rows.chosen + 1 == draft.order.size();
    if (event.activated && *event.activated < draft.order.size())
        go = model.meeting.interventions[draft.order[*event.activated]].id;
    if (with_acts) {
        if (const auto found = draw_acts(ui, model, draft, sink, at, acts)) go = found;
    }
    return go ? std::optional(go) : std::nullopt;
}

}  // namespace dais::clerk_station
