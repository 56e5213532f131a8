// Restoring a hub on a second thread, while the first reads and verifies the journal.
#pragma once

#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "base/result.hpp"
#include "hub/hub.hpp"
#include "journal/journal.hpp"

namespace dais::cli {

// The entries are copied once, into blocks that the other thread takes over whole; a few blocks are under way
// at most. REQUIRES: nobody else touches the hub before finish().
class Restoring {
  public:
    explicit Restoring(hub::Hub& hub);
    ~Restoring();
    Restoring(const Restoring&) = delete;
    Restoring& operator=(const Restoring&) = delete;

    // The next entry, which is known to follow from the one before.
    void take(const journal::Entry& entry);
    // Waits for the other thread. Error: what the hub did not take; nothing after it was handed to it.
    base::Status<> finish();

  private:
    struct Row {
        base::Digest digest;
        std::size_t begin;
        std::size_t size;
    };
    struct Block {
        std::vector<char> bytes;
        std::vector<Row> rows;
    };

    void hand_over();
    void work();
    void restore(const Block& block);

    hub::Hub& hub_;
    Block filling_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<Block> waiting_;  // the oldest first
    std::vector<Block> free_;
    bool ending_ = false;
    base::Status<> restored_ = base::Done{};  // by the other thread, read after it ended
    std::thread thread_;
};

}  // namespace dais::cli
