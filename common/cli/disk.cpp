#include "cli/disk.hpp"

#include <chrono>
#include <utility>
#include <vector>

#include "base/check.hpp"

namespace dais::cli {
namespace {

constexpr std::chrono::seconds between_looks{1};

}  // namespace

Disk::Disk(std::unique_ptr<journal::Journal> journal, const net::Wakeup& wakeup, HasRoom has_room)
    : journal_(std::move(journal)),
      wakeup_(wakeup),
      has_room_(std::move(has_room)),
      thread_([this] { work(); }) {}

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
    const auto called = [&] { return ending_ || batch_; };
    for (;;) {
        if (!full_) {
            changed_.wait(lock, called);
        } else if (!changed_.wait_for(lock, between_looks, called)) {
            look_for_room(lock);
            continue;
        }
        if (!batch_) return;
        write(lock);
        wakeup_.signal();
    }
}

void Disk::write(std::unique_lock<std::mutex>& lock) {
    const auto entries = batch_->entries;
    const auto last = base::Sequence{batch_->first.value + entries.size() - 1};
    lock.unlock();
    std::vector<base::Bytes> rows;
    rows.reserve(entries.size());
    for (const auto& entry : entries) rows.push_back(*entry);
    auto appended = journal_->append(rows);
    lock.lock();
    batch_.reset();
    full_ = !appended && appended.error().code == "disk_full";
    if (appended) {
        news_.durable = last;
    } else if (full_) {
        news_.no_room = true;
        news_.room = false;
    } else {
        failure_ = appended.error();
    }
}

void Disk::look_for_room(std::unique_lock<std::mutex>& lock) {
    lock.unlock();
    const bool found = has_room_();
    lock.lock();
    if (!found) return;
    full_ = false;
    news_.room = true;
    wakeup_.signal();
}

}  // namespace dais::cli
