#include "record/coverage.hpp"

#include <algorithm>
#include <unordered_set>

namespace dais::record {
namespace {

using meeting::Place;
using meeting::TimelineItem;

struct Marks {
    const TimelineItem* begin = nullptr;
    const TimelineItem* end = nullptr;

    // Timeline items lie in one vector, so their addresses are in its order.
    [[nodiscard]] bool around(const TimelineItem& item) const {
        return (begin == nullptr || &item > begin) && (end == nullptr || &item < end);
    }
};

Marks marks_of(const meeting::Meeting& meeting) {
    Marks marks;
    for (const auto& item : meeting.timeline) {
        if (item.place == Place::coverage_begin) {
            marks.begin = &item;
            marks.end = nullptr;
        }
        if (item.place == Place::coverage_end) marks.end = &item;
    }
    return marks;
}

bool covers(const Marks& marks, const meeting::Meeting& meeting, const TimelineItem& item) {
    const auto* intervention = find_intervention(meeting, meeting::InterventionId{item.ref});
    if (intervention == nullptr) return false;
    const auto began = intervention->timing.began;
    if (intervention->logged && intervention->began_said) {
        // The clerk said when it was, which is more than where it stands.
        return (marks.begin == nullptr || began >= marks.begin->at) &&
               (marks.end == nullptr || began <= marks.end->at);
    }
    const bool runs_at_begin = marks.begin != nullptr && marks.begin->anchor == intervention->id;
    return marks.around(item) || (runs_at_begin && (marks.end == nullptr || &item < marks.end));
}

// The headings under which the meeting stood at the mark: the way to the one that was printed last. The
// timeline does not know of items concluded meanwhile.
std::vector<meeting::AgendaItemId> items_open_at(const TimelineItem& mark, const meeting::Meeting& meeting) {
    meeting::AgendaItemId last = mark.item;
    for (const auto& item : meeting.timeline) {
        if (&item == &mark || !mark.item.empty()) break;
        if (item.place == Place::item) last = item.item;
    }
    return path_to(meeting.setup, last);
}

}  // namespace

Coverage coverage_of(const meeting::Meeting& meeting) {
    const auto marks = marks_of(meeting);
    Coverage coverage{marks.begin, marks.end, {}, {}, {}, {}};
    coverage.covered.resize(meeting.timeline.size());
    std::unordered_set<std::uint64_t> interventions;
    for (std::size_t i = 0; i < meeting.timeline.size(); ++i) {
        const auto& item = meeting.timeline[i];
        if (item.place != Place::intervention || !covers(marks, meeting, item)) continue;
        coverage.covered[i] = true;
        interventions.insert(item.ref);
    }
    for (std::size_t i = 0; i < meeting.timeline.size(); ++i) {
        const auto& item = meeting.timeline[i];
        if (item.place == Place::intervention) continue;
        const bool follows =
            item.place == Place::text && item.named && find_intervention(meeting, item.anchor) != nullptr;
        coverage.covered[i] = follows ? interventions.count(item.anchor.value) != 0
                                      : marks.around(item) && &item != marks.begin && &item != marks.end;
    }
    const auto& proceedings = meeting.proceedings;
    if (marks.begin != nullptr) {
        coverage.open_items = items_open_at(*marks.begin, meeting);
        coverage.began = std::max(marks.begin->at, proceedings.opened.value_or(marks.begin->at));
    }
    if (marks.end != nullptr) {
        coverage.ended = std::min(marks.end->at, proceedings.ended.value_or(marks.end->at));
    }
    return coverage;
}

}  // namespace dais::record
