#include "ui/pacer.hpp"

#include <algorithm>

namespace dais::ui {

bool Pacer::due(base::Instant now) const {
    const auto too_soon = [now](const std::optional<base::Instant>& last) {
        return last && now < *last + shortest && now >= *last;
    };
    if (wanted_ > 0) return !too_soon(last_wanted_);
    return digit_ && now >= *digit_ && !too_soon(last_);
}

std::optional<base::Span> Pacer::patience(base::Instant now) const {
    std::optional<base::Instant> next;
    if (wanted_ > 0) {
        next = last_wanted_ ? *last_wanted_ + shortest : now;
    } else if (digit_) {
        next = last_ ? std::max(*digit_, *last_ + shortest) : *digit_;
    }
    if (!next) return std::nullopt;
    return std::max(base::Span{0}, *next - now);
}

void Pacer::drawn(base::Instant now, std::optional<base::Instant> next_digit) {
    last_ = now;
    if (wanted_ > 0) last_wanted_ = now;
    wanted_ = std::max(0, wanted_ - 1);
    digit_ = next_digit;
}

}  // namespace dais::ui
