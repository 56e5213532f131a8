// Interventions that a clerk logs, because the chair's key was not pressed, or corrects, because it was for
// another.
#include <gtest/gtest.h>

#include "meeting/rules.hpp"

namespace dais::meeting {
namespace {

struct Logged : testing::Test {
    Rules rules;
    void SetUp() override {
        rules.when("15:00 chair", OpenMeeting{});
        rules.when("15:10 chair", GiveFloor{.to = "lewis"});   // i1
        rules.when("15:20 chair", GiveFloor{.to = "poussi"});  // i2
        rules.when("15:30 chair", EndFloor{});
    }
};

TEST_F(Logged, without_more_it_stands_at_this_moment) {
    rules.when("15:31 clerk",
               LogIntervention{.who = "cruz", .kind = Kind::reply, .on_behalf_of = "the Group"});
    EXPECT_EQ(rules.order(), "opening i1 i2 i3");
    const auto& logged = rules.intervention(3);
    EXPECT_TRUE(logged.logged);
    EXPECT_EQ(logged.kind, Kind::reply);
    EXPECT_EQ(logged.on_behalf_of, "the Group");
    EXPECT_EQ(logged.timing.began, clock_time("15:31"));
    EXPECT_FALSE(logged.began_said);
    rules.then("floor: - | spoken: 3");
}

TEST_F(Logged, with_a_time_it_stands_behind_what_began_before) {
    rules.when("15:31 clerk", LogIntervention{.who = "cruz", .began = clock_time("15:15")});
    EXPECT_EQ(rules.order(), "opening i1 i3 i2");
    rules.when("15:32 clerk", LogIntervention{.who = "cruz", .began = clock_time("15:25")});
    EXPECT_EQ(rules.order(), "opening i1 i3 i2 i4");
    rules.when("15:33 clerk", LogIntervention{.who = "cruz", .began = clock_time("15:05")});
    EXPECT_EQ(rules.order(), "opening i5 i1 i3 i2 i4");
    rules.when("15:34 clerk", LogIntervention{.who = "cruz", .began = clock_time("15:20")});
    EXPECT_EQ(rules.order(), "opening i5 i1 i3 i2 i6 i4");
}

TEST_F(Logged, with_a_time_it_stands_under_the_heading_of_that_time) {
    rules.when("15:40 chair", TakeUp{"budget"});
    rules.when("15:50 chair", GiveFloor{.to = "diallo"});  // i3
    rules.when("15:51 clerk", LogIntervention{.who = "cruz", .began = clock_time("15:35")});
    rules.when("15:52 clerk", LogIntervention{.who = "cruz", .began = clock_time("15:45")});
    EXPECT_EQ(rules.order(), "opening i1 i2 i4 [budget] i5 i3");
}

TEST_F(Logged, with_a_time_it_is_not_led_astray_by_one_that_a_clerk_placed) {
    rules.when("15:31 clerk",
               LogIntervention{.who = "cruz", .began = clock_time("15:05"), .after = i(2)});  // i3
    rules.when("15:32 clerk", LogIntervention{.who = "cruz", .began = clock_time("15:15")});  // i4
    EXPECT_EQ(rules.order(), "opening i1 i4 i2 i3");
}

TEST_F(Logged, after_another_it_stands_behind_what_stands_there) {
    rules.when("15:31 clerk", MakeNote{.text = "A bell rang.", .after = i(1)});  // t1
    rules.when("15:32 clerk", LogIntervention{.who = "cruz", .after = i(1)});
    EXPECT_EQ(rules.order(), "opening i1 t1 i3 i2");
}

TEST_F(Logged, two_after_the_same_stand_in_the_order_in_which_they_were_logged) {
    rules.when("15:31 clerk", LogIntervention{.who = "cruz", .after = i(1)});          // i3
    rules.when("15:32 clerk", MakeNote{.text = "A bell rang.", .after = i(3)});        // t1
    rules.when("15:33 clerk", LogIntervention{.who = "almada", .after = i(1)});        // i4
    rules.when("15:34 clerk", MakeNote{.text = "Another bell rang.", .after = i(1)});  // t2
    EXPECT_EQ(rules.order(), "opening i1 t2 i3 t1 i4 i2");
}

TEST_F(Logged, its_speaker_is_known_as_of_the_time_it_began) {
    rules.when("15:31 moderator", ReportLink{.who = "garcia", .link = Link::video});
    rules.when("15:32 chair", TakeChair{"osei"});
    rules.when("15:33 clerk", LogIntervention{.who = "garcia", .began = clock_time("15:15")});
    rules.when("15:34 clerk", LogIntervention{.who = "garcia"});
    EXPECT_TRUE(rules.intervention(3).speaker.presiding);
    EXPECT_EQ(link_of(rules.meeting(), rules.intervention(3)), Link::in_room);
    EXPECT_FALSE(rules.intervention(4).speaker.presiding);
    EXPECT_EQ(link_of(rules.meeting(), rules.intervention(4)), Link::video);
}

TEST_F(Logged, it_touches_neither_floor_nor_clock_nor_list_nor_counts) {
    rules.when("15:31 chair", RequestFloor{.who = "almada", .kind = Kind::right_of_reply});
    rules.when("15:32 chair", GiveFloor{.to = "poussi"});
    const auto before = rules.meeting().proceedings;
    rules.when("15:33 clerk", LogIntervention{.who = "almada", .kind = Kind::right_of_reply});
    EXPECT_EQ(rules.meeting().proceedings, before);
    rules.then("floor: poussi 4:00");
}

TEST_F(Logged, refusals) {
    rules.refused("15:31 clerk", LogIntervention{.who = "nobody"}, Reason::unknown_participant);
    rules.refused("15:31 clerk", LogIntervention{.who = "cruz", .after = i(9)}, Reason::unknown_intervention);
    rules.refused("15:31 clerk", LogIntervention{.who = "cruz", .began = clock_time("15:32")},
                  Reason::out_of_range);
    rules.refused("15:31 clerk", LogIntervention{.who = "cruz", .on_behalf_of = "a\nb"},
                  Reason::text_has_line_break);
}

TEST(Corrected, each_field_that_is_named) {
    Rules rules;
    rules.when("15:00 chair", OpenMeeting{});
    rules.when("15:10 chair", GiveFloor{.to = "lewis", .on_behalf_of = "the Bureau"});
    rules.when("15:11 clerk",
               CorrectIntervention{.intervention = i(1), .who = "cruz", .reason = "the wrong seat"});
    EXPECT_EQ(rules.intervention(1).speaker.who, "cruz");
    EXPECT_EQ(rules.intervention(1).speaker.affiliation, "the Philippines");
    EXPECT_EQ(rules.intervention(1).on_behalf_of, "the Bureau");
    rules.when("15:12 clerk",
               CorrectIntervention{.intervention = i(1), .kind = Kind::reply, .on_behalf_of = ""});
    EXPECT_EQ(rules.intervention(1).kind, Kind::reply);
    EXPECT_EQ(rules.intervention(1).on_behalf_of, "");
    EXPECT_EQ(rules.intervention(1).corrections,
              (std::vector<Correction>{{"the wrong seat", "clerk", clock_time("15:11")},
                                       {"", "clerk", clock_time("15:12")}}));
}

TEST(Corrected, to_the_same_person_the_speaker_stays_as_he_or_she_then_was) {
    Rules rules;
    rules.when("15:00 chair", OpenMeeting{});
    rules.when("15:10 chair", GiveFloor{.to = "lewis"});
    rules.when("15:11 clerk", CorrectParticipant{"lewis", {{"affiliation", "Audit"}}});
    rules.when("15:12 clerk", CorrectIntervention{.intervention = i(1), .who = "lewis", .kind = Kind::reply});
    EXPECT_EQ(rules.intervention(1).speaker.affiliation, "Budget Office");
}

TEST(Corrected, to_whoever_presided_then) {
    Rules rules;
    rules.when("15:00 chair", OpenMeeting{});
    rules.when("15:10 chair", GiveFloor{.to = "lewis"});
    rules.when("15:11 chair", TakeChair{"osei"});
    rules.when("15:12 clerk", CorrectIntervention{.intervention = i(1), .who = "garcia"});
    EXPECT_TRUE(rules.intervention(1).speaker.presiding);
    rules.when("15:13 clerk", CorrectIntervention{.intervention = i(1), .who = "osei"});
    EXPECT_FALSE(rules.intervention(1).speaker.presiding);
}

TEST(Corrected, a_part_stands_for_the_whole_intervention_and_parts_to_come) {
    Rules rules;
    rules.when("15:00 chair", OpenMeeting{});
    rules.when("15:10 chair", GiveFloor{.to = "lewis"});                               // i1
    rules.when("15:11 chair", GiveFloor{.to = "cruz", .kind = Kind::point_of_order});  // i2
    rules.when("15:12 chair", EndFloor{});                                             // i3, part of i1
    rules.when("15:13 clerk",
               CorrectIntervention{.intervention = i(3), .who = "poussi", .link = Link::audio});
    for (const auto id : {1, 3}) {
        EXPECT_EQ(rules.intervention(id).speaker.who, "poussi") << id;
        EXPECT_EQ(rules.intervention(id).link, Link::audio) << id;
    }
    EXPECT_EQ(rules.intervention(2).speaker.who, "cruz");
    rules.when("15:14 chair", GiveFloor{.to = "cruz", .kind = Kind::point_of_order});
    rules.when("15:15 chair", EndFloor{});
    EXPECT_EQ(rules.intervention(5).speaker.who, "poussi");
}

TEST(Corrected, is_about_the_record_and_leaves_clock_and_counts) {
    Rules rules;
    rules.when("15:00 chair", OpenMeeting{});
    rules.when("15:10 chair", GiveFloor{.to = "almada", .kind = Kind::right_of_reply});
    const auto before = rules.meeting().proceedings;
    rules.when("15:11 clerk",
               CorrectIntervention{.intervention = i(1), .who = "cruz", .kind = Kind::statement});
    EXPECT_EQ(rules.meeting().proceedings, before);
    rules.then("floor: cruz 4:00");
}

TEST(Corrected, refusals) {
    Rules rules;
    rules.when("15:00 chair", OpenMeeting{});
    rules.when("15:10 chair", GiveFloor{.to = "lewis"});
    rules.refused("15:11 clerk", CorrectIntervention{.intervention = i(2), .who = "cruz"},
                  Reason::unknown_intervention);
    rules.refused("15:11 clerk", CorrectIntervention{.intervention = i(1), .who = "nobody"},
                  Reason::unknown_participant);
    rules.refused("15:11 clerk", CorrectIntervention{.intervention = i(1), .reason = "why not"},
                  Reason::wrong_value);
    for (const auto link : {Link::waiting, Link::lost, Link::left}) {
        rules.refused("15:11 clerk", CorrectIntervention{.intervention = i(1), .link = link},
                      Reason::wrong_value);
    }
    rules.when("15:10:50 chair", UndoLast{});
    rules.refused("15:13 clerk", CorrectIntervention{.intervention = i(1), .who = "cruz"},
                  Reason::unknown_intervention);
}

}  // namespace
}  // namespace dais::meeting
