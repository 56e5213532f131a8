#include "program/signals.hpp"

#include <atomic>
#include <csignal>

namespace dais::program {
namespace {

std::atomic<const net::Wakeup*> woken{nullptr};
std::atomic<bool> wished{false};

void on_signal(int) {
    wished = true;
    if (const auto* wakeup = woken.load()) wakeup->signal();
}

}  // namespace

void stop_on_signals(const net::Wakeup& wakeup) {
    woken = &wakeup;
    struct sigaction action {};
    action.sa_handler = on_signal;
    sigemptyset(&action.sa_mask);
    ::sigaction(SIGTERM, &action, nullptr);
    ::sigaction(SIGINT, &action, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
}

void bear_limits_on_files() {
    std::signal(SIGXFSZ, SIG_IGN);
}

bool stop_is_wished() {
    return wished;
}

}  // namespace dais::program
