#include "simulation/heard.hpp"

#include <variant>

#include "wire/codec.hpp"

namespace dais::simulation {

void Heard::begin_life() {
    sessions_.clear();
    newest_.clear();
}

void Heard::note(const hub::Arrived& arrived, base::Instant hub_now) {
    const auto envelope = wire::decode_envelope(arrived.bytes);
    if (!envelope) return;
    if (const auto* hello = std::get_if<wire::Hello>(&envelope->message)) {
        sessions_[arrived.peer] = hello->session;
        newest_[hello->session] = arrived.peer;
    } else if (const auto* command = std::get_if<wire::CommandMessage>(&envelope->message)) {
        const auto session = sessions_.find(arrived.peer);
        if (session == sessions_.end()) return;  // before its hello
        times_[{session->second, command->request}].push_back(
            {arrived.peer, hub_now, newest_[session->second] != arrived.peer});
    }
}

const std::vector<Heard::Time>* Heard::times(const wire::SessionId& session, std::uint64_t request) const {
    const auto found = times_.find({session, request});
    return found == times_.end() ? nullptr : &found->second;
}

}  // namespace dais::simulation
