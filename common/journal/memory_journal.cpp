#include "journal/memory_journal.hpp"

#include <algorithm>
#include <utility>

#include "journal/batch.hpp"
#include "journal/verify.hpp"

namespace dais::journal {

MemoryDisk::Row& MemoryDisk::row(base::Sequence sequence) {
    const auto found = std::find_if(store_.rows.begin(), store_.rows.end(),
                                    [&](const Row& row) { return row.sequence == sequence; });
    base::check(found != store_.rows.end(), "a test meddles with an entry that is not there");
    return *found;
}

void MemoryDisk::change_entry(base::Sequence sequence, base::BytesView bytes) {
    row(sequence).bytes = bytes;
}

void MemoryDisk::change_digest(base::Sequence sequence, const base::Digest& digest) {
    row(sequence).digest = digest;
}

void MemoryDisk::remove_entry(base::Sequence sequence) {
    std::erase_if(store_.rows, [&](const Row& row) { return row.sequence == sequence; });
}

void MemoryDisk::swap_entries(base::Sequence one, base::Sequence other) {
    auto& first = row(one);
    auto& second = row(other);
    std::swap(first.digest, second.digest);
    std::swap(first.bytes, second.bytes);
}

void MemoryDisk::cut_tail(base::Sequence last, bool with_heads) {
    std::erase_if(store_.rows, [&](const Row& row) { return row.sequence > last; });
    if (!with_heads) return;
    std::erase_if(store_.heads, [&](const auto& head) { return head.head.sequence > last; });
    std::erase_if(store_.epochs, [&](const auto& epoch) { return epoch.first > last.next(); });
}

void MemoryDisk::fail_append(DiskFault fault, std::uint64_t successes) {
    failure_ = Failure{fault, successes};
}

void MemoryDisk::begin_to_lie() {
    if (!before_lying_) before_lying_ = store_;
}

void MemoryDisk::cut_power() {
    if (before_lying_) store_ = std::move(*before_lying_);
    before_lying_.reset();
}

std::optional<DiskFault> MemoryDisk::take_fault() {
    if (!failure_) return std::nullopt;
    if (failure_->successes > 0) {
        --failure_->successes;
        return std::nullopt;
    }
    const auto fault = failure_->fault;
    failure_.reset();
    return fault;
}

class MemoryJournal final : public Journal {
  public:
    // Without a key it only reads, and does not hold the disk.
    MemoryJournal(std::shared_ptr<MemoryDisk> disk, std::unique_ptr<seal::KeyPair> key)
        : disk_(std::move(disk)), key_(std::move(key)) {
        if (key_) disk_->in_use_ = true;
    }
    ~MemoryJournal() override { release(); }
    MemoryJournal(const MemoryJournal&) = delete;
    MemoryJournal& operator=(const MemoryJournal&) = delete;

    static bool in_use(const MemoryDisk& disk) { return disk.in_use_; }

    base::Result<seal::Head> head() override;
    base::Result<base::Digest> digest_at(base::Sequence sequence) override;
    base::Result<std::uint64_t> read(base::Sequence from, std::uint64_t max, const TakeEntry& take) override;
    base::Result<std::vector<EpochStart>> epochs() override { return store().epochs; }
    base::Result<std::vector<seal::SignedHead>> heads() override;
    base::Status<> check_storage() override { return base::Done{}; }

    base::Result<EpochStart> begin_epoch(std::uint64_t id, base::Instant started_at) override;
    base::Result<seal::Head> append(std::span<const base::Bytes> entries) override;
    base::Result<seal::SignedHead> signed_head() override;
    base::Status<> close() override;

  private:
    using Row = MemoryDisk::Row;

    MemoryDisk::Store& store() { return disk_->store_; }
    base::Status<> may_write() const;
    void put(const Batch& batch, std::span<const base::Bytes> entries, base::Sequence after);
    void put_head(const seal::SignedHead& head);
    void release() {
        if (key_ && !closed_) disk_->in_use_ = false;
        closed_ = true;
    }

