// The floor: who has it, for how long, and every turn that was taken (interventions).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/sequence.hpp"
#include "base/time.hpp"
#include "meeting/ids.hpp"
#include "meeting/words.hpp"

namespace dais::meeting {

// From when to when a clock stood. An open pause has no end.
struct Pause {
    base::Instant from;
    std::optional<base::Instant> to;

    friend bool operator==(const Pause&, const Pause&) = default;
};

// A clock is data; whoever shows it computes what is left at the time it shows. No tick travels.
struct Clock {
    std::optional<base::Span> limit;             // none: the clock only counts what is spent
    base::Span granted{0};                       // by grant_time, may be negative
    base::Span spent{0};                         // up to the last time it stood
    std::optional<base::Instant> running_since;  // none: it stands
    std::vector<Pause> pauses;

    friend bool operator==(const Clock&, const Clock&) = default;
};

// What was spoken by `now`.
base::Span spent_at(const Clock& clock, base::Instant now);
// What is left at `now`; negative in overrun. Nothing where there is no limit.
std::optional<base::Span> left_at(const Clock& clock, base::Instant now);
// Both leave a clock that already stands, or already runs, as it is.
void stop(Clock& clock, base::Instant now);
void run(Clock& clock, base::Instant now);

// The speaker as he or she was when the floor was given: the record prints this, whatever changes later.
struct Speaker {
    ParticipantId who;
    Role role = Role::member;
    std::string affiliation;
    Attendance attendance = Attendance::room;
    bool presiding = false;

    friend bool operator==(const Speaker&, const Speaker&) = default;
};

// A correction of an intervention by a clerk, kept for the history.
struct Correction {
    std::string reason;
    std::string by;
    base::Instant at;

    friend bool operator==(const Correction&, const Correction&) = default;
};

// When an intervention ran and what its clock says: the part that an undo puts back.
struct Timing {
    base::Instant began;
    std::optional<base::Instant> ended;
    Clock clock;

    friend bool operator==(const Timing&, const Timing&) = default;
};

// One turn of one speaker, or the part of it that followed a point of order.
struct Intervention {
    InterventionId id;
    Speaker speaker;
    Kind kind = Kind::statement;
    std::string on_behalf_of;
    Timing timing;
    InterventionId part_of;    // the first part, for a later one; 0 otherwise
    bool logged = false;       // by a clerk, without the chair's key
    bool began_said = false;   // logged, and its beginning is the clerk's word, not the hub's clock
    std::optional<Link> link;  // how the speaker took part, where a clerk corrected it
    std::vector<Correction> corrections;
    std::vector<TextId> blocks;      // its paragraphs (and notes moved among them) in order, removed ones too
    base::Sequence entry;            // the journal entry by which the floor was given
    std::uint64_t act = 0;           // the act that made it, 0 for a clerk's
    bool undone = false;             // taken back: it never happened, its id stays used
    bool nothing_to_record = false;  // a clerk has said so: that it has no paragraph is no gap

    friend bool operator==(const Intervention&, const Intervention&) = default;
};

}  // namespace dais::meeting
