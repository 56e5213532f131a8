#include "ui/person_box.hpp"

#include <algorithm>

#include "ui/widgets.hpp"
#include "ui/words.hpp"

namespace dais::ui {
namespace {

void bring_up_to_date(const Model& model, PersonBox& box, const PersonLook& look) {
    const bool rebuilt = box.built_for != model.revision;
    if (rebuilt) {
        std::vector<Finder::Entry> entries;
        entries.reserve(model.meeting.participants.size());
        for (const auto& person : model.meeting.participants) {
            entries.push_back({person.id, person.title + " " + person.given_name + " " + person.family_name +
                                              " " + person.affiliation + " " + person.id});
        }
        box.finder = Finder(entries);
        box.built_for = model.revision;
    }
    if (!rebuilt && box.asked_for == box.query.edit.revision()) return;
    box.found = box.finder.find(box.query.edit.text(), look.most);
    if (box.asked_for != box.query.edit.revision()) box.found_rows.choose(0);
    box.asked_for = box.query.edit.revision();
}

// Up, Down and Enter belong to what is found while the box has the focus.
PersonPick keys(Ui& ui, PersonBox& box) {
    if (box.found.empty()) return {};
    auto& rows = box.found_rows;
    const auto at = rows.chosen == no_row ? 0 : std::min(rows.chosen, box.found.size() - 1);
    if (ui.take({Key::down, alone}, true)) rows.choose(std::min(at + 1, box.found.size() - 1));
    if (ui.take({Key::up, alone}, true)) rows.choose(at - (at > 0 ? 1 : 0));
    const bool with_shift = ui.take({Key::enter, shift});
    if (!with_shift && !ui.take({Key::enter, alone})) return {};
    return {box.found[at], with_shift};
}

void draw_person(Ui& ui, const std::string& id, const Model& model, const PersonBox& box, const Row& row) {
    const auto* found = meeting::find_participant(model.meeting, box.found[row.index]);
    if (found == nullptr) return;
    const auto& person = *found;
    Rect place = row.rect.inset(ui.px(12), 0);
    const auto phrase = attendance_phrase(person);
    const float states = status_width(ui, "expected by video");
    const Rect state = place.cut_right(std::min(states, place.w * 0.4F));
    place.cut_right(ui.px(8));
    label(ui, id + ".name." + person.id, place, person_line(model.meeting, person.id), Face::body, row.ink);
    status(ui, id + ".link." + person.id, state, phrase.state, phrase.text);
}

}  // namespace

PersonPick person_box(Ui& ui, const Model& model, const std::string& id, Rect rect, PersonBox& box,
                      const PersonLook& look, float* used) {
    const float top = rect.y;
    const Rect line = rect.cut_top(ui.px(target));
    const bool shows = look.always_show || !box.query.edit.empty();
    PersonPick pick;
    if (shows) bring_up_to_date(model, box, look);
    if (shows && ui.focused() == id && ui.reachable()) pick = keys(ui, box);
    field(ui, id, line, box.query, {.hint = look.hint});
    if (shows) {
        if (box.asked_for != box.query.edit.revision()) bring_up_to_date(model, box, look);
        rect.cut_top(ui.px(4));
        const float row = ui.px(target);
        const float wanted = row * static_cast<float>(std::max<std::size_t>(1, box.found.size()));
        const Rect list = rect.cut_top(std::min(rect.h, wanted));
        const auto event = rows(ui, id + ".found", list, box.found.size(), row, box.found_rows,
                                {"People found", "Nobody is found."},
                                [&](const Row& each) { draw_person(ui, id, model, box, each); });
        if (event.activated && *event.activated < box.found.size()) {
            pick.who = box.found[*event.activated];
        }
    }
    if (used != nullptr) *used = rect.y - top;
    return pick;
}

}  // namespace dais::ui
