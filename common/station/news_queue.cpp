#include "station/news_queue.hpp"

#include <algorithm>
#include <utility>

namespace dais::station {
namespace {

bool is_state(const News& news) {
    return std::holds_alternative<Happened>(news) || std::holds_alternative<Replaced>(news);
}

bool is_of_drafts(const News& news) {
    return std::holds_alternative<DraftOfOther>(news) || std::holds_alternative<DraftsOfOthersGone>(news);
}

bool is_room(const News& news) {
    return std::holds_alternative<RoomShown>(news);
}

// Whether nobody need know any more what waits of a draft, as newer news tell of it.
bool is_older(const News& waiting, const News& news) {
    if (!is_of_drafts(waiting)) return false;
    if (std::holds_alternative<DraftsOfOthersGone>(news)) return true;
    const auto* before = std::get_if<DraftOfOther>(&waiting);
    const auto* draft = std::get_if<DraftOfOther>(&news);
    return before != nullptr && draft != nullptr && before->author == draft->author &&
           before->place == draft->place;
}

}  // namespace

void NewsQueue::put(std::vector<News> news, const std::function<Replaced()>& state) {
    if (news.empty()) return;
    bool was_empty = false;
    {
        const std::scoped_lock lock(mutex_);
        was_empty = waiting_.empty();
        entries_ += static_cast<std::size_t>(std::count_if(news.begin(), news.end(), is_state));
        for (auto& each : news) {
            if (is_of_drafts(each))
                std::erase_if(waiting_, [&](const News& old) { return is_older(old, each); });
            if (is_room(each)) std::erase_if(waiting_, is_room);
            waiting_.push_back(std::move(each));
        }
        if (entries_ > max_entries_waiting) shorten(state);
    }
    if (was_empty && wake_) wake_();
}

// The state stands where the first entry stood: before all that rests on it.
void NewsQueue::shorten(const std::function<Replaced()>& state) {
    const auto first = std::find_if(waiting_.begin(), waiting_.end(), is_state);
    *first = state();
    waiting_.erase(std::remove_if(first + 1, waiting_.end(), is_state), waiting_.end());
    entries_ = 1;
}

std::vector<News> NewsQueue::take() {
    const std::scoped_lock lock(mutex_);
    entries_ = 0;
    return std::exchange(waiting_, {});
}

}  // namespace dais::station
