// The start of an epoch: one life of a hub, with the key that it signs with.
#pragma once

#include "base/sequence.hpp"
#include "base/time.hpp"
#include "seal/signature.hpp"

namespace dais::journal {

struct EpochStart {
    base::Epoch epoch;     // the counter is 1 for a journal's first epoch, and one more for each that follows
    base::Sequence first;  // the first entry that belongs to it, if it ever gets one
    base::Instant started_at;    // the hub's time
    seal::PublicKey public_key;  // of the hub; signs this start and all heads of the epoch
    seal::Signature signature;   // over epoch_message()

    friend bool operator==(const EpochStart&, const EpochStart&) = default;
};

// The bytes that are signed: "dais-epoch-1", then counter, id, first sequence and the milliseconds of the
// start, each of 8 bytes with the most significant first, then the chain's digest before the first entry,
// then the public key.
base::Bytes epoch_message(const EpochStart& start, const base::Digest& before);

EpochStart sign_epoch(base::Epoch epoch, base::Sequence first, base::Instant started_at,
                      const base::Digest& before, const seal::KeyPair& key);

bool epoch_is_signed(const EpochStart& start, const base::Digest& before);

}  // namespace dais::journal
