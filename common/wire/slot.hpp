// Private to this folder: places that wait for a value from the line. A slot is a place in memory with its
// shape: what may come there, and what is done with it. The reader walks over the bytes once and hands each
// value to the slot whose turn it is, so nothing is ever built that no struct asked for, and a wrong value is
// refused where it stands.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace dais::wire {

struct Shape;

struct Slot {
    void* place = nullptr;
    const Shape* shape = nullptr;
};

// What may come, as functions of the place. A null pointer: such a value may not come. False: it may, but not
// this one.
struct Shape {
    std::string (*expected)() = nullptr;  // for the sentence of an error: "a whole number from 0 to 255"

    bool (*flag)(void*, bool) = nullptr;
    bool (*natural)(void*, std::uint64_t) = nullptr;
    bool (*negative)(void*, std::int64_t) = nullptr;  // below 0
    bool (*text)(void*, std::string_view) = nullptr;
    bool (*bytes)(void*, std::string_view) = nullptr;

    // An array of `count`, then the slot of each element in turn, and its name in the path of an error
    // (empty: its number).
    bool (*begin)(void*, std::uint32_t count) = nullptr;
    Slot (*element)(void*, std::uint32_t index) = nullptr;
    std::string_view (*name)(std::uint32_t index) = nullptr;

    // Where nil may come (and leaves the place empty): the slot for anything else.
    Slot (*present)(void*) = nullptr;
};

}  // namespace dais::wire
