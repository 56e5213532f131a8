// The hub's disk in virtual time, with the real journal on it: one transaction at a time, which takes a while
// to become durable. What lies there outlives the hub, and may be damaged, or be taken for an older copy.
//
// Beside the journal stands a stupid model of it: every entry that became durable, in order. What the journal
// hands over at the next start is held against that.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/result.hpp"
#include "hub/traffic.hpp"
#include "simulation/figures.hpp"
#include "simulation/ledger.hpp"
#include "simulation/medium.hpp"
#include "support/chance.hpp"

namespace dais::simulation {

// One history of the meeting: the journal (the first), or what was accepted on an older copy of it.
struct History {
    std::vector<hub::SharedBytes> durable;
    std::vector<base::Digest> chain;         // the digest at entry n at n - 1
    std::vector<base::Epoch> lives;          // and which life of the hub wrote it
    base::Epoch life;                        // the last that began here
    std::vector<hub::SharedBytes> doubtful;  // the next, of which only the journal can tell when it is opened

    void keep(hub::SharedBytes entry);
    // Zeros at 0, nothing beyond the last.
    [[nodiscard]] std::optional<base::Digest> digest(base::Sequence at) const;
};

// What a hub begins its life with.
struct Life {
    base::Epoch epoch;
    std::string read_only;  // why, where the journal is damaged
    std::vector<base::Bytes> entries;
};

class Disk {
  public:
    Disk(support::Chance chance, std::unique_ptr<Medium> medium, Figures& figures);

    // Opens the journal, as the hub's program does: to be written, or what is sound of it to be read.
    base::Result<Life> open(base::Instant started, Complaints& complaints);
    // The first entry, at once. REQUIRES: open, and nothing is there
    void install(hub::SharedBytes entry, Complaints& complaints);
    // Empty, or what is wrong with the order.
    std::string append(const hub::Append& append, base::Instant now);
    // What became of what was appended, once it is known: how far all is durable, or the journal's error.
    using Outcome = base::Result<base::Sequence>;
    std::optional<Outcome> turn(base::Instant now);
    [[nodiscard]] bool busy() const { return !under_way_.empty(); }
    // The hub's program dies. What is under way is there all the same, or not.
    void crash(bool kept);

    // Faults. How long a sync takes: mostly some milliseconds, now and then as long as `slowest`.
    void set_slowest(base::Span slowest) { slowest_ = slowest; }
    void set_full(bool full) { full_ = full; }
    void fail_sync(bool kept) {
        failing_ = kept ? journal::DiskFault::sync_kept : journal::DiskFault::sync_lost;
    }
    // REQUIRES, of these three: no hub lives
    void flip_byte(std::uint64_t back);
    void take_older(std::uint64_t back);
    void put_right();
    [[nodiscard]] bool can_be_copied() const { return media_[0]->can_be_copied(); }
    [[nodiscard]] bool is_right() const { return present_ == 0 && !damaged_; }

    // The journal, and every other history that there was; none is ever thrown away.
    [[nodiscard]] const std::vector<History>& histories() const { return histories_; }
    [[nodiscard]] std::size_t present() const { return present_; }
    // Which one a hub of that epoch served.
    [[nodiscard]] std::size_t history_of(base::Epoch epoch) const;
    // Durable, and served by the hub that lives: fewer than in the history where the journal is damaged.
    [[nodiscard]] std::size_t served() const { return served_; }

  private:
    base::Result<Life> open_to_read();
    std::vector<base::Bytes> read_all(journal::JournalReader& reader);
    // The model, and what a journal has that was opened again.
    void compare(const std::vector<base::Bytes>& entries, Complaints& complaints);
    Outcome write();
    History& history() { return histories_[present_]; }
    Medium& medium() { return damaged_ ? *damaged_ : *media_[present_]; }

    support::Chance chance_;
    Figures& figures_;
    std::vector<std::unique_ptr<Medium>> media_;  // one for each history
    std::vector<History> histories_{1};
    std::unique_ptr<Medium> damaged_;
    std::size_t present_ = 0;
    std::size_t served_ = 0;
    std::map<std::uint64_t, std::size_t> epochs_;  // by id
    std::unique_ptr<journal::Journal> journal_;
    base::Span slowest_{300};
    bool full_ = false;
    std::optional<journal::DiskFault> failing_;
    std::vector<hub::SharedBytes> under_way_;
    base::Instant due_;
};

}  // namespace dais::simulation
