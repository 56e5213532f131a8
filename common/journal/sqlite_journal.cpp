#include "journal/sqlite_journal.hpp"

#include <optional>
#include <utility>

#include "journal/batch.hpp"
#include "journal/checked_aside.hpp"
#include "journal/sqlite_errors.hpp"
#include "journal/sqlite_reader.hpp"
#include "journal/tables.hpp"
#include "journal/verify.hpp"
#include "seal/bytes.hpp"
#include "sqlite/file_lock.hpp"
#include "sqlite/files.hpp"

namespace dais::journal {
namespace {

class SqliteJournal final : public Journal {
  public:
    SqliteJournal(sqlite::FileLock lock, sqlite::Database database, seal::KeyPair key)
        : lock_(std::move(lock)), database_(std::move(database)), key_(std::move(key)) {}

    base::Status<> prepare();

    base::Result<seal::Head> head() override { return head_; }
    base::Result<base::Digest> digest_at(base::Sequence sequence) override;
    base::Result<std::uint64_t> read(base::Sequence from, std::uint64_t max, const TakeEntry& take) override;
    base::Result<std::vector<EpochStart>> epochs() override;
    base::Result<std::vector<seal::SignedHead>> heads() override;
    base::Status<> check_storage() override;

    base::Result<EpochStart> begin_epoch(std::uint64_t id, base::Instant started_at) override;
    base::Result<seal::Head> append(std::span<const base::Bytes> entries) override;
    base::Result<seal::SignedHead> signed_head() override;
    base::Status<> close() override;

  private:
    // All that is prepared: it dies before the database does.
    struct Statements {
        Tables tables;
        sqlite::Statement add_entry, add_epoch, add_head;
    };

    base::Status<> may_write() const;
    base::Status<> may_append() const;
    base::Status<> store(const Batch& batch, std::span<const base::Bytes> entries);
    base::Status<> store_epoch(const EpochStart& start);
    base::Status<> add_head(const seal::SignedHead& head);
    base::Error failed(const base::Error& error);
    base::Status<> store_last_head();
    void leave_one_file();

