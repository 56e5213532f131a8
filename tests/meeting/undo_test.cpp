// Taking back the chair's own last act: everything stands as it stood before.
#include <gtest/gtest.h>

#include <functional>

#include "meeting/rules.hpp"

namespace dais::meeting {
namespace {

// What can be seen of a meeting: ids that are used up stay used up, and what was taken back is not seen.
struct Seen {
    Proceedings proceedings;
    std::vector<TimelineItem> timeline;
    std::vector<Intervention> interventions;
    std::vector<RecordText> texts;

    friend bool operator==(const Seen&, const Seen&) = default;
};

Seen seen(const Meeting& meeting) {
    Seen all{meeting.proceedings, meeting.timeline, {}, {}};
    for (const auto& each : meeting.interventions) {
        if (!each.undone) all.interventions.push_back(each);
    }
    for (const auto& each : meeting.texts) {
        if (!each.removed) all.texts.push_back(each);
    }
    return all;
}

struct Undone {
    Command command;
    std::function<void(Rules&)> first = [](Rules&) {};
};

void open(Rules& rules) {
    rules.when("15:00 chair", OpenMeeting{});
    rules.when("15:01 chair", TakeUp{"staffing"});
    rules.when("15:02 moderator", RequestFloor{.who = "lewis"});
    rules.when("15:02 moderator", RequestFloor{.who = "diallo"});
    rules.when("15:02 moderator", RequestFloor{.who = "almada", .kind = Kind::right_of_reply});
    rules.when("15:03 chair", GiveFloor{.to = "poussi"});
}

void with_point_of_order(Rules& rules) {
    open(rules);
    rules.when("15:04 chair", GiveFloor{.to = "cruz", .kind = Kind::point_of_order});
}

std::function<void(Rules&)> then(std::function<void(Rules&)> first, Command command) {
    return [=](Rules& rules) {
        first(rules);
        rules.when("15:05 chair", command);
    };
}

// One of every command of the chair's, and some in more than one situation.
std::vector<Undone> every_act() {
    return {{OpenMeeting{}},
            {SuspendMeeting{}, open},
            {ResumeMeeting{}, then(open, SuspendMeeting{})},
            {EndMeeting{}, open},
            {EndMeeting{}, with_point_of_order},
            {EndMeeting{}, then(open, SuspendMeeting{})},
            {TakeUp{"flights"}, open},
            {Conclude{"budget"}, open},
            {RequestFloor{.who = "cruz"}, open},
            {RequestFloor{.who = "cruz", .kind = Kind::right_of_reply}, open},
            {WithdrawRequest{.who = "almada"}, open},
            {MoveRequest{.who = "lewis"}, open},
            {PassOver{}, open},
            {PassOver{.back = true}, open},
            {SetResumption{clock_time("16:00")}, then(open, SuspendMeeting{})},
            {LetModerate{"lewis"}, open},
            {LetModerate{}, then(open, LetModerate{"lewis"})},
            {CloseList{}, open},
            {ReopenList{}, then(open, CloseList{})},
            {ClearList{}, open},
            {GiveFloor{}, open},
            {GiveFloor{.to = "cruz"}, open},
            {GiveFloor{.to = "cruz", .kind = Kind::point_of_order}, open},
            {GiveFloor{.kind = Kind::right_of_reply}, open},
            {GiveFloor{}, with_point_of_order},
            {GiveFloor{.to = "cruz"}, then(open, PauseClock{})},
            {EndFloor{}, open},
            {EndFloor{}, with_point_of_order},
            {PauseClock{}, open},
            {ResumeClock{}, then(open, PauseClock{})},
            {GrantTime{60}, open},
            {SetLimit{.role = Role::state, .seconds = 60}, open},
            {SetLimit{.kind = Kind::right_of_reply, .seconds = 60}, open},
            {TakeChair{"osei"}},
            {TakeChair{"osei"}, open},
            {Decide{}, open}};
}

TEST(Undo, puts_back_what_was_before_every_act) {
    for (const auto& [command, first] : every_act()) {
        SCOPED_TRACE(command_word(command));
        Rules rules;
        first(rules);
        const auto before = seen(rules.meeting());
        rules.when("15:10 chair", command);
        EXPECT_NE(seen(rules.meeting()), before) << "or the test shows nothing";
        rules.when("15:10:45 chair", UndoLast{});
        EXPECT_EQ(seen(rules.meeting()), before);
    }
}

TEST(Undo, knows_every_act_of_the_chair) {
    for (const auto& command : every_command()) {
        const bool chairs_alone = may_ask(Desk::chair, command) && is_act(command);
        if (!chairs_alone || std::holds_alternative<UndoLast>(command)) continue;
        const auto acts = every_act();
        EXPECT_TRUE(std::any_of(acts.begin(), acts.end(), [&](const Undone& each) {
            return each.command.index() == command.index();
        })) << command_word(command);
    }
}

TEST(Undo, says_what_it_would_take_back) {
    Rules rules;
    open(rules);
    const auto what = what_undo_takes_back(rules.meeting(), {"chair", Desk::chair}, clock_time("15:03:30"));
    ASSERT_TRUE(what);
    EXPECT_EQ(*what, "give_floor poussi");
}

TEST(Undo, repeated_takes_back_one_act_after_the_other) {
    Rules rules;
    rules.when("15:00 chair", OpenMeeting{});
    rules.when("15:00:10 chair", GiveFloor{.to = "lewis"});
    rules.when("15:00:20 chair", GiveFloor{.to = "poussi"});
    rules.when("15:00:30 chair", UndoLast{});
    rules.then("floor: lewis +0:20");
    rules.when("15:00:31 chair", UndoLast{});
    rules.then("meeting: open | floor: -");
    rules.when("15:00:32 chair", UndoLast{});
    rules.then("meeting: before");
    rules.refused("15:00:33 chair", UndoLast{}, Reason::nothing_to_undo);
}

TEST(Undo, the_clock_goes_on_as_if_it_had_never_stood) {
    Rules rules;
    open(rules);
    rules.when("15:04 chair", PauseClock{});
    rules.when("15:04:30 chair", UndoLast{});
    rules.then("floor: poussi 3:30");
}

TEST(Undo, is_possible_for_sixty_seconds) {
    Rules rules;
    rules.when("15:00 chair", OpenMeeting{});
    rules.refused("15:01:00.001 chair", UndoLast{}, Reason::too_late_to_undo);
    rules.when("15:01:00 chair", UndoLast{});
}

TEST(Undo, of_thirty_two_acts_at_most) {
    Rules rules;
    rules.when("15:00 chair", OpenMeeting{});
    for (int n = 0; n < 40; ++n) rules.when("15:00:01 chair", Decide{});
    EXPECT_EQ(rules.meeting().acts.size(), max_acts);
    for (std::size_t n = 0; n < max_acts; ++n) rules.when("15:00:02 chair", UndoLast{});
    rules.refused("15:00:03 chair", UndoLast{}, Reason::nothing_to_undo);
}

TEST(Undo, a_moderators_request_made_meanwhile_stays) {
    Rules rules;
    open(rules);
    rules.when("15:04 chair", GiveFloor{});
    rules.when("15:04:10 moderator", RequestFloor{.who = "cruz"});
    rules.when("15:04:15 moderator", RequestFloor{.who = "cruz", .kind = Kind::right_of_reply});
    rules.when("15:04:20 chair", UndoLast{});
    rules.then("floor: poussi 3:40 | list: lewis, diallo, cruz | replies: almada, cruz");
}

TEST(Undo, a_moderators_withdrawal_made_meanwhile_stays) {
    Rules rules;
    open(rules);
    rules.when("15:04 chair", CloseList{});
    rules.when("15:04:10 moderator", WithdrawRequest{.who = "diallo"});
    rules.when("15:04:20 chair", UndoLast{});
    rules.then("list: lewis | replies: almada");
}

TEST(Undo, nobody_is_on_the_list_twice_after_it) {
    Rules rules;
    open(rules);
    rules.when("15:04 chair", GiveFloor{});  // lewis
    rules.when("15:04:10 moderator", RequestFloor{.who = "lewis"});
    rules.then("list: diallo, lewis");
    rules.when("15:04:20 chair", UndoLast{});
    rules.then("list: lewis, diallo");
}

TEST(Undo, what_a_person_or_a_clerk_did_meanwhile_stays) {
    Rules rules;
    open(rules);
    rules.when("15:04 chair", EndFloor{});
    rules.when("15:04:10 clerk", Write{.of = i(1), .text = "said one."});
    rules.when("15:04:15 clerk", CorrectParticipant{"poussi", {{"title", "Dr."}}});
    rules.when("15:04:20 chair", UndoLast{});
    rules.then("floor: poussi 3:40 | texts: 1");
    EXPECT_EQ(name_of(*find_participant(rules.meeting(), "poussi")), "Dr. Poussi");
}

TEST(Undo, another_chairs_request_made_meanwhile_stays) {
    Rules rules;
    open(rules);
    rules.when("15:04 chair", GiveFloor{});
    rules.when("15:04:10 chair-2", RequestFloor{.who = "cruz"});
    rules.when("15:04:20 chair", UndoLast{});
    rules.then("floor: poussi 3:40 | list: lewis, diallo, cruz");
}

TEST(Undo, another_chair_may_take_its_request_back_from_under_a_later_one) {
    Rules rules;
    open(rules);
    rules.when("15:04 chair-2", RequestFloor{.who = "cruz"});
    rules.when("15:04:10 chair", RequestFloor{.who = "basri"});
    rules.when("15:04:20 chair-2", UndoLast{});
    rules.then("list: lewis, diallo, basri");
}

TEST(Undo, a_request_that_was_taken_back_does_not_come_back_with_an_earlier_undo) {
    Rules rules;
    open(rules);
    rules.when("15:04 chair", GiveFloor{});
    rules.when("15:04:10 chair-2", RequestFloor{.who = "cruz"});
    rules.when("15:04:20 chair-2", UndoLast{});
    rules.when("15:04:30 chair", UndoLast{});
    rules.then("list: lewis, diallo");
}

}  // namespace
}  // namespace dais::meeting
