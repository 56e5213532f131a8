#include "base/time.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

namespace dais::base {
namespace {

using namespace std::chrono_literals;

static_assert(Instant{1'000} + 2s == Instant{3'000});
static_assert(Instant{1'000} - 2s == Instant{-1'000});
static_assert(Instant{1'000} - Instant{3'000} == -2s, "a span may be negative: overrun is");

TEST(Instant, is_ordered) {
    EXPECT_LT(Instant{-1}, Instant{0});
    EXPECT_LT(Instant{0}, Instant{1});
    EXPECT_EQ(Instant{}, Instant{0});
}

RC_GTEST_PROP(InstantProperty, a_span_added_is_the_span_between,
              (std::int32_t begin, std::int32_t milliseconds)) {
    const Instant from{begin};
    const Span span{milliseconds};
    RC_ASSERT((from + span) - from == span);
    RC_ASSERT((from + span) - span == from);
    RC_ASSERT((from < from + span) == (span > 0ms));
}

}  // namespace
}  // namespace dais::base
