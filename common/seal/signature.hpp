// Ed25519 (RFC 8032): the hub signs what it vouches for, and anybody with its public key can check it.
//
// Every function may be called from any thread. Signing takes some 30 µs, checking some 80 µs.
#pragma once

#include <array>
#include <cstdint>

#include "base/sequence.hpp"

namespace dais::seal {

using PublicKey = std::array<std::uint8_t, 32>;
using Signature = std::array<std::uint8_t, 64>;

// What a key pair is made from, and the part of it to keep in a file of mode 0600.
using Seed = std::array<std::uint8_t, 32>;

// A pair of keys; the secret half is wiped from memory when the pair dies.
class KeyPair {
  public:
    // A new pair from the system's random source.
    static KeyPair make();
    // The pair that belongs to a seed, always the same.
    static KeyPair from_seed(const Seed& seed);

    KeyPair(const KeyPair&) = default;
    KeyPair& operator=(const KeyPair&) = default;
    ~KeyPair();

    [[nodiscard]] const PublicKey& public_key() const { return public_; }
    [[nodiscard]] Seed seed() const;
    [[nodiscard]] Signature sign(base::BytesView message) const;

  private:
    KeyPair() = default;

    PublicKey public_{};
    std::array<std::uint8_t, 64> secret_{};
};

// Whether `signature` is the one that the owner of `key` gave to exactly this message.
bool signed_by(const PublicKey& key, base::BytesView message, const Signature& signature);

}  // namespace dais::seal
