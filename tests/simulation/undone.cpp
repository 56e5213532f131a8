#include "simulation/undone.hpp"

#include <algorithm>
#include <set>
#include <variant>

#include "meeting/apply.hpp"
#include "meeting/limits.hpp"

namespace dais::simulation {
namespace {

using meeting::Meeting;
using Complaints = std::vector<std::string>;

struct Done {  // an act that nobody has taken back
    std::uint64_t number = 0;
    meeting::Stamp stamp;
    std::string name;
    bool touches_list_only = false;
};

// The texts that a reader of the record sees.
std::set<meeting::TextId> on_the_record(const Meeting& meeting) {
    std::set<meeting::TextId> seen;
    const auto see = [&](meeting::TextId id) {
        const auto* text = meeting::find_text(meeting, id);
        if (text != nullptr && !text->removed) seen.insert(id);
    };
    for (const auto& intervention : meeting.interventions) {
        if (intervention.undone) continue;
        for (const auto id : intervention.blocks) see(id);
    }
    for (const auto& item : meeting.timeline) {
        if (item.place == meeting::Place::text) see(meeting::TextId{item.ref});
    }
    return seen;
}

// Decisions and the like, which go with their act.
std::set<meeting::TextId> texts_of_act(const Meeting& meeting, std::uint64_t act) {
    std::set<meeting::TextId> made;
    for (const auto& item : meeting.timeline) {
        if (item.place == meeting::Place::text && item.act == act) made.insert(meeting::TextId{item.ref});
    }
    return made;
}

void compare_texts(const Meeting& before, const Meeting& after, std::uint64_t act, const std::string& what,
                   Complaints& complaints) {
    const auto left = on_the_record(after);
    const auto went_with_it = texts_of_act(before, act);
    for (const auto id : on_the_record(before)) {
        if (left.count(id) != 0 || went_with_it.count(id) != 0) continue;
        complaints.push_back(what + " took text " + std::to_string(id.value) + " by " +
                             meeting::find_text(before, id)->revisions.front().author + " off the record");
    }
}

void compare_interventions(const Meeting& before, const Meeting& after, std::uint64_t act,
                           const std::string& what, Complaints& complaints) {
    for (const auto& intervention : before.interventions) {
        const auto* there = meeting::find_intervention(after, intervention.id);
        if (intervention.undone || there != nullptr) continue;
        const auto which = "intervention " + std::to_string(intervention.id.value);
        if (intervention.act != act) complaints.push_back(what + " took " + which + " with it");
        if (!intervention.corrections.empty()) {
            complaints.push_back(what + " took " + which + " with it, which a clerk had corrected");
        }
    }
    for (const auto& item : before.timeline) {
        const bool others = item.act == 0 && meeting::find_intervention(before, item.anchor) != nullptr;
        if (!others || meeting::find_intervention(after, item.anchor) != nullptr) continue;
        const auto* text =
            item.place == meeting::Place::text ? find_text(before, meeting::TextId{item.ref}) : nullptr;
        if (text != nullptr && text->removed) continue;
        complaints.push_back(what + " took intervention " + std::to_string(item.anchor.value) +
                             " with it, after which others' things stood");
    }
}

void take_back(std::vector<Done>& acts, const meeting::Stamp& stamp, std::uint64_t number,
               const std::string& what, Complaints& complaints) {
    const auto found =
        std::find_if(acts.begin(), acts.end(), [&](const Done& act) { return act.number == number; });
    if (found == acts.end()) return complaints.push_back(what + " takes back what is not there");
    if (found->stamp.actor.name != stamp.actor.name) {
        complaints.push_back(what + " takes back an act of " + found->stamp.actor.name);
    }
    if (stamp.recorded - found->stamp.recorded > std::chrono::seconds(meeting::undo_seconds)) {
        complaints.push_back(what + " takes back an act that is too old");
    }
    for (auto later = std::next(found); later != acts.end(); ++later) {
        if (later->touches_list_only) continue;
        complaints.push_back(what + " takes back \"" + later->name + "\" by " + later->stamp.actor.name +
                             " with it");
    }
    acts.erase(found, acts.end());
}

}  // namespace

void check_undone(const std::vector<wire::Entry>& journal, Complaints& complaints) {
    Meeting meeting;
    std::vector<Done> acts;
    for (const auto& entry : journal) {
        const auto& [stamp, events] = entry.fact;
        const meeting::ActUndone* undone = nullptr;
        for (const auto& event : events) {
            if (const auto* begun = std::get_if<meeting::ActBegun>(&event)) {
                acts.push_back({begun->number, stamp, begun->name, begun->touches_list_only});
            } else if (const auto* back = std::get_if<meeting::ActUndone>(&event)) {
                undone = back;
            }
        }
        if (undone == nullptr) {
            meeting::apply(meeting, entry.fact);
            continue;
        }
        const auto what = "the undo at entry " + std::to_string(stamp.entry.value);
        take_back(acts, stamp, undone->number, what, complaints);
        const Meeting before = meeting;
        meeting::apply(meeting, entry.fact);
        compare_texts(before, meeting, undone->number, what, complaints);
        compare_interventions(before, meeting, undone->number, what, complaints);
    }
}

}  // namespace dais::simulation
