#include "sqlite/database.hpp"

#include <sqlite3.h>

#include <utility>

#include "sqlite/error.hpp"
#include "sqlite/files.hpp"

namespace dais::sqlite {
namespace {

// A path as a file: URI, in which only what is certainly harmless stays as it is.
std::string uri_of(const std::string& path, std::string_view query) {
    static constexpr std::string_view plain =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
    static constexpr char digits[] = "0123456789ABCDEF";
    std::string uri = "file:";
    for (const char c : path) {
        if (plain.find(c) != std::string_view::npos) {
            uri += c;
        } else {
            const auto byte = static_cast<unsigned char>(c);
            uri += '%';
            uri += digits[byte >> 4];
            uri += digits[byte & 15];
        }
    }
    return uri.append("?").append(query);
}

int flags_of(Access access) {
    constexpr int always = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    switch (access) {
        case Access::create:
            return always | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
        case Access::write:
            return always | SQLITE_OPEN_READWRITE;
        case Access::read:
            return always | SQLITE_OPEN_READONLY;
        case Access::unchanging:
            return always | SQLITE_OPEN_READONLY | SQLITE_OPEN_URI;
    }
    return always | SQLITE_OPEN_READONLY;
}

}  // namespace

void Database::Closer::operator()(sqlite3* connection) const {
    sqlite3_close_v2(connection);
}

base::Result<Database> Database::open(const std::string& path, const Connection& connection) {
    if (rollback_names_another_file(path)) {
        return base::Error{"database_damaged",
                           path + "-journal names another file, which would be removed; nothing was opened"};
    }
    Database database;
    database.path_ = path;
    const std::string name = connection.access == Access::unchanging ? uri_of(path, "immutable=1") : path;
    sqlite3* raw = nullptr;
    const int code = sqlite3_open_v2(name.c_str(), &raw, flags_of(connection.access),
                                     connection.vfs.empty() ? nullptr : connection.vfs.c_str());
    database.connection_.reset(raw);
    if (code != SQLITE_OK) return error_of(code, raw, "cannot open " + path);
    database.set_patience(connection.patience);
    const auto ready = database.distrust();
    if (!ready) return ready.error();
    return database;
}

base::Status<> Database::distrust() {
    sqlite3* const connection = connection_.get();
    sqlite3_limit(connection, SQLITE_LIMIT_LENGTH, max_value_bytes);
    sqlite3_limit(connection, SQLITE_LIMIT_ATTACHED, 0);
    for (const int off : {SQLITE_DBCONFIG_ENABLE_TRIGGER, SQLITE_DBCONFIG_ENABLE_VIEW,
                          SQLITE_DBCONFIG_TRUSTED_SCHEMA, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION}) {
        sqlite3_db_config(connection, off, 0, nullptr);
    }
    sqlite3_db_config(connection, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    return run("PRAGMA cell_size_check=ON; PRAGMA mmap_size=0");
}

base::Status<> Database::run(const std::string& sql) {
    const int code = sqlite3_exec(connection_.get(), sql.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return error_of(code, connection_.get(), "SQL failed on " + path_ + ": " + sql.substr(0, 80));
    return base::Done{};
}

base::Result<Statement> Database::prepare(std::string_view sql) {
    sqlite3_stmt* statement = nullptr;
    const int code = sqlite3_prepare_v3(connection_.get(), sql.data(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    if (code != SQLITE_OK) {
        return error_of(code, connection_.get(),
                        "SQL failed on " + path_ + ": " + std::string{sql.substr(0, 80)});
    }
    return Statement{statement};
}

base::Result<std::int64_t> Database::number(std::string_view sql) {
    auto statement = prepare(sql);
    if (!statement) return statement.error();
    const auto row = statement->step();
    if (!row) return row.error();
    return *row ? statement->integer(0) : 0;
}

base::Result<std::string> Database::text(std::string_view sql) {
    auto statement = prepare(sql);
    if (!statement) return statement.error();
    const auto row = statement->step();
    if (!row) return row.error();
    return *row ? std::string{statement->bytes(0)} : std::string{};
}

void Database::set_patience(std::chrono::milliseconds patience) {
    sqlite3_busy_timeout(connection_.get(), static_cast<int>(patience.count()));
}

void Database::close_without_checkpoint() {
    sqlite3_db_config(connection_.get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
}

base::Result<Database::Bracket*> Database::bracket() {
    if (!bracket_) {
        auto begin = prepare("BEGIN IMMEDIATE");
        auto commit = prepare("COMMIT");
        auto rollback = prepare("ROLLBACK");
        for (const auto* statement : {&begin, &commit, &rollback}) {
            if (!*statement) return statement->error();
        }
        bracket_.emplace(Bracket{std::move(*begin), std::move(*commit), std::move(*rollback)});
    }
    return &*bracket_;
}

FewSteps::FewSteps(Database& database) : connection_(database.connection_.get()) {
    const auto take = [](void* taken) { return ++*static_cast<int*>(taken) > 100 ? 1 : 0; };
    sqlite3_progress_handler(connection_, 1'000, take, &taken_);
}

FewSteps::~FewSteps() {
    sqlite3_progress_handler(connection_, 0, nullptr, nullptr);
}

base::Result<Transaction> Transaction::begin(Database& database) {
    const auto bracket = database.bracket();
    if (!bracket) return bracket.error();
    const auto begun = (*bracket)->begin.run();
    if (!begun) return begun.error();
    return Transaction{**bracket};
}

Transaction::Transaction(Transaction&& other) noexcept : bracket_(std::exchange(other.bracket_, nullptr)) {}

// SQLite itself rolls back after some failures; a second ROLLBACK then fails, and that does not matter.
Transaction::~Transaction() {
    if (bracket_ != nullptr) (void)bracket_->rollback.run();
}

base::Status<> Transaction::commit() {
    auto committed = bracket_->commit.run();
    if (committed) bracket_ = nullptr;
    return committed;
}

}  // namespace dais::sqlite
