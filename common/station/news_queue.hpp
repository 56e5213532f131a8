// News on their way from a Runner's thread to its window's. Thread-safe.
#pragma once

#include <functional>
#include <mutex>
#include <vector>

#include "station/news.hpp"

namespace dais::station {

// So many entries may wait for a window that does not look; then the state as a whole takes their place.
inline constexpr std::size_t max_entries_waiting = 1000;

class NewsQueue {
  public:
    // `wake` is called by the thread that puts, once for all that comes before the next take(). It is called
    // after the news can be taken, so it may come late: for news that somebody has taken just before.
    explicit NewsQueue(std::function<void()> wake) : wake_(std::move(wake)) {}

    // Puts what belongs together; a take() sees all of it or nothing. Of each draft of another station, and
    // of what the room may know, only the newest waits. `state` is asked for the state after it where too
    // many entries wait.
    void put(std::vector<News> news, const std::function<Replaced()>& state);
    std::vector<News> take();

  private:
    void shorten(const std::function<Replaced()>& state);

    std::function<void()> wake_;
    std::mutex mutex_;
    std::vector<News> waiting_;
    std::size_t entries_ = 0;  // Happened and Replaced among them
};

}  // namespace dais::station
