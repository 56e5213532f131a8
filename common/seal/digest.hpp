// BLAKE2b-256: the digest that chains the journal and that tells two replicas apart.
//
// Every function here is pure, needs no set-up and may be called from any thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "base/sequence.hpp"

namespace dais::seal {

// BLAKE2b with 32 bytes of output, no key, no salt (RFC 7693).
base::Digest digest(base::BytesView bytes);

// One link of a chain: BLAKE2b-256(previous || entry). A chain begins with no_digest.
base::Digest chain(const base::Digest& previous, base::BytesView entry);

// 32 zero bytes: what stands before the first entry of a chain.
inline constexpr base::Digest no_digest{};

// The digest of bytes that come in pieces; the pieces' borders do not matter.
class Digester {
  public:
    Digester();
    void add(base::BytesView piece);
    // The digest of all that was added. REQUIRES: finish() was not called before.
    base::Digest finish();

  private:
    // Room for libsodium's crypto_generichash_state, so that this header is free of libsodium; its size is
    // held against the real one in digest.cpp.
    alignas(64) std::byte state_[384];
    bool finished_ = false;
};

// The bytes in lower-case hexadecimal, two digits a byte, no separators.
std::string hex(base::BytesView bytes);
std::string hex(const base::Digest& digest);

// The bytes of a hexadecimal text of either case. `not_hex` where it holds anything but pairs of hexadecimal
// digits.
base::Result<base::Bytes> bytes_from_hex(std::string_view text);

// A digest from its 64 hexadecimal digits. `not_a_digest` for anything else.
base::Result<base::Digest> digest_from_hex(std::string_view text);

// The digest's 32 bytes as a view; valid as long as the digest is.
base::BytesView view(const base::Digest& digest);

// A digest from 32 bytes. `not_a_digest` for another length.
base::Result<base::Digest> digest_from_bytes(base::BytesView bytes);

}  // namespace dais::seal
