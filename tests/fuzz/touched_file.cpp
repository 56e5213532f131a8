#include "fuzz/touched_file.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "base/check.hpp"
#include "support/temporary_directory.hpp"

namespace dais::fuzz {
namespace {

namespace fs = std::filesystem;

// Where a file costs nothing, if there is such a place, also for the copies that the product makes. A fuzzer
// has one of its own, as several may run side by side.
const std::string& directory() {
    static const test::TemporaryDirectory made = [] {
        if (::access("/dev/shm", W_OK) == 0) ::setenv("TMPDIR", "/dev/shm", 1);
        return test::TemporaryDirectory();
    }();
    return made.path();
}

void remove_all() {
    for (const auto& entry : fs::directory_iterator(directory())) fs::remove_all(entry.path());
}

std::string read(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

void write(const std::string& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

std::string empty_file(const sqlite::Schema& schema) {
    const std::string path = directory() + "/empty";
    auto database = sqlite::Database::open(path, {.access = sqlite::Access::create, .vfs = {}});
    base::check(database.ok(), "no file can be made");
    std::string sql = "PRAGMA page_size=512; PRAGMA synchronous=OFF; BEGIN; PRAGMA application_id=" +
                      std::to_string(schema.application_id) +
                      "; PRAGMA user_version=" + std::to_string(schema.version);
    for (const auto& table : schema.tables) sql += "; " + table.sql;
    base::check(database->run(sql + "; COMMIT").ok(), "no tables can be made");
    return read(path);
}

}  // namespace

TouchedFile::TouchedFile(const sqlite::Schema& schema) : path_(directory() + "/file") {
    static const std::string empty = empty_file(schema);
    remove_all();
    write(path_, empty);
    auto database = sqlite::Database::open(path_, {.access = sqlite::Access::write, .vfs = {}});
    base::check(database.ok(), "the file cannot be opened");
    database_.emplace(*std::move(database));
    base::check(database_->run("PRAGMA synchronous=OFF; PRAGMA journal_mode=MEMORY; BEGIN").ok(),
                "the file cannot be written");
}

TouchedFile::~TouchedFile() {
    database_.reset();
    remove_all();
}

void TouchedFile::write_to_log() {
    const std::string sql =
        log_ ? "COMMIT; BEGIN" : "COMMIT; PRAGMA journal_mode=WAL; PRAGMA wal_autocheckpoint=0; BEGIN";
    log_ = true;
    const auto done = database_->run(sql);
    base::check(done.ok(), done.ok() ? "" : done.error().text);
    database_->close_without_checkpoint();
}

void TouchedFile::poke(bool in_log, std::size_t at, std::string_view bytes) {
    touches_.push_back({How::poke, in_log, at, std::string(bytes)});
}

void TouchedFile::cut(bool log, std::size_t length) {
    touches_.push_back({How::cut, log, length, {}});
}

void TouchedFile::replace_with(std::string_view bytes) {
    touches_.push_back({How::replace, false, 0, std::string(bytes)});
}

void TouchedFile::finish() {
    const auto done = database_->run("COMMIT");
    base::check(done.ok(), done.ok() ? "" : done.error().text);
    database_.reset();
    if (touches_.empty()) return;
    std::string contents[] = {read(path_), read(path_ + "-wal")};
    for (const auto& touch : touches_) {
        auto& content = contents[touch.log ? 1 : 0];
        if (touch.how == How::replace) content = touch.bytes;
        if (touch.how == How::cut) content.resize(std::min(touch.at, content.size()));
        if (touch.how == How::poke && touch.at < content.size()) {
            const auto count = std::min(touch.bytes.size(), content.size() - touch.at);
            content.replace(touch.at, count, touch.bytes, 0, count);
        }
    }
    write(path_, contents[0]);
    if (log_) {
        write(path_ + "-wal", contents[1]);
        fs::remove(path_ + "-shm");  // it would be made anew after a crash of the machine
    }
}

std::string TouchedFile::content() const {
    return read(path_) + read(path_ + "-wal");
}

bool TouchedFile::has_log() const {
    return fs::exists(path_ + "-wal");
}

}  // namespace dais::fuzz
