// The list of interventions, logging and correcting one, and the people.
#include <gtest/gtest.h>

#include "clerk-station/desk.hpp"

namespace dais::clerk_station {
namespace {

using Asked = std::vector<std::string>;
using meeting::InterventionId;
using meeting::Kind;
using meeting::Link;

constexpr std::string_view two =
    "15:11 chair give_floor to=lewis label=i1\n"
    "15:11:30 clerk-2 write of=i1 text=\"said that all was well.\"\n"
    "15:12 chair give_floor to=ople\n"
    "15:14 chair give_floor to=poussi\n"
    "15:14:20 clerk-2 note text=\"A film was shown.\"\n";

const meeting::Intervention& intervention(const support::Seat& seat, std::uint64_t id) {
    return *meeting::find_intervention(seat.model.meeting, InterventionId{id});
}

TEST(Interventions, say_when_who_by_what_link_how_long_and_what_is_written) {
    auto seat = clerk(two);
    EXPECT_EQ(seat.text("interventions.1"), "Mr. Lewis");
    EXPECT_EQ(seat.text("interventions.1.length"), "1:00");
    EXPECT_EQ(seat.text("interventions.1.written"), "1 paragraph; 5 words");
    EXPECT_EQ(seat.text("interventions.1.link"), "in the room");
    EXPECT_EQ(seat.text("interventions.2"), "Ms. Ople");
    EXPECT_EQ(seat.text("interventions.2.length"), "2:00");
    EXPECT_EQ(seat.text("interventions.2.written"), "nothing written");
    EXPECT_EQ(seat.text("interventions.2.link"), "by video");
    EXPECT_EQ(seat.text("interventions.3.speaks"), "has the floor");
    EXPECT_EQ(seat.text("interventions.3.length"), "0:20");
    seat.pass(41);
    EXPECT_EQ(seat.text("interventions.3.length"), "1:01");
}

TEST(Interventions, new_ones_appear_at_the_end) {
    auto seat = clerk(two);
    seat.other("chair", meeting::GiveFloor{"sato", Kind::point_of_order, "", {}});
    EXPECT_EQ(seat.text("interventions.4"), "Ms. Sato");
    EXPECT_EQ(seat.text("interventions.4.link"), "point of order");
    seat.other("clerk-2", meeting::Write{InterventionId{2}, "said so.", {}});
    EXPECT_EQ(seat.text("interventions.2.written"), "1 paragraph; 2 words");
    // The clerk writes where the clerk wrote.
    EXPECT_TRUE(seat.shows("Writing for Ms. Poussi"));
}

TEST(Interventions, f2_up_and_enter_write_for_another) {
    auto seat = clerk(two);
    seat.press("F2");
    EXPECT_EQ(seat.focused(), "interventions.rows");
    seat.press("Up");
    seat.press("Enter");
    EXPECT_EQ(seat.focused(), "editor.text");
    EXPECT_TRUE(seat.shows("Writing for Ms. Ople"));
    seat.type("said so.");
    seat.press("Ctrl+Enter");
    EXPECT_EQ(seat.text("interventions.2.written"), "1 paragraph; 2 words");
    EXPECT_TRUE(seat.shows("Writing for Ms. Ople"));
}

TEST(Interventions, the_chosen_one_stays_chosen_when_others_come) {
    auto seat = clerk(two);
    seat.press("F2");
    seat.press("Up");
    seat.press("Up");
    seat.other("chair", meeting::GiveFloor{"sato", {}, "", {}});
    seat.press("Enter");
    EXPECT_TRUE(seat.shows("Writing for Mr. Lewis"));
}

TEST(Log, ctrl_l_logs_an_intervention_with_its_time) {
    auto seat = clerk(two);
    seat.press("Ctrl+L");
    EXPECT_EQ(seat.focused(), "intervention.who");
    EXPECT_TRUE(seat.shows("Log an intervention, at this moment"));
    seat.type("moreno");
    seat.press("Enter");
    EXPECT_EQ(seat.text("intervention.person"), "Mr. Moreno, Chile");
    EXPECT_EQ(seat.focused(), "intervention.began");
    seat.type("15:10:30");
    seat.press("Ctrl+Enter");
    EXPECT_EQ(seat.asked, Asked{"log_intervention"});
    EXPECT_EQ(intervention(seat, 4).speaker.who, "moreno");
    EXPECT_EQ(ui::hour_with_seconds(seat.model.meeting.setup.facts.zone, intervention(seat, 4).timing.began),
              "15:10:30");
    // By its time it stands before the others, and the keyboard is where it was.
    EXPECT_EQ(clerk_view(seat).interventions.order.front(), 3U);
    EXPECT_EQ(seat.focused(), "editor.text");
}

TEST(Log, takes_the_moment_where_no_time_is_said_with_kind_and_on_behalf) {
    auto seat = clerk(two);
    seat.click("acts.log");
    seat.type("sato");
    seat.press("Enter");
    ASSERT_TRUE(tab_to(seat, "intervention.kind"));
    seat.press("Right");
    ASSERT_TRUE(tab_to(seat, "intervention.behalf"));
    seat.type("three houses");
    ASSERT_TRUE(tab_to(seat, "intervention.go"));
    seat.press("Enter");
    EXPECT_EQ(intervention(seat, 4).kind, Kind::point_of_order);
    EXPECT_EQ(intervention(seat, 4).on_behalf_of, "three houses");
    EXPECT_EQ(intervention(seat, 4).timing.began, seat.model.now);
}

TEST(Log, ctrl_shift_l_logs_one_after_the_one_chosen) {
    auto seat = clerk(two);
    seat.press("F2");
    seat.press("Home");
    seat.press("Ctrl+Shift+L");
    EXPECT_TRUE(seat.shows("Log an intervention after that of Mr. Lewis"));
    seat.type("moreno");
    seat.press("Enter");
    seat.press("Ctrl+Enter");
    ASSERT_EQ(clerk_view(seat).interventions.order.size(), 4U);
    EXPECT_EQ(clerk_view(seat).interventions.order[1], 3U);
}

TEST(Log, says_that_a_time_is_none_and_does_not_ask) {
    auto seat = clerk(two);
    seat.press("Ctrl+L");
    seat.type("moreno");
    seat.press("Enter");
    seat.type("15.61");
    EXPECT_EQ(seat.text("intervention.fault"), "That is no time: 10:19 or 10:19:48 is expected.");
    EXPECT_FALSE(seat.enabled("intervention.go"));
    seat.press("Ctrl+Enter");
    EXPECT_EQ(seat.asked, Asked{});
    EXPECT_TRUE(clerk_view(seat).dialog.open);
    seat.press("Ctrl+A");
    seat.type("15:09");
    EXPECT_FALSE(seat.has("intervention.fault"));
    EXPECT_TRUE(seat.enabled("intervention.go"));
}

TEST(Log, a_time_to_come_is_refused_in_its_sentence_until_it_is_read) {
    auto seat = clerk(two);
    seat.press("Ctrl+L");
    seat.type("moreno");
    seat.press("Enter");
    seat.type("18:00");
    seat.press("Ctrl+Enter");
    EXPECT_EQ(seat.text("editor.feedback"), "An intervention cannot have begun later than now.");
    EXPECT_TRUE(seat.model.unplaced.empty());
    ASSERT_TRUE(tab_to(seat, "editor.feedback.read"));
    seat.press("Enter");
    EXPECT_FALSE(seat.has("editor.feedback"));
}

TEST(Log, needs_somebody_and_escape_leaves_it) {
    auto seat = clerk(two);
    seat.press("Ctrl+L");
    EXPECT_FALSE(seat.enabled("intervention.go"));
    seat.press("Ctrl+Enter");
    seat.press("Esc");
    EXPECT_EQ(seat.asked, Asked{});
    EXPECT_FALSE(seat.has("intervention.go"));
    EXPECT_EQ(seat.focused(), "editor.text");
}

TEST(Correction, ctrl_i_corrects_link_kind_and_whom_with_a_reason) {
    auto seat = clerk(two);
    seat.press("F2");
    seat.press("Up");
    seat.press("Ctrl+I");
    EXPECT_TRUE(seat.shows("Correct the intervention of Ms. Ople"));
    EXPECT_FALSE(seat.enabled("intervention.go"));
    ASSERT_TRUE(tab_to(seat, "intervention.link"));
    seat.press("Right");
    seat.press("Right");
    ASSERT_TRUE(tab_to(seat, "intervention.kind"));
    seat.press("Right");
    seat.press("Right");
    ASSERT_TRUE(tab_to(seat, "intervention.reason"));
    seat.type("The picture was off.");
    seat.press("Ctrl+Enter");
    EXPECT_EQ(seat.asked, Asked{"correct_intervention"});
    const auto& corrected = intervention(seat, 2);
    EXPECT_EQ(corrected.link, Link::audio);
    EXPECT_EQ(corrected.kind, Kind::point_of_order);
    EXPECT_EQ(corrected.speaker.who, "ople");
    ASSERT_EQ(corrected.corrections.size(), 1U);
    EXPECT_EQ(corrected.corrections[0].reason, "The picture was off.");
}

TEST(Correction, puts_another_in_the_place_of_who_was_said_to_speak) {
    auto seat = clerk(two);
    seat.click("acts.correct");
    EXPECT_TRUE(seat.shows("Correct the intervention of Ms. Poussi"));
    seat.type("diallo");
    seat.press("Enter");
    EXPECT_EQ(seat.focused(), "intervention.reason");
    seat.press("Ctrl+Enter");
    EXPECT_EQ(intervention(seat, 3).speaker.who, "diallo");
    EXPECT_TRUE(seat.shows("Writing for Ms. Diallo"));
}

TEST(Correction, of_nobody_does_not_open) {
    auto seat = clerk();
    seat.press("Ctrl+I");
    EXPECT_FALSE(seat.has("intervention.go"));
    EXPECT_TRUE(seat.shows("Nobody has spoken yet"));
}

TEST(People, ctrl_p_corrects_somebody) {
    auto seat = clerk(two);
    seat.press("Ctrl+P");
    EXPECT_EQ(seat.focused(), "person.who");
    seat.type("lewis");
    seat.press("Enter");
    EXPECT_EQ(seat.focused(), "person.family");
    seat.press("Ctrl+A");
    seat.type("Louis");
    seat.press("Ctrl+Enter");
    EXPECT_EQ(seat.asked, Asked{"correct_participant"});
    EXPECT_EQ(meeting::find_participant(seat.model.meeting, "lewis")->family_name, "Louis");
    EXPECT_EQ(meeting::find_participant(seat.model.meeting, "lewis")->title, "Mr.");
    EXPECT_EQ(seat.focused(), "editor.text");
}

TEST(People, ctrl_shift_p_adds_somebody) {
    auto seat = clerk(two);
    seat.press("Ctrl+Shift+P");
    EXPECT_EQ(seat.focused(), "person.title");
    seat.type("Mr.");
    ASSERT_TRUE(tab_to(seat, "person.family"));
    seat.type("Núñez");
    ASSERT_TRUE(tab_to(seat, "person.affiliation"));
    seat.type("Peru");
    ASSERT_TRUE(tab_to(seat, "person.role"));
    seat.press("Right");
    ASSERT_TRUE(tab_to(seat, "person.attendance"));
    seat.press("Right");
    seat.press("Ctrl+Enter");
    EXPECT_EQ(seat.asked, Asked{"add_participant"});
    const auto* added = meeting::find_participant(seat.model.meeting, "nunez");
    ASSERT_NE(added, nullptr);
    EXPECT_EQ(added->title, "Mr.");
    EXPECT_EQ(added->affiliation, "Peru");
    EXPECT_EQ(added->role, meeting::Role::state);
    EXPECT_EQ(added->attendance, meeting::Attendance::video);
}

TEST(People, the_buttons_open_the_forms_and_escape_leaves_them) {
    auto seat = clerk(two);
    seat.click("acts.person");
    EXPECT_EQ(seat.focused(), "person.who");
    seat.press("Esc");
    EXPECT_FALSE(seat.has("person.cancel"));
    seat.click("acts.new_person");
    EXPECT_FALSE(seat.enabled("person.go"));
    seat.click("person.cancel");
    EXPECT_FALSE(seat.has("person.cancel"));
    EXPECT_EQ(seat.asked, Asked{});
}

TEST(People, a_correction_that_changes_nothing_is_said_at_the_editor) {
    auto seat = clerk(two);
    seat.press("Ctrl+P");
    seat.type("lewis");
    seat.press("Enter");
    seat.press("Ctrl+Enter");
    EXPECT_EQ(seat.text("editor.feedback"), "Say what is to be corrected.");
}

TEST(Coverage, the_record_begins_and_ends_by_key) {
    auto seat = clerk(two);
    seat.press("Ctrl+Shift+B");
    seat.press("Ctrl+Shift+E");
    EXPECT_EQ(seat.asked, (Asked{"begin_coverage", "end_coverage"}));
}

TEST(Coverage, has_buttons_where_there_is_room) {
    Played played(two);
    support::Seat seat(std::make_unique<ClerkView>(), played.meeting, played.scene.now(), "clerk-1",
                       {1920, 1080});
    seat.click("acts.begin");
    seat.click("acts.end");
    EXPECT_EQ(seat.asked, (Asked{"begin_coverage", "end_coverage"}));
}

}  // namespace
}  // namespace dais::clerk_station
