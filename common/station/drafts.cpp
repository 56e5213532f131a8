#include "station/drafts.hpp"

#include <utility>

namespace dais::station {
namespace {

constexpr base::Span rest{2'000};

template <class Draft>
void add(spool::Changes& changes, const std::string& place, const Draft& draft) {
    if (draft.text) {
        changes.keep_draft(place, *draft.text);
    } else {
        changes.forget_draft(place);
    }
}

template <class Draft>
void tell(const std::string& place, const Draft& draft, std::vector<News>& news) {
    if (draft.text) news.emplace_back(DraftKept{place, draft.version});
}

}  // namespace

void Drafts::keep(std::string place, std::string text, std::uint64_t version) {
    waiting_[std::move(place)] = {std::move(text), version};
    fresh_ = true;
}

void Drafts::forget(const std::string& place) {
    waiting_[place] = {};
    fresh_ = true;
}

void Drafts::forget_unplaced(std::uint64_t request) {
    unplaced_.insert(request);
    fresh_ = true;
}

std::optional<base::Instant> Drafts::due() const {
    if (waiting_.empty() && unplaced_.empty()) return std::nullopt;
    return tried_ + rest;
}

void Drafts::write(Station& station, base::Instant now, bool last, std::vector<News>& news) {
    if (waiting_.empty() && unplaced_.empty()) return trouble_.reset();
    // A disk that failed is left alone for a while, however fast somebody types. A text that is too long
    // fails for itself, and the next version of it may be shorter.
    const bool resting = trouble_ && now - tried_ < rest && now >= tried_;
    if (resting && !last && !(fresh_ && trouble_->code == "draft_too_long")) return;
    fresh_ = false;
    tried_ = now;
    auto written = write_all(station, news);
    // One that is refused for itself must not hold up the others.
    if (!written && written.error().code != "disk_full") written = write_singly(station, news);
    trouble_.reset();
    if (!written) trouble_ = written.error();
}

// Those that still wait for their answer are not their author's to forget.
void Drafts::add_forgotten(spool::Changes& changes, const Station& station) const {
    for (const auto request : unplaced_) {
        if (!station.replica().outbox().all().contains(request)) changes.forget(request);
    }
}

base::Status<> Drafts::write_all(Station& station, std::vector<News>& news) {
    spool::Changes changes;
    for (const auto& [place, draft] : waiting_) add(changes, place, draft);
    add_forgotten(changes, station);
    if (auto written = station.keep(changes); !written) return written;
    for (const auto& [place, draft] : waiting_) tell(place, draft, news);
    waiting_.clear();
    unplaced_.clear();
    return base::Done{};
}

base::Status<> Drafts::write_singly(Station& station, std::vector<News>& news) {
    spool::Changes forgotten;
    add_forgotten(forgotten, station);
    auto all = station.keep(forgotten);
    if (all) unplaced_.clear();
    for (auto each = waiting_.begin(); each != waiting_.end();) {
        spool::Changes changes;
        add(changes, each->first, each->second);
        if (auto written = station.keep(changes); !written) {
            all = written;
            ++each;
            continue;
        }
        tell(each->first, each->second, news);
        each = waiting_.erase(each);
    }
    return all;
}

}  // namespace dais::station
