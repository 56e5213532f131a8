// From the path of a journal to a hub that can serve: what `dais hub` does between its start and "Serving",
// and what tests/bench/restart.cpp measures.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>

#include "base/result.hpp"
#include "hub/hub.hpp"
#include "journal/journal.hpp"

namespace dais::cli {

struct OpenHub {
    std::filesystem::path journal;
    seal::KeyPair key;
    hub::Options options;  // but for the epoch, the key and `read_only`, which follow from the journal
};

// The checkpoint that a hub began from, which is to be proved.
struct BegunFrom {
    base::Sequence sequence;
    base::Digest content{};  // the digest of its content
};

struct OpenedHub {
    std::unique_ptr<journal::Journal> journal;  // none: it is damaged, and only served to be read
    std::unique_ptr<hub::Hub> hub;              // as after the journal's last entry; hub->now() is its time
    std::optional<BegunFrom> begun_from{};      // none: all of the journal was read and verified
    // Where it was, and is long enough to be worth it: the content of a checkpoint of its last entry.
    base::Bytes checkpoint{};
};

// A journal that has so many entries since its last checkpoint is worth another; fewer are read in a
// millisecond.
inline constexpr std::uint64_t worth_a_checkpoint = 1'000;

// Opens the journal, or makes it, and restores a hub from it: from the checkpoint beside it and what follows,
// where there is a sound one, signed by our own key, that speaks of this journal; else from the whole, and
// the log says what was wrong with the checkpoint. What lies before a checkpoint is not looked at here, but
// by Checkpoints (checkpoints.hpp) while the hub serves. A damaged journal is not written to: the log
// says what is wrong, and the hub has what is sound of it, to be read. Errors as of journal::open_journal().
base::Result<OpenedHub> open_hub(OpenHub how);

// Begins the epoch of this life of the hub, in the journal and in the hub. REQUIRES: the hub has not stepped.
base::Status<> begin_epoch(OpenedHub& opened, base::Instant now);

}  // namespace dais::cli
