#include "meeting/describe.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace dais::meeting {
namespace {

std::string with_kind(const ParticipantId& who, Kind kind) {
    return kind == Kind::statement ? who : who + "(" + std::string(word(kind)) + ")";
}

// What was spent is cut the other way: a second counts once it is over.
base::Span whole_seconds(base::Span span) {
    return std::chrono::floor<std::chrono::seconds>(span);
}

std::string floor_text(const Intervention& intervention, base::Instant now) {
    const auto& clock = intervention.timing.clock;
    const auto left = left_at(clock, now);
    std::string text = with_kind(intervention.speaker.who, intervention.kind) + " ";
    text += left ? clock_text(*left) : "+" + clock_text(whole_seconds(spent_at(clock, now)));
    if (!clock.running_since) text += " paused";
    return text;
}

std::string queue_text(const std::vector<Request>& queue) {
    std::vector<std::string> parts;
    for (const auto& request : queue) {
        // In their own queue rights of reply need not say what they are.
        parts.push_back(request.kind == Kind::right_of_reply ? request.who
                                                             : with_kind(request.who, request.kind));
    }
    return base::join(parts, ", ");
}

}  // namespace

std::string clock_text(base::Span left) {
    const bool over = left.count() < 0;
    // Cut so that a clock that counts down never shows less than is left, nor hides that time is over.
    const auto seconds = (std::abs(left.count()) + 999) / 1000;
    const auto two = [](std::int64_t n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    std::string text = over ? "-" : "";
    const auto minutes = seconds / 60;
    text += minutes < 60 ? std::to_string(minutes) : std::to_string(minutes / 60) + ":" + two(minutes % 60);
    return text + ":" + two(seconds % 60);
}

std::string describe(const Meeting& meeting, base::Instant now) {
    const auto& proceedings = meeting.proceedings;
    std::vector<std::string> fields{"meeting: " + std::string(word(proceedings.sitting))};
    const auto add = [&](std::string_view name, const std::string& value) {
        if (!value.empty()) fields.push_back(std::string(name) + ": " + value);
    };
    add("chair", presiding(proceedings));
    add("item", base::join(proceedings.path, " > "));
    if (const auto* intervention = find_intervention(meeting, proceedings.floor)) {
        add("floor", floor_text(*intervention, now));
    }
    std::vector<std::string> waiting;
    for (const auto id : proceedings.interrupted) {
        if (const auto* intervention = find_intervention(meeting, id)) {
            waiting.push_back(intervention->speaker.who + " " + [&] {
                const auto left = left_at(intervention->timing.clock, now);
                return left ? clock_text(*left)
                            : "+" + clock_text(whole_seconds(spent_at(intervention->timing.clock, now)));
            }());
        }
    }
    add("interrupted", base::join(waiting, ", "));
    auto list = queue_text(proceedings.list);
    if (proceedings.list_closed) list += list.empty() ? "closed" : "; closed";
    add("list", list);
    add("replies", queue_text(proceedings.replies));
    const auto spoken = std::count_if(meeting.interventions.begin(), meeting.interventions.end(),
                                      [](const Intervention& i) { return !i.undone; });
    if (spoken != 0) add("spoken", std::to_string(spoken));
    const auto texts = std::count_if(meeting.texts.begin(), meeting.texts.end(),
                                     [](const RecordText& t) { return !t.removed; });
    if (texts != 0) add("texts", std::to_string(texts));
    return base::join(fields, " | ");
}

}  // namespace dais::meeting
