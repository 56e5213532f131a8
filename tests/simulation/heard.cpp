#include "simulation/heard.hpp"

#include <variant>

#include "wire/codec.hpp"

namespace dais::simulation {
namespace {

// The network numbers connections in the order in which they are made: "clerk-2/17". 0: none.
std::uint64_t number_of(const hub::PeerId& peer) {
    const auto slash = peer.find('/');
    return slash == std::string::npos ? 0 : std::stoull(peer.substr(slash + 1));
}

}  // namespace

void Heard::begin_life() {
    sessions_.clear();
    newest_.clear();
    texts_.clear();
}

void Heard::note(const hub::Arrived& arrived, base::Instant hub_now, std::uint64_t durable, bool served) {
    const auto envelope = wire::decode_envelope(arrived.bytes);
    if (!envelope) return;
    if (const auto* hello = std::get_if<wire::Hello>(&envelope->message)) {
        sessions_[arrived.peer] = hello->session;
        texts_[arrived.peer].clear();
        auto& newest = newest_[hello->session];
        if (number_of(arrived.peer) < number_of(newest)) ++late_[hello->session];
        if (!served) return;
        newest = arrived.peer;
    } else if (const auto* command = std::get_if<wire::CommandMessage>(&envelope->message)) {
        const auto session = sessions_.find(arrived.peer);
        if (session == sessions_.end()) return;  // before its hello
        times_[{session->second, command->request}].push_back(
            {arrived.peer, hub_now, newest_[session->second] != arrived.peer, durable});
        if (!meeting::is_act(command->command)) note_text(arrived.peer, session->second, command->request);
    }
}

void Heard::note_text(const hub::PeerId& peer, const wire::SessionId& session, std::uint64_t request) {
    auto& before = texts_[peer];
    const bool fresh = before.insert(request).second;
    if (fresh && *before.rbegin() != request) {
        overtakings_.push_back({session, request, *before.rbegin()});
    }
}

void Heard::note_said(const hub::PeerId& peer, const wire::Answer& answer, std::uint64_t durable,
                      std::size_t history) {
    const auto session = sessions_.find(peer);
    if (answer.fate != wire::Fate::refused || session == sessions_.end()) return;
    Refusal refusal{session->second, answer.request, answer.word, answer.sentence, {}, durable, history};
    if (const auto* all = times(session->second, answer.request)) refusal.heard = *all;
    refusals_.push_back(std::move(refusal));
}

std::size_t Heard::late_hellos(const wire::SessionId& session) const {
    const auto found = late_.find(session);
    return found == late_.end() ? 0 : found->second;
}

const std::vector<Heard::Time>* Heard::times(const wire::SessionId& session, std::uint64_t request) const {
    const auto found = times_.find({session, request});
    return found == times_.end() ? nullptr : &found->second;
}

}  // namespace dais::simulation
