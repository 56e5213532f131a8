// Private to the folder: threads for connections, made as they are needed and kept.
#pragma once

#include <httplib.h>

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace dais::web {

// As cpp-httplib wants it: enqueue() and shutdown() come from the thread that accepts. What comes while all
// are busy waits; the door sees to it that some are always quick.
class Crew : public httplib::TaskQueue {
  public:
    explicit Crew(std::size_t most) : most_(most) {}

    void enqueue(std::function<void()> job) override;
    // Returns when every job has been done. REQUIRES: what they wait for has been ended.
    void shutdown() override;

  private:
    void work();

    const std::size_t most_;
    std::mutex mutex_;
    std::condition_variable posted_;
    std::deque<std::function<void()>> jobs_;
    std::size_t idle_ = 0;
    bool over_ = false;
    std::vector<std::thread> threads_;
};

}  // namespace dais::web
