// The sitting: opened, suspended, resumed, ended, and what may be asked for meanwhile.
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "meeting/rules.hpp"

namespace dais::meeting {
namespace {

TEST(Sitting, a_meeting_is_opened_suspended_resumed_and_ended) {
    Rules rules;
    rules.then("meeting: before | chair: garcia");
    rules.when("15:00 chair", OpenMeeting{});
    rules.then("meeting: open");
    rules.when("15:30 chair", SuspendMeeting{});
    rules.then("meeting: suspended");
    rules.when("15:45 chair", ResumeMeeting{});
    rules.then("meeting: open");
    rules.when("17:55 chair", EndMeeting{});
    rules.then("meeting: ended");
    EXPECT_EQ(rules.order(), "opening suspension ending");
    const auto& proceedings = rules.meeting().proceedings;
    EXPECT_EQ(proceedings.opened, clock_time("15:00"));
    EXPECT_EQ(proceedings.suspensions,
              (std::vector<Suspension>{{clock_time("15:30"), clock_time("15:45"), {}}}));
    EXPECT_EQ(proceedings.ended, clock_time("17:55"));
}

TEST(Sitting, a_suspended_meeting_may_end_without_being_resumed) {
    Rules rules;
    rules.when("15:00 chair", OpenMeeting{});
    rules.when("15:10 chair", GiveFloor{.to = "lewis"});
    rules.when("15:30 chair", SuspendMeeting{});
    rules.when("15:45 chair", EndMeeting{});
    rules.then("meeting: ended | floor: -");
    EXPECT_FALSE(rules.meeting().proceedings.suspensions.back().resumed);
}

TEST(Sitting, the_end_ends_the_floor_of_the_speaker_and_of_whoever_was_interrupted) {
    Rules rules;
    rules.when("15:00 chair", OpenMeeting{});
    rules.when("15:10 chair", GiveFloor{.to = "poussi"});
    rules.when("15:11 chair", GiveFloor{.to = "diallo", .kind = Kind::point_of_order});
    rules.when("15:12 chair", EndMeeting{});
    rules.then("meeting: ended | floor: - | interrupted: -");
    EXPECT_EQ(rules.intervention(1).timing.ended, clock_time("15:11"));
    EXPECT_EQ(rules.intervention(2).timing.ended, clock_time("15:12"));
}

TEST(Sitting, each_step_needs_the_one_before) {
    Rules rules;
    rules.refused("14:50 chair", SuspendMeeting{}, Reason::meeting_not_open);
    rules.refused("14:50 chair", ResumeMeeting{}, Reason::meeting_not_open);
    rules.refused("14:50 chair", EndMeeting{}, Reason::meeting_not_open);
    rules.when("15:00 chair", OpenMeeting{});
    rules.refused("15:01 chair", OpenMeeting{}, Reason::meeting_already_open);
    rules.refused("15:01 chair", ResumeMeeting{}, Reason::meeting_is_not_suspended);
    rules.when("15:02 chair", SuspendMeeting{});
    rules.refused("15:03 chair", OpenMeeting{}, Reason::meeting_already_open);
    rules.refused("15:03 chair", SuspendMeeting{}, Reason::meeting_is_suspended);
    rules.when("15:04 chair", EndMeeting{});
    rules.refused("15:05 chair", OpenMeeting{}, Reason::meeting_has_ended);
    rules.refused("15:05 chair", SuspendMeeting{}, Reason::meeting_has_ended);
    rules.refused("15:05 chair", ResumeMeeting{}, Reason::meeting_has_ended);
    rules.refused("15:05 chair", EndMeeting{}, Reason::meeting_has_ended);
}

// The paragraph after the table of commands, as sets of its words.
const std::set<std::string_view> at_any_time{"report_link",
                                             "add_participant",
                                             "correct_participant",
                                             "write",
                                             "revise",
                                             "remove",
                                             "restore",
                                             "move",
                                             "attribute",
                                             "note",
                                             "heading",
                                             "log_intervention",
                                             "correct_intervention",
                                             "begin_coverage",
                                             "end_coverage",
                                             "split",
                                             "join",
                                             "settle",
                                             "reword",
                                             "set_status",
                                             "mark",
                                             "clear_mark",
                                             "nothing_to_record",
                                             "set_takes",
                                             "join_takes",
                                             "begin_take"};
const std::set<std::string_view> until_the_end{"request_floor", "withdraw_request", "move_request",
                                               "take_chair"};
const std::set<std::string_view> steps{"open_meeting", "suspend_meeting", "resume_meeting",
                                       "end_meeting",  "undo_last",       "set_resumption"};

bool is_allowed(std::string_view command, Sitting sitting) {
    if (at_any_time.count(command) != 0) return true;
    if (until_the_end.count(command) != 0) return sitting != Sitting::ended;
    return sitting == Sitting::open;
}

Actor who_may(const Command& command) {
    for (const auto desk : {Desk::chair, Desk::clerk, Desk::moderator}) {
        if (may_ask(desk, command)) return {std::string(word(desk)), desk};
    }
    ADD_FAILURE() << "nobody may ask for " << command_word(command);
    return {};
}

// The sitting is looked at before all else in a command, so that an empty one is enough to see it.
void expect_as_allowed(const Rules& rules) {
    const std::map<Sitting, Reason> reasons{{Sitting::before, Reason::meeting_not_open},
                                            {Sitting::suspended, Reason::meeting_is_suspended},
                                            {Sitting::ended, Reason::meeting_has_ended}};
    const auto sitting = rules.meeting().proceedings.sitting;
    for (const auto& command : every_command()) {
        const auto name = command_word(command);
        if (steps.count(name) != 0) continue;
        const auto decision = decide(rules.meeting(), who_may(command), command, clock_time("17:00"));
        const auto refused_for_it =
            sitting != Sitting::open && !decision && decision.error().reason == reasons.at(sitting);
        EXPECT_EQ(!refused_for_it, is_allowed(name, sitting)) << name << " while " << word(sitting);
    }
}

TEST(Sitting, what_may_be_asked_for_before_during_and_after) {
    Rules rules;
    expect_as_allowed(rules);
    rules.when("15:00 chair", OpenMeeting{});
    expect_as_allowed(rules);
    rules.when("15:30 chair", SuspendMeeting{});
    expect_as_allowed(rules);
    rules.when("15:40 chair", EndMeeting{});
    expect_as_allowed(rules);
}

TEST(Sitting, requests_and_a_change_of_chair_are_taken_before_the_opening_and_in_a_suspension) {
    Rules rules;
    rules.when("14:50 moderator", RequestFloor{.who = "lewis"});
    rules.when("14:51 chair", TakeChair{"osei"});
    rules.then("meeting: before | chair: osei | list: lewis");
    rules.when("15:00 chair", OpenMeeting{});
    rules.when("15:01 chair", SuspendMeeting{});
    rules.when("15:02 moderator", RequestFloor{.who = "poussi"});
    rules.when("15:03 chair", TakeChair{"garcia"});
    rules.then("meeting: suspended | chair: garcia | list: lewis, poussi");
    rules.refused("15:04 chair", GiveFloor{}, Reason::meeting_is_suspended);
}

TEST(Sitting, clerks_and_moderators_work_after_the_end) {
    Rules rules;
    rules.when("15:00 chair", OpenMeeting{});
    rules.when("15:01 chair", GiveFloor{.to = "lewis"});
    rules.when("15:02 chair", EndMeeting{});
    rules.when("15:10 clerk", Write{.of = i(1), .text = "said that all was well."});
    rules.when("15:11 clerk", MakeNote{.text = "A film was shown.", .after = i(1)});
    rules.when("15:12 moderator", ReportLink{.who = "lewis", .link = Link::left});
    rules.when("15:13 moderator", AddParticipant{{.id = "late", .family_name = "Late"}});
    rules.then("meeting: ended | texts: 2");
    rules.refused("15:14 moderator", RequestFloor{.who = "lewis"}, Reason::meeting_has_ended);
}

}  // namespace
}  // namespace dais::meeting
