#include "bench/hub/measures.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

#include "bench/hub/floor.hpp"
#include "bench/hub/site.hpp"

namespace dais::bench {
namespace {

constexpr std::size_t most_writers = 20;
constexpr std::size_t most_listeners = 200;

double median(std::vector<double> values) {
    if (values.empty()) return -1;
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

double figure(const Played& played, What what, double Percentiles::*which) {
    if (what == What::per_second) return played.per_second;
    return what == What::own ? played.own.*which : played.last.*which;
}

// The median of the rounds, and of the pairs' ratios.
class Row {
  public:
    Row(What what, double Percentiles::*which) : what_(what), which_(which) {}

    void print(const std::string& name, const std::vector<Played>& ours,
               const std::vector<Played>& floors) const {
        std::vector<double> here;
        std::vector<double> there;
        std::vector<double> ratios;
        for (std::size_t i = 0; i < ours.size(); ++i) {
            here.push_back(figure(ours[i], what_, which_));
            if (floors.empty()) continue;
            there.push_back(figure(floors[i], what_, which_));
            ratios.push_back(here.back() / there.back());
        }
        fmt::print(R"("{}":{:.3f},)", name, median(here));
        // What the floor does not say is 0.
        if (!floors.empty() && median(there) > 0) {
            fmt::print(R"("floor_{}":{:.3f},"ratio_{}":{:.3f},)", name, median(there), name, median(ratios));
        }
    }

  private:
    What what_;
    double Percentiles::*which_;
};

void print(const Measure& measure, What what, const std::string& against, const std::vector<Played>& ours,
           const std::vector<Played>& floors) {
    const char* part = what == What::own ? "_own" : what == What::last ? "_last" : "";
    fmt::print(R"({{"measure":"{}{}","floor":"{}",)", measure.name, measure.what.size() > 1 ? part : "",
               floors.empty() ? "none" : against);
    if (what == What::memory) {
        const auto& most = *std::max_element(ours.begin(), ours.end(), [](const auto& a, const auto& b) {
            return a.hub_memory < b.hub_memory;
        });
        fmt::print(R"("most_mib":{:.1f},"resident_mib":{:.1f},)", most.hub_memory, most.hub_resident);
    } else if (what == What::per_second) {
        Row(what, nullptr).print("per_second", ours, floors);
    } else {
        Row(what, &Percentiles::p50).print("p50_ms", ours, floors);
        Row(what, &Percentiles::p90).print("p90_ms", ours, floors);
        Row(what, &Percentiles::p99).print("p99_ms", ours, floors);
    }
    std::vector<double> processor;
    std::vector<double> memory;
    for (const auto& each : ours) {
        processor.push_back(each.hub_us);
        memory.push_back(each.hub_memory);
    }
    fmt::print("\"hub_us\":{:.1f},\"hub_mib\":{:.1f},\"pairs\":{}}}\n", median(processor), median(memory),
               ours.size());
    std::fflush(stdout);
}

base::Status<> measure_pairs(Site& site, const Floor& floor, const Measure& measure, bool curve, int pairs) {
    std::vector<Played> ours;
    std::vector<Played> floors;
    for (int pair = 0; pair < pairs; ++pair) {
        const bool joins = measure.kind == Kind::joins;
        if (floor.exists() && measure.has_floor) {
            auto played = joins ? floor.join(curve) : floor.play(measure.plan, measure.floor_group, curve);
            if (!played) return played.error();
            floors.push_back(*played);
        }
        auto played =
            joins ? play_joins(site, measure.plan.record, measure.plan.commands) : play(site, measure.plan);
        if (!played) return played.error();
        ours.push_back(*played);
    }
    for (const auto what : measure.what) print(measure, what, curve ? "curve" : "plain", ours, floors);
    return base::Done{};
}

Measure paced(std::size_t listeners, std::size_t commands) {
    Measure measure;
    measure.name = fmt::format("paced_{}", listeners);
    measure.plan.rate = 20;
    measure.plan.commands = commands;
    measure.plan.listeners = listeners;
    measure.what = {What::own, What::last};
    measure.curve_floor_too = listeners == most_listeners;
    return measure;
}

Measure sustained(const std::string& name, std::size_t writers, std::size_t window, std::size_t listeners,
                  std::size_t commands) {
    Measure measure;
    measure.name = name;
    measure.plan.writers = writers;
    measure.plan.window = window;
    measure.plan.listeners = listeners;
    measure.plan.commands = commands;
    measure.floor_group = 64;
    measure.what = {What::per_second};
    return measure;
}

// The floor's record: 10,000 paragraphs of 180 to 700 bytes.
constexpr RecordSize long_record{10'000, 180, 699};

Measure join(std::size_t times) {
    Measure measure;
    measure.name = "join_10000";
    measure.kind = Kind::joins;
    measure.plan.commands = times;
    measure.plan.record = long_record;
    measure.what = {What::own};
    measure.curve_floor_too = true;
    return measure;
}

// All 200 join at once, which is when a hub needs the most.
Measure memory() {
    Measure measure;
    measure.name = "memory_200_10000";
    measure.plan.record = long_record;
    measure.plan.listeners = most_listeners;
    measure.plan.rate = 20;
    measure.plan.commands = 40;
    measure.what = {What::memory};
    measure.has_floor = false;
    return measure;
}

}  // namespace

std::vector<Measure> all_measures(bool smoke) {
    const std::size_t less = smoke ? 20 : 1;
    Measure echo;
    echo.name = "echo";
    echo.plan.commands = 4'000 / less;
    echo.what = {What::own};
    std::vector<Measure> all{echo};
    for (const std::size_t listeners : {std::size_t{1}, std::size_t{20}, most_listeners}) {
        all.push_back(paced(listeners, 200 / less));
    }
    all.push_back(sustained("writers_20", most_writers, 1, 0, 600 / less));
    for (const bool folding : {false, true}) {
        auto measure = sustained(folding ? "writers_20_folding_200" : "writers_20_listeners_200",
                                 most_writers, 1, most_listeners, 300 / less);
        measure.plan.folding = folding;
        all.push_back(measure);
    }
    all.push_back(sustained("pipelined_64", 1, 64, 0, 20'000 / less));
    all.push_back(join(smoke ? 3 : 40));
    all.push_back(memory());
    return all;
}

int run(const Options& options) {
    auto site = Site::make(options.directory, most_writers, most_listeners);
    if (!site) {
        fmt::print(stderr, "bench_hub: {}\n", site.error().text);
        return 1;
    }
    const Floor floor(options.floor, options.directory);
    int failed = 0;
    for (const auto& measure : all_measures(options.smoke)) {
        if (!measure.name.starts_with(options.measure)) continue;
        for (const bool curve : {false, true}) {
            if (curve && !(measure.curve_floor_too && floor.exists())) continue;
            if (auto done = measure_pairs(*site, floor, measure, curve, options.pairs); !done) {
                fmt::print(stderr, "bench_hub: {}: {}\n", measure.name, done.error().text);
                ++failed;
            }
        }
    }
    return failed == 0 ? 0 : 1;
}

}  // namespace dais::bench
