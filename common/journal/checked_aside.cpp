#include "journal/checked_aside.hpp"

#include <filesystem>
#include <system_error>
#include <utility>

#include "journal/sqlite_reader.hpp"

namespace dais::journal {
namespace {

// A smaller journal is checked before a thread has opened it.
constexpr std::uintmax_t worth_a_thread = 4u << 20;

bool is_big(const std::string& path) {
    std::error_code failed;
    const auto size = std::filesystem::file_size(path, failed);
    return !failed && size >= worth_a_thread;
}

}  // namespace

CheckedAside::CheckedAside(std::unique_ptr<JournalReader> reader, const std::string& path)
    : reader_(std::move(reader)) {
    if (!is_big(path)) return;
    try {
        coming_ = std::async(std::launch::async, [path]() -> base::Status<> {
            auto aside = open_read_only(path);
            return aside ? (*aside)->check_storage() : aside.error();
        });
    } catch (const std::system_error&) {  // no thread to be had: then one after the other
    }
}

base::Status<> CheckedAside::check_storage() {
    if (!coming_.valid()) return reader_->check_storage();
    auto checked = coming_.get();
    // What kept the second connection from it says nothing of the storage.
    return checked || checked.error().code == "database_damaged" ? checked : reader_->check_storage();
}

}  // namespace dais::journal
