// Verifying a journal: is every entry what the hub wrote, in the order in which it wrote it, up to where it
// should go?
//
// What the chain proves and what it cannot is in docs/journal.md. Nothing here changes a journal or trusts
// one.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "journal/journal.hpp"

namespace dais::journal {

enum class Fault {
    unreadable,         // the journal cannot be opened or read on
    structure_damaged,  // SQLite finds its own structures damaged, though all entries can be read
    entry_malformed,    // a row that cannot be an entry: wrong type, size or number
    entry_changed,      // the entry's bytes or its digest are not what was written
    entry_missing,      // a number is not there, and a later one is
    entry_moved,        // an entry stands where another belongs
    tail_cut,           // a head that was signed or kept lies beyond the last entry
    history_differs,    // the chain holds, but a signed or kept head has another digest: it was written anew
    epoch_wrong,        // an epoch that cannot be, or that was not signed as it stands
    head_wrong,         // a stored head that cannot be, or that was not signed as it stands
    key_unknown,        // an epoch signed by a key that is not among the trusted
    kept_head_wrong,    // the head to hold the journal against was not signed by this journal's hub: not the
                        // journal's fault
};

// The fault as a word for programs, spelt as above.
std::string_view word(Fault fault);

struct Finding {
    Fault fault;
    base::Sequence sequence;  // the entry it is about; for heads and epochs the entry they speak of
    std::string expected;     // a digest, a number or a few words; empty where the text says it all
    std::string found;
    std::string text;  // one sentence for people, without the full stop
};

struct Report {
    // The last entry up to which everything is as it was written; sequence 0 where nothing is.
    seal::Head verified;
    // The last entry for which a signature in the journal vouches (with `trusted` keys: theirs). What follows
    // it up to `verified` is chained, but whoever can write the file could have written it.
    base::Sequence vouched;
    // The last entry that is there, or that a head says was there.
    base::Sequence last_known;
    // Entry faults first, then heads and epochs, then structures. At most max_findings.
    std::vector<Finding> findings;
    // Empty, or one sentence: which entries cannot be relied on or are gone.
    std::string lost;

    [[nodiscard]] bool intact() const { return findings.empty(); }
};

inline constexpr std::size_t max_findings = 50;

// An entry and the chain's digest after it.
struct Place {
    base::Sequence sequence;
    base::Digest digest{};
};

struct Checks {
    std::optional<seal::SignedHead> kept = {};  // a head that a station kept
    std::vector<seal::PublicKey> trusted =
        {};  // empty: any key, as long as it is always the one that the epoch names
    std::function<void(std::uint64_t done, std::uint64_t total)> progress =
        {};  // called every thousand entries or so
    // Called with every entry that follows from the one before, in order, while the walk goes on: whoever
    // reads a journal anyway need not read it twice. Only the report says whether they stand: where a
    // signature contradicts the chain, report.verified may lie before the last that was handed over.
    std::function<void(const Entry&)> each = {};
    // The hub's own key, where the caller has it: heads of its epochs are then checked by signing them again,
    // which takes a third of the time and says the same.
    const seal::KeyPair* key = nullptr;
    // Only what follows this entry is looked at: entries, heads and epochs beyond it, and not what the
    // storage says of itself. For a hub that begins from a checkpoint and has the rest verified meanwhile.
    // REQUIRES: the journal has it, with that digest.
    std::optional<Place> after = {};
    // Asked every thousand entries or so; true ends the walk, and then the report is of no use.
    std::function<bool()> stop = {};
};

// Walks all of the journal. Reading while a hub appends is fine: what comes later is not looked at. A second
// thread checks the signatures meanwhile.
Report verify(JournalReader& journal, const Checks& checks);

// The same for a file, which need not be a journal at all: that, too, is a finding. What the storage says of
// itself is found out beside the walk, on a connection of its own.
Report verify_file(const std::string& path, const Checks& checks);

}  // namespace dais::journal
