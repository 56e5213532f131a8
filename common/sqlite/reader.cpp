#include "sqlite/reader.hpp"

#include <cstdlib>
#include <filesystem>
#include <utility>

#include "sqlite/error.hpp"
#include "sqlite/file_lock.hpp"
#include "sqlite/files.hpp"

namespace dais::sqlite {
namespace {

namespace fs = std::filesystem;

// Opening reads nothing; the first query does, and finds out whether the log can be used.
base::Result<Database> open_and_look(const std::string& path, Access access) {
    auto database = Database::open(path, {.access = access, .vfs = {}});
    if (!database) return database;
    const FewSteps few(*database);
    const auto seen = database->number("SELECT 1 FROM sqlite_schema LIMIT 1");
    if (!seen) return at_opening(seen.error());
    return database;
}

bool has_log(const std::string& path) {
    return file_state(path + "-wal") == FileState::filled ||
           file_state(path + "-journal") == FileState::filled;
}

base::Result<ReadOnly> open_copy(const std::string& path) {
    auto scratch = ScratchDirectory::make();
    if (!scratch) return scratch.error();
    const std::string copy = scratch->path() + "/copy";
    for (const char* suffix : {"", "-wal", "-journal"}) {
        std::error_code failed;
        if (file_state(path + suffix) != FileState::filled) continue;
        fs::copy_file(path + suffix, copy + suffix, failed);
        if (!failed) continue;
        const auto text = "cannot copy " + path + suffix + " to " + copy + ": " + failed.message();
        if (says_no_room(failed.value())) return base::Error{"disk_full", no_room(text)};
        return base::Error{"cannot_open", text};
    }
    std::error_code ignored;  // a copy that may not be written fails below, with a reason
    for (const char* suffix : {"", "-wal", "-journal"}) {
        fs::permissions(copy + suffix, fs::perms::owner_read | fs::perms::owner_write, ignored);
    }
    auto database = open_and_look(copy, Access::write);
    if (!database) return database.error();
    return ReadOnly{std::move(*scratch), std::move(*database)};
}

}  // namespace

base::Result<ScratchDirectory> ScratchDirectory::make() {
    std::error_code failed;
    std::string name = (fs::temp_directory_path(failed) / "dais-XXXXXX").string();
    if (failed || ::mkdtemp(name.data()) == nullptr) {
        return base::Error{"cannot_open", "cannot make a directory for a copy in " + name};
    }
    ScratchDirectory scratch;
    scratch.path_ = std::move(name);
    return scratch;
}

ScratchDirectory::ScratchDirectory(ScratchDirectory&& other) noexcept
    : path_(std::exchange(other.path_, {})) {}

ScratchDirectory& ScratchDirectory::operator=(ScratchDirectory&& other) noexcept {
    std::swap(path_, other.path_);
    return *this;
}

ScratchDirectory::~ScratchDirectory() {
    std::error_code ignored;
    if (!path_.empty()) fs::remove_all(path_, ignored);
}

base::Result<ReadOnly> open_to_read(const std::string& path) {
    switch (file_state(path)) {
        case FileState::absent:
            return base::Error{"cannot_open", "there is no file " + path};
        case FileState::not_a_file:
            return base::Error{"cannot_open", path + " is not a file"};
        case FileState::empty:
            return base::Error{"not_a_database", path + " is empty"};
        case FileState::filled:
            break;
    }
    auto database = open_and_look(path, Access::read);
    if (database) return ReadOnly{{}, std::move(*database)};
    const std::string code = database.error().code;
    const bool other_ways =
        code == "cannot_open" || code == "read_only" || code == "io_failed" || code == "disk_full";
    if (!other_ways) return database.error();
    if (!has_log(path)) {
        database = open_and_look(path, Access::unchanging);
        if (!database) return database.error();
        return ReadOnly{{}, std::move(*database)};
    }
    if (FileLock::is_held(path)) {
        if (code == "disk_full") return database.error();
        return base::Error{
            "database_busy",
            path + " is being written, and its log cannot be read beside it: " + database.error().text};
    }
    return open_copy(path);
}

}  // namespace dais::sqlite
