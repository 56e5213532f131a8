// The floor: programs that do the least that the same work can cost, with nothing of ours. They are called
// beside our own rounds, and what they print is read.
#pragma once

#include <filesystem>
#include <string>

#include "base/result.hpp"
#include "bench/hub/round.hpp"

namespace dais::bench {

class Floor {
  public:
    // A directory with the programs `floor` and `codec`; empty: there is none.
    Floor(std::filesystem::path programs, std::filesystem::path scratch)
        : programs_(std::move(programs)), scratch_(std::move(scratch)) {}
    [[nodiscard]] bool exists() const { return !programs_.empty(); }

    // The same plan: floor --clients= --n= --window= --rate= --stations= [--group=] [--curve].
    [[nodiscard]] base::Result<Played> play(const Plan& plan, std::size_t group, bool curve) const;
    // Joining with a record packed beforehand, connect to decoded: codec's line "join" or "join curve". It
    // gives no p90.
    [[nodiscard]] base::Result<Played> join(bool curve) const;

  private:
    std::filesystem::path programs_;
    std::filesystem::path scratch_;
};

}  // namespace dais::bench
