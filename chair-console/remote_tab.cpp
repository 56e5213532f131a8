#include "chair-console/remote_tab.hpp"

#include <algorithm>

#include "ui/words.hpp"

namespace dais::chair_console {
namespace {

bool is_lost(const meeting::Participant& person) {
    return !person.links.empty() && person.links.back().link == meeting::Link::lost;
}

void bring_up_to_date(const ui::Model& model, RemoteTab& draft) {
    if (draft.built_for == model.revision) return;
    draft.built_for = model.revision;
    draft.shown.clear();
    const auto& people = model.meeting.participants;
    for (std::size_t i = 0; i < people.size(); ++i) {
        if (people[i].attendance == meeting::Attendance::video || !people[i].links.empty())
            draft.shown.push_back(i);
    }
    std::stable_partition(draft.shown.begin(), draft.shown.end(),
                          [&](std::size_t i) { return is_lost(people[i]); });
}

void draw_person(ui::Ui& ui, const ui::Model& model, const meeting::Participant& person, const ui::Row& row) {
    ui::Rect place = row.rect.inset(ui.px(12), 0);
    const auto id = "remote." + person.id;
    const ui::Rect since = place.cut_right(ui.width("00:00", ui::Face::body) + ui.px(4));
    if (!person.links.empty()) {
        const auto at = ui::hour(model.meeting.setup.facts.zone, person.links.back().effective);
        ui::label(ui, id + ".since", since, at, ui::Face::body, row.quiet_ink, ui::Align::end);
    }
    place.cut_right(ui.px(8));
    const auto link = ui::attendance_phrase(person);
    ui::status(ui, id + ".link",
               place.cut_right(std::min(place.w * 0.5F, ui::status_width(ui, "expected by video"))),
               link.state, link.text);
    place.cut_right(ui.px(8));
    ui::label(ui, id, place, ui::person_line(model.meeting, person.id), ui::Face::body, row.ink);
}

}  // namespace

void remote_tab(ui::Ui& ui, const ui::Model& model, RemoteTab& draft, ui::Rect rect) {
    bring_up_to_date(model, draft);
    ui::rows(ui, "remote.rows", rect, draft.shown.size(), ui.px(44), draft.rows,
             {"Remote participants", "Nobody takes part by link."}, [&](const ui::Row& row) {
                 draw_person(ui, model, model.meeting.participants[draft.shown[row.index]], row);
             });
}

}  // namespace dais::chair_console
