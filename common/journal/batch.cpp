#include "journal/batch.hpp"

#include "journal/limits.hpp"

namespace dais::journal {
namespace {

base::Status<> check_entry(base::Sequence sequence, const base::Bytes& entry) {
    if (entry.empty()) {
        return base::Error{"entry_empty", "entry " + std::to_string(sequence.value) + " has no bytes"};
    }
    if (entry.size() > max_bytes_of(sequence)) {
        return base::Error{"entry_too_long", "entry " + std::to_string(sequence.value) + " has " +
                                                 std::to_string(entry.size()) + " bytes, the limit is " +
                                                 std::to_string(max_bytes_of(sequence))};
    }
    return base::Done{};
}

base::Status<> check_size(std::span<const base::Bytes> entries) {
    std::size_t bytes = 0;
    for (const auto& entry : entries) bytes += entry.size();
    if (entries.size() <= max_batch_entries && bytes <= max_batch_bytes) return base::Done{};
    return base::Error{"batch_too_long", "a batch of " + std::to_string(entries.size()) + " entries and " +
                                             std::to_string(bytes) + " bytes; the limits are " +
                                             std::to_string(max_batch_entries) + " and " +
                                             std::to_string(max_batch_bytes)};
}

}  // namespace

std::size_t max_bytes_of(base::Sequence sequence) {
    return sequence.value == 1 ? max_first_entry_bytes : max_entry_bytes;
}

base::Result<Batch> chain_batch(const seal::Head& head, std::span<const base::Bytes> entries,
                                const seal::KeyPair& key) {
    const auto size = check_size(entries);
    if (!size) return size.error();
    Batch batch{{}, head, {}};
    batch.digests.reserve(entries.size());
    for (const auto& entry : entries) {
        const auto sequence = batch.head.sequence.next();
        const auto checked = check_entry(sequence, entry);
        if (!checked) return checked.error();
        batch.head.sequence = sequence;
        batch.head.digest = seal::chain(batch.head.digest, entry);
        batch.digests.push_back(batch.head.digest);
    }
    if (head.sequence.value / entries_per_signed_head !=
        batch.head.sequence.value / entries_per_signed_head) {
        batch.to_store = seal::sign_head(batch.head, key);
    }
    return batch;
}

}  // namespace dais::journal
