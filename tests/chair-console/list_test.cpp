// The speakers' list and the rights of reply by keyboard.
#include <gtest/gtest.h>

#include "chair-console/chair.hpp"

namespace dais::chair_console {
namespace {

using Asked = std::vector<std::string>;

constexpr std::string_view longer =
    "10:00 chair request_floor who=diallo\n10:00 chair request_floor who=charef\n";
constexpr std::string_view replies =
    "10:00 chair request_floor who=moreno for=right_of_reply\n"
    "10:00 chair request_floor who=ople for=right_of_reply\n";

// "Lewis" is found as "benjamin", "LEWIS", "ewi"; people of an affiliation by any part of that.
TEST(List, the_box_finds_by_any_part_without_accents_or_case) {
    auto seat = chair();
    seat.press("Ctrl+F");
    EXPECT_EQ(seat.focused(), "list.find");
    for (const auto* query : {"CHILE", "hile", "moré", "mr moreno", "moreno chi"}) {
        seat.press("Ctrl+A");
        seat.type(query);
        EXPECT_TRUE(seat.has("list.find.name.moreno")) << query;
    }
    seat.press("Ctrl+A");
    seat.type("nobody of that name");
    EXPECT_TRUE(seat.shows("Nobody is found."));
}

TEST(List, enter_adds_whom_the_arrows_chose) {
    auto seat = chair();
    seat.press("Ctrl+F");
    seat.type("ms");
    seat.press("Down");
    seat.press("Down");
    seat.press("Up");
    seat.press("Enter");
    EXPECT_EQ(field(seat, "list"), "lewis, poussi, diallo");
    EXPECT_EQ(seat.text("list.find"), "");
    EXPECT_EQ(seat.focused(), "list.find");
}

TEST(List, enter_in_the_empty_box_adds_nobody) {
    auto seat = chair();
    seat.press("Ctrl+F");
    seat.press("Enter");
    seat.press("Shift+Enter");
    EXPECT_EQ(seat.asked, Asked{});
}

TEST(List, a_held_enter_adds_once) {
    auto seat = chair();
    seat.press("Ctrl+F");
    seat.type("charef");
    seat.hold("Enter", 4);
    EXPECT_EQ(seat.asked, Asked{"request_floor"});
}

TEST(List, one_after_the_other_is_added_without_leaving_the_box) {
    auto seat = chair();
    seat.press("Ctrl+F");
    for (const auto* name : {"diallo", "charef", "sato"}) {
        seat.type(name);
        seat.press("Enter");
    }
    EXPECT_EQ(field(seat, "list"), "lewis, poussi, diallo, charef, sato");
}

TEST(List, shift_enter_gives_the_floor_at_once) {
    auto seat = chair();
    seat.press("Ctrl+F");
    seat.type("charef");
    seat.press("Shift+Enter");
    EXPECT_EQ(field(seat, "floor"), "charef 5:00");
    EXPECT_EQ(field(seat, "list"), "lewis, poussi");
}

TEST(List, kinds_are_chosen_by_alt_and_a_digit) {
    const std::array<std::pair<const char*, const char*>, 4> kinds{{{"Alt+1", "Statement"},
                                                                    {"Alt+2", "Point of order"},
                                                                    {"Alt+3", "Right of reply"},
                                                                    {"Alt+4", "Reply"}}};
    auto seat = chair();
    for (const auto& [key, word] : kinds) {
        seat.press(key);
        EXPECT_EQ(seat.text("list.kind"), word);
        EXPECT_EQ(seat.focused(), "list.find");
    }
    seat.type("sato");
    seat.press("Enter");
    EXPECT_EQ(field(seat, "list"), "lewis, poussi, sato(reply)");
    EXPECT_EQ(seat.text("list.kind"), "Statement");
}

TEST(List, a_kind_is_chosen_by_arrows_too) {
    auto seat = chair();
    seat.click("list.kind.2");
    EXPECT_EQ(seat.text("list.kind"), "Right of reply");
    EXPECT_EQ(seat.focused(), "list.kind");
    seat.press("Left");
    seat.press("Left");
    seat.press("Left");
    EXPECT_EQ(seat.text("list.kind"), "Statement");
    seat.press("Right");
    EXPECT_EQ(seat.text("list.kind"), "Point of order");
}

TEST(List, somebody_speaks_on_behalf_of_others) {
    auto seat = chair();
    seat.click("list.behalf");
    seat.type("the Group of 77");
    seat.press("Ctrl+F");
    seat.type("ople");
    seat.press("Enter");
    EXPECT_EQ(seat.model.meeting.proceedings.list.back().on_behalf_of, "the Group of 77");
    EXPECT_EQ(seat.text("list.behalf"), "");
    EXPECT_TRUE(seat.shows("for the Group of 77"));
    seat.press("Esc");
    seat.press("l");
    seat.press("End");
    seat.press("Enter");
    EXPECT_EQ(seat.text("floor.kind"), "on behalf of the Group of 77");
}

TEST(List, l_goes_to_it_and_enter_gives_the_chosen_the_floor) {
    auto seat = chair(longer);
    seat.press("l");
    EXPECT_EQ(seat.focused(), "list.rows");
    seat.press("Down");
    seat.press("Down");
    seat.press("Up");
    seat.press("Enter");
    EXPECT_EQ(field(seat, "floor"), "poussi 5:00");
    EXPECT_EQ(field(seat, "list"), "lewis, diallo, charef");
}

TEST(List, alt_and_arrows_move_the_chosen_which_stays_chosen) {
    auto seat = chair(longer);
    seat.press("l");
    seat.press("Alt+Up");
    EXPECT_EQ(seat.asked, Asked{});
    EXPECT_FALSE(seat.enabled("list.up"));
    seat.press("Alt+Down");
    EXPECT_EQ(field(seat, "list"), "poussi, lewis, diallo, charef");
    seat.press("Alt+Down");
    seat.press("Alt+Down");
    EXPECT_EQ(field(seat, "list"), "poussi, diallo, charef, lewis");
    EXPECT_FALSE(seat.enabled("list.down"));
    seat.press("Alt+Down");
    EXPECT_EQ(field(seat, "list"), "poussi, diallo, charef, lewis");
    seat.press("Alt+Up");
    EXPECT_EQ(field(seat, "list"), "poussi, diallo, lewis, charef");
    seat.click("list.up");
    seat.click("list.down");
    EXPECT_EQ(field(seat, "list"), "poussi, diallo, lewis, charef");
}

TEST(List, what_is_chosen_stays_chosen_when_others_come_and_go) {
    auto seat = chair(longer);
    seat.press("l");
    seat.press("Down");
    seat.other("moderator", meeting::WithdrawRequest{"lewis", {}});
    seat.press("Delete");
    EXPECT_EQ(field(seat, "list"), "diallo, charef");
}

TEST(List, delete_withdraws_the_chosen_and_chooses_the_one_that_follows) {
    auto seat = chair(longer);
    seat.press("l");
    seat.hold("Delete", 3);
    EXPECT_EQ(field(seat, "list"), "poussi, diallo, charef");
    seat.press("Delete");
    EXPECT_EQ(field(seat, "list"), "diallo, charef");
    seat.click("list.withdraw");
    EXPECT_EQ(field(seat, "list"), "charef");
}

TEST(List, delete_without_a_choice_withdraws_nobody) {
    auto seat = chair();
    seat.press("Delete");
    seat.press("Alt+Down");
    EXPECT_EQ(seat.asked, Asked{});
    EXPECT_FALSE(seat.enabled("list.withdraw"));
}

TEST(List, delete_in_a_text_erases_letters_only) {
    auto seat = chair();
    seat.press("l");
    seat.press("Ctrl+F");
    seat.type("ab");
    seat.press("Home");
    seat.press("Delete");
    seat.press("Delete");
    seat.press("Delete");
    EXPECT_EQ(seat.text("list.find"), "");
    EXPECT_EQ(seat.asked, Asked{});
}

TEST(List, c_closes_and_reopens_it) {
    auto seat = chair();
    EXPECT_EQ(seat.text("list.state"), "list open");
    seat.press("c");
    EXPECT_EQ(field(seat, "list"), "lewis, poussi; closed");
    EXPECT_EQ(seat.text("list.state"), "list closed");
    EXPECT_EQ(seat.text("list.close"), "Reopen the list");
    seat.press("c");
    EXPECT_EQ(field(seat, "list"), "lewis, poussi");
    seat.hold("c", 5);
    EXPECT_EQ(seat.asked, (Asked{"close_list", "reopen_list", "close_list"}));
}

TEST(List, emptying_it_asks_and_no_is_chosen_first) {
    auto seat = chair(replies);
    seat.click("list.clear");
    EXPECT_EQ(seat.focused(), "list.clear.ask.no");
    EXPECT_TRUE(seat.shows("All 2 requests"));
    seat.press("Enter");
    EXPECT_EQ(seat.asked, Asked{});
    EXPECT_EQ(seat.focused(), "list.clear");
    seat.press("Enter");
    seat.press("Esc");
    EXPECT_FALSE(seat.has("list.clear.ask.yes"));
    seat.press("Enter");
    seat.press("Tab");
    EXPECT_EQ(seat.focused(), "list.clear.ask.yes");
    seat.press("Enter");
    EXPECT_EQ(seat.asked, Asked{"clear_list"});
    EXPECT_EQ(field(seat, "list"), "");
    EXPECT_EQ(field(seat, "replies"), "moreno, ople");
    EXPECT_FALSE(seat.enabled("list.clear"));
}

TEST(Replies, stand_apart_and_r_goes_to_them) {
    auto seat = chair(replies);
    EXPECT_EQ(field(seat, "list"), "lewis, poussi");
    EXPECT_EQ(seat.text("replies"), "Rights of reply · 2 waiting");
    seat.press("r");
    EXPECT_EQ(seat.focused(), "replies.rows");
    seat.press("Down");
    seat.press("Alt+Up");
    EXPECT_EQ(field(seat, "replies"), "ople, moreno");
    seat.press("Enter");
    EXPECT_EQ(field(seat, "floor").substr(0, 20), "ople(right_of_reply)");
    EXPECT_EQ(field(seat, "replies"), "moreno");
}

TEST(Replies, delete_withdraws_a_right_of_reply_and_leaves_the_list) {
    auto seat = chair(replies);
    seat.press("r");
    seat.press("Delete");
    EXPECT_EQ(field(seat, "replies"), "ople");
    EXPECT_EQ(field(seat, "list"), "lewis, poussi");
}

TEST(Replies, l_chooses_on_the_list_again) {
    auto seat = chair(replies);
    seat.press("r");
    seat.press("l");
    seat.press("Delete");
    EXPECT_EQ(field(seat, "replies"), "moreno, ople");
    EXPECT_EQ(field(seat, "list"), "poussi");
}

TEST(Replies, alt_three_and_the_box_ask_for_one) {
    auto seat = chair();
    seat.press("Alt+3");
    seat.type("chile");
    seat.press("Enter");
    EXPECT_EQ(field(seat, "replies"), "moreno");
    EXPECT_EQ(field(seat, "list"), "lewis, poussi");
}

}  // namespace
}  // namespace dais::chair_console
