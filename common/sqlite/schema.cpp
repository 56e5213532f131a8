#include "sqlite/schema.hpp"

#include <unistd.h>

#include <algorithm>

#include "sqlite/error.hpp"
#include "sqlite/files.hpp"

namespace dais::sqlite {
namespace {

base::Status<> fill(const std::string& path, const Schema& schema, const std::string& vfs) {
    auto database = Database::open(path, {.access = Access::write, .patience = {}, .vfs = vfs});
    if (!database) return database.error();
    std::string sql = "PRAGMA synchronous=FULL; PRAGMA page_size=4096; BEGIN; PRAGMA application_id=" +
                      std::to_string(schema.application_id) +
                      "; PRAGMA user_version=" + std::to_string(schema.version);
    for (const auto& table : schema.tables) sql += "; " + table.sql;
    return database->run(sql + "; COMMIT");
}

base::Error differs(const std::string& what) {
    return {"database_damaged", "the file's tables are not as they were made: " + what};
}

}  // namespace

base::Status<> create_file(const std::string& path, const Schema& schema, const std::string& vfs) {
    for (const char* log : {"-wal", "-journal"}) {
        if (file_state(path + log) == FileState::filled) {
            return base::Error{"leftover_log",
                               path + " is missing, but its log " + path + log +
                                   " is there: find the file that belongs to it, or move the log away"};
        }
    }
    const std::string draft = path + ".new-" + std::to_string(::getpid());
    remove_file(draft);
    const auto made = make_private_file(draft);
    if (!made) return made;
    auto filled = fill(draft, schema, vfs);
    if (filled) filled = rename_file(draft, path);
    if (!filled) {
        remove_file(draft);
        remove_file(draft + "-journal");
    }
    return filled;
}

base::Status<> check_schema(Database& database, const Schema& schema) {
    const auto application = database.number("PRAGMA application_id");
    if (!application) return application.error();
    if (*application != schema.application_id) {
        return base::Error{"wrong_kind", "the file belongs to another program (application_id " +
                                             std::to_string(*application) + ", expected " +
                                             std::to_string(schema.application_id) + ")"};
    }
    const auto version = database.number("PRAGMA user_version");
    if (!version) return version.error();
    if (*version != schema.version) {
        return base::Error{"wrong_version", "the file is of version " + std::to_string(*version) +
                                                ", this program reads " + std::to_string(schema.version)};
    }
    auto rows = database.prepare("SELECT type, name, sql FROM sqlite_schema ORDER BY rowid");
    if (!rows) return rows.error();
    std::size_t count = 0;
    for (;; ++count) {
        const auto row = rows->step();
        if (!row) return row.error();
        if (!*row) break;
        const std::string name{rows->bytes(1).substr(0, 100)};
        if (count >= schema.tables.size()) return differs(name + " is one too many");
        const auto& table = schema.tables[count];
        if (rows->bytes(0) != "table" || name != table.name || rows->bytes(2) != table.sql) {
            return differs("expected the table " + table.name + ", found " + name + " or another definition");
        }
    }
    if (count < schema.tables.size())
        return differs("the table " + schema.tables[count].name + " is missing");
    return base::Done{};
}

base::Status<> check_structure(Database& database) {
    const auto answer = database.text("PRAGMA integrity_check(1)");
    if (!answer) return answer.error();
    if (*answer != "ok")
        return base::Error{"database_damaged",
                           "SQLite finds its structures damaged: " + answer->substr(0, 300)};
    return base::Done{};
}

base::Result<Database> open_to_write(const std::string& path, const std::string& vfs) {
    auto database = Database::open(path, {.access = Access::write, .vfs = vfs});
    if (!database) return database;
    const FewSteps few(*database);
    const auto mode = database->text("PRAGMA journal_mode=WAL");
    if (!mode) return at_opening(mode.error());
    if (*mode != "wal")
        return base::Error{"database_failed", "SQLite cannot keep a write-ahead log for " + path};
    const auto full = database->run("PRAGMA synchronous=FULL");
    if (!full) return at_opening(full.error());
    return database;
}

}  // namespace dais::sqlite
