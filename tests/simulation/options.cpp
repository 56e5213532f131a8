#include "simulation/options.hpp"

#include <charconv>
#include <cstring>
#include <iostream>
#include <optional>
#include <string_view>

#include "simulation/world.hpp"

namespace dais::simulation {
namespace {

constexpr const char* usage =
    R"(Usage: simulation_test [--seed=N [--faults=LIST] [--stations=N]] [--seeds=FIRST:COUNT] [--shrink]
       simulation_test [GoogleTest's options]

Plays whole rooms in virtual time, each from one seed, and says what does not hold.

  --seed=N             one room, with its faults and figures
  --faults=3,17/4      only these of its faults; 17 lasts a quarter of its time (none: no faults)
  --stations=N         with only the first N stations
  --seeds=FIRST:COUNT  so many rooms, from this seed on
  --shrink             where something is wrong: look for the fewest faults that it needs
  --help               this text

Example: build/dev/bin/simulation_test --seeds=0:500 --shrink
Exit code: 0 when all held, 1 when something did not, 2 for options that cannot be read.
)";

// Shrinking is over after so many runs: a minute at most.
constexpr std::size_t shrink_tries = 600;

struct Wanted {
    std::optional<std::uint64_t> seed;
    std::uint64_t first = 0;
    std::uint64_t count = 0;
    std::string faults;
    std::uint64_t stations = 0;
    bool shrink = false;
};

bool read_number(std::string_view text, std::uint64_t& number) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size();
}

bool read_option(std::string_view option, Wanted& wanted) {
    const auto value_of = [&](std::string_view name) -> std::optional<std::string_view> {
        if (!option.starts_with(name)) return std::nullopt;
        return option.substr(name.size());
    };
    if (option == "--shrink") return wanted.shrink = true;
    if (const auto value = value_of("--seed=")) {
        wanted.seed = 0;
        return read_number(*value, *wanted.seed);
    }
    if (const auto value = value_of("--faults=")) {
        wanted.faults = *value;
        return !wanted.faults.empty();
    }
    if (const auto value = value_of("--stations=")) {
        return read_number(*value, wanted.stations) && wanted.stations > 1 && wanted.stations <= 20;
    }
    if (const auto value = value_of("--seeds=")) {
        const auto colon = value->find(':');
        return colon != std::string_view::npos && read_number(value->substr(0, colon), wanted.first) &&
               read_number(value->substr(colon + 1), wanted.count) && wanted.count > 0;
    }
    return false;
}

int run_one(const Wanted& wanted) {
    const auto plan = draw_plan(*wanted.seed);
    auto part = whole(plan);
    if (!wanted.faults.empty()) {
        auto parsed = parse_part(wanted.faults, plan);
        if (!parsed) {
            std::cerr << parsed.error().text << "\n";
            return 2;
        }
        part = *std::move(parsed);
    }
    part.stations = wanted.stations;
    Figures sum;
    const auto report = report_of(plan, part, wanted.shrink, sum);
    if (report.empty()) {
        for (std::size_t i = 0; i < part.faults.size(); ++i) {
            std::cout << "  " << part.faults[i].fault << ". " << describe(plan.faults[part.faults[i].fault])
                      << "\n";
        }
    }
    std::cout << report << sum.text() << "\n";
    return report.empty() ? 0 : 1;
}

int run_many(const Wanted& wanted) {
    Figures sum;
    int code = 0;
    for (auto seed = wanted.first; seed < wanted.first + wanted.count; ++seed) {
        const auto plan = draw_plan(seed);
        const auto report = report_of(plan, whole(plan), wanted.shrink, sum);
        if (report.empty()) continue;
        std::cout << report << std::flush;
        code = 1;
    }
    std::cout << sum.text() << "\n";
    return code;
}

}  // namespace

std::string report_of(const Plan& plan, const Part& part, bool shrink_too, Figures& sum) {
    World world(part_of(plan, part));
    const auto complaints = world.run();
    sum.add(world.figures());
    if (complaints.empty()) return {};
    std::string report = "seed " + std::to_string(plan.seed) + ":\n";
    for (const auto& complaint : complaints) report += "  " + complaint + "\n";
    auto small = part;
    if (shrink_too) {
        const auto reason = reason_of(complaints.front());
        const auto fails = [&](const Plan& smaller) {
            const auto found = World(smaller).run();
            return !found.empty() && reason_of(found.front()) == reason;
        };
        small = shrink(plan, part, fails, shrink_tries);
        report += "with the fewest faults:\n";
        for (const auto& complaint : World(part_of(plan, small)).run()) report += "  " + complaint + "\n";
    }
    report += "faults:\n";
    for (const auto& chosen : small.faults) {
        auto fault = plan.faults[chosen.fault];
        fault.lasts /= chosen.divided_by;
        report += "  " + std::to_string(chosen.fault) + ". " + describe(fault) + "\n";
    }
    report += "again: build/dev/bin/simulation_test --seed=" + std::to_string(plan.seed);
    if (small.faults != whole(plan).faults) report += " --faults=" + to_text(small);
    if (small.stations != 0) report += " --stations=" + std::to_string(small.stations);
    return report + "\n";
}

int run_options(int argc, char** argv) {
    Wanted wanted;
    bool ours = false;
    for (int i = 1; i < argc; ++i) {
        const std::string_view option = argv[i];
        if (option.starts_with("--gtest_")) continue;
        if (option == "--help") {
            std::cout << usage << "\n";
            return -1;  // and GoogleTest says its own
        }
        if (!read_option(option, wanted)) {
            std::cerr << "simulation_test: what is " << option << "? See --help.\n";
            return 2;
        }
        ours = true;
    }
    if (!ours) return -1;
    if (wanted.seed) return run_one(wanted);
    if (wanted.count != 0) return run_many(wanted);
    std::cerr << "simulation_test: --seed or --seeds says what to play. See --help.\n";
    return 2;
}

}  // namespace dais::simulation