    std::shared_ptr<MemoryDisk> disk_;
    std::unique_ptr<seal::KeyPair> key_;
    bool in_epoch_ = false;
    bool closed_ = false;
    std::optional<base::Error> stopped_;
};

base::Result<seal::Head> MemoryJournal::head() {
    seal::Head head;
    if (!store().rows.empty()) {
        head.sequence = store().rows.back().sequence;
        head.digest = store().rows.back().digest;
    }
    if (!store().epochs.empty()) head.epoch = store().epochs.back().epoch;
    return head;
}

base::Result<base::Digest> MemoryJournal::digest_at(base::Sequence sequence) {
    if (sequence.value == 0) return seal::no_digest;
    const auto& rows = store().rows;
    const auto found =
        std::lower_bound(rows.begin(), rows.end(), sequence,
                         [](const Row& row, base::Sequence wanted) { return row.sequence < wanted; });
    if (found == rows.end() || found->sequence != sequence) {
        return base::Error{"no_such_entry", "there is no entry " + std::to_string(sequence.value)};
    }
    return found->digest;
}

base::Result<std::uint64_t> MemoryJournal::read(base::Sequence from, std::uint64_t max,
                                                const TakeEntry& take) {
    const auto& rows = store().rows;
    auto at = std::lower_bound(rows.begin(), rows.end(), from,
                               [](const Row& row, base::Sequence wanted) { return row.sequence < wanted; });
    std::uint64_t handed = 0;
    for (; at != rows.end() && handed < max; ++at) {
        ++handed;
        if (!take({at->sequence, at->digest, at->bytes})) break;
    }
    return handed;
}

base::Result<std::vector<seal::SignedHead>> MemoryJournal::heads() {
    auto heads = store().heads;
    std::stable_sort(heads.begin(), heads.end(),
                     [](const auto& a, const auto& b) { return a.head.sequence < b.head.sequence; });
    return heads;
}

base::Status<> MemoryJournal::may_write() const {
    if (stopped_) return *stopped_;
    if (closed_ || !key_) return base::Error{"journal_closed", "the journal is not open for writing"};
    return base::Done{};
}

void MemoryJournal::put_head(const seal::SignedHead& head) {
    auto& heads = store().heads;
    const bool there = std::any_of(heads.begin(), heads.end(), [&](const auto& other) {
        return other.head.epoch == head.head.epoch && other.head.sequence == head.head.sequence;
    });
    if (!there) heads.push_back(head);
}

void MemoryJournal::put(const Batch& batch, std::span<const base::Bytes> entries, base::Sequence after) {
    for (std::size_t at = 0; at < entries.size(); ++at) {
        after = after.next();
        store().rows.push_back({after, batch.digests[at], entries[at]});
    }
    if (batch.to_store) put_head(*batch.to_store);
}

base::Result<seal::Head> MemoryJournal::append(std::span<const base::Bytes> entries) {
    const auto allowed = may_write();
    if (!allowed) return allowed.error();
    if (!in_epoch_) return base::Error{"no_epoch", "an epoch must begin before anything is appended"};
    const auto before = head();
    if (entries.empty()) return *before;
    const auto batch = chain_batch(*before, entries, *key_);
    if (!batch) return batch.error();
    const auto fault = disk_->take_fault();
    if (fault == DiskFault::full) return base::Error{"disk_full", "the disk in memory is full"};
    if (fault != DiskFault::sync_lost) put(*batch, entries, before->sequence);
    if (fault) {
        stopped_ = base::Error{"sync_failed", "the disk in memory did not confirm the sync"};
        return *stopped_;
    }
    ++disk_->appends_;
    return batch->head;
}

base::Result<EpochStart> MemoryJournal::begin_epoch(std::uint64_t id, base::Instant started_at) {
    const auto allowed = may_write();
    if (!allowed) return allowed.error();
    const auto before = *head();
    const auto start =
        sign_epoch({before.epoch.counter + 1, id}, before.sequence.next(), started_at, before.digest, *key_);
    store().epochs.push_back(start);
    put_head(seal::sign_head({start.epoch, before.sequence, before.digest}, *key_));
    in_epoch_ = true;
    return start;
}

base::Result<seal::SignedHead> MemoryJournal::signed_head() {
    if (!in_epoch_) return base::Error{"no_epoch", "a head is signed in an epoch, and none has begun"};
    return seal::sign_head(*head(), *key_);
}

base::Status<> MemoryJournal::close() {
    if (!closed_ && !stopped_ && in_epoch_) put_head(seal::sign_head(*head(), *key_));
    release();
    return base::Done{};
}

base::Result<std::unique_ptr<Journal>> open_memory_journal(std::shared_ptr<MemoryDisk> disk,
                                                           const seal::KeyPair& key) {
    if (MemoryJournal::in_use(*disk)) {
        return base::Error{"journal_in_use", "the journal in memory is in use; only one hub may write it"};
    }
    const auto report = verify(*read_memory_journal(disk), {});
    if (!report.intact()) {
        return base::Error{"journal_damaged",
                           "the journal in memory is damaged: " + report.findings.front().text};
    }
    return std::unique_ptr<Journal>{
        std::make_unique<MemoryJournal>(std::move(disk), std::make_unique<seal::KeyPair>(key))};
}

std::unique_ptr<JournalReader> read_memory_journal(std::shared_ptr<MemoryDisk> disk) {
    return std::make_unique<MemoryJournal>(std::move(disk), nullptr);
}

}  // namespace dais::journal
