// How much a station may have the hub do: whoever sends without an end is turned away before it costs the
// others anything. Counted for each key, on however many connections.
//
// A message costs 1, and 1 more for each 4 KiB; some cost extra (hub.cpp). A command that is accepted costs
// nothing: the disk bounds those, and a station has only so many under way. An honest desk spends one or two
// a second; one that comes back from a long outage asks about, or says again, as much as fits its outbox
// (4,096) at once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>

#include "base/time.hpp"

namespace dais::hub {

inline constexpr std::uint32_t budget_at_once = 8'192;
inline constexpr std::uint32_t budget_a_second = 512;

constexpr std::uint32_t cost_of(std::size_t message_bytes) {
    return static_cast<std::uint32_t>(1 + message_bytes / 4096);
}

class Budgets {
  public:
    // Takes it off what the station has. False: that is not enough, and now it has nothing. `now` never goes
    // back.
    bool spend(const std::string& user, std::uint32_t cost, base::Instant now);
    void give_back(const std::string& user, std::uint32_t cost);

  private:
    struct Budget {
        std::uint64_t left = std::uint64_t{budget_at_once} * 1000;  // in thousandths
        base::Instant filled;
    };
    std::map<std::string, Budget> budgets_;  // as many as the list of stations ever had names
};

}  // namespace dais::hub
