// How people take part: reports are a history, and what counts is the link at the moment the floor was given.
#include <gtest/gtest.h>

#include "meeting/rules.hpp"

namespace dais::meeting {
namespace {

struct Links : testing::Test {
    Rules rules;
    void SetUp() override { rules.when("15:00 chair", OpenMeeting{}); }
    void report(std::string_view at, Link link, std::optional<base::Instant> observed = {}) {
        rules.when(std::string(at) + " moderator",
                   ReportLink{.who = "lewis", .link = link, .observed = observed});
    }
    void speak(std::string_view at) { rules.when(std::string(at) + " chair", GiveFloor{.to = "lewis"}); }
    Link link(std::uint64_t id) { return link_of(rules.meeting(), rules.intervention(id)); }
};

TEST_F(Links, without_a_report_attendance_says_it) {
    speak("15:10");
    rules.when("15:11 chair", GiveFloor{.to = "diallo"});
    EXPECT_EQ(link(1), Link::in_room);
    EXPECT_EQ(link(2), Link::video);
}

TEST_F(Links, the_last_report_before_the_floor_was_given_counts) {
    report("15:05", Link::audio);
    report("15:06", Link::video);
    speak("15:10");
    report("15:11", Link::in_room);
    speak("15:12");
    EXPECT_EQ(link(1), Link::video);
    EXPECT_EQ(link(2), Link::in_room);
    EXPECT_EQ(link_now(*find_participant(rules.meeting(), "lewis")), Link::in_room);
}

TEST_F(Links, waiting_lost_and_left_do_not_say_how) {
    report("15:05", Link::video);
    for (const auto each : {Link::waiting, Link::lost, Link::left}) report("15:06", each);
    speak("15:10");
    EXPECT_EQ(link(1), Link::video);
    EXPECT_EQ(find_participant(rules.meeting(), "lewis")->links.size(), 4u) << "but they are kept";
}

TEST_F(Links, in_one_second_the_journal_says_what_came_first) {
    report("15:10", Link::video);
    speak("15:10");
    report("15:10", Link::audio);
    speak("15:10");
    EXPECT_EQ(link(1), Link::video);
    EXPECT_EQ(link(2), Link::audio);
}

TEST_F(Links, a_late_report_counts_from_when_it_was_observed) {
    speak("15:10");
    report("15:20", Link::video, clock_time("15:09"));
    EXPECT_EQ(link(1), Link::video);
    report("15:21", Link::audio, clock_time("15:11"));
    EXPECT_EQ(link(1), Link::video);
}

TEST_F(Links, what_was_observed_at_the_moment_of_the_floor_counts) {
    speak("15:10");
    report("15:20", Link::video, clock_time("15:10"));
    EXPECT_EQ(link(1), Link::video);
}

TEST_F(Links, a_late_report_does_not_override_one_that_was_seen_after_it) {
    report("15:05", Link::audio);
    report("15:06", Link::video, clock_time("15:01"));
    speak("15:10");
    EXPECT_EQ(link(1), Link::audio);
}

TEST_F(Links, reports_are_kept_with_who_made_them_and_when) {
    report("15:05", Link::video, clock_time("15:04"));
    report("15:06", Link::lost);
    const auto& links = find_participant(rules.meeting(), "lewis")->links;
    EXPECT_EQ(links[0].effective, clock_time("15:04"));
    EXPECT_TRUE(links[0].observed);
    EXPECT_EQ(links[0].by, "moderator");
    EXPECT_EQ(links[1].effective, clock_time("15:06"));
    EXPECT_FALSE(links[1].observed);
    EXPECT_LT(links[0].entry, links[1].entry);
}

TEST_F(Links, nobody_observes_what_is_still_to_come_or_long_past) {
    report("15:05", Link::video, clock_time("15:06"));
    report("15:05", Link::video, base::Instant{0});
    const auto& links = find_participant(rules.meeting(), "lewis")->links;
    EXPECT_EQ(links[0].effective, clock_time("15:05"));
    EXPECT_EQ(links[1].effective, clock_time("15:05") - std::chrono::hours(48));
}

TEST_F(Links, a_corrected_attendance_leaves_who_has_spoken_as_it_was) {
    speak("15:10");
    rules.when("15:11 clerk", CorrectParticipant{"lewis", {{"attendance", "video"}}});
    speak("15:12");
    EXPECT_EQ(link(1), Link::in_room);
    EXPECT_EQ(link(2), Link::video);
}

TEST_F(Links, a_clerks_correction_goes_before_all_reports) {
    report("15:05", Link::video);
    speak("15:10");
    rules.when("15:11 clerk", CorrectIntervention{.intervention = i(1), .link = Link::audio});
    EXPECT_EQ(link(1), Link::audio);
}

TEST_F(Links, are_reported_of_participants_only) {
    rules.refused("15:05 moderator", ReportLink{.who = "nobody", .link = Link::video},
                  Reason::unknown_participant);
}

MeetingPrepared that_pauses(std::optional<bool> pauses) {
    auto prepared = budget_committee();
    prepared.setup.limits.pause_when_link_lost = pauses;
    return prepared;
}

TEST(LostLink, of_whoever_has_the_floor_stops_the_clock_where_the_limits_say_so) {
    Rules rules(that_pauses(true));
    rules.when("15:00 chair", OpenMeeting{});
    rules.when("15:01 chair", GiveFloor{"diallo", {}, "", {}});
    rules.when("15:02 moderator", ReportLink{"poussi", Link::lost, {}});  // of another
    rules.then_at("15:02", "floor: diallo 4:00");
    rules.when("15:02 moderator", ReportLink{"diallo", Link::lost, {}});
    rules.then_at("15:10", "floor: diallo 4:00 paused");
    rules.when("15:11 moderator", ReportLink{"diallo", Link::lost, {}});  // again, and it stands already
    rules.when("15:12 moderator", ReportLink{"diallo", Link::video, {}});
    rules.then_at("15:12", "floor: diallo 4:00 paused");
    rules.when("15:12 chair", ResumeClock{});
    rules.then_at("15:13", "floor: diallo 3:00");
}

TEST(LostLink, leaves_the_clock_alone_where_they_do_not) {
    for (const auto pauses : {std::optional<bool>(), std::optional(false)}) {
        Rules rules(that_pauses(pauses));
        rules.when("15:00 chair", OpenMeeting{});
        rules.when("15:01 chair", GiveFloor{"diallo", {}, "", {}});
        rules.when("15:02 moderator", ReportLink{"diallo", Link::lost, {}});
        rules.then_at("15:03", "floor: diallo 3:00");
    }
}

TEST(LostLink, keeps_the_clock_standing_when_an_act_before_it_is_taken_back) {
    Rules rules(that_pauses(true));
    rules.when("15:00 chair", OpenMeeting{});
    rules.when("15:01 chair", GiveFloor{"diallo", {}, "", {}});
    rules.when("15:01:30 chair", GrantTime{60, {}});
    rules.when("15:02 moderator", ReportLink{"diallo", Link::lost, {}});
    rules.when("15:02:10 chair", UndoLast{});
    rules.then_at("15:05", "floor: diallo 4:00 paused");
}

}  // namespace
}  // namespace dais::meeting
