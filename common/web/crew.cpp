#include "web/crew.hpp"

#include <system_error>
#include <utility>

namespace dais::web {

void Crew::enqueue(std::function<void()> job) {
    const std::lock_guard lock(mutex_);
    jobs_.push_back(std::move(job));
    if (jobs_.size() > idle_ && threads_.size() < most_) {
        try {
            threads_.emplace_back([this] { work(); });
        } catch (const std::system_error&) {
            // The system has no thread to give: those that there are do it, and the first may not fail.
            if (threads_.empty()) throw;
        }
    }
    posted_.notify_one();
}

void Crew::shutdown() {
    {
        const std::lock_guard lock(mutex_);
        over_ = true;
    }
    posted_.notify_all();
    for (auto& thread : threads_) thread.join();
}

void Crew::work() {
    std::unique_lock lock(mutex_);
    for (;;) {
        ++idle_;
        posted_.wait(lock, [this] { return over_ || !jobs_.empty(); });
        --idle_;
        if (jobs_.empty()) return;
        const auto job = std::exchange(jobs_.front(), {});
        jobs_.pop_front();
        lock.unlock();
        job();
        lock.lock();
    }
}

}  // namespace dais::web
