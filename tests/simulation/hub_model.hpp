// The hub's program in the simulation: a Hub that lives between its disk and the network, and that can end at
// any moment, also in the middle of carrying out one step.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "hub/hub.hpp"
#include "simulation/disk.hpp"
#include "support/network.hpp"

namespace dais::simulation {

class HubModel {
  public:
    HubModel(hub::Options options, support::Chance chance, Disk& disk, support::Network& network)
        : options_(options), chance_(chance), disk_(disk), network_(network) {}

    // A first life, with the meeting's folder; and every later one, from what is durable.
    void prepare(meeting::MeetingPrepared prepared, base::Instant now);
    void start(std::vector<std::string>& complaints);
    void crash(base::Instant now);
    // Ends within the next step, after some of what it says was carried out.
    void crash_in_next_step() { doomed_ = true; }

    void turn(base::Instant now, std::vector<std::string>& complaints);

    [[nodiscard]] const hub::Hub* hub() const { return hub_ ? &*hub_ : nullptr; }

  private:
    hub::Options options_;
    support::Chance chance_;
    Disk& disk_;
    support::Network& network_;
    std::optional<hub::Hub> hub_;
    bool doomed_ = false;
    base::Instant last_;
    base::Span skew_{0};  // the clock of the machine that this life began on may be behind the last one's
};

}  // namespace dais::simulation
