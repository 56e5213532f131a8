// The moderator of a debate, whom the chair lets give the floor for a while; and when a suspended meeting is
// to go on.
#include <gtest/gtest.h>

#include "meeting/rules.hpp"

namespace dais::meeting {
namespace {

class Moderation : public testing::Test {
  protected:
    void SetUp() override {
        rules.when("15:00 chair", OpenMeeting{});
        rules.when("15:01 chair", RequestFloor{.who = "poussi"});
        rules.when("15:01 chair", RequestFloor{.who = "cruz"});
    }
    void let_lewis() { rules.when("15:02 chair", LetModerate{"lewis"}); }
    [[nodiscard]] const ParticipantId& moderator() const {
        return rules.meeting().proceedings.debate_moderator;
    }

    Rules rules;
};

TEST_F(Moderation, without_the_chairs_leave_a_moderators_station_gives_no_floor) {
    rules.refused("15:02 moderator", GiveFloor{}, Reason::not_your_desk);
    rules.when("15:02 chair", GiveFloor{});
    rules.refused("15:03 moderator", EndFloor{}, Reason::not_your_desk);
}

TEST_F(Moderation, with_it_the_moderators_station_gives_the_floor_and_ends_it) {
    let_lewis();
    EXPECT_EQ(moderator(), "lewis");
    rules.when("15:03 moderator-1", GiveFloor{});
    rules.then("floor: poussi 5:00 | list: cruz");
    rules.when("15:04 moderator-1", EndFloor{});
    rules.when("15:04 chair", GiveFloor{});
    rules.then("floor: cruz 3:00");
    rules.refused("15:05 moderator", PauseClock{}, Reason::not_your_desk);
}

TEST_F(Moderation, is_taken_back_at_once) {
    let_lewis();
    rules.when("15:03 chair", LetModerate{});
    EXPECT_EQ(moderator(), "");
    rules.refused("15:03 moderator", GiveFloor{}, Reason::not_your_desk);
    rules.refused("15:04 chair", LetModerate{}, Reason::wrong_value);
}

TEST_F(Moderation, is_over_with_the_sitting) {
    let_lewis();
    rules.when("15:03 chair", SuspendMeeting{});
    EXPECT_EQ(moderator(), "");
    rules.refused("15:03 chair", LetModerate{"lewis"}, Reason::meeting_is_suspended);
    rules.when("15:10 chair", ResumeMeeting{});
    EXPECT_EQ(moderator(), "");
}

TEST_F(Moderation, is_of_somebody_who_is_there_and_does_not_moderate_already) {
    rules.refused("15:02 chair", LetModerate{"nobody"}, Reason::unknown_participant);
    let_lewis();
    rules.refused("15:03 chair", LetModerate{"lewis"}, Reason::wrong_value);
    rules.when("15:03 chair", LetModerate{"diallo"});
    EXPECT_EQ(moderator(), "diallo");
    rules.when("15:03 chair", UndoLast{});
    EXPECT_EQ(moderator(), "lewis");
}

TEST_F(Moderation, what_a_moderator_gave_is_not_pulled_out_from_under_by_an_undo) {
    let_lewis();
    rules.when("15:02:30 moderator", GiveFloor{});
    rules.refused("15:02:40 chair", UndoLast{}, Reason::others_depend_on_it);
}

TEST(Resumption, is_said_while_the_meeting_is_suspended_and_forgotten_when_it_goes_on) {
    Rules rules;
    rules.refused("14:50 chair", SetResumption{clock_time("15:00")}, Reason::meeting_is_not_suspended);
    rules.when("15:00 chair", OpenMeeting{});
    rules.when("15:30 chair", SuspendMeeting{});
    EXPECT_FALSE(rules.meeting().proceedings.suspensions.back().until);
    rules.when("15:31 chair", SetResumption{clock_time("15:45")});
    EXPECT_EQ(rules.meeting().proceedings.suspensions.back().until, clock_time("15:45"));
    rules.when("15:32 chair", SetResumption{});
    EXPECT_FALSE(rules.meeting().proceedings.suspensions.back().until);
    rules.refused("15:33 chair", SetResumption{clock_time("15:33")}, Reason::out_of_range);
    rules.refused("15:33 chair", SetResumption{clock_time("15:33") + std::chrono::hours(24 * 8)},
                  Reason::out_of_range);
}

std::vector<std::string> log_of(const Meeting& meeting) {
    std::vector<std::string> lines;
    for (const auto& line : meeting.log) {
        lines.push_back(line.by + " " + line.name + (line.undone ? " undone by " + line.undone_by : ""));
    }
    return lines;
}

TEST(Log, has_every_act_with_its_author_and_keeps_what_was_taken_back) {
    Rules rules;
    rules.when("15:00 chair", OpenMeeting{});
    rules.when("15:01 moderator", RequestFloor{.who = "lewis"});
    rules.when("15:02 chair", GiveFloor{});
    rules.when("15:02:10 chair-2", RequestFloor{.who = "cruz"});
    rules.when("15:02:20 chair", UndoLast{});
    rules.when("15:20 chair", GiveFloor{.to = "poussi"});
    EXPECT_EQ(
        log_of(rules.meeting()),
        (std::vector<std::string>{"chair open_meeting", "moderator request_floor lewis",
                                  "chair give_floor lewis undone by chair",
                                  "chair-2 request_floor cruz undone by chair", "chair give_floor poussi"}));
    EXPECT_EQ(rules.meeting().log[2].at, clock_time("15:02"));
    EXPECT_EQ(rules.meeting().log[2].undone, clock_time("15:02:20"));
}

}  // namespace
}  // namespace dais::meeting
