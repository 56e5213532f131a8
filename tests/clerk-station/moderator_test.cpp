// The moderator's view: links, finding people, asking for the floor, and what happens at the floor beside it.
#include <gtest/gtest.h>

#include "clerk-station/desk.hpp"

namespace dais::clerk_station {
namespace {

using Asked = std::vector<std::string>;
using meeting::Kind;
using meeting::Link;

const meeting::Participant& person(const support::Seat& seat, const char* id) {
    return *meeting::find_participant(seat.model.meeting, id);
}

std::string observed(const support::Seat& seat, const char* id) {
    return ui::hour_with_seconds(seat.model.meeting.setup.facts.zone,
                                 person(seat, id).links.back().effective);
}

// Ms. Ople chosen, as the only one who takes part by link.
void choose_ople(support::Seat& seat) {
    seat.press("R");
    seat.press("Down");
}

TEST(Remote, shows_those_by_link_how_and_since_when) {
    auto seat = moderator();
    EXPECT_EQ(seat.text("remote.ople"), "Ms. Ople, the Philippines");
    EXPECT_EQ(seat.text("remote.link.ople"), "by video");
    EXPECT_EQ(seat.text("remote.since.ople"), "since 15:09:00");
    EXPECT_FALSE(seat.has("remote.lewis"));
    EXPECT_FALSE(seat.enabled("remote.link_act.lost"));
}

struct LinkKey {
    const char* key;
    Link link;
    const char* says;
};
constexpr std::array<LinkKey, 6> link_keys{{{"1", Link::in_room, "in the room"},
                                            {"2", Link::waiting, "waiting"},
                                            {"3", Link::audio, "by audio"},
                                            {"4", Link::video, "by video"},
                                            {"5", Link::lost, "link lost"},
                                            {"6", Link::left, "left"}}};

TEST(Remote, one_to_six_report_a_link_now) {
    for (const auto& each : link_keys) {
        auto seat = moderator();
        choose_ople(seat);
        EXPECT_EQ(seat.focused(), "remote.rows");
        seat.press(each.key);
        EXPECT_EQ(seat.asked, Asked{"report_link"}) << each.key;
        EXPECT_EQ(person(seat, "ople").links.back().link, each.link) << each.key;
        EXPECT_FALSE(person(seat, "ople").links.back().observed);
        EXPECT_NE(seat.text("remote.link.ople").find(each.says), std::string::npos)
            << seat.text("remote.link.ople");
    }
}

TEST(Remote, one_to_six_report_a_link_with_the_time_at_which_it_was_seen) {
    for (const auto& each : link_keys) {
        auto seat = moderator("15:20 chair close_list\n");
        choose_ople(seat);
        seat.press("Ctrl+O");
        EXPECT_EQ(seat.focused(), "remote.observed");
        seat.type("15:12:05");
        seat.press("Enter");
        EXPECT_EQ(seat.focused(), "remote.rows");
        seat.press(each.key);
        EXPECT_EQ(person(seat, "ople").links.back().link, each.link) << each.key;
        EXPECT_EQ(observed(seat, "ople"), "15:12:05");
        // Meant for this report alone.
        EXPECT_EQ(seat.text("remote.observed"), "");
    }
}

TEST(Remote, buttons_report_a_link_as_well) {
    for (const auto& each : link_keys) {
        auto seat = moderator();
        choose_ople(seat);
        seat.click("remote.link_act." + std::string(meeting::word(each.link)));
        EXPECT_EQ(person(seat, "ople").links.back().link, each.link) << each.key;
    }
}

TEST(Remote, a_time_that_is_none_is_said_and_nothing_is_reported) {
    auto seat = moderator();
    choose_ople(seat);
    seat.press("Ctrl+O");
    seat.type("25.61");
    EXPECT_EQ(seat.text("remote.fault"), "That is no time: 10:19 or 10:19:48 is expected.");
    EXPECT_FALSE(seat.enabled("remote.link_act.lost"));
    seat.press("Enter");
    seat.press("5");
    EXPECT_EQ(seat.asked, Asked{});
}

TEST(Remote, digits_are_letters_in_a_box) {
    auto seat = moderator();
    choose_ople(seat);
    seat.press("Ctrl+B");
    seat.type("Group of 77 f w");
    EXPECT_EQ(seat.text("remote.behalf"), "Group of 77 f w");
    EXPECT_EQ(seat.asked, Asked{});
}

TEST(Remote, a_held_key_reports_once) {
    auto seat = moderator();
    choose_ople(seat);
    seat.hold("5", 5);
    EXPECT_EQ(seat.asked, Asked{"report_link"});
}

TEST(Remote, ctrl_t_shows_everybody_and_only_those_by_link_again) {
    auto seat = moderator();
    seat.press("Ctrl+T");
    EXPECT_TRUE(seat.has("remote.lewis"));
    EXPECT_EQ(seat.text("remote.link.lewis"), "in the room");
    seat.press("Ctrl+T");
    EXPECT_FALSE(seat.has("remote.lewis"));
    seat.click("remote.everybody");
    EXPECT_TRUE(seat.has("remote.lewis"));
}

TEST(Remote, ctrl_f_finds_anybody_without_accents_or_case_and_acts_on_who_is_found) {
    auto seat = moderator();
    seat.press("Ctrl+F");
    EXPECT_EQ(seat.focused(), "remote.find");
    seat.type("CHILÉ");
    EXPECT_TRUE(seat.has("remote.moreno"));
    EXPECT_FALSE(seat.has("remote.ople"));
    seat.press("Enter");
    EXPECT_EQ(seat.focused(), "remote.rows");
    seat.press("3");
    EXPECT_EQ(person(seat, "moreno").links.back().link, Link::audio);
    seat.press("Ctrl+F");
    seat.press("Esc");
    EXPECT_EQ(seat.text("remote.find"), "");
    EXPECT_EQ(seat.focused(), "remote.rows");
    // Who has a link now is there without being looked for.
    EXPECT_TRUE(seat.has("remote.moreno"));
}

TEST(Remote, the_acts_are_never_about_somebody_who_is_not_in_sight) {
    auto seat = moderator();
    choose_ople(seat);
    seat.press("Ctrl+F");
    seat.type("nobody at all");
    seat.press("Enter");
    seat.press("5");
    EXPECT_EQ(seat.asked, Asked{});
    EXPECT_FALSE(seat.enabled("remote.link_act.lost"));
}

TEST(Remote, the_chosen_one_stays_chosen_when_rows_come_before) {
    auto seat = moderator();
    choose_ople(seat);
    seat.other("moderator", meeting::ReportLink{"lewis", Link::video, {}});
    seat.press("5");
    EXPECT_EQ(person(seat, "ople").links.back().link, Link::lost);
}

TEST(Remote, reports_wait_without_a_link_to_the_hub_one_after_another) {
    auto seat = moderator();
    choose_ople(seat);
    seat.lose_link(5);
    seat.press("5");
    seat.press("4");
    EXPECT_EQ(seat.asked, (Asked{"report_link", "report_link"}));
    EXPECT_NE(seat.text("banner.link").find("2 of your texts wait"), std::string::npos);
    seat.answer();
    EXPECT_EQ(person(seat, "ople").links.back().link, Link::video);
    EXPECT_EQ(person(seat, "ople").links.size(), 3U);
}

TEST(Request, f_asks_for_the_floor_in_each_kind) {
    const std::array<std::pair<const char*, Kind>, 4> kinds{{{"Alt+1", Kind::statement},
                                                             {"Alt+2", Kind::point_of_order},
                                                             {"Alt+3", Kind::right_of_reply},
                                                             {"Alt+4", Kind::reply}}};
    for (const auto& [key, kind] : kinds) {
        auto seat = moderator();
        choose_ople(seat);
        seat.press("Alt+3");
        seat.press(key);
        seat.press("F");
        ASSERT_EQ(seat.asked, Asked{"request_floor"}) << key;
        const auto& now = seat.model.meeting.proceedings;
        const auto& queue = kind == Kind::right_of_reply ? now.replies : now.list;
        if (!queue.empty()) {
            EXPECT_EQ(queue.front().who, "ople") << key;
            EXPECT_EQ(queue.front().kind, kind) << key;
        } else {
            EXPECT_NE(seat.text("remote.feedback"), "(absent)") << key;
        }
    }
}

TEST(Request, on_behalf_of_others_and_withdrawn) {
    auto seat = moderator();
    choose_ople(seat);
    seat.press("Ctrl+B");
    EXPECT_EQ(seat.focused(), "remote.behalf");
    seat.type("the Group of 77");
    EXPECT_EQ(seat.drafts["moderator.behalf"], "the Group of 77");
    seat.press("Enter");
    ASSERT_EQ(seat.model.meeting.proceedings.list.size(), 1U);
    EXPECT_EQ(seat.model.meeting.proceedings.list[0].on_behalf_of, "the Group of 77");
    EXPECT_EQ(seat.text("remote.behalf"), "");
    EXPECT_FALSE(seat.drafts.contains("moderator.behalf"));
    EXPECT_EQ(seat.text("remote.doing.ople"), "on the list, 1.");
    EXPECT_TRUE(seat.shows("Speakers’ list · 1 waiting"));
    seat.press("Esc");
    seat.press("W");
    EXPECT_EQ(seat.asked, (Asked{"request_floor", "withdraw_request"}));
    EXPECT_TRUE(seat.model.meeting.proceedings.list.empty());
    EXPECT_FALSE(seat.has("remote.doing.ople"));
}

TEST(Request, buttons_ask_and_withdraw) {
    auto seat = moderator();
    choose_ople(seat);
    EXPECT_FALSE(seat.enabled("remote.withdraw"));
    ASSERT_TRUE(tab_to(seat, "remote.kind"));
    seat.press("Right");
    EXPECT_EQ(moderator_view(seat).remote.kind, 1U);
    seat.press("Left");
    seat.click("remote.request");
    EXPECT_EQ(seat.model.meeting.proceedings.list.size(), 1U);
    seat.click("remote.withdraw");
    EXPECT_TRUE(seat.model.meeting.proceedings.list.empty());
}

TEST(Request, a_refusal_is_said_at_its_place_until_it_is_read) {
    auto seat = moderator("15:11 chair close_list\n");
    choose_ople(seat);
    seat.press("F");
    const auto sentence = seat.text("remote.feedback");
    EXPECT_NE(sentence.find("closed"), std::string::npos) << sentence;
    EXPECT_TRUE(seat.probe("remote.feedback")->visible);
    seat.press("Esc");
    EXPECT_FALSE(seat.has("remote.feedback"));
}

TEST(Request, what_was_typed_for_a_refused_request_is_not_lost) {
    auto seat = moderator("15:11 chair close_list\n");
    choose_ople(seat);
    seat.press("Ctrl+B");
    seat.type("the Group of 77");
    seat.press("Enter");
    EXPECT_TRUE(seat.has("remote.feedback"));
    EXPECT_EQ(seat.text("remote.behalf"), "the Group of 77");
}

TEST(Request, is_an_act_and_needs_the_link) {
    auto seat = moderator();
    choose_ople(seat);
    seat.lose_link(5);
    seat.press("F");
    EXPECT_EQ(seat.asked, Asked{});
    EXPECT_FALSE(seat.enabled("remote.request"));
    EXPECT_TRUE(seat.enabled("remote.link_act.lost"));
}

TEST(Floor, is_shown_with_link_and_clock) {
    auto seat = moderator("15:11 chair set_limit role=state seconds=180\n15:11 chair give_floor to=ople\n");
    choose_ople(seat);
    EXPECT_EQ(seat.text("floor.name"), "Ms. Ople");
    EXPECT_EQ(seat.text("floor.link"), "by video");
    EXPECT_EQ(seat.text("remote.doing.ople"), "has the floor");
    seat.pass(10);
    EXPECT_NE(seat.text("floor.clock").find("2:50"), std::string::npos) << seat.text("floor.clock");
    seat.press("5");
    EXPECT_EQ(seat.text("floor.link"), "link lost");
}

TEST(Floor, l_goes_to_the_list) {
    auto seat = moderator("15:11 chair request_floor who=lewis\n");
    seat.press("L");
    EXPECT_EQ(seat.focused(), "list.rows");
    EXPECT_TRUE(seat.shows("Mr. Lewis"));
    seat.press("F2");
    EXPECT_EQ(seat.focused(), "remote.rows");
    seat.press("F4");
    EXPECT_EQ(seat.focused(), "list.rows");
}

TEST(People, ctrl_shift_p_adds_somebody_from_the_moderators_desk) {
    auto seat = moderator();
    seat.press("Ctrl+Shift+P");
    EXPECT_EQ(seat.focused(), "person.title");
    ASSERT_TRUE(tab_to(seat, "person.family"));
    seat.type("Quist");
    ASSERT_TRUE(tab_to(seat, "person.attendance"));
    seat.press("Right");
    seat.press("Ctrl+Enter");
    EXPECT_EQ(seat.asked, Asked{"add_participant"});
    EXPECT_TRUE(seat.has("remote.quist"));
}

TEST(Restart, of_the_moderators_desk_keeps_on_whose_behalf) {
    auto seat = moderator();
    choose_ople(seat);
    seat.press("Ctrl+B");
    seat.type("the Group of 77");
    ModeratorView again;
    again.restore(seat.drafts);
    EXPECT_EQ(again.remote.behalf.edit.text(), "the Group of 77");
}

TEST(Rights, a_clerks_key_sees_the_moderators_view_without_the_acts) {
    auto seat = moderator("15:11 chair request_floor who=ople\n", "clerk-1");
    seat.press("R");
    seat.press("Down");
    EXPECT_EQ(seat.text("remote.ople"), "Ms. Ople, the Philippines");
    for (const auto* id : {"remote.link_act.lost", "remote.request", "remote.withdraw", "remote.observed",
                           "remote.behalf", "remote.kind"}) {
        EXPECT_FALSE(seat.has(id)) << id;
    }
    for (const auto* key : {"1", "2", "3", "4", "5", "6", "F", "W", "Ctrl+O", "Ctrl+B", "Alt+2"}) {
        seat.press(key);
        EXPECT_EQ(seat.asked, Asked{}) << key;
        EXPECT_EQ(seat.focused(), "remote.rows") << key;
    }
    seat.press("Ctrl+F");
    seat.type("lewis");
    EXPECT_TRUE(seat.has("remote.lewis"));
}

TEST(Help, of_the_moderator_is_shown_by_f1) {
    auto seat = moderator();
    choose_ople(seat);
    seat.press("F1");
    EXPECT_TRUE(seat.shows("Waiting, in the platform’s lobby"));
    seat.press("5");
    EXPECT_EQ(seat.asked, Asked{});
    seat.press("Esc");
    EXPECT_EQ(seat.focused(), "remote.rows");
}

TEST(Giving, is_the_moderators_only_while_the_chair_lets_it) {
    auto seat = moderator();
    seat.other("chair", meeting::RequestFloor{"ople", Kind::statement, ""});
    EXPECT_FALSE(seat.has("floor.next"));
    seat.press("Space");
    EXPECT_TRUE(seat.asked.empty());
    seat.other("chair", meeting::LetModerate{"lewis"});
    EXPECT_EQ(seat.text("header.moderates"), "Mr. Lewis moderates");
    EXPECT_NE(seat.text("floor.next").find("Ms. Ople"), std::string::npos) << seat.text("floor.next");
    seat.press("Space");
    EXPECT_TRUE(seat.model.meeting.proceedings.floor);
    seat.press("e");
    EXPECT_FALSE(seat.model.meeting.proceedings.floor);
    EXPECT_EQ(seat.asked, (Asked{"give_floor", "end_floor"}));
    seat.other("chair", meeting::LetModerate{});
    EXPECT_FALSE(seat.has("floor.next"));
    EXPECT_FALSE(seat.has("floor.end"));
}

TEST(Giving, gives_it_to_whom_the_button_names_and_says_what_was_refused) {
    auto seat = moderator();
    seat.other("chair", meeting::RequestFloor{"ople", Kind::statement, ""});
    seat.other("chair", meeting::LetModerate{"lewis"});
    seat.hold_answers();
    seat.press("Space");
    seat.other("chair", meeting::GiveFloor{});
    seat.answer();
    EXPECT_TRUE(seat.has("floor.feedback")) << "the floor had changed hands";
}

}  // namespace
}  // namespace dais::clerk_station
