#include "bench/hub/options.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <optional>

namespace dais::bench {
namespace {

constexpr const char* help =
    R"(bench_hub: how quick a hub is, with real stations on CURVE. A line of JSON a measure.

  bench_hub [--measure=NAME] [--pairs=5] [--floor=DIR] [--dir=DIR] [--smoke] [--list]

  --measure=NAME  only the measures whose names begin so
  --pairs=N       so many runs of each; the figures are medians
  --floor=DIR     a directory with the floor's programs (floor, codec): each run is paired with one of
                  theirs, and a ratio is the median of the pairs' ratios
  --dir=DIR       where journals are written: the disk that is measured (a temporary directory)
  --smoke         a few commands of each and one pair, to see that all of it works
  --list          the names of the measures

Example: the paced measure with 200 stations, beside the floor
  bench_hub --measure=paced_200 --floor=/tmp/floor --dir=/var/tmp/bench
)";

std::optional<std::string> option(const std::string& argument, const std::string& name) {
    const auto start = "--" + name + "=";
    return argument.starts_with(start) ? std::optional(argument.substr(start.size())) : std::nullopt;
}

}  // namespace

Options read_options(int argc, char** argv) {
    Options options;
    for (int i = 1; i < argc; ++i) {
        const std::string argument = argv[i];
        if (argument == "--help") {
            fmt::print("{}", help);
            std::exit(0);
        } else if (argument == "--smoke") {
            options.smoke = true;
            options.pairs = 1;
        } else if (argument == "--list") {
            options.list = true;
        } else if (auto measure = option(argument, "measure")) {
            options.measure = *measure;
        } else if (auto pairs = option(argument, "pairs")) {
            options.pairs = std::max(1, std::atoi(pairs->c_str()));
        } else if (auto floor = option(argument, "floor")) {
            options.floor = *floor;
        } else if (auto directory = option(argument, "dir")) {
            options.directory = *directory;
        } else {
            fmt::print(stderr, "bench_hub: what is {}? (--help)\n", argument);
            std::exit(2);
        }
    }
    return options;
}

}  // namespace dais::bench
