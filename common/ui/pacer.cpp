#include "ui/pacer.hpp"

#include <algorithm>

namespace dais::ui {

bool Pacer::due(base::Instant now) const {
    if (last_ && now < *last_ + shortest && now >= *last_) return false;
    return wanted_ > 0 || (digit_ && now >= *digit_);
}

std::optional<base::Span> Pacer::patience(base::Instant now) const {
    std::optional<base::Instant> next;
    if (wanted_ > 0) {
        next = last_ ? *last_ + shortest : now;
    } else if (digit_) {
        next = last_ ? std::max(*digit_, *last_ + shortest) : *digit_;
    }
    if (!next) return std::nullopt;
    return std::max(base::Span{0}, *next - now);
}

void Pacer::drawn(base::Instant now, std::optional<base::Instant> next_digit) {
    last_ = now;
    wanted_ = std::max(0, wanted_ - 1);
    digit_ = next_digit;
}

}  // namespace dais::ui
