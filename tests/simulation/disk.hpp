// The hub's disk in virtual time: one transaction at a time, which takes a while to become durable. A crash
// takes what is under way with it, or leaves it behind though nobody was told: both happen to real disks.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "hub/traffic.hpp"
#include "support/chance.hpp"

namespace dais::simulation {

class Disk {
  public:
    explicit Disk(support::Chance chance) : chance_(chance) {}

    // How long a sync takes: mostly some milliseconds, now and then as long as `slowest`.
    void set_slowest(base::Span slowest) { slowest_ = slowest; }

    // What is durable from the beginning.
    void install(hub::SharedBytes entry);
    // Empty, or what is wrong with the order.
    std::string append(const hub::Append& append, base::Instant now);
    // The hub's input once what was appended is durable.
    std::optional<hub::Synced> turn(base::Instant now);
    void crash();

    [[nodiscard]] const std::vector<hub::SharedBytes>& durable() const { return durable_; }
    // The chain's digest at a durable entry; zeros at 0, nothing beyond.
    [[nodiscard]] std::optional<base::Digest> chain(base::Sequence at) const;
    // Each life of the hub gets an epoch of its own.
    base::Epoch next_epoch() { return {++epochs_, chance_.next() | 1u}; }

  private:
    void keep(hub::SharedBytes entry);

    support::Chance chance_;
    base::Span slowest_{300};
    std::vector<hub::SharedBytes> durable_;
    std::vector<base::Digest> chain_;
    std::vector<hub::SharedBytes> under_way_;
    base::Instant due_;
    std::uint64_t epochs_ = 0;
};

}  // namespace dais::simulation
