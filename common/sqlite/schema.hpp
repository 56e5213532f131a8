// The shape of one kind of file: whose it is, which version, which tables. What is stored in them is the
// owner's business.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "sqlite/database.hpp"

namespace dais::sqlite {

struct Table {
    std::string name;
    std::string sql;  // the CREATE TABLE statement, without a semicolon
};

struct Schema {
    std::int32_t application_id =
        0;  // in the file's header (offset 68), so that `file` and others can tell what it is
    std::int32_t version = 0;  // PRAGMA user_version (offset 60)
    std::vector<Table> tables;
};

// Makes the file at `path`, which must not be there, with its tables, on the disk before it has its name: a
// crash leaves the whole file or none (and perhaps a PATH.new-N that nobody reads). Refuses, as
// `leftover_log`, where a write-ahead log without its file stands there, because SQLite would play it into
// the new one.
base::Status<> create_file(const std::string& path, const Schema& schema, const std::string& vfs);

// Whether the file has exactly this schema: `wrong_kind` for another application's, `wrong_version`, and
// `database_damaged` where a table differs, is missing or is one too many.
base::Status<> check_schema(Database& database, const Schema& schema);

// Whether SQLite finds its own structures whole, in all of the file; `database_damaged` with its words where
// not.
base::Status<> check_structure(Database& database);

// Opens an existing file for writing: waits for readers, turns the write-ahead log on, and has every commit
// synced.
base::Result<Database> open_to_write(const std::string& path, const std::string& vfs);

}  // namespace dais::sqlite
