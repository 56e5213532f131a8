// A meeting played by hand: what a rule's test says reads as the rule does.
//
//   Rules rules;                                             // the budget committee, not yet open
//   rules.when("15:00 chair", OpenMeeting{});                // must be accepted
//   rules.refused("15:00 chair", OpenMeeting{}, Reason::meeting_already_open);
//   rules.then("meeting: open | chair: garcia | floor: -");  // fields of describe(); "-": not there
//   EXPECT_EQ(rules.order(), "opening");                     // the record's order
//
// Every refusal is checked to have a sentence; at its end each meeting is replayed from its events and must
// come out the same.
#pragma once

#include <cstdint>
#include <source_location>
#include <string>
#include <string_view>
#include <vector>

#include "meeting/apply.hpp"
#include "meeting/decide.hpp"
#include "meeting/describe.hpp"
#include "meeting/limits.hpp"

namespace dais::meeting {

// The committee that all these tests are about:
//   garcia (chair) · osei (officer, Vice-Chair) · poussi, diallo (members; diallo by video) · lewis
//   (secretariat, no limit) · almada, basri (Uruguay) · cruz (the Philippines)
// Agenda: opening · budget > staffing, travel > flights · closing. Limits: member 300, state 180, right of
// reply 300 and 180.
MeetingPrepared budget_committee();

// A time of the meeting's day: "15:12", "15:12:30" or "15:12:30.250".
base::Instant clock_time(std::string_view text);

class Rules {
  public:
    using Where = std::source_location;

    Rules() : Rules(budget_committee()) {}
    explicit Rules(MeetingPrepared prepared);
    ~Rules();
    Rules(const Rules&) = delete;
    Rules& operator=(const Rules&) = delete;

    // "15:12 clerk-2": when, and from which station.
    void when(std::string_view at_and_station, const Command& command, Where where = Where::current());
    // Returns the sentence.
    std::string refused(std::string_view at_and_station, const Command& command, Reason reason,
                        Where where = Where::current());
    // At the time of the last command, or at another.
    void then(std::string_view fields, Where where = Where::current());
    void then_at(std::string_view time, std::string_view fields, Where where = Where::current());

    const Meeting& meeting() const { return meeting_; }
    // "opening [budget] i1 t1": interventions i, texts t with their numbers, agenda headings in brackets.
    std::string order() const;
    // "t1 t3": what stands in an intervention.
    std::string blocks(std::uint64_t intervention) const;
    // The text that stands, "(removed)" before it where it was.
    std::string text(std::uint64_t id) const;
    const Intervention& intervention(std::uint64_t id) const;

  private:
    void accept(const Stamp& stamp, std::vector<Event> events);
    void compare(base::Instant now, std::string_view fields, Where where) const;

    Meeting meeting_;
    std::vector<Fact> facts_;
};

inline InterventionId i(std::uint64_t n) {
    return InterventionId{n};
}
inline TextId t(std::uint64_t n) {
    return TextId{n};
}
inline RequestId r(std::uint64_t n) {
    return RequestId{n};
}

// One of each command, with nothing said in it.
std::vector<Command> every_command();

}  // namespace dais::meeting
