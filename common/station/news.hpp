// What a Runner tells its window: plain values, in the order in which they are to be taken in.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "base/sequence.hpp"
#include "base/time.hpp"
#include "meeting/actor.hpp"
#include "meeting/commands.hpp"
#include "meeting/events.hpp"
#include "meeting/meeting.hpp"
#include "replica/replica.hpp"
#include "wire/messages.hpp"

namespace dais::station {

// A text that was asked for and has no answer yet.
struct WaitingText {
    std::uint64_t request = 0;
    meeting::Command command;
};
// A text that was refused. It is kept for its author, who finds a place for it or gives it up
// (Runner::forget_unplaced).
struct Unplaced {
    std::uint64_t request = 0;
    meeting::Command command;
    std::string reason;
};

// Always first, and once: what the station's disk held when it was opened.
struct Restored {
    std::map<std::string, std::string> drafts;  // by place
    std::vector<WaitingText> waiting;           // they are sent again by themselves
    std::vector<Unplaced> unplaced;
    // Not empty: what the disk held was damaged; it was set aside, and a person must know where.
    std::string notice;
};

// The state as a whole, in place of all that was known.
struct Replaced {
    std::shared_ptr<const meeting::Meeting> meeting;
    base::Sequence head;
};
// One entry more: meeting::apply() brings the window's own copy to fact.stamp.entry.
struct Happened {
    meeting::Fact fact;
};

struct LinkNews {
    replica::LinkState state = replica::LinkState::connecting;
    std::string sentence;  // why, where the link is refused, superseded or diverged
    std::string trouble;   // what the hub says of itself that every screen must show; empty: all is well
    bool known = false;    // the hub has said who we are, now or on an earlier connection of this run
    meeting::Actor self;   // where `known`
    base::Span offset{0};  // the hub's time is program::uptime() + offset
    bool script_clock = false;
    base::Sequence head;
    wire::Present present;  // how many stations there are, by desk
};

// What became of a request; where it was accepted, Happened or Replaced has told what it brought about. A
// text of an earlier run of the program has the token 0.
struct Settled {
    std::uint64_t token = 0;
    std::uint64_t request = 0;
    wire::Fate fate = wire::Fate::accepted;
    std::string word;      // of the refusal
    std::string sentence;  // of the refusal
    base::Sequence entry;  // where it was accepted
};
// The disk has no room for a text: it is kept in memory alone, not sent, and tried again every two seconds.
// Kept, or NotTaken for another reason, comes later.
struct Held {
    std::uint64_t token = 0;
};
// A text that was held is on the disk now, and on its way.
struct Kept {
    std::uint64_t token = 0;
};
// It was not asked for at all: no_link, too_many, or what the spool says of it (command_too_long, …);
// disk_full of an act only, and then after a thousand of them without room.
struct NotTaken {
    std::uint64_t token = 0;
    std::string code;
    std::string sentence;
};
// An act has had no answer for five seconds; it is asked about, and Settled comes later.
struct Unanswered {
    std::uint64_t token = 0;
};

// The draft is on disk as it was at this version, or later.
struct DraftKept {
    std::string place;
    std::uint64_t version = 0;
};

// The disk does not take what should be kept, in a sentence for people. Empty: it is over.
struct Trouble {
    std::string sentence;
};

// What another station is writing at a place ("p:12"), as far as the hub has told; an empty text: nothing
// there any more. Only to desks that write.
struct DraftOfOther {
    std::string author;
    std::string place;
    std::uint32_t base = 0;  // so many revisions the text had when it was begun; 0: there was none
    std::string text;
};
// Nothing is known any more of what others are writing; what is, is told anew.
struct DraftsOfOthersGone {};

// Of a room's screen: what the room may know, as it now is.
struct RoomShown {
    std::shared_ptr<const meeting::RoomView> view;
};

using News = std::variant<Restored, Replaced, Happened, LinkNews, Settled, NotTaken, Held, Kept, Unanswered,
                          DraftKept, Unplaced, Trouble, DraftOfOther, DraftsOfOthersGone, RoomShown>;

}  // namespace dais::station
