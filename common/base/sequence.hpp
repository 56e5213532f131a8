// Places in the journal: the sequence of an entry, and the epoch of the hub that wrote it.
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dais::base {

using Bytes = std::string;  // bytes at rest or on the way; std::string for its cheap views
using BytesView = std::string_view;

// The place of an entry in its journal. The first entry has 1; 0 stands before the first.
struct Sequence {
    std::uint64_t value = 0;

    friend constexpr auto operator<=>(Sequence, Sequence) = default;
    [[nodiscard]] constexpr Sequence next() const { return {value + 1}; }
};

// One life of a hub: a counter that grows by one with every start or takeover, and a random id that tells two
// hubs apart which counted the same.
struct Epoch {
    std::uint64_t counter = 0;
    std::uint64_t id = 0;

    friend constexpr auto operator<=>(const Epoch&, const Epoch&) = default;
};

// BLAKE2b-256. What it covers is said where it is used.
using Digest = std::array<std::uint8_t, 32>;

}  // namespace dais::base
