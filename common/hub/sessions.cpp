#include "hub/sessions.hpp"

#include <algorithm>

namespace dais::hub {

const std::string& Sessions::owner(const wire::SessionId& session) const {
    static const std::string nobody;
    const auto found = sessions_.find(session);
    return found == sessions_.end() ? nobody : found->second.owner;
}

std::uint64_t Sessions::highest(const wire::SessionId& session) const {
    const auto found = sessions_.find(session);
    if (found == sessions_.end()) return 0;
    const auto& [_, entry] = *found;
    const auto accepted = entry.accepted.empty() ? entry.forgotten : entry.accepted.rbegin()->first;
    return std::max(accepted, entry.closed.empty() ? 0 : *entry.closed.rbegin());
}

std::optional<base::Sequence> Sessions::accepted(const wire::SessionId& session,
                                                 std::uint64_t request) const {
    const auto found = sessions_.find(session);
    if (found == sessions_.end()) return std::nullopt;
    const auto at = found->second.accepted.find(request);
    return at == found->second.accepted.end() ? std::nullopt : std::optional(at->second);
}

bool Sessions::closed(const wire::SessionId& session, std::uint64_t request) const {
    const auto found = sessions_.find(session);
    if (found == sessions_.end()) return false;
    return request <= found->second.forgotten || found->second.closed.count(request) != 0;
}

void Sessions::accept(const wire::SessionId& session, const std::string& user, std::uint64_t request,
                      base::Sequence at) {
    auto& entry = sessions_[session];
    if (entry.owner.empty()) entry.owner = user;
    entry.accepted.emplace(request, at);
    if (entry.accepted.size() > max_remembered) {
        entry.forgotten = entry.accepted.begin()->first;
        entry.accepted.erase(entry.accepted.begin());
    }
}

void Sessions::take_back(const wire::SessionId& session, std::uint64_t request) {
    if (const auto found = sessions_.find(session); found != sessions_.end()) {
        found->second.accepted.erase(request);
    }
}

void Sessions::close(const wire::SessionId& session, const std::string& user, std::uint64_t request) {
    auto& entry = sessions_[session];
    if (entry.owner.empty()) entry.owner = user;
    entry.closed.insert(request);
    if (entry.closed.size() > max_remembered) {
        entry.forgotten = std::max(entry.forgotten, *entry.closed.begin());
        entry.closed.erase(entry.closed.begin());
    }
}

}  // namespace dais::hub
