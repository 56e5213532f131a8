#include <algorithm>

#include "meeting/floor.hpp"

namespace dais::meeting {

base::Span spent_at(const Clock& clock, base::Instant now) {
    if (!clock.running_since) return clock.spent;
    return clock.spent + std::max(base::Span{0}, now - *clock.running_since);
}

std::optional<base::Span> left_at(const Clock& clock, base::Instant now) {
    if (!clock.limit) return std::nullopt;
    return *clock.limit + clock.granted - spent_at(clock, now);
}

void stop(Clock& clock, base::Instant now) {
    if (!clock.running_since) return;
    clock.spent = spent_at(clock, now);
    clock.running_since.reset();
    clock.pauses.push_back({now, std::nullopt});
}

void run(Clock& clock, base::Instant now) {
    if (clock.running_since) return;
    clock.running_since = now;
    if (!clock.pauses.empty() && !clock.pauses.back().to) clock.pauses.back().to = now;
}

}  // namespace dais::meeting
