#include "cli/hub_stage.hpp"

#include <fmt/format.h>

#include <fstream>
#include <thread>

#include "program/clocks.hpp"
#include "program/places.hpp"

namespace dais::cli {
namespace fs = std::filesystem;

namespace {

constexpr base::Span patience{30'000};
constexpr int max_restarts = 5;

}  // namespace

base::Result<HubStage> HubStage::start(StageOptions options) {
    const net::KeyRing ring(options.out / keys_folder);
    std::error_code error;
    if (!options.keep_keys) fs::remove_all(ring.directory(), error);  // of an earlier rehearsal
    if (!fs::exists(ring.hub_key_file(), error)) {
        if (auto made = ring.create(); !made) return made.error();
    }
    for (const auto& name : options.stations) {
        if (options.keep_keys && fs::exists(ring.station_key_file(name), error)) continue;
        if (auto added = ring.add_station(name); !added) return added.error();
    }
    HubStage stage(std::move(options), ring);
    if (auto launched = stage.launch(); !launched) return launched.error();
    return stage;
}

base::Status<> HubStage::launch() {
    const auto announce = options_.out / "hub.address";
    std::error_code ignored;
    fs::remove(announce, ignored);
    std::vector<std::string> command{
        (options_.program.empty() ? program::own_program() : options_.program).string(),
        "hub",
        options_.folder.string(),
        "--listen",
        address_,
        "--journal",
        journal().string(),
        "--keys",
        ring_.directory().string(),
        "--announce",
        announce.string(),
        "--quiet"};
    if (options_.start) {
        command.emplace_back("--script-clock");
        command.push_back(fmt::format("{}:{}", options_.start->ms, options_.rate));
    }
    if (options_.style) {
        command.emplace_back("--style");
        command.push_back(options_.style->string());
    }
    auto child = program::Child::start(command);
    if (!child) return child.error();
    child_ = *std::move(child);
    const auto deadline = program::uptime() + patience;
    while (program::uptime() < deadline) {
        if (std::ifstream file(announce); std::getline(file, address_) && !address_.empty())
            return base::Done{};
        if (!child_->runs()) {
            return base::Error{"hub_failed",
                               fmt::format("The hub ended at its start (exit code {}).", *child_->status())};
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    return base::Error{"hub_failed", "The hub did not listen within 30 seconds."};
}

base::Status<> HubStage::keep_running() {
    if (!child_ || child_->runs()) return base::Done{};
    if (restarts_ == max_restarts) {
        return base::Error{"hub_failed", fmt::format("The hub has ended {} times.", max_restarts + 1)};
    }
    ++restarts_;
    return launch();
}

void HubStage::stop() {
    if (child_) child_->stop(base::Span{10'000});
}

}  // namespace dais::cli
