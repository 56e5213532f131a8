#include "program/clocks.hpp"

#include <gtest/gtest.h>

namespace dais::program {
namespace {

constexpr base::Span hour = std::chrono::hours(1);

TEST(HubClock, is_the_wall_clock) {
    const HubClock clock({0});
    EXPECT_LE(std::chrono::abs(clock.now() - wall_clock()), std::chrono::seconds(5));
}

TEST(HubClock, is_never_before_what_was_recorded_already) {
    const auto last = wall_clock() + hour;
    EXPECT_GE(HubClock(last).now(), last);
    EXPECT_GE(HubClock({0}, 1.0, last).now(), last);
}

TEST(HubClock, of_a_rehearsal_stands_where_the_script_begins) {
    const HubClock clock({5'000}, 0, {0});
    EXPECT_EQ(clock.now(), base::Instant{5'000});
}

TEST(HubClock, of_a_rehearsal_can_run_faster) {
    const HubClock clock({5'000}, 1e6, {0});
    const auto before = uptime();
    while (uptime() - before < base::Span{3}) {
    }
    EXPECT_GE(clock.now(), base::Instant{5'000 + 3'000'000});
}

TEST(Uptime, is_never_zero_and_never_goes_back) {
    auto last = uptime();
    EXPECT_GT(last, base::Instant{0});
    for (int i = 0; i < 1000; ++i) {
        const auto now = uptime();
        EXPECT_GE(now, last);
        last = now;
    }
}

}  // namespace
}  // namespace dais::program
