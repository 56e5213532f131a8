// A meeting to test with: a chair, four members, four States, a secretariat, five items.
#pragma once

#include <string>

#include "meeting/events.hpp"

namespace dais::support {

inline meeting::MeetingPrepared small_meeting() {
    meeting::MeetingPrepared prepared;
    prepared.setup.facts.body = "Committee on Trials";
    prepared.setup.limits.by_role[meeting::Role::state] = 180;
    prepared.setup.limits.right_of_reply = {180, 60};
    const auto person = [&](std::string id, meeting::Role role, std::string affiliation) {
        meeting::Participant made;
        made.title = "Ms.";
        made.family_name = id;
        made.id = std::move(id);
        made.role = role;
        made.affiliation = std::move(affiliation);
        prepared.participants.push_back(std::move(made));
    };
    person("chair", meeting::Role::chair, "");
    for (const auto* id : {"ann", "ben", "cho", "dia"}) person(id, meeting::Role::member, "");
    for (const auto* id : {"eli", "fay", "gus", "hal"}) {
        person(id, meeting::Role::state, std::string("Land of ") + id);
    }
    person("ivy", meeting::Role::secretariat, "Secretariat");
    for (int number = 1; number <= 5; ++number) {
        meeting::AgendaItem item;
        item.id = "item-" + std::to_string(number);
        item.number = number;
        item.title = "Item " + std::to_string(number);
        prepared.setup.agenda.push_back(std::move(item));
    }
    return prepared;
}

}  // namespace dais::support
