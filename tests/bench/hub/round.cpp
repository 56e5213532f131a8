#include "bench/hub/round.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <functional>
#include <limits>
#include <thread>

#include "bench/hub/board.hpp"
#include "bench/hub/parts.hpp"

namespace dais::bench {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t groups = 2;  // processes of listeners
constexpr auto patience = 120s;

// The processes of a round; they end when it does.
class Processes {
  public:
    explicit Processes(Board& board) : board_(board) {}
    ~Processes() { end(); }
    Processes(const Processes&) = delete;
    Processes& operator=(const Processes&) = delete;

    void start(const std::function<void()>& part) {
        const pid_t made = ::fork();
        if (made == 0) {
            part();
            ::_exit(0);
        }
        all_.push_back(made);
    }

    void end() {
        board_.flags[0].stop = 1;
        for (const auto process : std::exchange(all_, {})) ::waitpid(process, nullptr, 0);
    }

  private:
    Board& board_;
    std::vector<pid_t> all_;
};

bool eventually(Board& board, const std::function<bool()>& holds) {
    const auto deadline = std::chrono::steady_clock::now() + patience;
    while (!holds()) {
        if (board.flags[0].failed || std::chrono::steady_clock::now() > deadline) return false;
        std::this_thread::sleep_for(1ms);
    }
    return true;
}

// The first tenth of a paced round is left out: caches are cold, and stations have just joined.
Played evaluate(const Plan& plan, Board& board) {
    Played played;
    std::vector<double> own;
    std::vector<double> last;
    auto first = std::numeric_limits<Moment>::max();
    Moment end = 0;
    const std::size_t skipped = plan.rate > 0 ? plan.commands / 10 : 0;
    for (std::size_t at = 0; at < board.total; ++at) {
        if (at % plan.commands < skipped) continue;
        first = std::min(first, board.sent[at]);
        end = std::max(end, board.answered[at]);
        own.push_back(static_cast<double>(board.answered[at] - board.sent[at]) / 1e6);
        Moment latest = 0;
        for (std::size_t group = 0; group < groups; ++group) {
            latest = std::max(latest, board.last[group * board.total + at]);
        }
        if (plan.listeners > 0) last.push_back(static_cast<double>(latest - board.sent[at]) / 1e6);
    }
    played.per_second = static_cast<double>(own.size()) / (static_cast<double>(end - first) / 1e9);
    played.own = percentiles(std::move(own));
    if (plan.listeners > 0) played.last = percentiles(std::move(last));
    return played;
}

bool all_heard(const Plan& plan, Board& board) {
    for (std::size_t at = 0; at < board.total; ++at) {
        std::size_t heard = 0;
        for (std::size_t group = 0; group < groups; ++group) {
            heard += static_cast<std::size_t>(board.heard[group * board.total + at]);
        }
        if (heard != plan.listeners || board.answered[at] == 0) return false;
    }
    return true;
}

}  // namespace

Percentiles percentiles(std::vector<double> values) {
    if (values.empty()) return {};
    std::sort(values.begin(), values.end());
    const auto at = [&](std::size_t hundredths) {
        return values[std::min(values.size() - 1, hundredths * values.size() / 100)];
    };
    return {at(50), at(90), at(99)};
}

base::Result<Played> play(Site& site, const Plan& plan) {
    if (auto started = site.start(plan.record); !started) return started.error();
    Board board(plan.writers, plan.commands, groups);
    Processes processes(board);
    const auto apart = plan.listeners / groups;
    for (std::size_t group = 0; group < groups && plan.listeners > 0; ++group) {
        const auto first = group * apart;
        const auto count = group + 1 == groups ? plan.listeners - first : apart;
        if (count > 0) processes.start([&] { listen_all(site, plan, board, group, first, count); });
    }
    processes.start([&] { write_all(site, plan, board); });
    const auto stations = static_cast<int>(plan.writers + plan.listeners);
    if (!eventually(board, [&] { return board.flags[0].live == stations; })) {
        return base::Error{"incomplete", "not all stations got in"};
    }
    std::this_thread::sleep_for(500ms);
    const auto before = site.processor();
    board.flags[0].go = 1;
    const bool done =
        eventually(board, [&] { return board.flags[0].done == static_cast<int>(plan.writers); }) &&
        eventually(board, [&] { return all_heard(plan, board); });
    const auto used = site.processor() - before;
    const auto memory = site.memory("VmHWM:");
    const auto resident = site.memory("VmRSS:");
    processes.end();
    if (!done || board.flags[0].failed) return base::Error{"incomplete", "not all that was asked came about"};
    auto played = evaluate(plan, board);
    played.hub_us = used * 1e6 / static_cast<double>(board.total);
    played.hub_memory = memory;
    played.hub_resident = resident;
    site.stop();
    return played;
}

base::Result<Played> play_joins(Site& site, const RecordSize& record, std::size_t joins) {
    if (auto started = site.start(record); !started) return started.error();
    Board board(1, joins, 1);
    Processes processes(board);
    processes.start([&] { join_all(site, board); });
    if (!eventually(board, [&] { return board.flags[0].done == 1; })) {
        return base::Error{"incomplete", "not all stations got in"};
    }
    processes.end();
    std::vector<double> times;
    for (std::size_t i = 0; i < joins; ++i) times.push_back(static_cast<double>(board.answered[i]) / 1e6);
    site.stop();
    Played played;
    played.own = percentiles(std::move(times));
    return played;
}

}  // namespace dais::bench
