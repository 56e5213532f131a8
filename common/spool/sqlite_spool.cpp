#include <array>
#include <utility>

#include "seal/random.hpp"
#include "spool/spool.hpp"
#include "spool/spool_tables.hpp"
#include "sqlite/error.hpp"
#include "sqlite/file_lock.hpp"
#include "sqlite/files.hpp"

namespace dais::spool {
namespace {

class SqliteSpool final : public Spool {
  public:
    SqliteSpool(Contents contents, sqlite::FileLock lock, sqlite::Database database)
        : Spool(std::move(contents)), lock_(std::move(lock)), database_(std::move(database)) {}

    base::Status<> prepare() {
        auto writer = SpoolWriter::open(database_);
        if (!writer) return writer.error();
        writer_.emplace(std::move(*writer));
        return base::Done{};
    }

  private:
    base::Status<> store(const Contents& next, const Changes& changes) override {
        const auto stored = store_all(next, changes);
        if (!stored && stored.error().code != "disk_full") database_.close_without_checkpoint();
        return stored;
    }

    base::Status<> store_all(const Contents& next, const Changes& changes) {
        auto transaction = sqlite::Transaction::begin(database_);
        if (!transaction) return transaction.error();
        if (next.next_request != contents().next_request || next.head_seen != contents().head_seen) {
            const auto written = writer_->write_station(next);
            if (!written) return written;
        }
        for (const auto request : changes.touched_requests()) {
            const auto written = writer_->write_item(next, request);
            if (!written) return written;
        }
        for (const auto& place : changes.touched_places()) {
            const auto written = writer_->write_draft(next, place);
            if (!written) return written;
        }
        return transaction->commit();
    }

    sqlite::FileLock lock_;
    sqlite::Database database_;
    std::optional<SpoolWriter> writer_;
};

base::Error spool_error(const base::Error& error, const std::string& path) {
    if (error.code == "file_locked") return {"spool_in_use", "the spool " + error.text};
    if (error.code == "wrong_kind") return {"not_a_spool", path + " is not a spool of Dais: " + error.text};
    if (error.code == "disk_full" && error.text.find(path) == std::string::npos) {
        return {error.code, path + ": " + error.text};
    }
    return error;
}

// Moves a damaged spool out of the way with its log, under the first name that is free. Nothing is deleted.
base::Error set_aside(const std::string& path, const base::Error& why) {
    std::string aside;
    for (int number = 1; number <= 1000; ++number) {
        aside = path + ".damaged-" + std::to_string(number);
        if (sqlite::file_state(aside) == sqlite::FileState::absent) break;
    }
    const std::string reason = "the spool " + path + " is damaged (" + why.text + ")";
    if (sqlite::file_state(aside) != sqlite::FileState::absent) {
        return {"spool_damaged",
                reason + " and there are 1,000 damaged ones beside it already; it was left where it is"};
    }
    // The log first: a spool without its log would be older than it was.
    for (const char* suffix : {"-wal", "-shm", "-journal", ""}) {
        if (sqlite::file_state(path + suffix) == sqlite::FileState::absent) continue;
        const auto renamed = sqlite::rename_file(path + suffix, aside + suffix);
        if (!renamed)
            return {"spool_damaged", reason + " and could not be set aside: " + renamed.error().text};
    }
    return {"spool_damaged", reason + ". It was set aside as " + aside +
                                 "; what it held is still in there. The next start begins a new one"};
}

// The session is made once, with the spool.
base::Status<> begin_session(sqlite::Database& database, Contents& contents) {
    seal::fill_random(contents.session.data(), contents.session.size());
    contents.next_request = 1;
    auto writer = SpoolWriter::open(database);
    if (!writer) return writer.error();
    auto transaction = sqlite::Transaction::begin(database);
    if (!transaction) return transaction.error();
    const auto written = writer->write_station(contents);
    if (!written) return written;
    return transaction->commit();
}

struct Opened {
    sqlite::Database database;
    Contents contents;
};

base::Result<Opened> open_file(const OpenSpool& how, const std::string& path) {
    if (sqlite::file_state(path) == sqlite::FileState::empty)
        return base::Error{"not_a_database", "it is empty"};
    auto database = sqlite::open_to_write(path, how.vfs);
    if (!database) return database.error();
    auto sound = sqlite::check_schema(*database, spool_schema());
    if (sound) sound = sqlite::check_structure(*database);
    if (!sound) return sound.error();
    auto contents = read_contents(*database);
    if (!contents) return contents.error();
    const bool unfinished = contents->next_request == 0;
    if (unfinished && (!contents->items.empty() || !contents->drafts.empty())) {
        return base::Error{"database_damaged", "the station's row is missing"};
    }
    if (unfinished) {
        const auto begun = begin_session(*database, *contents);
        if (!begun) return begun.error();
    }
    return Opened{std::move(*database), std::move(*contents)};
}

}  // namespace

base::Result<std::unique_ptr<Spool>> open_spool(const OpenSpool& how) {
    const auto parents = sqlite::make_parents(how.path);
    if (!parents) return parents.error();
    const auto path = sqlite::real_path(how.path);
    if (!path) return path.error();
    auto lock = sqlite::FileLock::take(*path);
    if (!lock) return spool_error(lock.error(), *path);
    if (sqlite::file_state(*path) == sqlite::FileState::absent) {
        const auto made = sqlite::create_file(*path, spool_schema(), how.vfs);
        if (!made) return spool_error(made.error(), *path);
    }
    auto opened = open_file(how, *path);
    if (!opened) {
        const auto& error = opened.error();
        return sqlite::says_damage(error.code) ? set_aside(*path, error) : spool_error(error, *path);
    }
    auto spool = std::make_unique<SqliteSpool>(std::move(opened->contents), std::move(*lock),
                                               std::move(opened->database));
    const auto ready = spool->prepare();
    if (!ready) return spool_error(ready.error(), *path);
    return std::unique_ptr<Spool>{std::move(spool)};
}

}  // namespace dais::spool
