// A journal in memory, for tests and simulations: the same rules as on disk, and a disk that can be broken.
//
// The MemoryDisk is what stays when a hub dies; a journal is opened on it like on a file, verified first, and
// by one hub at a time. A simulation destroys the journal object to crash the hub, and opens the disk again.
#pragma once

#include <deque>
#include <memory>
#include <string_view>

#include "journal/journal.hpp"

namespace dais::journal {

enum class DiskFault {
    full,       // nothing is stored, `disk_full`; the next append may succeed
    sync_lost,  // `sync_failed`, and the batch is not there when the disk is opened again
    sync_kept   // `sync_failed`, and the batch is there all the same: a disk may do either
};

class MemoryDisk {
  public:
    // Meddling with the rows, as somebody could with a file. REQUIRES: the row is there.
    void change_entry(base::Sequence sequence, base::BytesView bytes);
    void change_digest(base::Sequence sequence, const base::Digest& digest);
    void remove_entry(base::Sequence sequence);
    void swap_entries(base::Sequence one, base::Sequence other);
    // Removes all entries after `last`; with_heads also the heads and epochs that would tell.
    void cut_tail(base::Sequence last, bool with_heads);

    // The append after `successes` more successful ones (batches, not entries) meets this fault.
    void fail_append(DiskFault fault, std::uint64_t successes = 0);

    // From now on the disk confirms what it has not stored, until the power goes: then all since is gone.
    void begin_to_lie();
    void cut_power();

    [[nodiscard]] std::uint64_t appends() const { return appends_; }

  private:
    friend class MemoryJournal;
    struct Row {
        base::Sequence sequence;
        base::Digest digest;
        base::Bytes bytes;
    };
    struct Store {
        std::deque<Row> rows;
        std::vector<EpochStart> epochs;
        std::vector<seal::SignedHead> heads;
    };
    struct Failure {
        DiskFault fault;
        std::uint64_t successes;
    };

    Row& row(base::Sequence sequence);
    // Takes the fault that the coming append is to meet, if any.
    std::optional<DiskFault> take_fault();

    Store store_;
    std::optional<Store> before_lying_;
    std::optional<Failure> failure_;
    std::uint64_t appends_ = 0;
    bool in_use_ = false;
};

// Opens a disk to write. `journal_in_use`, `journal_damaged` as for a file.
base::Result<std::unique_ptr<Journal>> open_memory_journal(std::shared_ptr<MemoryDisk> disk,
                                                           const seal::KeyPair& key);

// Opens a disk to read, whoever writes it.
std::unique_ptr<JournalReader> read_memory_journal(std::shared_ptr<MemoryDisk> disk);

}  // namespace dais::journal
