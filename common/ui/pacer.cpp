#include "ui/pacer.hpp"

#include <algorithm>

namespace dais::ui {

std::optional<base::Instant> Pacer::earliest() const {
    if (!last_wanted_) return std::nullopt;
    const auto next = *last_wanted_ + shortest;
    return changed_ && before_ ? std::min(next, *before_ + 2 * shortest) : next;
}

bool Pacer::due(base::Instant now) const {
    if (wanted_ > 0) {
        const auto from = earliest();
        return !from || now >= *from || now < *last_wanted_;
    }
    const bool too_soon = last_ && now < *last_ + shortest && now >= *last_;
    return digit_ && now >= *digit_ && !too_soon;
}

std::optional<base::Span> Pacer::patience(base::Instant now) const {
    std::optional<base::Instant> next;
    if (wanted_ > 0) {
        next = earliest().value_or(now);
    } else if (digit_) {
        next = last_ ? std::max(*digit_, *last_ + shortest) : *digit_;
    }
    if (!next) return std::nullopt;
    return std::max(base::Span{0}, *next - now);
}

void Pacer::drawn(base::Instant now, std::optional<base::Instant> next_digit) {
    last_ = now;
    if (wanted_ > 0) {
        before_ = last_wanted_;
        last_wanted_ = now;
    }
    changed_ = false;
    wanted_ = std::max(0, wanted_ - 1);
    digit_ = next_digit;
}

}  // namespace dais::ui
