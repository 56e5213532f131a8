// The journal of a hub as one SQLite file: the write-ahead log on, every commit synced.
//
// While a hub runs, PATH-wal and PATH-shm stand beside PATH and belong to it; after a clean close the journal
// is PATH alone. PATH-lock is an empty shell that stays. Not for network shares.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "journal/verify.hpp"

namespace dais::journal {

struct OpenJournal {
    std::string path;
    seal::KeyPair key;  // the hub's; signs epochs and heads
    std::string
        vfs;  // SQLite's name for the disk to use; empty: the system's. A seam for tests with broken disks.
    // Called with each entry while an existing journal is verified (Checks::each), by the thread that calls
    // open_journal(). Where that fails, they do not count.
    std::function<void(const Entry&)> each{};
    // Only what follows is verified (Checks::after). REQUIRES: the journal is there and has this entry.
    std::optional<Place> after{};
};

// Opens a journal to write, or makes it (mode 0600, parent directories 0700). An existing one is verified
// from end to end first (some 1,500,000 entries a second): a damaged journal is never written to. Errors:
//   journal_in_use      another hub has it
//   journal_damaged     verify() has findings; the text has the first; open_read_only_prefix() still reads
//   what is sound not_a_journal, wrong_version, cannot_open, leftover_log, disk_full, sync_failed, io_failed
//   as the text says
base::Result<std::unique_ptr<Journal>> open_journal(const OpenJournal& how);

}  // namespace dais::journal
