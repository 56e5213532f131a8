// Chance from a seed: the same numbers on every machine and with every library, which the distributions of
// <random> do not promise.
#pragma once

#include <cstdint>

#include "base/time.hpp"

namespace dais::support {

class Chance {
  public:
    explicit Chance(std::uint64_t seed) : state_(seed) {}

    std::uint64_t next() {  // SplitMix64
        state_ += 0x9E3779B97F4A7C15u;
        std::uint64_t z = state_;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
        return z ^ (z >> 31);
    }

    // 0 to n - 1. REQUIRES: n > 0
    std::uint64_t below(std::uint64_t n) { return next() % n; }
    bool one_in(std::uint64_t n) { return below(n) == 0; }
    bool coin() { return one_in(2); }
    base::Span between(base::Span least, base::Span most) {
        return least + base::Span{static_cast<std::int64_t>(
                           below(static_cast<std::uint64_t>((most - least).count()) + 1))};
    }
    base::Span between(std::int64_t least_ms, std::int64_t most_ms) {
        return between(base::Span{least_ms}, base::Span{most_ms});
    }
    // Chance of its own for a part of the whole, so that one part's use does not shift the others'.
    Chance fork() { return Chance(next()); }

  private:
    std::uint64_t state_;
};

}  // namespace dais::support
