#include "meeting/outlook.hpp"

#include <algorithm>
#include <chrono>
#include <map>
#include <string_view>
#include <unordered_map>

#include "meeting/topics.hpp"

namespace dais::meeting {
namespace {

constexpr base::Span few_seconds{5'000};

bool has_paragraph(const Meeting& meeting, const Intervention& intervention) {
    return std::any_of(intervention.blocks.begin(), intervention.blocks.end(), [&](TextId id) {
        const auto* text = find_text(meeting, id);
        return text != nullptr && !text->removed && text->kind == TextKind::paragraph;
    });
}

// The interventions, each once: of one that points of order cut into parts the last, whose clock goes on from
// the others'.
std::vector<const Intervention*> whole_interventions(const Meeting& meeting) {
    std::map<InterventionId, const Intervention*> last;
    for (const auto& each : meeting.interventions) {
        if (!each.undone) last[each.part_of ? each.part_of : each.id] = &each;
    }
    std::vector<const Intervention*> all;
    for (const auto& [id, intervention] : last) all.push_back(intervention);
    return all;
}

std::string key_of(const Meeting& meeting, const Intervention& intervention, TotalOf what) {
    switch (what) {
        case TotalOf::person:
            return intervention.speaker.who;
        case TotalOf::affiliation:
            return intervention.speaker.affiliation;
        case TotalOf::role:
            return std::string(word(intervention.speaker.role));
        case TotalOf::attendance:
            break;
    }
    return std::string(word(link_of(meeting, intervention)));
}

}  // namespace

std::optional<base::Instant> scheduled_end(const Meeting& meeting) {
    const auto& facts = meeting.setup.facts;
    if (!facts.scheduled_end || facts.date.month == 0) return std::nullopt;
    const std::chrono::year_month_day day{std::chrono::year(facts.date.year),
                                          std::chrono::month(facts.date.month),
                                          std::chrono::day(facts.date.day)};
    const auto midnight = std::chrono::sys_days(day).time_since_epoch();
    std::chrono::seconds local{*facts.scheduled_end - facts.zone.offset_seconds};
    if (facts.scheduled && *facts.scheduled_end <= *facts.scheduled) local += std::chrono::hours(24);
    return base::Instant{base::Span(midnight + local).count()};
}

std::optional<base::Span> hard_stop(const Meeting& meeting, base::Instant now) {
    const auto sitting = meeting.proceedings.sitting;
    if (sitting != Sitting::open && sitting != Sitting::suspended) return std::nullopt;
    const auto end = scheduled_end(meeting);
    if (!end || *end - now > near_end) return std::nullopt;
    return *end - now;
}

std::optional<std::int32_t> limit_of(const Meeting& meeting, const Request& request) {
    const auto* person = find_participant(meeting, request.who);
    if (person == nullptr) return std::nullopt;
    std::uint32_t replies = 0;
    if (request.kind == Kind::right_of_reply) {
        const auto delegation = delegation_of(*person);
        replies = replies_given(meeting.proceedings, delegation);
        for (const auto& before : meeting.proceedings.replies) {
            if (before.id == request.id) break;
            const auto* other = find_participant(meeting, before.who);
            if (other != nullptr && delegation_of(*other) == delegation) ++replies;
        }
    }
    return limit_for(meeting.proceedings.limits, person->role, request.kind, replies);
}

ListOutlook list_outlook(const Meeting& meeting) {
    // Everybody is looked up once: lists of hundreds are summed with every act.
    std::unordered_map<std::string_view, Role> roles;
    for (const auto& person : meeting.participants) roles.emplace(person.id, person.role);
    ListOutlook outlook;
    const auto& proceedings = meeting.proceedings;
    outlook.waiting = proceedings.list.size();
    for (const auto& request : proceedings.list) {
        const auto role = roles.find(request.who);
        const auto limit =
            role == roles.end() ? std::nullopt : limit_for(proceedings.limits, role->second, request.kind, 0);
        if (limit) {
            outlook.at_limits += std::chrono::seconds(*limit);
        } else {
            ++outlook.unlimited;
        }
    }
    return outlook;
}

base::Instant list_ends(const Meeting& meeting, const ListOutlook& outlook, base::Instant now) {
    auto ends = now + outlook.at_limits;
    const auto add = [&](InterventionId id) {
        const auto* intervention = find_intervention(meeting, id);
        if (intervention == nullptr) return;
        const auto left = left_at(intervention->timing.clock, now);
        if (left && left->count() > 0) ends = ends + *left;
    };
    add(meeting.proceedings.floor);
    for (const auto id : meeting.proceedings.interrupted) add(id);
    return ends;
}

RepliesHad replies_had(const Meeting& meeting, const ParticipantId& who) {
    const auto* person = find_participant(meeting, who);
    if (person == nullptr) return {};
    return {replies_given(meeting.proceedings, delegation_of(*person)),
            meeting.proceedings.limits.right_of_reply.size()};
}

base::Span spoken_by(const Meeting& meeting, const ParticipantId& who, base::Instant now) {
    base::Span spoken{0};
    for (const auto* each : whole_interventions(meeting)) {
        if (each->speaker.who == who) spoken += spent_at(each->timing.clock, now);
    }
    return spoken;
}

std::vector<Total> totals(const Meeting& meeting, TotalOf what, base::Instant now) {
    std::map<std::string, Total> by_key;
    for (const auto* each : whole_interventions(meeting)) {
        const auto key = key_of(meeting, *each, what);
        auto& total = by_key[key];
        total.key = key;
        ++total.times;
        total.spoken += spent_at(each->timing.clock, now);
        const auto left = left_at(each->timing.clock, now);
        if (left && left->count() < 0) total.over -= *left;
    }
    std::vector<Total> all;
    for (auto& [key, total] : by_key) all.push_back(std::move(total));
    std::stable_sort(all.begin(), all.end(),
                     [](const Total& a, const Total& b) { return a.spoken > b.spoken; });
    return all;
}

std::size_t speakers_behind(const Meeting& meeting) {
    return static_cast<std::size_t>(std::count_if(
        meeting.interventions.begin(), meeting.interventions.end(), [&](const Intervention& each) {
            const auto& timing = each.timing;
            return !each.undone && timing.ended && !each.nothing_to_record &&
                   *timing.ended - timing.began > few_seconds && !has_paragraph(meeting, each);
        }));
}

}  // namespace dais::meeting
