// Private to this folder: bytes to values. One pass over the bytes, msgpack-cxx taking them apart and each
// value going to the slot whose turn it is. What a stranger can make it do is bounded by the length of the
// bytes: a struct comes into being only when its first byte has been read.
#pragma once

#include <string_view>

#include "base/result.hpp"
#include "base/sequence.hpp"
#include "wire/shapes_composed.hpp"

namespace dais::wire {

// Fills the slot, and whatever lies below it. On an error what was filled so far is to be thrown away. `name`
// opens the path in the sentence: "command.value.text: expected text in valid UTF-8, found bytes". REQUIRES:
// the place holds a value as it was made, nothing in its containers.
base::Status<> read(base::BytesView bytes, Slot root, std::string_view name);

template <class T>
base::Result<T> decode(base::BytesView bytes, std::size_t limit, std::string_view name) {
    if (bytes.size() > limit) {
        return base::Error{"bad_message", std::string(name) + ": expected at most " + std::to_string(limit) +
                                              " bytes, found " + std::to_string(bytes.size())};
    }
    T value;  // not T{}: g++ 12 then takes the texts that have a default for uninitialised
    if (auto done = read(bytes, slot_for(value), name); !done.ok()) return done.error();
    return value;
}

}  // namespace dais::wire
