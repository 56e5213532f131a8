// Private to the folder: the latest that there is to tell, and those who wait for it.
//
// Any thread. put() copies a pointer under the lock and waits for nobody: a reader that is slow misses what
// was replaced meanwhile.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>

namespace dais::web {

class Feed {
  public:
    struct Latest {
        std::uint64_t version = 0;  // grows with each put()
        std::shared_ptr<const std::string> text;
        bool stopped = false;
    };

    explicit Feed(std::string text) : text_(std::make_shared<const std::string>(std::move(text))) {}

    void put(std::string text);
    // Whoever waits, now or later, is told at once that it is over.
    void stop();

    [[nodiscard]] Latest latest() const;
    // Returns as soon as there is a later version than `seen`, or it is over, or the time has come.
    [[nodiscard]] Latest wait(std::uint64_t seen, std::chrono::steady_clock::time_point until) const;

  private:
    mutable std::mutex mutex_;
    mutable std::condition_variable changed_;
    std::shared_ptr<const std::string> text_;
    std::uint64_t version_ = 1;
    bool stopped_ = false;
};

}  // namespace dais::web
