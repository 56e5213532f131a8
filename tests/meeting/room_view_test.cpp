// What the room may know, and that it is no more than that.
#include "meeting/room_view.hpp"

#include <gtest/gtest.h>

#include "meeting/rules.hpp"

namespace dais::meeting {
namespace {

MeetingPrepared with_names() {
    auto prepared = budget_committee();
    prepared.setup.facts.symbol = "A/C.5/76/SR.2";
    prepared.setup.facts.language = "fr";
    prepared.setup.limits.warning = 30;
    prepared.setup.agenda[1].number = 4;
    prepared.participants[2].given_name = "Jean";
    return prepared;
}

class Room : public testing::Test {
  protected:
    void SetUp() override { rules.when("15:00 chair", OpenMeeting{}); }
    [[nodiscard]] RoomView view() const { return room_view(rules.meeting()); }

    Rules rules{with_names()};
};

TEST_F(Room, sees_whose_meeting_it_is_and_who_presides) {
    const auto seen = view();
    EXPECT_EQ(seen.body, "Committee on Budgets");
    EXPECT_EQ(seen.symbol, "A/C.5/76/SR.2");
    EXPECT_EQ(seen.language, "fr");
    EXPECT_EQ(seen.chair, "Ms. García");
    EXPECT_EQ(seen.sitting, Sitting::open);
    EXPECT_EQ(seen.since, clock_time("15:00"));
    EXPECT_EQ(seen.warning, 30);
    EXPECT_FALSE(seen.floor);
}

TEST_F(Room, sees_the_agenda_item_with_its_headings) {
    rules.when("15:01 chair", TakeUp{"staffing"});
    EXPECT_EQ(view().items, (std::vector<RoomItem>{{4, "About budget"}, {{}, "About staffing"}}));
}

TEST_F(Room, sees_who_speaks_and_a_clock_to_count_by) {
    rules.when("15:02 chair", GiveFloor{.to = "poussi", .on_behalf_of = "the Group"});
    rules.when("15:03 chair", GrantTime{30});
    rules.when("15:04 chair", PauseClock{});
    const auto floor = view().floor.value();
    EXPECT_EQ(floor.speaker, (RoomSpeaker{"Mr. Jean Poussi", "", "the Group", Kind::statement}));
    EXPECT_EQ(left_at(floor.clock, clock_time("15:09")), std::chrono::seconds(300 + 30 - 120));
    EXPECT_TRUE(floor.clock.pauses.empty()) << "when it stood is the chair's business";
}

TEST_F(Room, sees_how_the_speaker_takes_part_and_that_the_link_is_lost) {
    rules.when("15:02 chair", GiveFloor{.to = "diallo"});
    EXPECT_EQ(view().floor->link, Link::video);
    EXPECT_FALSE(view().floor->lost);
    rules.when("15:03 moderator", ReportLink{"diallo", Link::audio});
    EXPECT_EQ(view().floor->link, Link::audio);
    rules.when("15:04 moderator", ReportLink{"diallo", Link::lost});
    EXPECT_EQ(view().floor->lost, clock_time("15:04"));
    rules.when("15:05 moderator", ReportLink{"diallo", Link::video});
    EXPECT_FALSE(view().floor->lost);
}

TEST_F(Room, sees_that_a_point_of_order_holds_somebody_up) {
    rules.when("15:02 chair", GiveFloor{.to = "poussi"});
    rules.when("15:03 chair", GiveFloor{.to = "cruz", .kind = Kind::point_of_order});
    EXPECT_EQ(view().floor->speaker.kind, Kind::point_of_order);
    EXPECT_EQ(view().floor->speaker.affiliation, "the Philippines");
    EXPECT_EQ(view().floor->waiting, 1u);
}

TEST_F(Room, sees_who_comes_next_and_how_many_more) {
    for (int i = 0; i < 15; ++i) {
        Participant person;
        person.id = "p" + std::to_string(i);
        person.family_name = "Person " + std::to_string(i);
        person.role = Role::member;
        rules.when("15:01 chair", AddParticipant{person});
        rules.when("15:01 chair", RequestFloor{.who = person.id});
    }
    rules.when("15:02 chair", RequestFloor{.who = "almada", .kind = Kind::right_of_reply});
    rules.when("15:02 chair", CloseList{});
    const auto seen = view();
    ASSERT_EQ(seen.next.size(), max_room_next);
    EXPECT_EQ(seen.next[11].name, "Person 11");
    EXPECT_EQ(seen.more, 4u);
    EXPECT_TRUE(seen.list_closed);
}

TEST_F(Room, sees_rights_of_reply_behind_the_list) {
    rules.when("15:02 chair", RequestFloor{.who = "almada", .kind = Kind::right_of_reply});
    rules.when("15:03 chair", RequestFloor{.who = "cruz"});
    const auto next = view().next;
    ASSERT_EQ(next.size(), 2u);
    EXPECT_EQ(next[0].name, "Ms. Cruz");
    EXPECT_EQ(next[1].kind, Kind::right_of_reply);
}

TEST_F(Room, sees_until_when_the_meeting_is_suspended_and_that_it_has_ended) {
    rules.when("15:10 chair", SuspendMeeting{});
    rules.when("15:11 chair", SetResumption{clock_time("15:30")});
    EXPECT_EQ(view().since, clock_time("15:10"));
    EXPECT_EQ(view().until, clock_time("15:30"));
    rules.when("15:30 chair", ResumeMeeting{});
    EXPECT_EQ(view().since, clock_time("15:00"));
    EXPECT_FALSE(view().until);
    rules.when("17:00 chair", EndMeeting{});
    EXPECT_EQ(view().since, clock_time("17:00"));
}

TEST_F(Room, sees_who_moderates_the_debate) {
    rules.when("15:10 chair", LetModerate{"lewis"});
    EXPECT_EQ(view().moderator, "Mr. Lewis");
}

TEST_F(Room, is_not_told_of_what_is_written) {
    rules.when("15:02 chair", GiveFloor{.to = "poussi"});
    const auto before = view();
    rules.when("15:03 clerk-1", Write{.text = "said that the budget was too small."});
    rules.when("15:03 clerk-1", MakeNote{.text = "A note"});
    rules.when("15:03 clerk-1", MakeMark{.note = "missed a figure"});
    EXPECT_EQ(view(), before);
}

TEST_F(Room, sees_long_names_cut_within_no_letter) {
    Participant person;
    person.id = "long";
    for (int i = 0; i < 400; ++i) person.family_name += "é";
    person.role = Role::member;
    rules.when("15:01 chair", AddParticipant{person});
    rules.when("15:02 chair", GiveFloor{.to = "long"});
    const auto name = view().floor->speaker.name;
    EXPECT_LE(name.size(), max_room_text_bytes);
    EXPECT_TRUE(name.ends_with("é…")) << name;
}

}  // namespace
}  // namespace dais::meeting
