// When frames are drawn, and when none is.
#include "ui/pacer.hpp"

#include <gtest/gtest.h>

namespace dais::ui {
namespace {

constexpr base::Instant start{1'000'000};

// How many frames are drawn in so long, looked at every millisecond.
int frames_in(Pacer& pacer, base::Instant from, std::int64_t ms) {
    int frames = 0;
    for (std::int64_t at = 0; at < ms; ++at) {
        const auto now = from + base::Span{at};
        if (!pacer.due(now)) continue;
        pacer.drawn(now, std::nullopt);
        ++frames;
    }
    return frames;
}

TEST(Pacer, draws_once_at_first_and_then_rests) {
    Pacer pacer;
    EXPECT_EQ(frames_in(pacer, start, 5'000), 1);
    EXPECT_EQ(pacer.patience(start + base::Span{6'000}), std::nullopt);
}

TEST(Pacer, draws_three_frames_after_input_and_one_after_a_change) {
    Pacer pacer;
    pacer.drawn(start, std::nullopt);
    pacer.input();
    EXPECT_EQ(frames_in(pacer, start + base::Span{100}, 1'000), 3);
    pacer.changed();
    EXPECT_EQ(frames_in(pacer, start + base::Span{2'000}, 1'000), 1);
    pacer.input();
    pacer.changed();  // takes away none of the three
    EXPECT_EQ(frames_in(pacer, start + base::Span{4'000}, 1'000), 3);
}

TEST(Pacer, draws_thirty_a_second_at_most_whatever_comes) {
    Pacer pacer;
    int frames = 0;
    for (std::int64_t at = 0; at < 1'000; ++at) {
        const auto now = start + base::Span{at};
        pacer.input();
        if (!pacer.due(now)) continue;
        pacer.drawn(now, now + base::Span{1});
        ++frames;
    }
    EXPECT_LE(frames, 31);
    EXPECT_GE(frames, 29);
}

TEST(Pacer, waits_just_as_long_as_the_next_frame_is_away) {
    Pacer pacer;
    EXPECT_EQ(pacer.patience(start), base::Span{0});
    pacer.drawn(start, start + base::Span{700});
    EXPECT_EQ(pacer.patience(start), base::Span{700});
    EXPECT_EQ(pacer.patience(start + base::Span{300}), base::Span{400});
    EXPECT_FALSE(pacer.due(start + base::Span{699}));
    EXPECT_TRUE(pacer.due(start + base::Span{700}));
    EXPECT_EQ(pacer.patience(start + base::Span{900}), base::Span{0});
    pacer.changed();
    EXPECT_EQ(pacer.patience(start + base::Span{10}), base::Span{23});
    // A digit sooner than the shortest time between two frames waits for it.
    pacer.drawn(start, start + base::Span{5});
    EXPECT_EQ(pacer.patience(start), Pacer::shortest);
    EXPECT_FALSE(pacer.due(start + base::Span{32}));
    EXPECT_TRUE(pacer.due(start + base::Span{33}));
}

TEST(Pacer, a_frame_for_a_digit_holds_up_no_other) {
    Pacer pacer;
    pacer.drawn(start, start + base::Span{1'000});
    const auto tick = start + base::Span{1'000};
    EXPECT_TRUE(pacer.due(tick));
    pacer.drawn(tick, tick + base::Span{1'000});
    pacer.changed();
    const auto entry = tick + base::Span{2};
    EXPECT_EQ(pacer.patience(entry), base::Span{0});
    EXPECT_TRUE(pacer.due(entry));
    pacer.drawn(entry, tick + base::Span{1'000});
}

TEST(Pacer, after_quiet_one_change_may_follow_another_at_once_and_a_third_waits) {
    Pacer pacer;
    pacer.drawn(start, std::nullopt);
    const auto entry = start + base::Span{1'000};
    pacer.changed();
    pacer.drawn(entry, std::nullopt);
    pacer.changed();
    EXPECT_EQ(pacer.patience(entry + base::Span{4}), base::Span{0});
    EXPECT_TRUE(pacer.due(entry + base::Span{4}));
    pacer.drawn(entry + base::Span{4}, std::nullopt);
    pacer.changed();
    EXPECT_FALSE(pacer.due(entry + base::Span{36}));
    EXPECT_TRUE(pacer.due(entry + base::Span{37}));
}

TEST(Pacer, draws_thirty_a_second_at_most_whatever_changes) {
    Pacer pacer;
    int frames = 0;
    for (std::int64_t at = 0; at < 1'000; ++at) {
        const auto now = start + base::Span{at};
        pacer.changed();
        if (!pacer.due(now)) continue;
        pacer.drawn(now, std::nullopt);
        ++frames;
    }
    EXPECT_LE(frames, 32);
    EXPECT_GE(frames, 29);
}

}  // namespace
}  // namespace dais::ui
