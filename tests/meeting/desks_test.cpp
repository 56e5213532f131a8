// Who may ask for what: the column `from` of the table of commands.
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "meeting/rules.hpp"

namespace dais::meeting {
namespace {

const std::map<Desk, std::set<std::string_view>> table{
    {Desk::chair, {"open_meeting", "suspend_meeting", "resume_meeting",   "end_meeting",    "take_up",
                   "conclude",     "request_floor",   "withdraw_request", "move_request",   "close_list",
                   "reopen_list",  "clear_list",      "give_floor",       "end_floor",      "pause_clock",
                   "resume_clock", "grant_time",      "set_limit",        "take_chair",     "decide",
                   "undo_last",    "add_participant", "pass_over",        "set_resumption", "let_moderate"}},
    {Desk::clerk,
     {"write",
      "revise",
      "remove",
      "restore",
      "move",
      "attribute",
      "note",
      "heading",
      "log_intervention",
      "correct_intervention",
      "correct_participant",
      "begin_coverage",
      "end_coverage",
      "add_participant",
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
      "begin_take"}},
    {Desk::moderator,
     {"request_floor", "withdraw_request", "report_link", "add_participant", "give_floor", "end_floor"}},
    {Desk::hub, {}},
    {Desk::room, {}}};

TEST(Desks, each_may_ask_for_what_the_table_says_and_for_nothing_else) {
    Rules rules;
    rules.when("15:00 chair", OpenMeeting{});
    rules.when("15:00 chair", LetModerate{"lewis"});
    for (const auto& [desk, allowed] : table) {
        for (const auto& command : every_command()) {
            const auto name = command_word(command);
            const auto decision =
                decide(rules.meeting(), {std::string(word(desk)), desk}, command, clock_time("15:01"));
            const bool refused = !decision && decision.error().reason == Reason::not_your_desk;
            EXPECT_EQ(!refused, allowed.count(name) != 0) << word(desk) << " asks for " << name;
        }
    }
}

TEST(Desks, every_command_of_the_table_is_known) {
    std::set<std::string_view> asked;
    for (const auto& [desk, words] : table) asked.insert(words.begin(), words.end());
    std::set<std::string_view> known;
    for (const auto& command : every_command()) known.insert(command_word(command));
    EXPECT_EQ(asked, known);
}

TEST(Desks, acts_are_what_the_chair_does_and_requests_and_the_beginning_of_a_take) {
    for (const auto& command : every_command()) {
        const auto name = command_word(command);
        const bool act =
            (table.at(Desk::chair).count(name) != 0 && name != "add_participant") || name == "begin_take";
        EXPECT_EQ(is_act(command), act) << name;
    }
}

TEST(Desks, a_stations_desk_is_what_stands_before_the_hyphen) {
    EXPECT_EQ(desk_of("chair"), Desk::chair);
    EXPECT_EQ(desk_of("clerk-2"), Desk::clerk);
    EXPECT_EQ(desk_of("moderator-online-3"), Desk::moderator);
    EXPECT_EQ(desk_of("room"), Desk::room);
    EXPECT_EQ(desk_of("board-2"), Desk::room);
    for (const auto* none : {"", "-", "hub", "hub-1", "Chair", "clerk2", "-chair"})
        EXPECT_FALSE(desk_of(none)) << none;
}

TEST(Desks, every_event_has_a_word_of_its_own) {
    std::set<std::string_view> words{event_word(MeetingPrepared{}), event_word(CoverageEnded{})};
    EXPECT_EQ(words, (std::set<std::string_view>{"meeting_prepared", "coverage_ended"}));
    EXPECT_EQ(event_word(FloorReturned{}), "floor_returned");
    EXPECT_EQ(event_word(Decided{}), "decided");
    EXPECT_EQ(event_word(LinkReported{}), "link_reported");
}

TEST(Words, each_is_read_back) {
    for (const auto role : {Role::chair, Role::observer}) EXPECT_EQ(parse_word<Role>(word(role)), role);
    for (const auto kind : {Kind::statement, Kind::reply}) EXPECT_EQ(parse_word<Kind>(word(kind)), kind);
    for (const auto link : {Link::in_room, Link::left}) EXPECT_EQ(parse_word<Link>(word(link)), link);
    EXPECT_EQ(word(Reason::wrong_value), "wrong_value");
}

}  // namespace
}  // namespace dais::meeting
