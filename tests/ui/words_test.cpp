// What the screens say of a meeting.
#include "ui/words.hpp"

#include <gtest/gtest.h>

#include "meeting/apply.hpp"
#include "meeting/decide.hpp"
#include "support/scene.hpp"

namespace dais::ui {
namespace {

using support::Scene;

Scene speaking(std::string_view setup = "[limits]\nmember = 60\nwarning = 10\n") {
    Scene scene(setup);
    scene.go("10:00 chair open_meeting\n10:00 chair give_floor to=lewis");
    return scene;
}

ClockFace face(const Scene& scene, std::int64_t ms) {
    return clock_face(scene.meeting(), scene.now() + base::Span{ms});
}

TEST(ClockFace, counts_down_warns_and_says_when_time_is_over) {
    const auto scene = speaking();
    EXPECT_EQ(face(scene, 0).digits, "1:00");
    EXPECT_EQ(face(scene, 0).word, "");
    EXPECT_EQ(face(scene, 0).state, State::good);
    EXPECT_EQ(face(scene, 1).digits, "1:00");
    EXPECT_EQ(face(scene, 49'999).state, State::good);
    EXPECT_EQ(face(scene, 50'000).word, "warning");
    EXPECT_EQ(face(scene, 50'000).state, State::warning);
    EXPECT_EQ(face(scene, 60'000).digits, "0:00");
    EXPECT_EQ(face(scene, 60'000).word, "warning");
    EXPECT_EQ(face(scene, 60'001).digits, "-0:01");
    EXPECT_EQ(face(scene, 60'001).word, "over time");
    EXPECT_EQ(face(scene, 60'001).state, State::over);
    EXPECT_FLOAT_EQ(face(scene, 30'000).part, 0.5F);
    EXPECT_FLOAT_EQ(face(scene, 90'000).part, 1.0F);
    EXPECT_TRUE(face(scene, 0).running && face(scene, 0).limited);
}

TEST(ClockFace, says_that_it_stands) {
    auto scene = speaking();
    scene.go("10:00:20 chair pause_clock");
    EXPECT_EQ(face(scene, 30'000).digits, "0:40");
    EXPECT_EQ(face(scene, 30'000).word, "clock paused");
    EXPECT_FALSE(face(scene, 0).running);
    scene.go("10:00:20 chair resume_clock\n10:01:30 chair pause_clock");
    EXPECT_EQ(face(scene, 0).word, "over time, clock paused");
}

TEST(ClockFace, counts_up_without_a_limit) {
    const auto scene = speaking("");
    EXPECT_EQ(face(scene, 999).digits, "0:00");
    EXPECT_EQ(face(scene, 1'000).digits, "0:01");
    EXPECT_FALSE(face(scene, 0).limited);
}

TEST(ClockFace, is_quiet_while_nobody_speaks) {
    const Scene scene;
    EXPECT_EQ(face(scene, 0).digits, "0:00");
    EXPECT_EQ(face(scene, 0).state, State::quiet);
    EXPECT_EQ(until_next_digit(scene.meeting(), scene.now()), std::nullopt);
}

// At each millisecond: the digits stay until the time that is said, and then are others.
void expect_on_time(const meeting::Meeting& meeting, base::Instant start, std::int64_t from,
                    std::int64_t to) {
    for (std::int64_t ms = from; ms < to; ++ms) {
        const auto now = start + base::Span{ms};
        const auto next = until_next_digit(meeting, now);
        ASSERT_TRUE(next);
        ASSERT_GT(next->count(), 0) << ms;
        const auto digits = clock_face(meeting, now).digits;
        ASSERT_EQ(clock_face(meeting, now + *next - base::Span{1}).digits, digits) << "late at " << ms;
        ASSERT_NE(clock_face(meeting, now + *next).digits, digits) << "early at " << ms;
    }
}

TEST(UntilNextDigit, is_neither_early_nor_late) {
    const auto limited = speaking();
    expect_on_time(limited.meeting(), limited.now(), 0, 3'005);
    expect_on_time(limited.meeting(), limited.now(), 57'990, 63'010);
    const auto free = speaking("");
    expect_on_time(free.meeting(), free.now(), 0, 3'005);
}

TEST(UntilNextDigit, is_right_where_the_clock_was_stopped_in_mid_second) {
    for (const auto* setup : {"", "[limits]\nmember = 60\n"}) {
        const auto scene = speaking(setup);
        auto meeting = scene.meeting();
        const meeting::Actor chair{"chair", meeting::Desk::chair};
        std::uint64_t entry = 1'000;
        const auto play = [&](const meeting::Command& command, std::int64_t ms) {
            const auto at = scene.now() + base::Span{ms};
            auto decided = meeting::decide(meeting, chair, command, at);
            ASSERT_TRUE(decided.ok());
            meeting::apply(meeting, meeting::Fact{{{++entry}, at, chair}, *std::move(decided)});
        };
        play(meeting::PauseClock{}, 7'300);
        EXPECT_EQ(until_next_digit(meeting, scene.now() + base::Span{7'400}), std::nullopt);
        play(meeting::ResumeClock{}, 9'000);
        expect_on_time(meeting, scene.now(), 9'000, 11'500);
    }
}

TEST(UntilNextMinute, is_neither_early_nor_late) {
    for (const std::int64_t at : {0LL, 1LL, 59'999LL, 60'000LL, 1'773'306'059'999LL, -1LL}) {
        const auto wait = until_next_minute(base::Instant{at}).count();
        EXPECT_GT(wait, 0);
        EXPECT_LE(wait, 60'000);
        EXPECT_EQ((at + wait) % 60'000, 0) << at;
    }
}

TEST(Phrases, say_the_sitting_and_who_comes_next) {
    Scene scene;
    EXPECT_EQ(sitting_phrase(scene.meeting()).text, "Not opened");
    EXPECT_EQ(next_phrase(scene.meeting()), "");
    scene.go("10:00 chair open_meeting\n10:00 chair request_floor who=moreno for=right_of_reply");
    EXPECT_EQ(sitting_phrase(scene.meeting()).text, "In session since 10:00");
    EXPECT_EQ(next_phrase(scene.meeting()), "Mr. Moreno (right of reply)");
    scene.go("10:01 chair request_floor who=lewis\n10:05 chair suspend_meeting");
    EXPECT_EQ(next_phrase(scene.meeting()), "Mr. Lewis");
    EXPECT_EQ(sitting_phrase(scene.meeting()).text, "Suspended at 10:05");
    scene.go("10:10 chair resume_meeting\n10:20 chair end_meeting");
    EXPECT_EQ(sitting_phrase(scene.meeting()).text, "Ended at 10:20");
    EXPECT_EQ(person_line(scene.meeting(), "moreno"), "Mr. Moreno, Chile");
    EXPECT_EQ(person_line(scene.meeting(), "nobody"), "nobody");
}

TEST(Phrases, name_acts_and_people_rather_than_ids) {
    const Scene scene;
    EXPECT_EQ(act_phrase(scene.meeting(), "give_floor lewis"), "give floor: Mr. Lewis");
    EXPECT_EQ(act_phrase(scene.meeting(), "close_list"), "close list");
}

TEST(LinkPhrase, has_words_for_every_state_and_a_banner_after_two_seconds) {
    using replica::LinkState;
    Model model;
    model.uptime = base::Instant{10'000};
    for (const auto state :
         {LinkState::live, LinkState::evasive, LinkState::joining, LinkState::connecting, LinkState::stale,
          LinkState::refused, LinkState::superseded, LinkState::diverged}) {
        model.link = state;
        EXPECT_FALSE(link_phrase(model).text.empty());
    }
    model.link = LinkState::stale;
    model.link_since = base::Instant{8'001};
    EXPECT_FALSE(link_is_lost(model));
    model.link_since = base::Instant{8'000};
    EXPECT_TRUE(link_is_lost(model));
    model.link = LinkState::evasive;
    EXPECT_FALSE(link_is_lost(model));
}

}  // namespace
}  // namespace dais::ui
