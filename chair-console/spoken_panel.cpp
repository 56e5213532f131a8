#include "chair-console/spoken_panel.hpp"

#include <fmt/format.h>

#include <array>

#include "meeting/describe.hpp"
#include "ui/widgets.hpp"
#include "ui/words.hpp"

namespace dais::chair_console {
namespace {

constexpr std::array<std::string_view, 6> what{"Interventions",
                                               "Totals by person",
                                               "Totals by affiliation",
                                               "Totals by role",
                                               "Totals by how they took part",
                                               "Called, and not there"};
constexpr std::size_t shows_absences = 5;

void bring_up_to_date(const ui::Model& model, SpokenDraft& draft) {
    if (draft.built_for == model.revision && draft.built_shows == draft.shows) return;
    draft.built_for = model.revision;
    draft.built_shows = draft.shows;
    draft.order.clear();
    draft.totals.clear();
    if (draft.shows == shows_absences) return;
    if (draft.shows > 0) {
        draft.totals =
            meeting::totals(model.meeting, static_cast<meeting::TotalOf>(draft.shows - 1), model.now);
        return;
    }
    const auto& all = model.meeting.interventions;
    for (std::size_t i = all.size(); i > 0; --i) {
        if (!all[i - 1].undone) draft.order.push_back(i - 1);
    }
}

void draw_intervention(ui::Ui& ui, const ui::Model& model, const SpokenDraft& draft, const ui::Row& row) {
    const auto& each = model.meeting.interventions[draft.order[row.index]];
    const auto id = fmt::format("spoken.{}", each.id.value);
    ui::Rect place = row.rect.inset(ui.px(12), 0);
    const auto began = ui::hour(model.meeting.setup.facts.zone, each.timing.began);
    ui.text(place.cut_left(ui.px(64)), began, ui::Face::body, row.quiet_ink);
    const ui::Rect length = place.cut_right(ui.width("00:00:00", ui::Face::body));
    ui::label(ui, id + ".length", length, ui::length_of(each, model.now), ui::Face::body, row.ink,
              ui::Align::end);
    place.cut_right(ui.px(8));
    const auto left = meeting::left_at(each.timing.clock, model.now);
    if (left && left->count() < 0) {
        const auto over = "over by " + meeting::clock_text(base::Span{-left->count()});
        const float wide = std::min(place.w * 0.4F, ui::status_width(ui, over, ui::Face::small));
        ui::status(ui, id + ".over", place.cut_right(wide), ui::State::over, over, ui::Face::small);
        place.cut_right(ui.px(8));
    }
    auto name = ui::person_name(model.meeting, each.speaker.who);
    const auto kind = ui::kind_phrase(each.kind);
    if (!kind.empty()) name += ", " + kind;
    if (each.part_of) name += " (continued)";
    ui::label(ui, id, place, name, ui::Face::body, row.ink);
}

std::string name_of(const meeting::Meeting& meeting, meeting::TotalOf of, const std::string& key) {
    switch (of) {
        case meeting::TotalOf::person:
            return ui::person_line(meeting, key);
        case meeting::TotalOf::affiliation:
            return key.empty() ? "without an affiliation" : key;
        case meeting::TotalOf::role:
            return key;
        case meeting::TotalOf::attendance:
            break;
    }
    const auto link = meeting::parse_word<meeting::Link>(key);
    return link ? ui::link_phrase(*link).text : key;
}

std::string length(base::Span spoken) {
    return meeting::clock_text(base::Span{spoken.count() / 1000 * 1000});
}

void draw_total(ui::Ui& ui, const ui::Model& model, const SpokenDraft& draft, const ui::Row& row) {
    const auto& total = draft.totals[row.index];
    const auto of = static_cast<meeting::TotalOf>(draft.shows - 1);
    const auto id = fmt::format("spoken.total.{}", row.index);
    ui::Rect place = row.rect.inset(ui.px(12), 0);
    const ui::Rect time = place.cut_right(ui.width("00:00:00", ui::Face::body));
    ui::label(ui, id + ".length", time, length(total.spoken), ui::Face::body, row.ink, ui::Align::end);
    place.cut_right(ui.px(8));
    const auto times = fmt::format("{}×", total.times);
    ui::label(ui, id + ".times", place.cut_right(ui.width("000×", ui::Face::body)), times, ui::Face::body,
              row.quiet_ink, ui::Align::end);
    place.cut_right(ui.px(8));
    if (total.over.count() >= 1000) {
        const auto over = "over by " + length(total.over);
        const float wide = std::min(place.w * 0.4F, ui::status_width(ui, over, ui::Face::small));
        ui::status(ui, id + ".over", place.cut_right(wide), ui::State::over, over, ui::Face::small);
        place.cut_right(ui.px(8));
    }
    ui::label(ui, id, place, name_of(model.meeting, of, total.key), ui::Face::body, row.ink);
}

// The latest first.
void draw_absence(ui::Ui& ui, const ui::Model& model, const ui::Row& row) {
    const auto& absences = model.meeting.proceedings.absences;
    const auto& absence = absences[absences.size() - 1 - row.index];
    const auto id = fmt::format("spoken.absent.{}", row.index);
    ui::Rect place = row.rect.inset(ui.px(12), 0);
    const auto at = ui::hour(model.meeting.setup.facts.zone, absence.at);
    ui.text(place.cut_left(ui.px(64)), at, ui::Face::body, row.quiet_ink);
    const std::string became = absence.back ? "put back" : "skipped";
    ui::label(ui, id + ".became", place.cut_right(ui.width("put back", ui::Face::body) + 1), became,
              ui::Face::body, row.quiet_ink, ui::Align::end);
    place.cut_right(ui.px(8));
    auto name = ui::person_line(model.meeting, absence.who);
    if (const auto kind = ui::kind_phrase(absence.kind); !kind.empty()) name += " (" + kind + ")";
    ui::label(ui, id, place, name, ui::Face::body, row.ink);
}

}  // namespace

void next_sums(SpokenDraft& draft) {
    draft.shows = (draft.shows + 1) % what.size();
    draft.rows = {};
}

void spoken_panel(ui::Ui& ui, const ui::Model& model, SpokenDraft& draft, ui::Rect rect) {
    if (ui::button(ui, "spoken.what", rect.cut_top(ui.px(ui::target)), what[draft.shows],
                   {.keys = "Y", .align = ui::Align::start}))
        next_sums(draft);
    rect.cut_top(ui.px(8));
    bring_up_to_date(model, draft);
    if (draft.shows == shows_absences) {
        ui::rows(ui, "spoken.rows", rect, model.meeting.proceedings.absences.size(), ui.px(44), draft.rows,
                 {"Absences", "Everybody who was called was there."},
                 [&](const ui::Row& row) { draw_absence(ui, model, row); });
        return;
    }
    if (draft.shows > 0) {
        ui::rows(ui, "spoken.rows", rect, draft.totals.size(), ui.px(44), draft.rows,
                 {"Totals", "Nobody has spoken yet."},
                 [&](const ui::Row& row) { draw_total(ui, model, draft, row); });
        return;
    }
    ui::rows(ui, "spoken.rows", rect, draft.order.size(), ui.px(44), draft.rows,
             {"Interventions", "Nobody has spoken yet."},
             [&](const ui::Row& row) { draw_intervention(ui, model, draft, row); });
}

}  // namespace dais::chair_console
