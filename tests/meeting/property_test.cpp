// What holds whatever is asked for, in whatever order: decide is pure, apply is total, and the meeting stays
// whole.
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>

#include "meeting/drawn.hpp"
#include "meeting/invariants.hpp"
#include "meeting/rules.hpp"

namespace dais::meeting {
namespace {

using Bytes = std::vector<std::uint8_t>;

// A step is a few bytes; a sequence of them shrinks well.
rc::Gen<std::vector<Bytes>> steps() {
    return rc::gen::container<std::vector<Bytes>>(
        rc::gen::container<Bytes>(10, rc::gen::arbitrary<std::uint8_t>()));
}

struct Step {
    base::Span pause;
    Actor actor;
    Command command;
};

Step step_from(const Bytes& bytes) {
    Draws draws(bytes);
    Step step;
    step.pause =
        draws.one_in(16) ? std::chrono::seconds(90) : std::chrono::milliseconds(250 * draws.below(20));
    step.actor = drawn_actor(draws);
    step.command = draws.one_in(16) ? drawn_command(draws) : drawn_command(draws, step.actor.desk);
    return step;
}

// A meeting that takes steps.
struct Walk {
    Meeting meeting;
    std::vector<Fact> facts;
    base::Instant now = clock_time("15:00");

    Walk() { accept({"hub", Desk::hub}, {budget_committee()}); }

