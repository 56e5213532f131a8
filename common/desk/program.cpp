#include "desk/program.hpp"

#include <poll.h>
#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

#include <atomic>
#include <thread>

#include "desk/loop.hpp"
#include "desk/station_post.hpp"
#include "net/context.hpp"
#include "program/clocks.hpp"
#include "program/exit_codes.hpp"
#include "program/signals.hpp"

namespace dais::desk {
namespace {

int fail(const base::Error& error) {
    spdlog::critical("{}", error.text);
    return program::exit_cannot;
}

// Ends the loop when the program is told to stop. A signal handler may not wake a window; this thread may.
class StopWatch {
  public:
    StopWatch(net::Wakeup& wakeup, ui::Window& window) : wakeup_(wakeup) {
        program::stop_on_signals(wakeup_);
        thread_ = std::thread([this, &window] {
            while (!ended_ && !program::stop_is_wished()) {
                pollfd waiting{wakeup_.fd(), POLLIN, 0};
                ::poll(&waiting, 1, -1);
                wakeup_.clear();
            }
            stop_ = true;
            if (!ended_) window.wake();
        });
    }
    ~StopWatch() {
        ended_ = true;
        wakeup_.signal();
        thread_.join();
    }
    StopWatch(const StopWatch&) = delete;
    StopWatch& operator=(const StopWatch&) = delete;

    [[nodiscard]] const std::atomic<bool>& stop() const { return stop_; }

  private:
    net::Wakeup& wakeup_;
    std::atomic<bool> ended_ = false;
    std::atomic<bool> stop_ = false;
    std::thread thread_;
};

}  // namespace

void set_up_log(const std::string& program) {
    spdlog::set_default_logger(spdlog::stderr_color_mt(program));
    spdlog::set_pattern("%Y-%m-%dT%H:%M:%S.%e%z %n %l %v");
}

int run(ui::Window& window, ui::View& view, const Options& options, const std::string& version) {
    auto keys = station_keys(options);
    if (!keys) return fail(keys.error());
    auto context = net::Context::open();
    if (!context) return fail(context.error());
    PreviewSlot previews;
    station::RunnerOptions runner_options;
    runner_options.link.address = options.hub;
    runner_options.link.keys = *std::move(keys);
    runner_options.spool.path = spool_path(options).string();
    runner_options.program = version;
    runner_options.wake = [&window] { window.wake(); };
    if (view.wants_record()) {
        runner_options.observe = [&](const meeting::Meeting& meeting) {
            previews.make(meeting);
            window.wake();
        };
    }
    auto runner = station::Runner::open(std::move(runner_options));
    if (!runner) return fail(runner.error());
    auto wakeup = net::Wakeup::open();
    if (!wakeup) return fail(wakeup.error());
    StationPost post(**runner);
    Store store(post);
    Loop loop(
        window, view, store, previews, [&] { return (*runner)->take(); }, options);
    const StopWatch watch(*wakeup, window);
    loop.run(watch.stop());
    return program::exit_ok;
}

}  // namespace dais::desk
