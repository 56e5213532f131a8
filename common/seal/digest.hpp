// BLAKE2b-256: what a chain of entries and the state of a meeting are known by.
#pragma once

#include "base/sequence.hpp"

namespace dais::seal {

base::Digest digest(base::BytesView bytes);

// The chain's digest at an entry: BLAKE2b-256 over the digest at the entry before (32 zero bytes before the
// first), followed by the entry's bytes.
base::Digest chain(const base::Digest& previous, base::BytesView entry);

}  // namespace dais::seal
