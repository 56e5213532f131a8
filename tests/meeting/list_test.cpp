// The speakers' list: who is on it, in which order, and who may no longer ask.
#include <gtest/gtest.h>

#include "meeting/rules.hpp"

namespace dais::meeting {
namespace {

struct List : testing::Test {
    Rules rules;
    void SetUp() override {
        rules.when("15:00 chair", OpenMeeting{});
        rules.when("15:01 chair", RequestFloor{.who = "lewis"});
        rules.when("15:02 moderator", RequestFloor{.who = "poussi"});
        rules.when("15:03 moderator", RequestFloor{.who = "diallo", .kind = Kind::reply});
    }
};

TEST_F(List, requests_stand_in_the_order_in_which_they_were_made) {
    rules.then("list: lewis, poussi, diallo(reply) | replies: -");
}

TEST_F(List, points_of_order_go_first_in_their_own_order) {
    rules.when("15:04 moderator", RequestFloor{.who = "diallo", .kind = Kind::point_of_order});
    rules.when("15:05 moderator", RequestFloor{.who = "lewis", .kind = Kind::point_of_order});
    rules.then("list: diallo(point_of_order), lewis(point_of_order), lewis, poussi, diallo(reply)");
}

TEST_F(List, rights_of_reply_have_a_queue_of_their_own) {
    rules.when("15:04 moderator", RequestFloor{.who = "almada", .kind = Kind::right_of_reply});
    rules.when("15:05 moderator", RequestFloor{.who = "lewis", .kind = Kind::right_of_reply});
    rules.then("list: lewis, poussi, diallo(reply) | replies: almada, lewis");
}

TEST_F(List, a_person_is_on_it_at_most_once_for_each_kind) {
    for (const auto kind : {Kind::statement, Kind::point_of_order, Kind::right_of_reply, Kind::reply}) {
        if (kind != Kind::statement)
            rules.when("15:04 moderator", RequestFloor{.who = "lewis", .kind = kind});
        rules.refused("15:05 moderator", RequestFloor{.who = "lewis", .kind = kind},
                      Reason::already_on_the_list);
    }
    rules.then("list: lewis(point_of_order), lewis, poussi, diallo(reply), lewis(reply) | replies: lewis");
}

TEST_F(List, only_participants_may_be_on_it) {
    rules.refused("15:04 moderator", RequestFloor{.who = "nobody"}, Reason::unknown_participant);
}

TEST_F(List, a_closed_list_refuses_statements_and_replies_only) {
    rules.when("15:04 chair", CloseList{});
    rules.then("list: lewis, poussi, diallo(reply); closed");
    rules.refused("15:05 moderator", RequestFloor{.who = "cruz"}, Reason::list_is_closed);
    rules.refused("15:05 chair", RequestFloor{.who = "cruz", .kind = Kind::reply}, Reason::list_is_closed);
    rules.when("15:06 moderator", RequestFloor{.who = "cruz", .kind = Kind::point_of_order});
    rules.when("15:06 moderator", RequestFloor{.who = "cruz", .kind = Kind::right_of_reply});
    rules.then("list: cruz(point_of_order), lewis, poussi, diallo(reply); closed | replies: cruz");
    rules.refused("15:07 chair", CloseList{}, Reason::list_is_closed);
}

TEST_F(List, a_reopened_list_takes_requests_again) {
    rules.refused("15:04 chair", ReopenList{}, Reason::list_is_open);
    rules.when("15:04 chair", CloseList{});
    rules.when("15:05 chair", ReopenList{});
    rules.when("15:06 moderator", RequestFloor{.who = "cruz"});
    rules.then("list: lewis, poussi, diallo(reply), cruz");
}

TEST_F(List, the_chair_may_still_give_the_floor_to_anybody_when_it_is_closed) {
    rules.when("15:04 chair", CloseList{});
    rules.when("15:05 chair", GiveFloor{.to = "cruz"});
    rules.then("floor: cruz 3:00 | list: lewis, poussi, diallo(reply); closed");
}

TEST_F(List, clearing_leaves_the_rights_of_reply) {
    rules.when("15:04 moderator", RequestFloor{.who = "almada", .kind = Kind::right_of_reply});
    rules.when("15:05 chair", ClearList{});
    rules.then("list: - | replies: almada");
    rules.refused("15:06 chair", ClearList{}, Reason::list_is_empty);
}

TEST_F(List, a_request_is_withdrawn_by_its_person) {
    rules.when("15:04 moderator", WithdrawRequest{.who = "poussi"});
    rules.then("list: lewis, diallo(reply)");
    rules.refused("15:05 moderator", WithdrawRequest{.who = "poussi"}, Reason::not_on_the_list);
    rules.refused("15:05 moderator", WithdrawRequest{.who = "nobody"}, Reason::unknown_participant);
}

TEST_F(List, of_two_requests_one_must_be_named) {
    rules.when("15:04 moderator", RequestFloor{.who = "lewis", .kind = Kind::right_of_reply});  // r4
    rules.refused("15:05 chair", WithdrawRequest{.who = "lewis"}, Reason::more_than_one_request);
    rules.refused("15:05 chair", MoveRequest{.who = "lewis"}, Reason::more_than_one_request);
    rules.when("15:06 chair", WithdrawRequest{.request = r(4)});
    rules.then("list: lewis, poussi, diallo(reply) | replies: -");
    rules.refused("15:07 chair", WithdrawRequest{.request = r(4)}, Reason::not_on_the_list);
}

TEST_F(List, a_request_is_moved_before_another_or_to_the_end) {
    rules.when("15:04 chair", MoveRequest{.who = "diallo", .before_who = "lewis"});
    rules.then("list: diallo(reply), lewis, poussi");
    rules.when("15:05 chair", MoveRequest{.request = r(2), .before = r(1)});
    rules.then("list: diallo(reply), poussi, lewis");
    rules.when("15:06 chair", MoveRequest{.who = "diallo"});
    rules.then("list: poussi, lewis, diallo(reply)");
}

TEST_F(List, points_of_order_stay_first_when_requests_are_moved) {
    rules.when("15:04 chair", RequestFloor{.who = "cruz", .kind = Kind::point_of_order});
    rules.when("15:04 chair", RequestFloor{.who = "basri", .kind = Kind::point_of_order});
    rules.refused("15:05 chair", MoveRequest{.who = "lewis", .before_who = "cruz"},
                  Reason::points_of_order_go_first);
    rules.refused("15:05 chair", MoveRequest{.who = "cruz", .before_who = "poussi"},
                  Reason::points_of_order_go_first);
    rules.refused("15:05 chair", MoveRequest{.who = "cruz"}, Reason::points_of_order_go_first);
    rules.when("15:06 chair", MoveRequest{.who = "basri", .before_who = "cruz"});
    rules.then("list: basri(point_of_order), cruz(point_of_order), lewis, poussi, diallo(reply)");
}

TEST_F(List, requests_do_not_change_queues) {
    rules.when("15:04 chair", RequestFloor{.who = "almada", .kind = Kind::right_of_reply});
    rules.refused("15:05 chair", MoveRequest{.who = "lewis", .before_who = "almada"},
                  Reason::different_queues);
    rules.refused("15:05 chair", MoveRequest{.who = "almada", .before_who = "lewis"},
                  Reason::different_queues);
}

TEST_F(List, a_request_cannot_be_moved_before_itself_or_one_that_is_gone) {
    rules.refused("15:04 chair", MoveRequest{.who = "lewis", .before_who = "lewis"}, Reason::wrong_place);
    rules.refused("15:04 chair", MoveRequest{.who = "lewis", .before_who = "cruz"}, Reason::not_on_the_list);
    rules.refused("15:04 chair", MoveRequest{.who = "lewis", .before = r(99)}, Reason::not_on_the_list);
    rules.refused("15:04 chair", MoveRequest{.who = "cruz"}, Reason::not_on_the_list);
}

TEST(LongList, has_a_limit) {
    auto prepared = budget_committee();
    for (std::size_t n = 0; n <= max_requests; ++n)
        prepared.participants.push_back({.id = std::to_string(n)});
    Rules rules(prepared);
    for (std::size_t n = 0; n < max_requests; ++n) {
        rules.when("14:30 moderator", RequestFloor{.who = std::to_string(n)});
    }
    rules.refused("14:31 moderator", RequestFloor{.who = std::to_string(max_requests)}, Reason::too_many);
}

TEST(PassingOver, takes_the_absent_off_the_list_or_back_to_its_end_and_keeps_both) {
    Rules rules;
    rules.when("15:00 chair", RequestFloor{"poussi"});
    rules.when("15:00 chair", RequestFloor{"almada"});
    rules.when("15:00 chair", RequestFloor{"diallo"});
    rules.refused("15:00 chair", PassOver{}, Reason::meeting_not_open);
    rules.when("15:01 chair", OpenMeeting{});
    rules.when("15:02 chair", PassOver{.back = true});
    rules.then("list: almada, diallo, poussi");
    rules.when("15:03 chair", PassOver{.who = "diallo"});
    rules.then("list: almada, poussi");
    rules.refused("15:03 chair", PassOver{.who = "diallo"}, Reason::not_on_the_list);
    rules.refused("15:03 moderator", PassOver{}, Reason::not_your_desk);
    const auto& absences = rules.meeting().proceedings.absences;
    ASSERT_EQ(absences.size(), 2U);
    EXPECT_EQ(absences[0], (Absence{"poussi", Kind::statement, "", clock_time("15:02"), true}));
    EXPECT_EQ(absences[1], (Absence{"diallo", Kind::statement, "", clock_time("15:03"), false}));
}

TEST(PassingOver, keeps_kind_behalf_and_queue_and_is_taken_back_as_one) {
    Rules rules;
    rules.when("15:00 chair", OpenMeeting{});
    rules.when("15:00 chair", RequestFloor{"almada", Kind::point_of_order, ""});
    rules.when("15:00 chair", RequestFloor{"poussi", Kind::statement, "the Group of 77"});
    rules.when("15:00 chair", RequestFloor{"cruz", Kind::point_of_order, ""});
    rules.when("15:01 chair", PassOver{.back = true});
    rules.then("list: cruz(point_of_order), almada(point_of_order), poussi");
    rules.when("15:01 chair", UndoLast{});
    rules.then("list: almada(point_of_order), cruz(point_of_order), poussi");
    EXPECT_TRUE(rules.meeting().proceedings.absences.empty());
    rules.when("15:02 chair", PassOver{.who = "poussi", .back = true});
    EXPECT_EQ(rules.meeting().proceedings.list.back().on_behalf_of, "the Group of 77");
    rules.when("15:03 chair", ClearList{});
    rules.refused("15:04 chair", PassOver{}, Reason::list_is_empty);
    rules.when("15:05 chair", RequestFloor{"basri", Kind::right_of_reply, ""});
    rules.when("15:06 chair", PassOver{});
    rules.then("replies: -");
}

}  // namespace
}  // namespace dais::meeting
