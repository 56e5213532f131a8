// What both kinds of journal do with a batch before they store it.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "base/result.hpp"
#include "seal/head.hpp"

namespace dais::journal {

struct Batch {
    std::vector<base::Digest> digests;  // one an entry
    seal::Head head;                    // after the last
    std::optional<seal::SignedHead> to_store;
};

// Numbers and chains entries after `head`. Errors as in Journal::append: `entry_empty`, `entry_too_long`,
// `batch_too_long`. REQUIRES: there are entries, and the head has an epoch.
base::Result<Batch> chain_batch(const seal::Head& head, std::span<const base::Bytes> entries,
                                const seal::KeyPair& key);

// How long the entry with this sequence may be.
std::size_t max_bytes_of(base::Sequence sequence);

}  // namespace dais::journal
