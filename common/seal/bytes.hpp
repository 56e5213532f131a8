// Between the bytes of base (char) and those of libsodium (unsigned char), and numbers as they are signed:
// big-endian.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "base/sequence.hpp"

namespace dais::seal {

inline const unsigned char* octets(base::BytesView bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

template <std::size_t N>
base::BytesView view_of(const std::array<std::uint8_t, N>& bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), N};
}

// Adds the 8 bytes of a number, the most significant first.
inline void add_u64(base::Bytes& bytes, std::uint64_t number) {
    for (int shift = 56; shift >= 0; shift -= 8) bytes += static_cast<char>((number >> shift) & 0xFF);
}

// The number in the first 8 bytes, the most significant first. REQUIRES: bytes.size() >= 8.
inline std::uint64_t read_u64(base::BytesView bytes) {
    std::uint64_t number = 0;
    for (std::size_t at = 0; at < 8; ++at) number = number << 8 | static_cast<unsigned char>(bytes[at]);
    return number;
}

}  // namespace dais::seal
