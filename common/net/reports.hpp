// What the network has to tell the log. Strangers can cause every one of these, so they come rate limited: a
// flood of bad connections must not become a flood of lines.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <vector>

namespace dais::net {

struct Report {
    std::string
        code;  // refused_key, refused_mechanism, full, room_again, oversized, multipart, revoked_key, …
    std::string text;  // a sentence for people
};

// Thread-safe. Keeps at most `per_window` reports of one code for each window of a minute; those beyond are
// counted and the count is reported once the window has passed.
class ReportQueue {
  public:
    using Clock = std::chrono::steady_clock;
    static constexpr std::chrono::seconds window{60};
    static constexpr unsigned per_window = 10;

    // `code` is one of our own words: their number bounds the queue.
    void add(const std::string& code, std::string text, Clock::time_point now = Clock::now());

    // Takes what there is.
    std::vector<Report> drain(Clock::time_point now = Clock::now());

  private:
    struct Window {
        Clock::time_point began;
        unsigned kept = 0;
        std::uint64_t left_out = 0;
    };
    void close_window(const std::string& code, Window& of, Clock::time_point now);

    std::mutex mutex_;
    std::vector<Report> waiting_;
    std::map<std::string, Window> windows_;
};

}  // namespace dais::net
