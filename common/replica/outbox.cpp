#include "replica/outbox.hpp"

#include <algorithm>

namespace dais::replica {

std::uint64_t Outbox::put(Waiting waiting) {
    const auto request = next_++;
    waiting_.emplace(request, std::move(waiting));
    return request;
}

void Outbox::restore(std::uint64_t request, Waiting waiting) {
    next_ = std::max(next_, request + 1);
    waiting_.emplace(request, std::move(waiting));
}

void Outbox::skip_to(std::uint64_t next) {
    next_ = std::max(next_, next);
}

Waiting* Outbox::find(std::uint64_t request) {
    const auto found = waiting_.find(request);
    return found == waiting_.end() ? nullptr : &found->second;
}

void Outbox::lose_connection() {
    for (auto& [_, waiting] : waiting_) {
        // Also an act that had not left yet: it was meant then, and must not leave later.
        waiting.doubtful = waiting.act;
        waiting.sent = false;
        waiting.asked = false;
    }
}

}  // namespace dais::replica
