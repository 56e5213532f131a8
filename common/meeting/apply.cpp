#include "meeting/apply.hpp"

#include "meeting/topics.hpp"

namespace dais::meeting {

void apply(Meeting& meeting, const Event& event, const Stamp& stamp) {
    std::visit([&](const auto& e) { apply_one(meeting, e, stamp); }, event);
    meeting.now = stamp.recorded;
}

void apply(Meeting& meeting, const Fact& fact) {
    for (const auto& event : fact.events) apply(meeting, event, fact.stamp);
}

}  // namespace dais::meeting
