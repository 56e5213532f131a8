// Chance, from the system's own source. The core and the simulation never call this: they are handed their
// numbers.
#pragma once

#include <cstddef>
#include <cstdint>

#include "base/sequence.hpp"

namespace dais::seal {

// `count` unpredictable bytes. May be called from any thread; ends the program where the system has no random
// source.
base::Bytes random_bytes(std::size_t count);
std::uint64_t random_u64();
void fill_random(void* room, std::size_t count);

}  // namespace dais::seal
