// What a desk's panels draw from: the confirmed meeting, what this station has asked for, and how it stands
// with the hub. Panels are handed it const; it is brought up to date between frames and never while one is
// drawn.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/time.hpp"
#include "meeting/actor.hpp"
#include "meeting/commands.hpp"
#include "meeting/decide.hpp"
#include "meeting/meeting.hpp"
#include "meeting/room_view.hpp"
#include "record/record.hpp"
#include "replica/replica.hpp"

namespace dais::ui {

// A command of this station between the key and its answer; a refused one until somebody has read why.
struct Asked {
    enum class State : std::uint8_t {
        waiting,
        held,      // a text that this machine's disk has no room for: typed, not on the disk, not sent
        doubtful,  // an act without an answer for five seconds; its fate is being asked
        refused,   // `sentence` says why
    };

    std::uint64_t token = 0;
    std::string where;  // the id of the place at which it was asked
    meeting::Command command;
    State state = State::waiting;
    std::string sentence;
    base::Instant since;  // by the machine's uptime
};

// A text that the hub refused: it stays its author's until a place is found for it or it is given up.
struct UnplacedText {
    std::uint64_t request = 0;
    meeting::Command command;
    std::string reason;
    std::string word = {};  // of the refusal, where the hub said it in this run of the program
};

// The record as it would be printed now, and what a clerk needs of it (preview.hpp). Made beside the window's
// thread, so it may be some milliseconds older than the meeting.
struct Preview {
    record::Record record;
    std::map<meeting::TextId, std::size_t> block_of;  // which of its blocks a text of the meeting is
    // For each block, what it says and how it stands, as a number: the same number is as high, so that a list
    // need not measure again what it has measured.
    std::vector<std::uint64_t> looks;
    // What stands before the first paragraph of an intervention, as it is or would be printed.
    std::map<meeting::InterventionId, std::string> attribution;
    // The number that a paragraph at the end of an intervention would have.
    std::map<meeting::InterventionId, std::uint32_t> next_number;
};

// What another desk is writing and has not asked for yet: shown in grey, and nothing rests on it.
struct DraftOfOther {
    std::string author;      // the station's name
    std::string place;       // "p:12", "r:34" (clerk-station/places.hpp)
    std::uint32_t base = 0;  // so many revisions the text had when this was begun; 0: there was none
    std::string text;
    base::Instant seen;  // when it came as it is, by the machine's uptime
};

// How many stations are connected to the hub, by desk.
struct Present {
    std::size_t chairs = 0;
    std::size_t clerks = 0;
    std::size_t moderators = 0;
    std::size_t rooms = 0;

    friend bool operator==(const Present&, const Present&) = default;
};

struct Model {
    meeting::Meeting meeting;
    std::uint64_t revision = 0;  // grows whenever `meeting` changes, for what is derived from it and kept
    std::shared_ptr<const Preview> preview;  // null where this desk needs none, or none was made yet

    replica::LinkState link = replica::LinkState::connecting;
    std::string link_sentence;           // why, where it is refused, superseded or diverged
    base::Instant link_since;            // by the machine's uptime
    std::optional<meeting::Actor> self;  // once the hub has said who we are
    std::size_t texts_waiting = 0;       // texts of this station that the hub has not answered
    std::size_t texts_held = 0;          // of these, those that are not even on this machine's disk
    std::vector<Asked> asked;            // in the order in which they were asked
    std::vector<UnplacedText> unplaced;
    std::set<std::string> unsaved;  // places of drafts that are not on this machine's disk yet
    std::vector<DraftOfOther>
        drafts_of_others;     // by place, then author; empty where this desk does not write
    std::string trouble;      // of this machine's disk, in a sentence; empty: none
    std::string hub_trouble;  // of the hub (its disk is full, say), as it says itself; empty: none
    Present present;          // as of the hub's last beat; all 0: not known
    // Of a room's screen, in place of the meeting: what the room may know. Null until it has come.
    std::shared_ptr<const meeting::RoomView> room;

    base::Instant now;     // the hub's time
    base::Instant uptime;  // the machine's: grows evenly, for what is not the meeting's time

    [[nodiscard]] bool live() const {
        return link == replica::LinkState::live || link == replica::LinkState::evasive;
    }
    // Whether this station's desk has the right to ask for it now. False until the hub has said who we are.
    [[nodiscard]] bool may(const meeting::Command& command) const {
        return self && meeting::may_ask_now(meeting, self->desk, command);
    }
    // The latest that was asked at this place and is not read or answered, or null.
    [[nodiscard]] const Asked* asked_at(const std::string& where) const {
        for (auto each = asked.rbegin(); each != asked.rend(); ++each) {
            if (each->where == where) return &*each;
        }
        return nullptr;
    }
    // Whether something asked at this place waits for its answer.
    [[nodiscard]] bool waits_at(const std::string& where) const {
        const auto* found = asked_at(where);
        return found != nullptr && found->state != Asked::State::refused;
    }
};

}  // namespace dais::ui
