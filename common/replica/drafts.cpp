#include "replica/drafts.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "meeting/limits.hpp"

namespace dais::replica {

void OwnDrafts::show(std::string place, std::uint32_t base, std::string text, std::uint64_t after) {
    if (!wire::is_draft_place(place) || text.size() > meeting::max_text_bytes || base::first_bad_utf8(text)) {
        return;
    }
    const auto found = own_.find(place);
    if (text.empty()) {
        if (found == own_.end() || found->second.text.empty()) return;
        if (!found->second.at_hub) {
            own_.erase(found);
            return;
        }
    }
    auto& own = found == own_.end() ? own_[std::move(place)] : found->second;
    if (own.text == text && own.base == base && !own.text.empty()) return;
    own.base = text.empty() ? 0 : base;
    own.text = std::move(text);
    own.after = own.text.empty() ? after : 0;
    own.fresh = true;
}

void OwnDrafts::lose_connection() {
    std::erase_if(own_, [](const auto& each) { return each.second.text.empty(); });
    for (auto& [_, own] : own_) {
        own.fresh = true;
        own.at_hub.reset();
        own.sent.reset();
    }
    places_at_hub_ = 0;
    bytes_at_hub_ = 0;
    next_.reset();
}

// What has no room waits until there is some: the hub would take it for gone.
bool OwnDrafts::has_room(const Own& own) const {
    if (own.text.empty()) return true;
    if (!own.at_hub && places_at_hub_ >= wire::max_drafts_of_one) return false;
    const auto cost = wire::cost_of_draft(own.text.size());
    return bytes_at_hub_ - own.at_hub.value_or(0) + cost <= wire::max_draft_bytes_of_one;
}

void OwnDrafts::note_sent(Own& own, base::Instant now) {
    own.fresh = false;
    own.sent = now;
    if (own.at_hub) {
        --places_at_hub_;
        bytes_at_hub_ -= *own.at_hub;
        own.at_hub.reset();
    }
    if (own.text.empty()) return;
    own.at_hub = wire::cost_of_draft(own.text.size());
    ++places_at_hub_;
    bytes_at_hub_ += *own.at_hub;
}

std::vector<wire::Draft> OwnDrafts::due(base::Instant now, std::optional<std::uint64_t> unsettled) {
    std::vector<wire::Draft> all;
    next_.reset();
    for (const bool gone : {true, false}) {  // what is gone makes room
        for (auto each = own_.begin(); each != own_.end();) {
            auto& [place, own] = *each;
            const bool waits = own.text.empty() && unsettled && *unsettled <= own.after;
            if (own.text.empty() != gone || !own.fresh || waits || !has_room(own)) {
                ++each;
                continue;
            }
            // Where our own clock jumped back there was no rest to speak of.
            const bool rests = !gone && own.sent && now >= *own.sent && now - *own.sent < between_drafts;
            if (rests) {
                const auto then = *own.sent + between_drafts;
                next_ = next_ ? std::min(*next_, then) : then;
                ++each;
                continue;
            }
            note_sent(own, now);
            all.push_back({place, own.base, own.text});
            each = gone ? own_.erase(each) : std::next(each);
        }
    }
    return all;
}

std::optional<base::Instant> OwnDrafts::wake_at() const {
    return next_;
}

std::map<std::string, wire::Draft> OwnDrafts::all() const {
    std::map<std::string, wire::Draft> found;
    for (const auto& [place, own] : own_) {
        if (!own.text.empty()) found.emplace(place, wire::Draft{place, own.base, own.text});
    }
    return found;
}

bool DraftsOfOthers::take(const wire::DraftOf& draft) {
    const Key key{draft.author, draft.place};
    const auto found = all_.find(key);
    const auto before = found == all_.end() ? 0 : wire::cost_of_draft(found->second.text.size());
    const auto cost = draft.text.empty() ? 0 : wire::cost_of_draft(draft.text.size());
    if (bytes_ - before + cost > max_bytes_of_others) return false;
    bytes_ = bytes_ - before + cost;
    if (!draft.text.empty()) {
        all_.insert_or_assign(key, Draft{draft.base, draft.text});
    } else if (found == all_.end()) {
        return false;
    } else {
        all_.erase(found);
    }
    return true;
}

bool DraftsOfOthers::forget() {
    bytes_ = 0;
    const bool some = !all_.empty();
    all_.clear();
    return some;
}

}  // namespace dais::replica
