#include "web/feed.hpp"

#include <utility>

namespace dais::web {

void Feed::put(std::string text) {
    auto made = std::make_shared<const std::string>(std::move(text));
    {
        const std::lock_guard lock(mutex_);
        text_ = std::move(made);
        ++version_;
    }
    changed_.notify_all();
}

void Feed::stop() {
    {
        const std::lock_guard lock(mutex_);
        stopped_ = true;
    }
    changed_.notify_all();
}

Feed::Latest Feed::latest() const {
    const std::lock_guard lock(mutex_);
    return {version_, text_, stopped_};
}

Feed::Latest Feed::wait(std::uint64_t seen, std::chrono::steady_clock::time_point until) const {
    std::unique_lock lock(mutex_);
    changed_.wait_until(lock, until, [&] { return stopped_ || version_ > seen; });
    return {version_, text_, stopped_};
}

}  // namespace dais::web
