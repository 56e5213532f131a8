#include "program/clocks.hpp"

#include <algorithm>
#include <cmath>
#include <ctime>

namespace dais::program {
namespace {

base::Instant read(clockid_t clock) {
    timespec time{};
    clock_gettime(clock, &time);
    return {static_cast<std::int64_t>(time.tv_sec) * 1000 + time.tv_nsec / 1'000'000};
}

}  // namespace

base::Instant uptime() {
    return read(CLOCK_BOOTTIME) + base::Span{1};
}

base::Instant wall_clock() {
    return read(CLOCK_REALTIME);
}

HubClock::HubClock(base::Instant last) : base_(std::max(wall_clock(), last)), started_(uptime()) {}

HubClock::HubClock(base::Instant start, double rate, base::Instant last)
    : base_(std::max(start, last)), started_(uptime()), rate_(rate) {}

base::Instant HubClock::now() const {
    const auto passed = static_cast<double>((uptime() - started_).count()) * rate_;
    return base_ + base::Span{std::llround(passed)};
}

}  // namespace dais::program
