// What the hub's journal lies on, and what may be done to it while nobody has it open.
#pragma once

#include <memory>

#include "base/result.hpp"
#include "journal/journal.hpp"
#include "journal/memory_journal.hpp"
#include "journal/prefix.hpp"

namespace dais::simulation {

class Medium {
  public:
    virtual ~Medium() = default;

    virtual base::Result<std::unique_ptr<journal::Journal>> open() = 0;
    virtual base::Result<journal::Prefix> open_prefix() = 0;

    // What the next append meets.
    virtual void fail_next(journal::DiskFault fault) = 0;
    // The power went while the journal was open; nobody has it open any more. Odd: what was not synced is
    // lost, there, or torn.
    virtual void lose_power() = 0;

    // A copy as it lies there.
    [[nodiscard]] virtual std::unique_ptr<Medium> copy() const = 0;
    // Flips a bit of an entry. REQUIRES: it is there
    virtual void flip(base::Sequence entry, std::uint64_t chance) = 0;
    // As it was when `last` was the last entry.
    virtual void cut_back(base::Sequence last) = 0;
};

// The key with which the simulation's hub signs.
const seal::KeyPair& hub_key();

std::unique_ptr<Medium> memory_medium();

}  // namespace dais::simulation
