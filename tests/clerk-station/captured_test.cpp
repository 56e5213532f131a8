// How much is captured of an intervention, and what a gap is.
#include "clerk-station/captured.hpp"

#include <gtest/gtest.h>

#include "clerk-station/desk.hpp"

namespace dais::clerk_station {
namespace {

using meeting::InterventionId;
using meeting::TextId;

// Mr. Lewis (written), Ms. Ople (a minute, nothing), Ms. Poussi (four seconds), Ms. Diallo, who has the
// floor.
constexpr std::string_view four =
    "15:11 chair give_floor to=lewis label=i1\n"
    "15:11:30 clerk-2 write of=i1 text=\"said that all was well.\"\n"
    "15:12 chair give_floor to=ople\n"
    "15:13 chair give_floor to=poussi\n"
    "15:13:04 chair give_floor to=diallo\n";

struct Desk {
    explicit Desk(std::string_view lines, const std::string& station = "clerk-1")
        : seat(clerk(lines, station)) {
        capture.bring_up_to_date(seat.model);
    }
    const Captured& of(std::uint64_t id) {
        capture.bring_up_to_date(seat.model);
        return capture.of(InterventionId{id});
    }
    bool gap(std::uint64_t id, std::int64_t seconds_later = 0) {
        return is_gap(*meeting::find_intervention(seat.model.meeting, InterventionId{id}), of(id),
                      seat.model.now + std::chrono::seconds(seconds_later));
    }
    support::Seat seat;
    Capture capture;
};

TEST(CountWords, of_every_script) {
    EXPECT_EQ(count_words(""), 0U);
    EXPECT_EQ(count_words("  \n"), 0U);
    EXPECT_EQ(count_words("said that all was well."), 5U);
    EXPECT_EQ(count_words("the State’s so-called “report” – 12 pages"), 6U);
    EXPECT_EQ(count_words("para.\u00A012 of\u202Fit"), 4U);
    EXPECT_EQ(count_words("говорит, что показания"), 3U);
    EXPECT_EQ(count_words("قال إن القراءات، يجب"), 4U);
    EXPECT_EQ(count_words("说，读数"), 3U);
    EXPECT_EQ(count_words("在2021年"), 3U);
    EXPECT_EQ(count_words("– … («»)"), 0U);
    EXPECT_EQ(count_words("\xE6\x88"), 1U);  // cut off in the middle of a character
}

TEST(Captured, counts_the_paragraphs_that_stand_and_their_words) {
    Desk desk(four);
    EXPECT_EQ(desk.of(1).paragraphs, 1U);
    EXPECT_EQ(desk.of(1).words, 5U);
    EXPECT_EQ(desk.of(2).paragraphs, 0U);
    desk.seat.other("clerk-2", meeting::Write{InterventionId{1}, "He wished them luck.", {}});
    EXPECT_EQ(desk.of(1).paragraphs, 2U);
    EXPECT_EQ(desk.of(1).words, 9U);
    desk.seat.other("clerk-2", meeting::Revise{TextId{2}, "He wished all of them luck.", {}});
    EXPECT_EQ(desk.of(1).words, 11U);
    desk.seat.other("clerk-2", meeting::Remove{TextId{1}});
    EXPECT_EQ(desk.of(1).paragraphs, 1U);
    EXPECT_EQ(desk.of(1).words, 6U);
    EXPECT_EQ(desk.capture.of(InterventionId{99}).paragraphs, 0U);
}

TEST(Captured, begins_anew_with_another_meeting) {
    Desk desk(four);
    desk.seat.model.meeting = Played("15:11 chair give_floor to=lewis\n").meeting;
    ++desk.seat.model.revision;
    EXPECT_EQ(desk.of(1).paragraphs, 0U);
    EXPECT_EQ(desk.of(4).paragraphs, 0U);
}

TEST(Captured, knows_whether_the_last_paragraph_is_a_draft) {
    Desk desk(four);
    EXPECT_TRUE(desk.of(1).last_is_draft);
    EXPECT_FALSE(desk.of(2).last_is_draft);
    desk.seat.other("clerk-2", meeting::SetStatus{TextId{1}, meeting::Status::revised});
    EXPECT_FALSE(desk.of(1).last_is_draft);
    desk.seat.other("clerk-2", meeting::Write{InterventionId{1}, "He wished them luck.", {}});
    EXPECT_TRUE(desk.of(1).last_is_draft);
    desk.seat.other("clerk-2", meeting::Remove{TextId{2}});
    EXPECT_FALSE(desk.of(1).last_is_draft);
}

TEST(Captured, knows_whose_take_it_is_and_counts_open_marks) {
    Desk desk(
        "15:10 clerk-1 set_takes seconds=60 order=\"clerk-1 clerk-2\"\n"
        "15:10 clerk-1 begin_take\n"
        "15:11 chair give_floor to=lewis\n"
        "15:12 clerk-2 begin_take\n"
        "15:13 chair give_floor to=ople\n");
    EXPECT_TRUE(desk.of(1).mine);
    EXPECT_FALSE(desk.of(2).mine);
    EXPECT_EQ(desk.of(2).clerk, "clerk-2");
    desk.seat.model.self->name = "clerk-2";
    EXPECT_FALSE(desk.of(1).mine);
    EXPECT_TRUE(desk.of(2).mine);
    desk.seat.other("clerk-1", meeting::MakeMark{meeting::MarkKind::check, InterventionId{2}, {}, "", {}});
    desk.seat.other("clerk-1", meeting::MakeMark{meeting::MarkKind::missed, InterventionId{1}, {}, "", {}});
    EXPECT_EQ(desk.of(2).marks, 1U);
    EXPECT_EQ(desk.capture.open_marks(), 2U);
    desk.seat.other("clerk-1", meeting::ClearMark{meeting::MarkId{1}});
    EXPECT_EQ(desk.of(2).marks, 0U);
    EXPECT_EQ(desk.capture.open_marks(), 1U);
}

TEST(Gap, is_floor_time_of_more_than_five_seconds_without_a_paragraph) {
    Desk desk(four);
    EXPECT_FALSE(desk.gap(1));
    EXPECT_TRUE(desk.gap(2));
    EXPECT_FALSE(desk.gap(3));
}

TEST(Gap, is_there_after_a_minute_while_somebody_speaks) {
    Desk desk(four);
    EXPECT_FALSE(desk.gap(4, 60));
    EXPECT_TRUE(desk.gap(4, 61));
    desk.seat.other("chair", meeting::PauseClock{});
    EXPECT_FALSE(desk.gap(4, 61));
}

TEST(Gap, is_none_once_it_is_written_and_again_when_that_is_removed) {
    Desk desk(four);
    desk.seat.other("clerk-2", meeting::Write{InterventionId{2}, "said so.", {}});
    EXPECT_FALSE(desk.gap(2));
    desk.seat.other("clerk-2", meeting::Remove{TextId{2}});
    EXPECT_TRUE(desk.gap(2));
}

TEST(Gap, is_none_where_there_is_nothing_to_record) {
    Desk desk(four);
    desk.seat.other("clerk-2", meeting::SayNothingToRecord{InterventionId{2}, true});
    EXPECT_FALSE(desk.gap(2));
    desk.seat.other("clerk-2", meeting::SayNothingToRecord{InterventionId{2}, false});
    EXPECT_TRUE(desk.gap(2));
}

// A part after a point of order has the time since the floor came back, whatever the clock says.
TEST(Gap, of_a_later_part_is_that_part_s_own) {
    Desk desk(
        "15:11 chair give_floor to=lewis label=i1\n"
        "15:11:30 clerk-2 write of=i1 text=\"said that all was well.\"\n"
        "15:12 chair give_floor to=ople for=point_of_order\n"
        "15:12:03 chair end_floor\n"
        "15:12:03 chair resume_clock\n");
    EXPECT_FALSE(desk.gap(2));
    EXPECT_FALSE(desk.gap(3, 60));
    EXPECT_TRUE(desk.gap(3, 61));
}

TEST(Gap, is_whatever_a_clerk_logged) {
    Desk desk("15:11 clerk-2 log_intervention who=lewis label=i1\n");
    EXPECT_TRUE(desk.gap(1));
    desk.seat.other("clerk-2", meeting::Write{InterventionId{1}, "said so.", {}});
    EXPECT_FALSE(desk.gap(1));
}

TEST(Gap, the_next_one_is_found_in_the_order_of_the_record_and_round_its_end) {
    Desk desk(four);
    desk.seat.other("clerk-1", meeting::LogIntervention{"sato", {}, "", {}, InterventionId{1}});
    const auto next = [&](std::uint64_t behind) {
        desk.of(1);
        return next_gap(desk.seat.model, desk.capture, InterventionId{behind}).value;
    };
    EXPECT_EQ(next(0), 5U);
    EXPECT_EQ(next(1), 5U);
    EXPECT_EQ(next(5), 2U);
    EXPECT_EQ(next(2), 5U);
    EXPECT_EQ(next(4), 5U);
    desk.seat.other("clerk-1", meeting::SayNothingToRecord{InterventionId{5}, true});
    EXPECT_EQ(next(2), 2U);
    desk.seat.other("clerk-1", meeting::SayNothingToRecord{InterventionId{2}, true});
    EXPECT_EQ(next(2), 0U);
}

}  // namespace
}  // namespace dais::clerk_station
