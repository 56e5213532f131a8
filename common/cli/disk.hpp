// The thread that writes the journal, so that a slow disk never stops the hub's beats. One batch is under way
// at a time.
#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

#include "base/result.hpp"
#include "hub/traffic.hpp"
#include "journal/journal.hpp"
#include "net/wakeup.hpp"

namespace dais::cli {

class Disk {
  public:
    // What happened since the last time.
    struct News {
        std::optional<base::Sequence> durable;  // the last entry that became so
        bool no_room = false;                   // nothing of the batch was stored; another may be appended
        bool room = false;                      // there was none, and now there is
    };

    // Asked once a second, on the disk's thread, as long as there was no room: whether there is.
    using HasRoom = std::function<bool()>;

    // `wakeup` is signalled when a batch is durable, or failed, or when there is room again.
    Disk(std::unique_ptr<journal::Journal> journal, const net::Wakeup& wakeup, HasRoom has_room);
    // Waits for the batch that is under way.
    ~Disk();

    // Hands a batch to the thread. REQUIRES: none is under way.
    void append(hub::Append batch);

    // Told once; or why the disk failed, after which nothing more may be appended: the hub ends.
    base::Result<News> collect();

    // Ends the thread and gives the journal back, to be closed in good order.
    std::unique_ptr<journal::Journal> finish();

  private:
    void work();
    void write(std::unique_lock<std::mutex>& lock);
    void look_for_room(std::unique_lock<std::mutex>& lock);

    std::unique_ptr<journal::Journal> journal_;
    const net::Wakeup& wakeup_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::optional<hub::Append> batch_;
    News news_;
    std::optional<base::Error> failure_;
    HasRoom has_room_;
    bool full_ = false;
    bool ending_ = false;
    std::thread thread_;
};

}  // namespace dais::cli
