// When and on which connection each command reached the hub: the model that acts are held against.
#pragma once

#include <cstdint>
#include <map>
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
    };

    // A new life of the hub knows of no connection.
    void begin_life();
    // REQUIRES: in the order in which the hub is handed them
    void note(const hub::Arrived& arrived, base::Instant hub_now);

    [[nodiscard]] const std::vector<Time>* times(const wire::SessionId& session, std::uint64_t request) const;

  private:
    std::map<std::pair<wire::SessionId, std::uint64_t>, std::vector<Time>> times_;
    std::map<hub::PeerId, wire::SessionId> sessions_;  // by connection
    std::map<wire::SessionId, hub::PeerId> newest_;
};

}  // namespace dais::simulation