    void accept(const Actor& actor, std::vector<Event> events) {
        facts.push_back({{{facts.size() + 1}, now, actor}, std::move(events)});
        apply(meeting, facts.back());
    }
    bool take(const Actor& actor, const Command& command) {
        auto decision = decide(meeting, actor, command, now);
        if (decision) accept(actor, *std::move(decision));
        return decision.ok();
    }
    bool take(const Step& step) {
        now = now + step.pause;
        return take(step.actor, step.command);
    }
};

Walk opened() {
    Walk walk;
    walk.take({"chair", Desk::chair}, OpenMeeting{});
    return walk;
}

RC_GTEST_PROP(MeetingProperty, stays_whole, ()) {
    auto walk = opened();
    for (const auto& bytes : *steps()) {
        const auto step = step_from(bytes);
        walk.take(step);
        const auto broken = broken_invariant(walk.meeting);
        if (!broken.empty()) RC_FAIL(std::string(command_word(step.command)) + ": " + broken);
    }
}

RC_GTEST_PROP(MeetingProperty, a_decision_changes_nothing_and_is_the_same_again, ()) {
    auto walk = opened();
    for (const auto& bytes : *steps()) {
        const auto step = step_from(bytes);
        const auto before = walk.meeting;
        const auto first = decide(walk.meeting, step.actor, step.command, walk.now);
        const auto second = decide(walk.meeting, step.actor, step.command, walk.now);
        RC_ASSERT(walk.meeting == before);
        RC_ASSERT(first.ok() == second.ok());
        if (!first) {
            RC_ASSERT(first.error() == second.error());
            RC_ASSERT(!first.error().sentence.empty());
            RC_ASSERT(first.error().sentence.back() == '.');
        } else {
            // Events are compared by what they bring about.
            auto one = before;
            auto other = before;
            const Stamp stamp{{99}, walk.now, step.actor};
            apply(one, Fact{stamp, *first});
            apply(other, Fact{stamp, *second});
            RC_ASSERT(one == other);
        }
        walk.take(step);
    }
}

RC_GTEST_PROP(MeetingProperty, the_same_events_give_the_same_meeting, ()) {
    auto walk = opened();
    for (const auto& bytes : *steps()) walk.take(step_from(bytes));
    Meeting again;
    for (const auto& fact : walk.facts) apply(again, fact);
    RC_ASSERT(again == walk.meeting);
}

std::vector<Intervention> those_that_were(const Meeting& meeting) {
    std::vector<Intervention> all;
    for (const auto& each : meeting.interventions) {
        if (!each.undone) all.push_back(each);
    }
    return all;
}

RC_GTEST_PROP(MeetingProperty, an_undo_at_once_restores_what_was, ()) {
    auto walk = opened();
    for (const auto& bytes : *steps()) {
        const auto step = step_from(bytes);
        const auto before = walk.meeting;
        if (!walk.take(step)) continue;
        if (walk.meeting.last_act == before.last_act) continue;  // no act
        if (step.actor.desk != Desk::chair) continue;  // a moderator's act in the chair's stead has no undo
        auto back = walk;
        RC_ASSERT(back.take(step.actor, UndoLast{}));
        RC_ASSERT(back.meeting.proceedings == before.proceedings);
        RC_ASSERT(back.meeting.timeline == before.timeline);
        RC_ASSERT(those_that_were(back.meeting) == those_that_were(before));
        RC_ASSERT(broken_invariant(back.meeting).empty());
    }
}

// What others do between an act and its undo comes out as if there had been no act, unless the act had a say
// in it.
RC_GTEST_PROP(MeetingProperty, an_undo_leaves_what_others_did, ()) {
    auto walk = opened();
    for (const auto& bytes : *steps()) walk.take(step_from(bytes));
    Draws draws(*rc::gen::container<Bytes>(10, rc::gen::arbitrary<std::uint8_t>()));
    auto without = walk;
    const Actor chair{"chair", Desk::chair};
    const auto acts = walk.meeting.last_act;
    walk.take(chair, drawn_command(draws, Desk::chair));
    if (walk.meeting.last_act == acts) return;
    without.meeting.last_request = walk.meeting.last_request;  // an id is used up for good
    bool same = true;
    for (const auto& bytes : *steps()) {
        auto step = step_from(bytes);
        step.pause = {};
        if (step.actor.desk == Desk::chair) continue;
        const bool one = walk.take(step);
        same = without.take(step) == one && same;
    }
    if (!same || !walk.take(chair, UndoLast{})) return;
    RC_ASSERT(walk.meeting.proceedings == without.meeting.proceedings);
    RC_ASSERT(walk.meeting.participants.size() == without.meeting.participants.size());
}

RC_GTEST_PROP(MeetingProperty, any_event_can_be_applied_and_any_command_decided_on_what_comes_out, ()) {
    Meeting meeting;
    if (*rc::gen::inRange(0, 8) != 0)
        apply(meeting, Event{budget_committee()}, {{1}, clock_time("15:00"), {}});
    for (const auto& bytes : *steps()) {
        Draws draws(bytes);
        const Stamp stamp{{2 + draws.below(6)},
                          clock_time("15:00") + std::chrono::seconds(7 * draws.below(256)),
                          drawn_actor(draws)};
        if (draws.one_in(2)) {
            apply(meeting, drawn_event(draws), stamp);
        } else {
            const auto decision =
                decide(meeting, stamp.actor, drawn_command(draws, stamp.actor.desk), stamp.recorded);
            if (decision) apply(meeting, Fact{stamp, *decision});
        }
        RC_ASSERT(!describe(meeting, stamp.recorded).empty());
        for (const auto& each : meeting.interventions)
            RC_ASSERT(says_how(link_of(meeting, each)) || each.link);
    }
}

// The generator is worth something only if what it draws is taken: of every command some are.
TEST(Drawn, some_of_every_command_are_accepted) {
    std::map<std::string_view, int> accepted;
    std::uint32_t state = 1;
    for (int meetings = 0; meetings < 200; ++meetings) {
        auto walk = opened();
        for (int n = 0; n < 100; ++n) {
            Bytes bytes;
            for (int b = 0; b < 10; ++b) {
                state = state * 1'664'525 + 1'013'904'223;
                bytes.push_back(static_cast<std::uint8_t>(state >> 24));
            }
            const auto step = step_from(bytes);
            if (walk.take(step)) ++accepted[command_word(step.command)];
        }
    }
    accepted["open_meeting"] += 1;  // by opened()
    for (const auto& command : every_command())
        EXPECT_GT(accepted[command_word(command)], 0) << command_word(command);
}

}  // namespace
}  // namespace dais::meeting
