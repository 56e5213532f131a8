#include "hub/sessions.hpp"

#include <algorithm>

namespace dais::hub {
namespace {

// The first that is not before the request.
template <class Accepted>
auto place_of(Accepted& accepted, std::uint64_t request) {
    return std::lower_bound(accepted.begin(), accepted.end(), request,
                            [](const auto& each, std::uint64_t wanted) { return each.request < wanted; });
}

}  // namespace

const std::string& Sessions::owner(const wire::SessionId& session) const {
    static const std::string nobody;
    const auto found = sessions_.find(session);
    return found == sessions_.end() ? nobody : found->second.owner;
}

std::uint64_t Sessions::highest(const wire::SessionId& session) const {
    const auto found = sessions_.find(session);
    if (found == sessions_.end()) return 0;
    const auto& [_, entry] = *found;
    const auto accepted = entry.accepted.empty() ? entry.forgotten : entry.accepted.back().request;
    return std::max({accepted, entry.closed_upto, entry.closed.empty() ? 0 : *entry.closed.rbegin()});
}

std::optional<base::Sequence> Sessions::accepted(const wire::SessionId& session,
                                                 std::uint64_t request) const {
    const auto found = sessions_.find(session);
    if (found == sessions_.end()) return std::nullopt;
    const auto& all = found->second.accepted;
    const auto at = place_of(all, request);
    return at == all.end() || at->request != request ? std::nullopt : std::optional(at->sequence);
}

bool Sessions::closed(const wire::SessionId& session, std::uint64_t request) const {
    const auto found = sessions_.find(session);
    if (found == sessions_.end()) return false;
    const auto& entry = found->second;
    return request <= std::max(entry.forgotten, entry.closed_upto) || entry.closed.count(request) != 0;
}

const Sessions::Refusal* Sessions::refused(const wire::SessionId& session, std::uint64_t request) const {
    const auto found = sessions_.find(session);
    if (found == sessions_.end()) return nullptr;
    const auto& all = found->second.refused;
    const auto at = all.find(request);
    return at == all.end() ? nullptr : &at->second;
}

void Sessions::refuse(const wire::SessionId& session, const std::string& user, std::uint64_t request,
                      Refusal refusal) {
    auto& entry = sessions_[session];
    if (entry.owner.empty()) entry.owner = user;
    entry.refused.insert_or_assign(request, std::move(refusal));
    if (entry.refused.size() > max_refusals_remembered) entry.refused.erase(entry.refused.begin());
}

void Sessions::accept(const wire::SessionId& session, const std::string& user, std::uint64_t request,
                      base::Sequence at) {
    auto& entry = sessions_[session];
    if (entry.owner.empty()) entry.owner = user;
    auto& all = entry.accepted;
    if (all.empty() || all.back().request < request) {
        all.push_back({request, at});
    } else if (const auto place = place_of(all, request); place->request != request) {
        all.insert(place, {request, at});
    }
    if (all.size() > max_remembered) {
        entry.forgotten = all.front().request;
        all.pop_front();
    }
}

void Sessions::take_back(const wire::SessionId& session, std::uint64_t request) {
    const auto found = sessions_.find(session);
    if (found == sessions_.end()) return;
    auto& all = found->second.accepted;
    const auto place = place_of(all, request);
    if (place != all.end() && place->request == request) all.erase(place);
}

void Sessions::close(const wire::SessionId& session, const std::string& user, std::uint64_t request) {
    auto& entry = sessions_[session];
    if (entry.owner.empty()) entry.owner = user;
    entry.closed.insert(request);
    if (entry.closed.size() > max_remembered) {
        entry.closed_upto = std::max(entry.closed_upto, *entry.closed.begin());
        entry.closed.erase(entry.closed.begin());
    }
}

std::vector<wire::SessionRecord> Sessions::records() const {
    std::vector<wire::SessionRecord> all;
    for (const auto& [id, entry] : sessions_) {
        if (entry.accepted.empty() && entry.forgotten == 0) continue;  // only asked
        all.push_back({id, entry.owner, entry.forgotten, {entry.accepted.begin(), entry.accepted.end()}});
    }
    return all;
}

bool Sessions::restore(std::vector<wire::SessionRecord> records) {
    for (auto& record : records) {
        const bool ascending =
            std::is_sorted(record.accepted.begin(), record.accepted.end(),
                           [](const auto& one, const auto& other) { return one.request <= other.request; });
        const bool after_forgotten =
            record.accepted.empty() || record.accepted.front().request > record.forgotten;
        if (!ascending || !after_forgotten || record.accepted.size() > max_remembered) return false;
        Session entry;
        entry.owner = std::move(record.owner);
        entry.accepted.assign(record.accepted.begin(), record.accepted.end());
        entry.forgotten = record.forgotten;
        if (!sessions_.emplace(record.session, std::move(entry)).second) return false;
    }
    return true;
}

}  // namespace dais::hub
