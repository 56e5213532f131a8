// When and on which connection each command reached the hub, and what it was told when it was refused: what
// the hub's decisions are held against.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "hub/traffic.hpp"
#include "wire/messages.hpp"

namespace dais::simulation {

class Heard {
  public:
    struct Time {
        hub::PeerId peer;        // the connection
        base::Instant at;        // the hub's time then
        bool overtaken = false;  // the hub had heard a later hello of that session before
        std::uint64_t durable = 0;
    };
    struct Overtaking {
        wire::SessionId session{};
        std::uint64_t request = 0;
        std::uint64_t by = 0;  // a later one
    };
    struct Refusal {
        wire::SessionId session{};
        std::uint64_t request = 0;
        std::string word;
        std::string sentence;
        std::vector<Time> heard;    // so far; one of them it answers
        std::uint64_t durable = 0;  // when the hub said it
        std::size_t history = 0;
    };

    // A new life of the hub knows of no connection.
    void begin_life();
    // REQUIRES: in the order in which the hub is handed them. `durable`: so many entries are, on the disk.
    // `served`: false where a hub of that history turns the hello away, so that it changes nothing.
    void note(const hub::Arrived& arrived, base::Instant hub_now, std::uint64_t durable, bool served = true);
    // What the hub says, in which history.
    void note_said(const hub::PeerId& peer, const wire::Answer& answer, std::uint64_t durable,
                   std::size_t history);

    // How often a hello of that session came on an older connection than the hub had heard one on before:
    // what a station takes for a twin of its own when it happens twice within a minute.
    [[nodiscard]] std::size_t late_hellos(const wire::SessionId& session) const;

    [[nodiscard]] const std::vector<Time>* times(const wire::SessionId& session, std::uint64_t request) const;

    [[nodiscard]] const std::vector<Refusal>& refusals() const { return refusals_; }
    // Texts that came for the first time since a hello, when a later one had come.
    [[nodiscard]] const std::vector<Overtaking>& overtakings() const { return overtakings_; }

  private:
    void note_text(const hub::PeerId& peer, const wire::SessionId& session, std::uint64_t request);

    std::map<std::pair<wire::SessionId, std::uint64_t>, std::vector<Time>> times_;
    std::map<hub::PeerId, wire::SessionId> sessions_;  // by connection
    std::map<wire::SessionId, hub::PeerId> newest_;
    std::map<wire::SessionId, std::size_t> late_;
    std::vector<Refusal> refusals_;
    std::map<hub::PeerId, std::set<std::uint64_t>> texts_;  // since its last hello
    std::vector<Overtaking> overtakings_;
};

}  // namespace dais::simulation
