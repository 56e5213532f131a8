// The journal: what a hub accepted, in order, each entry chained to the one before by a digest.
// docs/journal.md gives the bytes. The journal knows nothing of meetings: an entry is bytes.
//
// Two interfaces: a JournalReader reads, a Journal also writes. Two kinds of each: on disk
// (sqlite_journal.hpp) and in memory for tests and simulations (memory_journal.hpp).
//
// THREADS: an object belongs to one thread at a time. A reader and the journal that is being written may live
// in different threads or programs; a reader sees entries once they are durable.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "base/result.hpp"
#include "base/sequence.hpp"
#include "base/time.hpp"
#include "journal/epoch.hpp"
#include "journal/limits.hpp"
#include "seal/head.hpp"

namespace dais::journal {

struct Entry {
    base::Sequence sequence;
    base::Digest digest;    // the chain's, after this entry: seal::chain(digest of the one before, bytes)
    base::BytesView bytes;  // valid only during the call that hands the entry over
};

// Called with one entry after another; returns whether it wants more. Must not call the reader that calls it.
using TakeEntry = std::function<bool(const Entry&)>;

class JournalReader {
  public:
    virtual ~JournalReader() = default;

    // The last entry and the last epoch. A journal without entries has sequence 0 and a digest of zeros, one
    // without epochs has epoch 0.
    virtual base::Result<seal::Head> head() = 0;

    // The digest that is stored with an entry; zeros for sequence 0; `no_such_entry` beyond the last.
    virtual base::Result<base::Digest> digest_at(base::Sequence sequence) = 0;

    // Hands over at most `max` entries from `from` on, in order, as they are stored: whether they are what
    // they claim to be is for verify() to say. Returns how many were handed over. `entry_malformed` for a row
    // that cannot be an entry, `database_damaged` and `io_failed` for storage that cannot be read; entries
    // before it were handed over.
    virtual base::Result<std::uint64_t> read(base::Sequence from, std::uint64_t max,
                                             const TakeEntry& take) = 0;

    // All epochs by their counters. `epoch_malformed` for a row that cannot be one.
    virtual base::Result<std::vector<EpochStart>> epochs() = 0;

    // All stored heads by their sequence. `head_malformed` for a row that cannot be one.
    virtual base::Result<std::vector<seal::SignedHead>> heads() = 0;

    // Whether the storage itself says that it is whole, as far as it can tell.
    virtual base::Status<> check_storage() = 0;
};

class Journal : public JournalReader {
  public:
    // Begins a new epoch, one above the last, and signs its start and the head it starts from. Durable on
    // return. Every life of a hub begins one before its first append. `id` is random, from whoever runs the
    // hub.
    virtual base::Result<EpochStart> begin_epoch(std::uint64_t id, base::Instant started_at) = 0;

    // Appends entries with the sequence numbers that follow, in one transaction with one sync: on return all
    // are durable, or an error says why none is. Returns the new head; no entries, no change. Errors:
    //   no_epoch                     begin_epoch() was not called on this object
    //   entry_empty, entry_too_long, batch_too_long   see limits.hpp
    //   disk_full                    nothing was written; the journal can go on once there is room
    //   sync_failed, io_failed       the disk did not confirm. The entries are not acknowledged, and yet they
    //   may be there
    //                                when the journal is opened again. This object refuses everything from
    //                                now on, with the same error: the hub must end.
    //   journal_closed               close() was called
    virtual base::Result<seal::Head> append(std::span<const base::Bytes> entries) = 0;

    // The present head, signed now: what the hub tells its stations, for them to keep. `no_epoch` before the
    // first.
    virtual base::Result<seal::SignedHead> signed_head() = 0;

    // A clean end: stores a signed head and gives the journal back to others. A journal that is destroyed
    // without it is as good, but a tail cut off it shows later. What cannot be written any more is reported;
    // it is closed anyway.
    virtual base::Status<> close() = 0;
};

}  // namespace dais::journal
