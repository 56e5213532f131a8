// The thread that proves the checkpoint from which a hub began, and writes new ones while it serves, with a
// connection and a folding hub of its own, so that no act waits for either. It runs at low priority.
#pragma once

#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <optional>
#include <thread>

#include "base/result.hpp"
#include "cli/opening.hpp"
#include "hub/traffic.hpp"
#include "net/wakeup.hpp"

namespace dais::cli {

// So many entries after the last checkpoint another is written: after a crash no more need to be read again.
inline constexpr std::uint64_t entries_per_checkpoint = 10'000;

class Checkpoints {
  public:
    struct Begin {
        std::filesystem::path journal;
        seal::KeyPair key;
        std::optional<BegunFrom> begun_from;  // to be proved
        // Otherwise: the content of a checkpoint of the last entry, to be written; empty: none.
        base::Bytes content;
        base::Sequence head;
        base::Digest digest;
        std::uint64_t every = entries_per_checkpoint;
    };

    // `wakeup` is signalled when there is something to collect.
    Checkpoints(Begin begin, const net::Wakeup& wakeup);
    // Without a last checkpoint.
    ~Checkpoints();
    Checkpoints(const Checkpoints&) = delete;
    Checkpoints& operator=(const Checkpoints&) = delete;

    // Every entry up to here is durable.
    void durable(base::Sequence upto);

    // What the hub is to be told, once: hub::Proved, or hub::Damaged. In the second case the checkpoint was
    // removed, so that the next start reads all, and nothing may be written to the journal any more.
    std::optional<hub::Inbound> collect();
    [[nodiscard]] bool damaged() const;

    // A clean end, after the last entry became durable: writes a checkpoint there where it is worth it, and
    // ends the thread. A proof that is under way is given up; the next start begins it anew.
    void finish(base::Sequence last);

  private:
    void work();
    bool prove();
    std::string find_fault();
    // Writes a checkpoint of an entry, folded from the one before. False where the journal is damaged.
    bool make(base::Sequence upto);
    base::Status<> fold(hub::Hub& hub, base::Sequence upto);
    void write(base::Sequence sequence, const base::Digest& chain, base::Bytes content);
    void tell(hub::Inbound news);
    void give_alarm(const std::string& sentence);
    [[nodiscard]] bool ending() const;

    Begin begin_;
    const net::Wakeup& wakeup_;
    base::Sequence last_;     // the last checkpoint's, or of what was tried in vain; the thread's own
    base::Sequence written_;  // the one that stands in the file; 0: none
    std::shared_ptr<std::vector<base::Digest>> digests_;
    bool said_ = false;  // why none can be written
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    base::Sequence durable_;
    std::optional<hub::Inbound> news_;
    bool damaged_ = false;
    bool ending_ = false;
    std::optional<base::Sequence> finish_at_;
    std::thread thread_;
};

}  // namespace dais::cli
