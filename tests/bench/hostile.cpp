// What an attack costs the others: how long the honest stations wait for their answers before and while a
// hostile peer does its worst, and what memory the hub takes. A line of JSON for each attack. Calm and attack
// take turns, a second each, so that whatever else the machine does falls on both.
//   bench_hostile [ROUNDS [ATTACK]...]
//
// The hostile peer stands for another machine, so it runs at the lowest priority: what it takes of this one's
// processors is not the hub's doing. That holds for what the kernel and the hub do for it only in part.
#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <thread>

#include "hostile/house.hpp"

namespace dais::hostile {
namespace {

void append(std::vector<double>& to, const std::vector<double>& more) {
    to.insert(to.end(), more.begin(), more.end());
}

int measure(const Attack& attack, int rounds) {
    auto house = House::open();
    if (!house) {
        fmt::print(stderr, "{}\n", house.error().text);
        return 1;
    }
    auto& company = (*house)->company();
    company.begin();
    constexpr std::chrono::seconds length{1};
    std::vector<std::array<Clock::time_point, 3>> moments;
    for (int round = 0; round < rounds; ++round) {
        std::this_thread::sleep_for(std::chrono::milliseconds(300));
        const auto calm = Clock::now();
        std::this_thread::sleep_for(length);
        const auto began = Clock::now();
        std::thread([&] {
            setpriority(PRIO_PROCESS, 0, 19);  // on Linux: this thread's, and of those that it starts
            attack.run((*house)->target(), began + length);
        }).join();
        moments.push_back({calm, began, Clock::now()});
    }
    const bool well = company.end(std::chrono::seconds(30));
    std::vector<double> before;
    std::vector<double> during;
    for (const auto& [calm, began, over] : moments) {
        append(before, company.latencies(calm, began));
        append(during, company.latencies(began, over));
    }
    std::sort(before.begin(), before.end());
    std::sort(during.begin(), during.end());
    fmt::print(
        "{{\"measure\":\"hostile\",\"attack\":\"{}\",\"before_p50_ms\":{:.2f},\"during_p50_ms\":{:.2f},"
        "\"ratio\":{:.2f},\"during_max_ms\":{:.1f},\"answers\":{},\"hub_rss_mib\":{:.1f},"
        "\"hub_most_mib\":{:.1f},\"log_bytes\":{},\"well\":{}}}\n",
        attack.name, median(before), median(during), median(during) / median(before),
        during.empty() ? 0.0 : during.back(), during.size(), (*house)->memory(), (*house)->most_memory(),
        (*house)->log().size(), well && company.disconnections() == 0);
    std::fflush(stdout);
    if (std::getenv("DAIS_HOSTILE_LOG") != nullptr) std::fputs((*house)->log().c_str(), stderr);
    return 0;
}

}  // namespace
}  // namespace dais::hostile

int main(int argc, char** argv) {
    using namespace dais::hostile;
    const std::vector<std::string> words(argv + 1, argv + argc);
    const int rounds = words.empty() ? 5 : std::atoi(words[0].c_str());
    if (rounds <= 0) {
        fmt::print(
            "bench_hostile [ROUNDS=5 [ATTACK]...]: a line of JSON for each attack. Example:\n"
            "  bench_hostile 3 flood_of_beats\nAttacks:\n");
        for (const auto& attack : all_attacks()) fmt::print("  {}\n", attack.name);
        return words[0] == "--help" ? 0 : 1;
    }
    int failed = 0;
    for (const auto& attack : all_attacks()) {
        const bool wanted =
            words.size() < 2 || std::find(words.begin() + 1, words.end(), attack.name) != words.end();
        if (wanted) failed += measure(attack, rounds);
    }
    return failed == 0 ? 0 : 1;
}
