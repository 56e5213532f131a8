#include "meeting/meeting.hpp"

#include <algorithm>

namespace dais::meeting {
namespace {

// Items with dense ids, that with id n at n - 1.
template <class Items, class Id>
auto at_id(Items& items, Id id) -> decltype(items.data()) {
    return id.value == 0 || id.value > items.size() ? nullptr : &items[id.value - 1];
}

template <class M>
auto participant_in(M& meeting, const ParticipantId& id) -> decltype(meeting.participants.data()) {
    const auto found = std::find_if(meeting.participants.begin(), meeting.participants.end(),
                                    [&](const Participant& person) { return person.id == id; });
    return found == meeting.participants.end() ? nullptr : &*found;
}

// The later of two reports: by when the link was seen, and among equals by when it was recorded.
bool earlier(const LinkReport& a, const LinkReport& b) {
    return std::pair(a.effective, a.entry) < std::pair(b.effective, b.entry);
}

Link expected(Attendance attendance) {
    return attendance == Attendance::video ? Link::video : Link::in_room;
}

}  // namespace

const Participant* find_participant(const Meeting& meeting, const ParticipantId& id) {
    return participant_in(meeting, id);
}

Participant* find_participant(Meeting& meeting, const ParticipantId& id) {
    return participant_in(meeting, id);
}

const Intervention* find_intervention(const Meeting& meeting, InterventionId id) {
    const auto* found = at_id(meeting.interventions, id);
    return found != nullptr && found->undone ? nullptr : found;
}

Intervention* find_intervention(Meeting& meeting, InterventionId id) {
    auto* found = at_id(meeting.interventions, id);
    return found != nullptr && found->undone ? nullptr : found;
}

const RecordText* find_text(const Meeting& meeting, TextId id) {
    return at_id(meeting.texts, id);
}

RecordText* find_text(Meeting& meeting, TextId id) {
    return at_id(meeting.texts, id);
}

const AgendaItem* find_item(const Setup& setup, const AgendaItemId& id) {
    const auto found = std::find_if(setup.agenda.begin(), setup.agenda.end(),
                                    [&](const AgendaItem& item) { return item.id == id; });
    return found == setup.agenda.end() ? nullptr : &*found;
}

std::vector<AgendaItemId> path_to(const Setup& setup, const AgendaItemId& id) {
    std::vector<AgendaItemId> path;
    // The agenda's depth is limited; the bound also ends a circle that a hostile first entry could hold.
    for (const auto* item = find_item(setup, id); item != nullptr && path.size() < setup.agenda.size();
         item = find_item(setup, item->parent)) {
        path.push_back(item->id);
        if (item->parent.empty()) break;
    }
    std::reverse(path.begin(), path.end());
    return path;
}

bool reported_before(const LinkReport& report, const Intervention& intervention) {
    // The journal's order is finer than its clock, so it decides wherever both were recorded as they
    // happened.
    if (report.observed || intervention.began_said) return report.effective <= intervention.timing.began;
    return report.entry < intervention.entry;
}

Link link_of(const Meeting& meeting, const Intervention& intervention) {
    if (intervention.link) return *intervention.link;
    const LinkReport* last = nullptr;
    if (const auto* person = find_participant(meeting, intervention.speaker.who)) {
        for (const auto& report : person->links) {
            if (!says_how(report.link) || !reported_before(report, intervention)) continue;
            if (last == nullptr || !earlier(report, *last)) last = &report;
        }
    }
    return last != nullptr ? last->link : expected(intervention.speaker.attendance);
}

Link link_now(const Participant& person) {
    const LinkReport* last = nullptr;
    for (const auto& report : person.links) {
        if (says_how(report.link) && (last == nullptr || !earlier(report, *last))) last = &report;
    }
    return last != nullptr ? last->link : expected(person.attendance);
}

std::string name_of(const Participant& person) {
    const std::string& last = person.family_name.empty() ? person.given_name : person.family_name;
    if (last.empty()) return person.affiliation.empty() ? person.id : person.affiliation;
    return person.title.empty() ? last : person.title + " " + last;
}

std::string delegation_of(const Participant& person) {
    return person.affiliation.empty() ? person.id : person.affiliation;
}

const ParticipantId& presiding(const Proceedings& proceedings) {
    static const ParticipantId nobody;
    return proceedings.chairs.empty() ? nobody : proceedings.chairs.back().who;
}

}  // namespace dais::meeting
