// From a key on one clerk's station to the model of another's: two real stations (store, runner, spool on a
// disk) at a real hub, both clerks typing twelve keys a second into a paragraph of some 320 words. A line of
// JSON.
//
//   bench_drafts [keys of each clerk, 600] [directory]
#include <fmt/format.h>
#include <stdlib.h>

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "cli/hub_stage.hpp"
#include "desk/station_post.hpp"
#include "desk/store.hpp"
#include "program/clocks.hpp"
#include "station/runner.hpp"

namespace dais {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds between_keys{1000 / 12};

[[noreturn]] void give_up(const std::string& sentence) {
    fmt::print(stderr, "bench_drafts: {}\n", sentence);
    std::exit(1);
}

template <class T>
T got(base::Result<T> result) {
    if (!result) give_up(result.error().text);
    return *std::move(result);
}

// A clerk's station with a window's store, on a thread as a window's is, but nothing is drawn.
class Desk {
  public:
    Desk(const cli::HubStage& stage, const std::string& name, const std::filesystem::path& directory,
         std::size_t keys)
        : typed_(keys), seen_(keys) {
        station::RunnerOptions options;
        options.link.address = stage.address();
        options.link.keys = got(stage.ring().load_station(name));
        options.spool.path = (directory / name).string();
        options.program = "bench_drafts";
        options.wake = [this] { wake(); };
        runner_ = got(station::Runner::open(std::move(options)));
        post_.emplace(*runner_);
        store_.emplace(*post_);
        thread_ = std::jthread([this](const std::stop_token& stop) { run(stop); });
    }
    ~Desk() {
        thread_.request_stop();
        wake();
    }
    Desk(const Desk&) = delete;
    Desk& operator=(const Desk&) = delete;

    // The text after so many keys; the number is its last word.
    void type(std::size_t key) {
        std::string text;
        for (int word = 0; word < 320; ++word) text += "words ";
        {
            const std::scoped_lock lock(mutex_);
            typed_[key] = Clock::now();
            wishes_.emplace_back(ui::KeepDraft{"n", text + std::to_string(key), 0});
        }
        wake();
    }
    [[nodiscard]] bool live() {
        const std::scoped_lock lock(mutex_);
        return live_;
    }
    // What this one typed and the other saw, in milliseconds, sorted. What was typed over before it left
    // counts until what took its place was seen.
    std::vector<double> delays_to(Desk& other) {
        const std::scoped_lock lock(mutex_, other.mutex_);
        std::vector<double> all;
        auto next = Clock::time_point::max();
        for (std::size_t key = typed_.size(); key-- > 0;) {
            if (other.seen_[key] != Clock::time_point{}) next = std::min(next, other.seen_[key]);
            if (next == Clock::time_point::max()) give_up("the last key was not seen");
            all.push_back(std::chrono::duration<double, std::milli>(next - typed_[key]).count());
        }
        return all;
    }

  private:
    void wake() {
        {
            const std::scoped_lock lock(mutex_);
            awake_ = true;
        }
        condition_.notify_one();
    }
    void run(const std::stop_token& stop) {
        while (!stop.stop_requested()) {
            std::vector<ui::Intent> wishes;
            {
                std::unique_lock lock(mutex_);
                condition_.wait(lock, [&] { return awake_; });
                awake_ = false;
                wishes.swap(wishes_);
            }
            store_->carry_out(std::move(wishes), program::uptime());
            store_->take(runner_->take(), program::uptime());
            const auto now = Clock::now();
            const std::scoped_lock lock(mutex_);
            live_ = store_->model().live() && store_->model().revision > 0;
            for (const auto& draft : store_->model().drafts_of_others) {
                const auto key = std::stoul(draft.text.substr(draft.text.rfind(' ') + 1));
                if (seen_[key] == Clock::time_point{}) seen_[key] = now;
            }
        }
    }

    std::mutex mutex_;
    std::condition_variable condition_;
    bool awake_ = false;
    bool live_ = false;
    std::vector<ui::Intent> wishes_;
    std::vector<Clock::time_point> typed_;  // by key
    std::vector<Clock::time_point> seen_;   // those of the other clerk
    std::unique_ptr<station::Runner> runner_;
    std::optional<desk::StationPost> post_;
    std::optional<desk::Store> store_;
    std::jthread thread_;  // last: it ends first
};

void wait_for(Desk& desk) {
    for (int i = 0; i < 1000 && !desk.live(); ++i) std::this_thread::sleep_for(std::chrono::milliseconds(10));
    if (!desk.live()) give_up("a station does not come to the hub");
}

double part(const std::vector<double>& sorted, std::size_t percent) {
    return sorted[std::min(sorted.size() - 1, sorted.size() * percent / 100)];
}

void run(std::size_t keys, const std::filesystem::path& directory) {
    cli::StageOptions options;
    options.folder = std::string(DAIS_SOURCE_DIR) + "/config/sample-meeting";
    options.out = directory;
    options.stations = {"clerk-1", "clerk-2"};
    options.program = std::string(DAIS_BIN_DIR) + "/dais";
    auto stage = got(cli::HubStage::start(std::move(options)));
    std::vector<double> all;
    {
        Desk one(stage, "clerk-1", directory, keys);
        Desk two(stage, "clerk-2", directory, keys);
        wait_for(one);
        wait_for(two);
        auto next = Clock::now();
        for (std::size_t key = 0; key < keys; ++key) {
            next += between_keys / 2;
            std::this_thread::sleep_until(next);
            one.type(key);
            next += between_keys / 2;
            std::this_thread::sleep_until(next);
            two.type(key);
        }
        std::this_thread::sleep_for(std::chrono::seconds(2));
        all = one.delays_to(two);
        const auto back = two.delays_to(one);
        all.insert(all.end(), back.begin(), back.end());
    }
    stage.stop();
    std::sort(all.begin(), all.end());
    fmt::print(
        "{{\"measure\":\"draft_to_model\",\"keys\":{},\"p50_ms\":{:.2f},\"p90_ms\":{:.2f},\"p99_ms\":{:.2f},"
        "\"max_ms\":{:.2f},\"must_ms\":60}}\n",
        all.size(), part(all, 50), part(all, 90), part(all, 99), all.back());
}

}  // namespace
}  // namespace dais

int main(int count, char** words) {
    namespace fs = std::filesystem;
    const std::size_t keys = count > 1 ? std::strtoul(words[1], nullptr, 10) : 600;
    if (keys == 0) dais::give_up("how many keys?");
    const fs::path where = count > 2 ? fs::path(words[2]) : fs::temp_directory_path();
    auto directory = (where / "dais-bench-drafts-XXXXXX").string();
    if (::mkdtemp(directory.data()) == nullptr)
        dais::give_up("no directory can be made in " + where.string());
    dais::run(keys, directory);
    fs::remove_all(directory);
    return 0;
}
