#include "net/reports.hpp"

#include <fmt/format.h>

#include <utility>

namespace dais::net {

void ReportQueue::close_window(const std::string& code, Window& of, Clock::time_point now) {
    if (now - of.began < window) return;
    // Nobody may be draining, so a window's summary takes the place of a report and must not pile up either.
    if (of.left_out > 0 && waiting_.size() < 1000)
        waiting_.push_back({code, fmt::format("{} more reports of this kind were left out", of.left_out)});
    of = {now, 0, 0};
}

void ReportQueue::add(const std::string& code, std::string text, Clock::time_point now) {
    const std::lock_guard lock(mutex_);
    auto [at, fresh] = windows_.try_emplace(code, Window{now, 0, 0});
    if (!fresh) close_window(code, at->second, now);
    if (at->second.kept >= per_window || waiting_.size() >= 1000) {
        ++at->second.left_out;
        return;
    }
    ++at->second.kept;
    waiting_.push_back({code, std::move(text)});
}

std::vector<Report> ReportQueue::drain(Clock::time_point now) {
    const std::lock_guard lock(mutex_);
    for (auto& [code, of] : windows_) close_window(code, of, now);
    return std::exchange(waiting_, {});
}

}  // namespace dais::net
