#include "cli/progress.hpp"

#include <unistd.h>

#include <cstdio>

#include "program/clocks.hpp"

namespace dais::cli {

Progress::Progress(std::string what, std::uint64_t total)
    : what_(std::move(what)),
      total_(total),
      started_(program::uptime()),
      terminal_(isatty(STDERR_FILENO) == 1) {}

Progress::~Progress() {
    if (visible_) std::fputs("\r\x1b[K", stderr);
}

void Progress::at(std::uint64_t done) {
    if (!terminal_) return;
    const auto now = program::uptime();
    if (now - started_ < base::Span{1000} || now - drawn_ < base::Span{100}) return;
    drawn_ = now;
    visible_ = true;
    if (total_ > 0) {
        std::fprintf(stderr, "\r\x1b[K%s: %llu of %llu (%llu %%)", what_.c_str(),
                     static_cast<unsigned long long>(done), static_cast<unsigned long long>(total_),
                     static_cast<unsigned long long>(done * 100 / total_));
    } else {
        std::fprintf(stderr, "\r\x1b[K%s: %llu", what_.c_str(), static_cast<unsigned long long>(done));
    }
    std::fflush(stderr);
}

}  // namespace dais::cli
