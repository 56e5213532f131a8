#include "simulation/fault.hpp"

#include <algorithm>
#include <cstdio>

namespace dais::simulation {
namespace {

using support::Chance;

struct Weight {
    FaultKind kind;
    std::uint64_t weight;
    std::int64_t least_ms, most_ms;  // how long it lasts
};

// How often what happens, of 100, and for how long. What comes to every network weighs most.
constexpr std::array<Weight, fault_kinds> weights{{
    {FaultKind::cut, 10, 0, 0},
    {FaultKind::echo, 4, 0, 0},
    {FaultKind::line_flaps, 10, 500, 5'000},
    {FaultKind::slow_line, 8, 1'000, 20'000},
    {FaultKind::held_up, 5, 100, 18'000},
    {FaultKind::held_down, 5, 100, 18'000},
    {FaultKind::partition, 6, 100, 18'000},
    {FaultKind::station_dies, 10, 50, 8'000},
    {FaultKind::station_sleeps, 6, 500, 25'000},
    {FaultKind::station_clock, 5, 0, 0},
    {FaultKind::spool_full, 3, 500, 15'000},
    {FaultKind::spool_sync, 3, 50, 4'000},
    {FaultKind::hub_dies, 3, 50, 6'000},
    {FaultKind::hub_dies_before_write, 3, 50, 6'000},
    {FaultKind::hub_dies_before_sync, 4, 50, 6'000},
    {FaultKind::hub_dies_after_sync, 3, 50, 6'000},
    {FaultKind::hub_dies_saying, 4, 50, 6'000},
    {FaultKind::hub_flaps, 4, 500, 6'000},
    {FaultKind::hub_sleeps, 2, 200, 20'000},
    {FaultKind::hub_clock, 3, 0, 0},
    {FaultKind::disk_slow, 3, 1'000, 10'000},
    {FaultKind::disk_full, 3, 300, 12'000},
    {FaultKind::sync_fails, 3, 50, 4'000},
    {FaultKind::byte_flips, 2, 2'000, 15'000},
    {FaultKind::older_journal, 2, 2'000, 15'000},
}};

std::uint64_t all_weights() {
    std::uint64_t sum = 0;
    for (const auto& each : weights) sum += each.weight;
    return sum;
}

std::uint64_t amount_of(FaultKind kind, Chance& chance) {
    switch (kind) {
        case FaultKind::slow_line:
            return 2'000 + chance.below(60'000);
        case FaultKind::station_clock:
            return chance.below(40'001);
        case FaultKind::hub_clock:  // or its machine was asleep for more than a minute
            return (chance.coin() ? 80'000 : 0) + chance.below(40'001);
        case FaultKind::disk_slow:
            return 300 + chance.below(5'000);
        case FaultKind::byte_flips:
        case FaultKind::older_journal:
            return chance.below(chance.coin() ? 5 : 60);
        default:
            return chance.next() >> 1u;
    }
}

Fault draw_fault(base::Span at, const Plan& plan, Chance& chance) {
    Fault fault;
    fault.at = at;
    fault.station = chance.below(plan.stations);
    auto point = chance.below(all_weights());
    const auto* drawn = weights.data();
    while (point >= drawn->weight) point -= (drawn++)->weight;
    fault.kind = drawn->kind;
    fault.lasts = chance.between(drawn->least_ms, drawn->most_ms);
    fault.amount = amount_of(fault.kind, chance);
    // What is pressed at the chair's desks is what must not come late.
    if (fault.kind == FaultKind::line_flaps && !chance.one_in(4)) fault.station = chance.below(2);
    // A lid that is closed over a break.
    if (fault.kind == FaultKind::station_sleeps && chance.one_in(5)) fault.lasts *= 6;
    return fault;
}

std::string seconds(base::Span span) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.3f s", static_cast<double>(span.count()) / 1000.0);
    return text.data();
}

std::string jump(std::uint64_t amount) {
    return std::to_string(static_cast<std::int64_t>(amount) - 20'000) + " ms";
}

std::string sentence(const Fault& fault) {
    const auto station = station_name(fault.station);
    const bool odd = fault.amount % 2 == 1;
    const std::string there = odd ? ", and what was under way is there" : ", and what was under way is lost";
    switch (fault.kind) {
        case FaultKind::cut:
            return "the connection of " + station + " is cut";
        case FaultKind::echo:
            return "the connection of " + station + " is cut, and its last words come twice";
        case FaultKind::line_flaps:
            return "connections of " + station + " come and go";
        case FaultKind::slow_line:
            return station + "'s line takes " + std::to_string(fault.amount) + " bytes a second";
        case FaultKind::held_up:
            return "what " + station + " sends is held back";
        case FaultKind::held_down:
            return "what " + station + " is sent is held back";
        case FaultKind::partition:
            return station + "'s line is dead both ways";
        case FaultKind::station_dies:
            return station + " dies";
        case FaultKind::station_sleeps:
            return station + " sleeps" + (odd ? ", and so does its clock" : "");
        case FaultKind::station_clock:
            return station + "'s clock jumps by " + jump(fault.amount);
        case FaultKind::spool_full:
            return station + "'s disk is full";
        case FaultKind::spool_sync:
            return station + "'s disk fails a sync" + there;
        case FaultKind::hub_dies:
            return "the hub dies" + there;
        case FaultKind::hub_dies_before_write:
            return "the hub dies before it writes";
        case FaultKind::hub_dies_before_sync:
            return "the hub dies before the sync" + there;
        case FaultKind::hub_dies_after_sync:
            return "the hub dies after the sync, before it says anything";
        case FaultKind::hub_dies_saying:
            return "the hub dies amid what it says" + there;
        case FaultKind::hub_flaps:
            return "the hub ends again and again, as it welcomes its stations";
        case FaultKind::hub_sleeps:
            return "the hub sleeps";
        case FaultKind::hub_clock:
            return "the clock of the hub's machine jumps by " + jump(fault.amount);
        case FaultKind::disk_slow:
            return "a sync takes up to " + std::to_string(fault.amount) + " ms";
        case FaultKind::disk_full:
            return "the hub's disk is full";
        case FaultKind::sync_fails:
            return "the hub's disk fails a sync" + there;
        case FaultKind::byte_flips:
            return "a byte flips in the journal, " + std::to_string(fault.amount) + " entries back";
        case FaultKind::older_journal:
            return "the hub comes back from a copy " + std::to_string(fault.amount) + " entries older";
    }
    return {};
}

}  // namespace

std::string station_name(std::size_t n) {
    constexpr std::array<std::string_view, 6> first{"chair",   "chair-2",   "clerk",
                                                    "clerk-2", "moderator", "room"};
    if (n < first.size()) return std::string(first[n]);
    const auto more = n - first.size();
    if (more % 4 == 3) return "moderator-" + std::to_string(2 + more / 4);
    return "clerk-" + std::to_string(3 + more - more / 4);
}

Plan draw_plan(std::uint64_t seed) {
    Chance chance(seed ^ 0x5EED'0F'FA'17'5EEDu);
    Plan plan;
    plan.seed = seed;
    plan.stations = chance.one_in(25) ? 20 : 5 + chance.below(4);
    plan.faults_last = chance.one_in(12) ? base::Span{180'000} : chance.between(30'000, 60'000);
    plan.on_file = chance.one_in(10);
    // Some rooms have a quiet day, others one thing upon the other.
    const auto rest = chance.between(400, 4'000);
    auto at = chance.between(200, 3'000);
    while (at < plan.faults_last) {
        plan.faults.push_back(draw_fault(at, plan, chance));
        at += chance.between(base::Span{20}, rest * 2);
    }
    return plan;
}

std::string describe(const Fault& fault) {
    auto text = seconds(fault.at) + ": " + sentence(fault);
    if (fault.lasts.count() != 0) text += ", for " + seconds(fault.lasts);
    return text;
}

}  // namespace dais::simulation
