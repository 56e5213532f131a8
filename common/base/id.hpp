// Strong ids: a number that says what it numbers, so that a paragraph cannot be passed for an intervention.
// Ids are dealt from 1 upwards by the meeting that owns them and are never used twice; 0 stands for "none".
#pragma once

#include <compare>
#include <cstdint>
#include <functional>

namespace dais::base {

template <class Tag>
struct Id {
    std::uint64_t value = 0;

    constexpr Id() = default;
    constexpr explicit Id(std::uint64_t v) : value(v) {}
    constexpr explicit operator bool() const { return value != 0; }
    friend constexpr auto operator<=>(Id, Id) = default;
};

}  // namespace dais::base

template <class Tag>
struct std::hash<dais::base::Id<Tag>> {
    std::size_t operator()(dais::base::Id<Tag> id) const noexcept {
        return std::hash<std::uint64_t>{}(id.value);
    }
};
