#include "cli/disk.hpp"

#include <utility>
#include <vector>

#include "base/check.hpp"

namespace dais::cli {

Disk::Disk(std::unique_ptr<journal::Journal> journal, const net::Wakeup& wakeup)
    : journal_(std::move(journal)), wakeup_(wakeup), thread_([this] { work(); }) {}

Disk::~Disk() {
    if (thread_.joinable()) finish();
}

void Disk::append(hub::Append batch) {
    const std::lock_guard lock(mutex_);
    base::check(!batch_, "one batch is under way at a time");
    batch_ = std::move(batch);
    changed_.notify_one();
}

base::Result<Disk::News> Disk::collect() {
    const std::lock_guard lock(mutex_);
    if (failure_) return *failure_;
    return std::exchange(news_, {});
}

std::unique_ptr<journal::Journal> Disk::finish() {
    {
        const std::lock_guard lock(mutex_);
        ending_ = true;
        changed_.notify_one();
    }
    thread_.join();
    return std::move(journal_);
}

void Disk::work() {
    std::unique_lock lock(mutex_);
    for (;;) {
        changed_.wait(lock, [&] { return ending_ || batch_; });
        if (!batch_) return;
        const auto entries = batch_->entries;
        const auto last = base::Sequence{batch_->first.value + entries.size() - 1};
        lock.unlock();
        std::vector<base::Bytes> rows;
        rows.reserve(entries.size());
        for (const auto& entry : entries) rows.push_back(*entry);
        auto appended = journal_->append(rows);
        lock.lock();
        batch_.reset();
        if (appended) {
            news_.durable = last;
        } else if (appended.error().code == "disk_full") {
            news_.no_room = true;
        } else {
            failure_ = appended.error();
        }
        wakeup_.signal();
    }
}

}  // namespace dais::cli
