#include "hub/drafts.hpp"

#include "wire/codec.hpp"

namespace dais::hub {

void Drafts::take(const Peer& peer, wire::Draft draft) {
    wire::DraftOf told{peer.actor.name, std::move(draft.place), draft.base, std::move(draft.text)};
    put(peer.id, std::move(told));
}

void Drafts::put(const PeerId& from, wire::DraftOf draft) {
    const Key key{draft.author, draft.place};
    bool known = false;
    if (const auto at = at_.find(key); at != at_.end()) {
        const auto& before = changes_.at(at->second);
        if (before.draft.text.empty() && draft.text.empty()) return;
        known = before.known;
        drop(at);
    }
    const auto cost = wire::cost_of_draft(draft.text.size());
    if (!draft.text.empty() && !fits(draft.author, cost)) draft.text.clear();
    if (draft.text.empty() && !known) return;
    ++last_;
    if (draft.text.empty()) {
        draft.base = 0;
        gone_.insert(last_);
    } else {
        auto& sum = sums_[draft.author];
        ++sum.drafts;
        sum.bytes += cost;
        bytes_ += cost;
        auto& owner = owners_[from];
        owner.author = draft.author;
        ++owner.drafts;
    }
    at_.emplace(key, last_);
    changes_.emplace(last_, Change{std::move(draft), from, nullptr, known});
    if (gone_.size() > max_drafts_gone) {
        forgotten_ = *gone_.begin();
        forget_gone(forgotten_);
    }
}

bool Drafts::fits(const std::string& author, std::size_t cost) const {
    if (bytes_ + cost > max_draft_bytes) return false;
    const auto sum = sums_.find(author);
    return sum == sums_.end() || (sum->second.drafts < wire::max_drafts_of_one &&
                                  sum->second.bytes + cost <= wire::max_draft_bytes_of_one);
}

void Drafts::drop(std::map<Key, std::uint64_t>::iterator at) {
    const auto found = changes_.find(at->second);
    const auto& [draft, from, bytes, known] = found->second;
    if (draft.text.empty()) {
        gone_.erase(at->second);
    } else {
        const auto cost = wire::cost_of_draft(draft.text.size());
        bytes_ -= cost;
        const auto sum = sums_.find(draft.author);
        sum->second.bytes -= cost;
        if (--sum->second.drafts == 0) sums_.erase(sum);
        const auto owner = owners_.find(from);
        if (--owner->second.drafts == 0) owners_.erase(owner);
    }
    changes_.erase(found);
    at_.erase(at);
}

void Drafts::forget_gone(std::uint64_t change) {
    const auto& draft = changes_.at(change).draft;
    drop(at_.find({draft.author, draft.place}));
}

void Drafts::forget(const PeerId& peer) {
    const auto owner = owners_.find(peer);
    if (owner == owners_.end()) return;
    const auto author = owner->second.author;
    std::vector<wire::DraftOf> all;
    for (auto at = at_.lower_bound({author, ""}); at != at_.end() && at->first.first == author; ++at) {
        const auto& change = changes_.at(at->second);
        if (change.from == peer && !change.draft.text.empty())
            all.push_back({author, at->first.second, 0, ""});
    }
    for (auto& gone : all) put(peer, std::move(gone));
}

void Drafts::forget_all_but(const std::map<PeerId, Peer>& peers) {
    std::vector<PeerId> left;
    for (const auto& [id, _] : owners_) {
        if (!peers.contains(id)) left.push_back(id);
    }
    for (const auto& id : left) forget(id);
}

void Drafts::feed(Peer& peer, base::Epoch epoch, std::vector<Outbound>& out) {
    auto& told = peer.drafts;
    auto next = changes_.upper_bound(told.upto);
    while (next != changes_.end() && peer.sent < peer.allowed && told.under_way < max_drafts_under_way &&
           told.bytes_under_way < max_draft_bytes_under_way) {
        auto& [number, change] = *next++;
        told.upto = number;
        const bool never_seen = change.draft.text.empty() && number <= told.joined;
        if (never_seen || change.draft.author == peer.actor.name) continue;
        if (!change.bytes) {
            change.bytes =
                std::make_shared<const base::Bytes>(wire::encode(wire::Envelope{epoch, change.draft}));
            change.known = true;
        }
        peer.sent += change.bytes->size();
        ++told.under_way;
        told.bytes_under_way += change.bytes->size();
        out.emplace_back(Send{peer.id, change.bytes});
    }
    if (next == changes_.end()) told.upto = last_;
}

void Drafts::settle(const std::map<PeerId, Peer>& peers) {
    if (gone_.empty()) return;
    auto all_told = last_;
    for (const auto& [_, peer] : peers) {
        if (peer.writes) all_told = std::min(all_told, told(peer));
    }
    while (!gone_.empty() && *gone_.begin() <= all_told) forget_gone(*gone_.begin());
}

}  // namespace dais::hub
