// From the path of a journal to a hub that can serve: what `dais hub` does between its start and "Serving",
// and what tests/bench/restart.cpp measures.
#pragma once

#include <filesystem>
#include <memory>

#include "base/result.hpp"
#include "hub/hub.hpp"
#include "journal/journal.hpp"

namespace dais::cli {

struct OpenHub {
    std::filesystem::path journal;
    seal::KeyPair key;
    hub::Options options;  // but for the epoch, the key and `read_only`, which follow from the journal
};

struct OpenedHub {
    std::unique_ptr<journal::Journal> journal;  // none: it is damaged, and only served to be read
    std::unique_ptr<hub::Hub> hub;              // as after the journal's last entry; hub->now() is its time
};

// Opens the journal, or makes it, and restores a hub from it. A damaged journal is not written to: the log
// says what is wrong, and the hub has what is sound of it, to be read. Errors as of journal::open_journal().
base::Result<OpenedHub> open_hub(OpenHub how);

// Begins the epoch of this life of the hub, in the journal and in the hub. REQUIRES: the hub has not stepped.
base::Status<> begin_epoch(OpenedHub& opened, base::Instant now);

}  // namespace dais::cli
