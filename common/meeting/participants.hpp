// Who may speak, and how each of them takes part.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/sequence.hpp"
#include "base/time.hpp"
#include "meeting/ids.hpp"
#include "meeting/words.hpp"

namespace dais::meeting {

// One report of a person's link, as a moderator or a platform saw it.
struct LinkReport {
    Link link = Link::in_room;
    base::Instant effective;  // when it was seen: `observed` where that was said, else when it was recorded
    bool observed = false;    // `effective` was said by the reporter
    base::Sequence entry;     // the journal entry that brought it
    std::string by;           // the station

    friend bool operator==(const LinkReport&, const LinkReport&) = default;
};

// A row of participants.csv, with what became known since.
struct Participant {
    ParticipantId id;
    std::string title;
    std::string given_name;
    std::string family_name;
    std::string pronoun;
    Role role = Role::member;
    std::string affiliation;
    Attendance attendance = Attendance::room;
    std::map<std::string, std::string> further;  // columns that the folder has beyond these
    std::vector<LinkReport> links;               // in the order in which they were recorded

    friend bool operator==(const Participant&, const Participant&) = default;
};

// "Mr. Lewis": title and family name; where there is no family name the given name, else the affiliation,
// else the id.
std::string name_of(const Participant& person);

// The delegation that rights of reply are counted for: the affiliation, or the person where there is none.
std::string delegation_of(const Participant& person);

}  // namespace dais::meeting
