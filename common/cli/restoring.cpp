#include "cli/restoring.hpp"

#include <utility>

namespace dais::cli {
namespace {

constexpr std::size_t block_bytes = 256 * 1024;
constexpr std::size_t most_waiting = 8;

}  // namespace

Restoring::Restoring(hub::Hub& hub) : hub_(hub), thread_([this] { work(); }) {}

Restoring::~Restoring() {
    (void)finish();
}

void Restoring::take(const journal::Entry& entry) {
    auto& bytes = filling_.bytes;
    filling_.rows.push_back({entry.digest, bytes.size(), entry.bytes.size()});
    bytes.insert(bytes.end(), entry.bytes.begin(), entry.bytes.end());
    if (bytes.size() >= block_bytes) hand_over();
}

void Restoring::hand_over() {
    if (filling_.rows.empty()) return;
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return waiting_.size() < most_waiting; });
    waiting_.push_back(std::exchange(filling_, {}));
    if (!free_.empty()) {
        filling_ = std::move(free_.back());
        free_.pop_back();
    }
    changed_.notify_all();
}

base::Status<> Restoring::finish() {
    if (thread_.joinable()) {
        hand_over();
        {
            const std::lock_guard lock(mutex_);
            ending_ = true;
            changed_.notify_all();
        }
        thread_.join();
    }
    return restored_;
}

void Restoring::restore(const Block& block) {
    for (const auto& row : block.rows) {
        if (!restored_) return;
        restored_ = hub_.restore({block.bytes.data() + row.begin, row.size}, row.digest);
    }
}

void Restoring::work() {
    std::unique_lock lock(mutex_);
    for (;;) {
        changed_.wait(lock, [&] { return ending_ || !waiting_.empty(); });
        if (waiting_.empty()) return;
        auto block = std::move(waiting_.front());
        waiting_.erase(waiting_.begin());
        changed_.notify_all();
        lock.unlock();
        restore(block);
        block.rows.clear();
        block.bytes.clear();
        lock.lock();
        free_.push_back(std::move(block));
    }
}

}  // namespace dais::cli