    std::optional<sqlite::FileLock> lock_;
    std::optional<sqlite::Database> database_;
    std::optional<Statements> statements_;
    seal::KeyPair key_;
    seal::Head head_;
    bool in_epoch_ = false;
    std::optional<base::Error> stopped_;  // why nothing more is written
};

base::Status<> SqliteJournal::prepare() {
    auto tables = Tables::open(*database_);
    auto add_entry = database_->prepare("INSERT INTO entry (sequence, digest, bytes) VALUES (?1, ?2, ?3)");
    auto add_epoch = database_->prepare(
        "INSERT INTO epoch (counter, id, first, started_at, public_key, signature) VALUES (?1, ?2, ?3, ?4, "
        "?5, ?6)");
    auto add_head = database_->prepare(
        "INSERT OR IGNORE INTO head (epoch, sequence, digest, signature) VALUES (?1, ?2, ?3, ?4)");
    if (!tables) return tables.error();
    for (const auto* statement : {&add_entry, &add_epoch, &add_head}) {
        if (!*statement) return statement->error();
    }
    statements_.emplace(
        Statements{std::move(*tables), std::move(*add_entry), std::move(*add_epoch), std::move(*add_head)});
    const auto head = statements_->tables.head();
    if (!head) return head.error();
    head_ = *head;
    return base::Done{};
}

base::Error closed_error() {
    return {"journal_closed", "the journal was closed"};
}

base::Result<base::Digest> SqliteJournal::digest_at(base::Sequence sequence) {
    if (sequence == head_.sequence) return head_.digest;
    if (!statements_) return closed_error();
    return statements_->tables.digest_at(sequence);
}

base::Result<std::uint64_t> SqliteJournal::read(base::Sequence from, std::uint64_t max,
                                                const TakeEntry& take) {
    if (!statements_) return closed_error();
    return statements_->tables.read(from, max, take);
}

base::Result<std::vector<EpochStart>> SqliteJournal::epochs() {
    if (!statements_) return closed_error();
    return statements_->tables.epochs();
}

base::Result<std::vector<seal::SignedHead>> SqliteJournal::heads() {
    if (!statements_) return closed_error();
    return statements_->tables.heads();
}

base::Status<> SqliteJournal::check_storage() {
    if (!database_) return closed_error();
    return sqlite::check_structure(*database_);
}

base::Status<> SqliteJournal::may_write() const {
    if (stopped_) return *stopped_;
    if (!database_) return closed_error();
    return base::Done{};
}

base::Status<> SqliteJournal::may_append() const {
    auto writable = may_write();
    if (writable && !in_epoch_)
        return base::Error{"no_epoch", "an epoch must begin before anything is appended"};
    return writable;
}

// After a full disk the transaction is rolled back and known to be gone. After anything else nobody knows
// what the disk holds: the entries may be there when the file is opened anew, so numbering goes on only from
// what is read then.
base::Error SqliteJournal::failed(const base::Error& error) {
    if (error.code != "disk_full" && error.code != "database_busy" && error.code != "out_of_memory") {
        stopped_ = error;
        database_->close_without_checkpoint();
    }
    return error;
}

base::Status<> SqliteJournal::add_head(const seal::SignedHead& head) {
    return statements_->add_head.bind(1, static_cast<std::int64_t>(head.head.epoch.counter))
        .bind(2, static_cast<std::int64_t>(head.head.sequence.value))
        .bind_blob(3, seal::view(head.head.digest))
        .bind_blob(4, seal::view_of(*head.signature))
        .run();
}

base::Status<> SqliteJournal::store(const Batch& batch, std::span<const base::Bytes> entries) {
    auto transaction = sqlite::Transaction::begin(*database_);
    if (!transaction) return transaction.error();
    auto sequence = static_cast<std::int64_t>(head_.sequence.value);
    for (std::size_t at = 0; at < entries.size(); ++at) {
        const auto added = statements_->add_entry.bind(1, ++sequence)
                               .bind_blob(2, seal::view(batch.digests[at]))
                               .bind_blob(3, entries[at])
                               .run();
        if (!added) return added;
    }
    if (batch.to_store) {
        const auto added = add_head(*batch.to_store);
        if (!added) return added;
    }
    return transaction->commit();
}

base::Result<seal::Head> SqliteJournal::append(std::span<const base::Bytes> entries) {
    const auto allowed = may_append();
    if (!allowed) return allowed.error();
    if (entries.empty()) return head_;
    const auto batch = chain_batch(head_, entries, key_);
    if (!batch) return batch.error();
    const auto stored = store(*batch, entries);
    if (!stored) return failed(stored.error());
    head_ = batch->head;
    return head_;
}

base::Status<> SqliteJournal::store_epoch(const EpochStart& start) {
    base::Bytes id;
    seal::add_u64(id, start.epoch.id);
    auto transaction = sqlite::Transaction::begin(*database_);
    if (!transaction) return transaction.error();
    const auto added = statements_->add_epoch.bind(1, static_cast<std::int64_t>(start.epoch.counter))
                           .bind_blob(2, id)
                           .bind(3, static_cast<std::int64_t>(start.first.value))
                           .bind(4, start.started_at.ms)
                           .bind_blob(5, seal::view_of(start.public_key))
                           .bind_blob(6, seal::view_of(start.signature))
                           .run();
    if (!added) return added;
    const auto head = add_head(seal::sign_head({start.epoch, head_.sequence, head_.digest}, key_));
    if (!head) return head;
    return transaction->commit();
}

base::Result<EpochStart> SqliteJournal::begin_epoch(std::uint64_t id, base::Instant started_at) {
    const auto allowed = may_write();
    if (!allowed) return allowed.error();
    const EpochStart start =
        sign_epoch({head_.epoch.counter + 1, id}, head_.sequence.next(), started_at, head_.digest, key_);
    const auto stored = store_epoch(start);
    if (!stored) return failed(stored.error());
    head_.epoch = start.epoch;
    in_epoch_ = true;
    return start;
}

base::Result<seal::SignedHead> SqliteJournal::signed_head() {
    if (!in_epoch_) return base::Error{"no_epoch", "a head is signed in an epoch, and none has begun"};
    return seal::sign_head(head_, key_);
}

base::Status<> SqliteJournal::store_last_head() {
    if (!in_epoch_) return base::Done{};
    auto transaction = sqlite::Transaction::begin(*database_);
    if (!transaction) return transaction.error();
    const auto added = add_head(seal::sign_head(head_, key_));
    if (!added) return added;
    return transaction->commit();
}

// Turning the log off folds it into the file, so that a journal at rest is one file, readable from anywhere.
// A reader that happens to look at it now prevents that, and then the log stays: that is only less tidy.
void SqliteJournal::leave_one_file() {
    statements_.reset();
    database_->set_patience(std::chrono::milliseconds{0});
    (void)database_->run("PRAGMA journal_mode=DELETE");
}

base::Status<> SqliteJournal::close() {
    if (!database_) return base::Done{};
    base::Status<> stored = base::Done{};
    if (stopped_) {
        statements_.reset();
    } else {
        stored = store_last_head();
        if (!stored) (void)failed(stored.error());
        leave_one_file();
    }
    database_.reset();
    lock_.reset();
    return stored;
}

base::Status<> check_before_writing(const OpenJournal& how, const std::string& path) {
    auto reader = open_read_only(path);
    if (!reader) {
        const auto& error = reader.error();
        if (error.code != "database_damaged") return error;
        return base::Error{"journal_damaged", error.text};
    }
    std::optional<CheckedAside> aside;
    if (!how.after) aside.emplace(*std::move(reader), path);
    auto& whole = aside ? static_cast<JournalReader&>(*aside) : **reader;
    Checks checks;
    checks.after = how.after;
    checks.each = how.each;
    checks.key = &how.key;
    const Report report = verify(whole, checks);
    if (!report.intact()) {
        return base::Error{"journal_damaged", path + " is damaged and will not be written to: " +
                                                  report.findings.front().text + ". " + report.lost};
    }
    return base::Done{};
}

base::Result<std::unique_ptr<Journal>> open_locked(const OpenJournal& how, const std::string& path,
                                                   sqlite::FileLock lock) {
    const auto ready = sqlite::file_state(path) == sqlite::FileState::absent
                           ? sqlite::create_file(path, journal_schema(), how.vfs)
                           : check_before_writing(how, path);
    if (!ready) return ready.error();
    auto database = sqlite::open_to_write(path, how.vfs);
    if (!database) return database.error();
    auto journal = std::make_unique<SqliteJournal>(std::move(lock), std::move(*database), how.key);
    const auto prepared = journal->prepare();
    if (!prepared) return prepared.error();
    return std::unique_ptr<Journal>{std::move(journal)};
}

}  // namespace

base::Result<std::unique_ptr<Journal>> open_journal(const OpenJournal& how) {
    const auto parents = sqlite::make_parents(how.path);
    if (!parents) return parents.error();
    const auto path = sqlite::real_path(how.path);
    if (!path) return path.error();
    auto lock = sqlite::FileLock::take(*path);
    if (!lock) return journal_error(lock.error(), *path);
    auto journal = open_locked(how, *path, std::move(*lock));
    if (!journal) return journal_error(journal.error(), *path);
    return journal;
}

}  // namespace dais::journal
