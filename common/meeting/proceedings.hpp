// Where the proceedings stand: all that the chair steers, as one value, so that an act can be taken back by
// putting the value before it in its place.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/sequence.hpp"
#include "base/time.hpp"
#include "meeting/floor.hpp"
#include "meeting/ids.hpp"
#include "meeting/setup.hpp"
#include "meeting/words.hpp"

namespace dais::meeting {

struct Request {
    RequestId id;
    ParticipantId who;
    Kind kind = Kind::statement;
    std::string on_behalf_of;
    base::Instant since;

    friend bool operator==(const Request&, const Request&) = default;
};

// Somebody was called and was not there.
struct Absence {
    ParticipantId who;
    Kind kind = Kind::statement;
    std::string on_behalf_of;
    base::Instant at;
    bool back = false;  // put back to the end of the queue; else the request was over

    friend bool operator==(const Absence&, const Absence&) = default;
};

struct Suspension {
    base::Instant at;
    std::optional<base::Instant> resumed;
    std::optional<base::Instant> until;  // when it is to go on, as far as the chair has said

    friend bool operator==(const Suspension&, const Suspension&) = default;
};

// From when somebody presided. The first term began when the meeting was prepared, or when its first chair
// came.
struct ChairTerm {
    ParticipantId who;
    std::string office;  // of an officer, at that time; empty otherwise
    base::Instant since;
    bool by_taking = false;  // took the chair (or resumed it) by command
    bool before_opening = false;

    friend bool operator==(const ChairTerm&, const ChairTerm&) = default;
};

struct Proceedings {
    Sitting sitting = Sitting::before;
    std::optional<base::Instant> opened;
    std::optional<base::Instant> ended;
    std::vector<Suspension> suspensions;  // the last one is open while the meeting is suspended
    bool clock_ran_at_suspension = false;

    std::vector<AgendaItemId> path;   // the headings under which the meeting now stands, from the top
    std::set<AgendaItemId> taken_up;  // ever
    std::set<AgendaItemId> concluded;

    std::vector<Request> list;     // points of order, then the others, in the order of speaking
    std::vector<Request> replies;  // rights of reply, taken up when the list is exhausted
    bool list_closed = false;
    std::map<std::string, std::uint32_t> replies_given;  // by delegation
    Limits limits;

    InterventionId floor;                     // 0: nobody has it
    std::vector<InterventionId> interrupted;  // by points of order, the innermost last

    std::vector<ChairTerm> chairs;   // the last one presides
    std::vector<Absence> absences;   // in the order in which they were called
    ParticipantId debate_moderator;  // for whom the moderators' stations may give the floor; empty: nobody

    friend bool operator==(const Proceedings&, const Proceedings&) = default;
};

// Who presides, or an empty id.
const ParticipantId& presiding(const Proceedings& proceedings);

// An act of the chair that can still be taken back, with what was before it.
struct Act {
    std::uint64_t number = 0;
    base::Sequence entry;
    std::string name;  // "give_floor lewis": what undo says it takes back
    std::string actor;
    base::Instant at;
    bool touches_list_only = false;  // a request or a withdrawal; an earlier act can be taken back under it
    Proceedings before;
    std::vector<std::pair<InterventionId, Timing>>
        timings;  // of those that had the floor or were interrupted

    friend bool operator==(const Act&, const Act&) = default;
};

// An act as it is kept for good, for whoever asks later who did what: the chair's, and what the other desks
// asked of the list and of takes.
struct Logged {
    std::uint64_t act = 0;  // its number; 0: not the chair's
    base::Instant at;
    std::string by;    // the station
    std::string name;  // as Act::name
    std::string undone_by;
    std::optional<base::Instant> undone;  // taken back then

    friend bool operator==(const Logged&, const Logged&) = default;
};

}  // namespace dais::meeting
