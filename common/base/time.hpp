// Time as the core knows it: an instant is milliseconds since 1970-01-01T00:00:00Z, a span is milliseconds.
// Nothing here reads a clock; whoever calls the core passes the time in.
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>

namespace dais::base {

using Span = std::chrono::milliseconds;

struct Instant {
    std::int64_t ms = 0;  // since the epoch, UTC, without leap seconds

    friend constexpr auto operator<=>(Instant, Instant) = default;
    friend constexpr Instant operator+(Instant t, Span s) { return {t.ms + s.count()}; }
    friend constexpr Instant operator-(Instant t, Span s) { return {t.ms - s.count()}; }
    friend constexpr Span operator-(Instant a, Instant b) { return Span{a.ms - b.ms}; }
};

}  // namespace dais::base
