// The meeting as a value. decide() answers what a command would bring about, apply() brings it about; nothing
// else changes a meeting. Hub, stations, rehearsal, exporter and tests all run the same two functions
// (decide.hpp, apply.hpp).
#pragma once

#include <cstdint>
#include <vector>

#include "meeting/floor.hpp"
#include "meeting/marks.hpp"
#include "meeting/participants.hpp"
#include "meeting/proceedings.hpp"
#include "meeting/record_text.hpp"
#include "meeting/setup.hpp"
#include "meeting/takes.hpp"

namespace dais::meeting {

// What stands in the record's order.
enum class Place : std::uint8_t {
    intervention,  // ref: InterventionId
    text,          // ref: TextId of a note, heading or decision
    item,          // an agenda heading; `item` says which
    opening,
    suspension,  // ref: index into Proceedings::suspensions
    ending,
    chair,  // ref: index into Proceedings::chairs
    coverage_begin,
    coverage_end,
};

// One thing in the order of the record. What is not an intervention stands after the intervention that was
// running, or after the one that its author named: that is its anchor (0: nobody had the floor).
struct TimelineItem {
    Place place = Place::intervention;
    std::uint64_t ref = 0;
    AgendaItemId item;
    InterventionId anchor;
    bool named = false;  // the anchor was named by the author
    base::Instant at;
    std::uint64_t act = 0;  // the act that made it; 0: not the chair's

    friend bool operator==(const TimelineItem&, const TimelineItem&) = default;
};

struct Meeting {
    Setup setup;
    std::vector<Participant> participants;  // in the order of the folder, then as they were added
    Proceedings proceedings;
    std::vector<Intervention> interventions;  // that with id n at n - 1
    std::vector<RecordText> texts;            // that with id n at n - 1
    std::vector<TimelineItem> timeline;       // in the order of the record
    std::vector<Act> acts;  // the latest last, at most max_acts, none older than undo_seconds
    std::uint64_t last_request = 0;
    std::uint64_t last_act = 0;
    base::Instant now;        // when the last event was recorded
    std::vector<Mark> marks;  // that with id n at n - 1
    Takes takes;
    std::vector<Logged>
        log;  // every act, the latest last; the oldest go where there are more than max_logged

    friend bool operator==(const Meeting&, const Meeting&) = default;
};

// Look-ups: a null pointer where there is none. An intervention that was taken back is not found.
const Participant* find_participant(const Meeting& meeting, const ParticipantId& id);
Participant* find_participant(Meeting& meeting, const ParticipantId& id);
const Intervention* find_intervention(const Meeting& meeting, InterventionId id);
Intervention* find_intervention(Meeting& meeting, InterventionId id);
const RecordText* find_text(const Meeting& meeting, TextId id);
RecordText* find_text(Meeting& meeting, TextId id);
const Mark* find_mark(const Meeting& meeting, MarkId id);  // also one that was cleared
const AgendaItem* find_item(const Setup& setup, const AgendaItemId& id);

// The headings on the way to an item, from the top down to the item itself.
std::vector<AgendaItemId> path_to(const Setup& setup, const AgendaItemId& id);

// How the speaker of an intervention took part when the floor was given: a clerk's correction, else the last
// report of in_room, audio or video before that moment, else what was expected beforehand. Returns in_room,
// audio or video.
Link link_of(const Meeting& meeting, const Intervention& intervention);

// Whether the report was known of, or is said to have been seen, by the time the floor was given.
bool reported_before(const LinkReport& report, const Intervention& intervention);

// How the person takes part now, in the same sense.
Link link_now(const Participant& person);

}  // namespace dais::meeting
