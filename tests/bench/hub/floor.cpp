#include "bench/hub/floor.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>

namespace dais::bench {
namespace {

base::Result<std::string> said_by(const std::string& command) {
    FILE* const pipe = ::popen(command.c_str(), "r");
    if (pipe == nullptr) return base::Error{"no_floor", command + " cannot be run"};
    std::string said;
    for (int c = 0; (c = std::fgetc(pipe)) != EOF;) said += static_cast<char>(c);
    if (::pclose(pipe) != 0) return base::Error{"no_floor", command + " failed: " + said};
    return said;
}

// The number after the first `name` that follows `after`; -1: there is none.
double number(const std::string& said, const std::string& after, const std::string& name) {
    const auto from = said.find(after);
    if (from == std::string::npos) return -1;
    const auto at = said.find(name, from + after.size());
    return at == std::string::npos ? -1 : std::atof(said.c_str() + at + name.size());
}

Percentiles microseconds(const std::string& said, const std::string& after) {
    return {number(said, after, "p50=") / 1e3, number(said, after, "p90=") / 1e3,
            number(said, after, "p99=") / 1e3};
}

}  // namespace

base::Result<Played> Floor::play(const Plan& plan, std::size_t group, bool curve) const {
    auto command = fmt::format(
        "'{}' --clients={} --n={} --window={} --rate={} --stations={} --group={} --limit=240 --dir='{}'{}",
        (programs_ / "floor").string(), plan.writers, plan.commands, plan.window, plan.rate, plan.listeners,
        group, (scratch_ / "floor").string(), curve ? " --curve" : "");
    auto said = said_by(command);
    if (!said) return said.error();
    Played played;
    played.own = microseconds(*said, "own-echo ");
    if (plan.listeners > 0) played.last = microseconds(*said, fmt::format("last-of-{} ", plan.listeners));
    played.per_second = number(*said, "|", "cmds/s=");
    played.hub_us = number(*said, "|", "hub-cpu=");
    played.hub_memory = number(*said, "|", "rss=");
    const bool lost = plan.listeners > 0 && number(*said, "last-of-", "lost=") != 0;
    if (played.own.p50 <= 0 || lost || said->find("INCOMPLETE") != std::string::npos) {
        return base::Error{"no_floor", command + " said: " + *said};
    }
    return played;
}

base::Result<Played> Floor::join(bool curve) const {
    const auto command = fmt::format("'{}' --reps=1", (programs_ / "codec").string());
    auto said = said_by(command);
    if (!said) return said.error();
    const std::string line = curve ? "join curve pre-packed" : "join pre-packed";
    const auto at = said->find(line);
    if (at == std::string::npos) return base::Error{"no_floor", command + " said: " + *said};
    const auto rest = said->substr(at);
    Played played;
    played.own = {number(rest, "+decode", "p50="), 0, number(rest, "+decode", "p99=")};
    return played;
}

}  // namespace dais::bench
