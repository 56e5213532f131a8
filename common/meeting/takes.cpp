// Takes: who captures the meeting now, and who is next.
#include "meeting/takes.hpp"

#include <algorithm>
#include <set>

#include "meeting/topics.hpp"

namespace dais::meeting {
namespace {

// How long the meeting stood between two moments.
base::Span suspended_between(const Proceedings& proceedings, base::Instant from, base::Instant to) {
    base::Span stood{0};
    for (const auto& suspension : proceedings.suspensions) {
        const auto begin = std::max(suspension.at, from);
        const auto end = std::min(suspension.resumed.value_or(to), to);
        if (end > begin) stood += end - begin;
    }
    return stood;
}

std::optional<Refusal> refuse_length(std::int64_t seconds) {
    if (seconds >= min_take_seconds && seconds <= max_take_seconds) return std::nullopt;
    return refuse(Reason::out_of_range, "A take is from " + std::to_string(min_take_seconds / 60) + " to " +
                                            std::to_string(max_take_seconds / 60) + " minutes long.");
}

bool holds(const std::vector<std::string>& order, const std::string& clerk) {
    return std::find(order.begin(), order.end(), clerk) != order.end();
}

// The takes with one clerk more at the end of the order.
TakesSet with(const Takes& takes, const std::string& clerk) {
    TakesSet set{takes.seconds == 0 ? static_cast<std::int32_t>(usual_take_seconds) : takes.seconds,
                 takes.order};
    set.order.push_back(clerk);
    return set;
}

}  // namespace

std::string clerk_of(const Meeting& meeting, const Intervention& intervention) {
    const auto& taken = meeting.takes.taken;
    if (taken.empty()) return {};
    const auto after =
        std::upper_bound(taken.begin(), taken.end(), intervention.timing.began,
                         [](base::Instant began, const Take& take) { return began < take.began; });
    return after == taken.begin() ? taken.front().clerk : std::prev(after)->clerk;
}

std::string successor_of(const Takes& takes, const std::string& clerk) {
    if (takes.order.empty()) return {};
    const auto at = std::find(takes.order.begin(), takes.order.end(), clerk);
    if (at == takes.order.end()) return takes.order.front();
    const auto next = std::next(at) == takes.order.end() ? takes.order.begin() : std::next(at);
    return *next == clerk ? std::string() : *next;
}

std::optional<base::Span> left_of_take(const Meeting& meeting, base::Instant now) {
    if (meeting.takes.taken.empty()) return std::nullopt;
    const auto began = meeting.takes.taken.back().began;
    const auto sat = now - began - suspended_between(meeting.proceedings, began, now);
    return base::Span(std::chrono::seconds(meeting.takes.seconds)) - sat;
}

std::optional<base::Span> until_take(const Meeting& meeting, const std::string& clerk, base::Instant now) {
    const auto& takes = meeting.takes;
    const auto left = left_of_take(meeting, now);
    if (!left || !holds(takes.order, clerk) || takes.taken.back().clerk == clerk) return std::nullopt;
    auto until = *left;
    auto next = successor_of(takes, takes.taken.back().clerk);
    for (std::size_t steps = 0; next != clerk && steps < takes.order.size(); ++steps) {
        until += std::chrono::seconds(takes.seconds);
        next = successor_of(takes, next);
    }
    return until;
}

Decision decide_on(const Context&, const SetTakes& command) {
    if (auto refusal = refuse_length(command.seconds)) return *std::move(refusal);
    if (command.order.size() > max_take_clerks)
        return refuse(Reason::too_many, "More clerks than a meeting can have.");
    std::set<std::string> seen;
    for (const auto& clerk : command.order) {
        if (auto refusal = refuse_name(clerk, "A clerk's station", false)) return *std::move(refusal);
        if (desk_of(clerk) != Desk::clerk)
            return refuse(Reason::wrong_value, "\"" + clerk + "\" is not a clerk's station.");
        if (!seen.insert(clerk).second)
            return refuse(Reason::wrong_value, "\"" + clerk + "\" stands twice in the order.");
    }
    return std::vector<Event>{TakesSet{static_cast<std::int32_t>(command.seconds), command.order}};
}

void apply_one(Meeting& meeting, const TakesSet& event, const Stamp&) {
    meeting.takes.seconds = event.seconds;
    meeting.takes.order = event.order;
}

Decision decide_on(const Context& context, const JoinTakes&) {
    const auto& takes = context.meeting.takes;
    if (holds(takes.order, context.actor.name))
        return refuse(Reason::wrong_value, "You are in the order of the takes already.");
    if (takes.order.size() >= max_take_clerks)
        return refuse(Reason::too_many, "More clerks than a meeting can have.");
    return std::vector<Event>{with(takes, context.actor.name)};
}

Decision decide_on(const Context& context, const BeginTake&) {
    const auto& takes = context.meeting.takes;
    const auto& clerk = context.actor.name;
    if (!takes.taken.empty() && takes.taken.back().clerk == clerk)
        return refuse(Reason::wrong_value, "It is your take already.");
    if (takes.taken.size() >= max_takes) return refuse(Reason::too_many, "There were too many takes.");
    std::vector<Event> events;
    if (!holds(takes.order, clerk)) {
        if (takes.order.size() >= max_take_clerks)
            return refuse(Reason::too_many, "More clerks than a meeting can have.");
        events.emplace_back(with(takes, clerk));
    }
    events.emplace_back(TakeBegun{clerk});
    return events;
}

void apply_one(Meeting& meeting, const TakeBegun& event, const Stamp& stamp) {
    // Takes follow one another, whatever a clock that was set back says.
    auto began = stamp.recorded;
    if (!meeting.takes.taken.empty()) began = std::max(began, meeting.takes.taken.back().began);
    meeting.takes.taken.push_back({event.clerk, began});
    log_act(meeting, stamp, "begin_take");
}

}  // namespace dais::meeting
