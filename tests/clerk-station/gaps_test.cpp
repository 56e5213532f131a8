// The list of interventions as a clerk works through it: the one that has the floor, gaps, takes, filters.
#include <gtest/gtest.h>

#include "clerk-station/desk.hpp"

namespace dais::clerk_station {
namespace {

using Asked = std::vector<std::string>;
using Shown = std::vector<std::size_t>;
using meeting::InterventionId;
using meeting::TextId;

// 1 Mr. Lewis: written, in the take of clerk-1. 2 Ms. Ople: a gap, with a mark, in that of clerk-2. 3 Ms.
// Poussi has the floor, for 20 seconds.
constexpr std::string_view three =
    "15:10 clerk-1 set_takes seconds=60 order=\"clerk-1 clerk-2\"\n"
    "15:10 clerk-1 begin_take\n"
    "15:11 chair give_floor to=lewis label=i1\n"
    "15:11:30 clerk-2 write of=i1 label=p1 text=\"said that all was well.\"\n"
    "15:12 clerk-2 begin_take\n"
    "15:12 chair give_floor to=ople label=i2\n"
    "15:13 clerk-2 mark for=check of=i2\n"
    "15:14 chair give_floor to=poussi\n"
    "15:14:20 clerk-2 note text=\"A film was shown.\"\n";

Shown shown(support::Seat& seat) {
    auto ids = clerk_view(seat).interventions.order;
    for (auto& each : ids) ++each;
    return ids;
}

std::string gaps_said(support::Seat& seat) {
    return seat.text("interventions.gaps");
}

TEST(FloorLine, says_who_has_the_floor_how_long_and_what_is_written) {
    auto seat = clerk(three);
    EXPECT_EQ(seat.text("interventions.floor"), "Ms. Poussi");
    EXPECT_EQ(seat.text("interventions.floor.speaks"), "has the floor");
    EXPECT_EQ(seat.text("interventions.floor.length"), "0:20");
    EXPECT_EQ(seat.text("interventions.floor.written"), "nothing written");
    seat.other("clerk-2", meeting::Write{InterventionId{3}, "said so.", {}});
    EXPECT_EQ(seat.text("interventions.floor.written"), "1 paragraph; 2 words");
}

TEST(FloorLine, goes_there_by_click_and_by_enter) {
    for (const bool by_key : {false, true}) {
        auto seat = clerk(three);
        seat.press("F2");
        seat.press("Home");
        seat.press("Enter");
        EXPECT_TRUE(seat.shows("Writing for Mr. Lewis"));
        if (by_key) {
            ASSERT_TRUE(tab_to(seat, "interventions.floor"));
            seat.press("Enter");
        } else {
            seat.click("interventions.floor");
        }
        EXPECT_TRUE(seat.shows("Writing for Ms. Poussi"));
        EXPECT_EQ(seat.focused(), "editor.text");
    }
}

TEST(FloorLine, stays_when_the_filter_hides_the_one_who_speaks) {
    auto seat = clerk(three);
    seat.press("F5");
    EXPECT_EQ(shown(seat), Shown{1});
    EXPECT_EQ(seat.text("interventions.floor"), "Ms. Poussi");
}

TEST(FloorLine, of_nobody_cannot_be_pressed) {
    auto seat = clerk(three);
    seat.other("chair", meeting::EndFloor{});
    EXPECT_EQ(seat.text("interventions.floor"), "Nobody has the floor");
    EXPECT_FALSE(seat.enabled("interventions.floor"));
}

TEST(Rows, say_how_much_is_captured_whose_take_it_is_and_what_is_open) {
    auto seat = clerk(three);
    EXPECT_EQ(seat.text("interventions.1.written"), "1 paragraph; 5 words");
    EXPECT_EQ(seat.text("interventions.1.take"), "mine");
    EXPECT_EQ(seat.text("interventions.2.written"), "nothing written");
    EXPECT_EQ(seat.text("interventions.2.take"), "clerk-2");
    EXPECT_EQ(seat.text("interventions.2.marks"), "1 mark");
    EXPECT_EQ(seat.text("interventions.2.link"), "by video");
    EXPECT_FALSE(seat.has("interventions.1.marks"));
    EXPECT_FALSE(seat.has("interventions.3.begun"));
    seat.type("sa");
    EXPECT_EQ(seat.text("interventions.3.begun"), "begun");
}

TEST(Rows, say_nothing_of_takes_where_there_are_none) {
    auto seat = clerk("15:11 chair give_floor to=lewis\n");
    EXPECT_FALSE(seat.has("interventions.1.take"));
}

TEST(Gaps, are_counted_and_stand_out_until_they_are_written) {
    auto seat = clerk(three);
    EXPECT_EQ(gaps_said(seat), "1 gap");
    const auto state = [&](std::uint64_t id) {
        return captured_phrase(seat.model, clerk_view(seat).interventions.capture,
                               *meeting::find_intervention(seat.model.meeting, InterventionId{id}))
            .state;
    };
    EXPECT_EQ(state(1), ui::State::good);
    EXPECT_EQ(state(2), ui::State::over);
    EXPECT_EQ(state(3), ui::State::quiet);
    // Whoever speaks is one after a minute, without any entry.
    seat.pass(41);
    EXPECT_EQ(state(3), ui::State::over);
    EXPECT_EQ(gaps_said(seat), "2 gaps");
    seat.other("clerk-2", meeting::Write{InterventionId{2}, "said so.", {}});
    seat.other("clerk-2", meeting::Write{InterventionId{3}, "said so.", {}});
    EXPECT_EQ(state(2), ui::State::good);
    EXPECT_EQ(gaps_said(seat), "no gaps");
}

TEST(Gaps, f8_goes_to_the_next_one_and_writes_for_it) {
    auto seat = clerk(three);
    seat.type("sai");
    seat.press("F8");
    EXPECT_TRUE(seat.shows("Writing for Ms. Ople"));
    EXPECT_EQ(seat.focused(), "editor.text");
    seat.type("said so.");
    seat.press("Ctrl+Enter");
    EXPECT_EQ(text_of(seat, 3), "said so.");
    seat.press("F8");  // there is none
    EXPECT_TRUE(seat.shows("Writing for Ms. Ople"));
}

TEST(Gaps, the_button_goes_there_too) {
    auto seat = clerk(three);
    seat.click("interventions.next_gap");
    EXPECT_TRUE(seat.shows("Writing for Ms. Ople"));
    seat.other("clerk-2", meeting::SayNothingToRecord{InterventionId{2}, true});
    EXPECT_FALSE(seat.enabled("interventions.next_gap"));
}

TEST(Gaps, ctrl_shift_r_says_that_there_is_nothing_to_record_and_takes_it_back) {
    auto seat = clerk(three);
    seat.press("F8");
    seat.press("Ctrl+Shift+R");
    EXPECT_EQ(seat.asked, Asked{"nothing_to_record"});
    EXPECT_EQ(seat.text("interventions.2.written"), "nothing to record");
    EXPECT_EQ(gaps_said(seat), "no gaps");
    seat.press("Ctrl+Shift+R");
    EXPECT_EQ(seat.text("interventions.2.written"), "nothing written");
    EXPECT_EQ(gaps_said(seat), "1 gap");
}

TEST(Gaps, ctrl_shift_r_means_the_chosen_row_while_the_list_has_the_keyboard) {
    auto seat = clerk(three);
    seat.press("F2");
    seat.press("Up");
    seat.press("Ctrl+Shift+R");
    EXPECT_TRUE(meeting::find_intervention(seat.model.meeting, InterventionId{2})->nothing_to_record);
    EXPECT_FALSE(meeting::find_intervention(seat.model.meeting, InterventionId{3})->nothing_to_record);
}

TEST(Gaps, the_button_is_about_the_chosen_row_and_says_what_it_does) {
    auto seat = clerk(three);
    seat.press("F2");
    seat.press("Up");
    EXPECT_EQ(seat.text("left.nothing"), "Nothing to record");
    seat.click("left.nothing");
    EXPECT_TRUE(meeting::find_intervention(seat.model.meeting, InterventionId{2})->nothing_to_record);
    EXPECT_EQ(seat.text("left.nothing"), "To be recorded");
    seat.click("left.nothing");
    EXPECT_FALSE(meeting::find_intervention(seat.model.meeting, InterventionId{2})->nothing_to_record);
}

TEST(Filters, f5_shows_all_mine_unfinished_gaps_and_what_is_to_be_checked_in_turn) {
    auto seat = clerk(three);
    EXPECT_EQ(shown(seat), (Shown{1, 2, 3}));
    EXPECT_EQ(seat.text("interventions.count"), "3 of 3: all (F5)");
    seat.press("F5");
    EXPECT_EQ(shown(seat), Shown{1});
    EXPECT_EQ(seat.text("interventions.count"), "1 of 3: my takes (F5)");
    seat.press("F5");
    EXPECT_EQ(shown(seat), Shown{1});
    EXPECT_EQ(seat.text("interventions.count"), "1 of 3: unfinished (F5)");
    seat.press("F5");
    EXPECT_EQ(shown(seat), Shown{2});
    EXPECT_EQ(seat.text("interventions.count"), "1 of 3: gaps (F5)");
    seat.press("F5");
    EXPECT_EQ(shown(seat), Shown{2});
    EXPECT_EQ(seat.text("interventions.count"), "1 of 3: to check (F5)");
    seat.press("F5");
    EXPECT_EQ(shown(seat), (Shown{1, 2, 3}));
    EXPECT_EQ(seat.focused(), "editor.text");
}

TEST(Filters, can_be_chosen_by_the_mouse_and_with_left_and_right) {
    auto seat = clerk(three);
    seat.click("interventions.filter.3");
    EXPECT_EQ(clerk_view(seat).interventions.filter, Filter::gaps);
    EXPECT_EQ(shown(seat), Shown{2});
    ASSERT_TRUE(tab_to(seat, "interventions.filter"));
    seat.press("Right");
    EXPECT_EQ(clerk_view(seat).interventions.filter, Filter::to_check);
    seat.press("Left");
    seat.press("Left");
    EXPECT_EQ(clerk_view(seat).interventions.filter, Filter::unfinished);
}

TEST(Filters, unfinished_is_where_a_text_lies_or_the_last_paragraph_is_a_draft) {
    auto seat = clerk(three);
    clerk_view(seat).interventions.filter = Filter::unfinished;
    seat.type("sa");
    EXPECT_EQ(shown(seat), (Shown{1, 3}));
    seat.other("clerk-2", meeting::SetStatus{TextId{1}, meeting::Status::final});
    EXPECT_EQ(shown(seat), Shown{3});
    seat.press("Backspace");
    seat.press("Backspace");
    EXPECT_EQ(shown(seat), Shown{});
    EXPECT_EQ(seat.text("interventions.rows.empty"), "Nothing is unfinished.");
}

TEST(Filters, follow_what_happens) {
    auto seat = clerk(three);
    clerk_view(seat).interventions.filter = Filter::gaps;
    seat.frame();
    EXPECT_EQ(shown(seat), Shown{2});
    seat.pass(41);
    EXPECT_EQ(shown(seat), (Shown{2, 3}));
    seat.other("clerk-2", meeting::Write{InterventionId{2}, "said so.", {}});
    EXPECT_EQ(shown(seat), Shown{3});
    seat.other("clerk-2", meeting::Write{InterventionId{3}, "said so.", {}});
    EXPECT_EQ(seat.text("interventions.rows.empty"), "There are no gaps.");
}

TEST(Filters, keep_the_chosen_one_chosen_where_it_stays) {
    auto seat = clerk(three);
    seat.press("F2");
    seat.press("Up");
    seat.click("interventions.filter.3");
    EXPECT_EQ(chosen_intervention(seat.model, clerk_view(seat).interventions), InterventionId{2});
    seat.click("interventions.filter.0");
    EXPECT_EQ(chosen_intervention(seat.model, clerk_view(seat).interventions), InterventionId{2});
}

TEST(Filters, of_nobody_say_so_each_in_its_words) {
    auto seat = clerk();
    EXPECT_EQ(seat.text("interventions.count"), "0 of 0: all (F5)");
    for (int i = 0; i < 5; ++i) {
        EXPECT_EQ(seat.text("interventions.rows.empty"), "Nobody has spoken yet.");
        seat.press("F5");
    }
}

}  // namespace
}  // namespace dais::clerk_station
