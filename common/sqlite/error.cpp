#include "sqlite/error.hpp"

#include <sqlite3.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

#include "sqlite/database.hpp"

namespace dais::sqlite {
namespace {

// "Full" means that nothing of it is there and that it may be tried again, so it must not be said where a
// commit may have reached the disk: of a sync for which there was no room, or of the log's index, which grows
// after the commit was written.
const char* word_of_io(int extended, int system_error) {
    switch (extended) {
        case SQLITE_IOERR_WRITE:
            return says_no_room(system_error) ? "disk_full" : "io_failed";
        case SQLITE_IOERR_SHMOPEN:
        case SQLITE_IOERR_SHMSIZE:
        case SQLITE_IOERR_SHMMAP:
            return says_no_room(system_error) ? "index_full" : "io_failed";
        case SQLITE_IOERR_FSYNC:
        case SQLITE_IOERR_DIR_FSYNC:
        case SQLITE_IOERR_CLOSE:
            return "sync_failed";
        case SQLITE_IOERR_NOMEM:
            return "out_of_memory";
        case SQLITE_IOERR_CORRUPTFS:
            return "database_damaged";
        default:
            return "io_failed";
    }
}

// Why the last write to a file of the connection failed. A COMMIT that fails leaves what
// sqlite3_system_errno() says as it was.
int errno_of_write(sqlite3* connection) {
    sqlite3_file* log = nullptr;
    sqlite3_file* main = nullptr;
    sqlite3_file_control(connection, "main", SQLITE_FCNTL_JOURNAL_POINTER, static_cast<void*>(&log));
    sqlite3_file_control(connection, "main", SQLITE_FCNTL_FILE_POINTER, static_cast<void*>(&main));
    int last = 0;
    for (auto* file : {log, main}) {
        if (file == nullptr || file->pMethods == nullptr || last != 0) continue;
        file->pMethods->xFileControl(file, SQLITE_FCNTL_LAST_ERRNO, &last);
    }
    return last;
}

const char* word_of(int extended, int system_error) {
    switch (extended & 0xFF) {
        case SQLITE_FULL:
            return "disk_full";
        case SQLITE_IOERR:
            return word_of_io(extended, system_error);
        case SQLITE_CORRUPT:
        case SQLITE_FORMAT:
        case SQLITE_TOOBIG:
        case SQLITE_MISMATCH:
        case SQLITE_SCHEMA:
        case SQLITE_ERROR:      // our SQL is right: the file has a format or tables that it does not fit
        case SQLITE_INTERRUPT:  // see FewSteps: nothing else interrupts a statement
            return "database_damaged";
        case SQLITE_NOTADB:
            return "not_a_database";
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
        case SQLITE_PROTOCOL:
            return "database_busy";
        case SQLITE_CANTOPEN:
        case SQLITE_PERM:
            return "cannot_open";
        case SQLITE_READONLY:
            return "read_only";
        case SQLITE_NOMEM:
            return "out_of_memory";
        default:
            return "database_failed";
    }
}

// Whether twice the longest value could be had. (Volatile, or a compiler may leave the question out.)
bool there_is_memory() {
    void* const volatile room = std::malloc(2 * max_value_bytes);
    std::free(room);
    return room != nullptr;
}

}  // namespace

base::Error error_of(int result_code, sqlite3* connection, std::string_view what) {
    int extended = result_code;
    int system_error = 0;
    std::string reason = sqlite3_errstr(result_code);
    if (connection != nullptr) {
        if ((sqlite3_extended_errcode(connection) & 0xFF) == (result_code & 0xFF)) {
            extended = sqlite3_extended_errcode(connection);
            reason = sqlite3_errmsg(connection);
        }
        const int primary = extended & 0xFF;
        if (primary == SQLITE_IOERR || primary == SQLITE_CANTOPEN || primary == SQLITE_FULL) {
            system_error = sqlite3_system_errno(connection);
        }
        if (extended == SQLITE_IOERR_WRITE) {
            if (const int last = errno_of_write(connection); last != 0) system_error = last;
        }
    }
    if (extended == SQLITE_INTERRUPT) reason = "its list of tables does not end";
    std::string text = std::string{what} + ": " + reason;
    if (system_error != 0) text += std::string{" ("} + std::strerror(system_error) + ")";
    const std::string word = word_of(extended, system_error);
    return {word, word == "disk_full" ? no_room(text) : text};
}

base::Error at_opening(base::Error error) {
    if (error.code == "index_full") return {"disk_full", no_room(error.text)};
    if (error.code == "out_of_memory" && there_is_memory()) {
        return {"database_damaged", error.text + ", of which there is enough: the file is damaged"};
    }
    return error;
}

std::string no_room(const std::string& text) {
    return "there is no room on the disk: " + text;
}

bool says_no_room(int system_error) {
    return system_error == ENOSPC || system_error == EDQUOT || system_error == EFBIG;
}

bool says_damage(std::string_view code) {
    return code == "database_damaged" || code == "not_a_database";
}

}  // namespace dais::sqlite
