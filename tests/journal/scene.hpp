// What the journal's tests start from: a directory, a key, a journal with entries "entry 1", "entry 2", and
// so on.
#pragma once

#include <gtest/gtest.h>

#include <fstream>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include "journal/journal.hpp"
#include "journal/sqlite_journal.hpp"
#include "journal/verify.hpp"
#include "sqlite/database.hpp"
#include "support/faulty_disk.hpp"
#include "support/temporary_directory.hpp"

namespace dais::journal {

inline seal::KeyPair key_of(std::uint8_t number) {
    seal::Seed seed{};
    seed[0] = number;
    return seal::KeyPair::from_seed(seed);
}

inline std::vector<base::Bytes> entries_from(std::uint64_t first, std::uint64_t count) {
    std::vector<base::Bytes> entries;
    for (std::uint64_t n = first; n < first + count; ++n) entries.push_back("entry " + std::to_string(n));
    return entries;
}

// Appends entries one by one.
inline void append_singly(Journal& journal, std::uint64_t count) {
    for (std::uint64_t n = 0; n < count; ++n) {
        const auto appended = journal.append(entries_from(journal.head()->sequence.value + 1, 1));
        ASSERT_TRUE(appended.ok()) << appended.error().text;
    }
}

inline std::vector<std::string> all_entries(JournalReader& journal) {
    std::vector<std::string> all;
    const auto read = journal.read({1}, UINT64_MAX, [&](const Entry& entry) {
        all.emplace_back(entry.bytes);
        return true;
    });
    EXPECT_TRUE(read.ok()) << read.error().text;
    return all;
}

inline std::string file_content(const std::string& path) {
    std::ifstream stream(path, std::ios::binary);
    std::ostringstream bytes;
    bytes << stream.rdbuf();
    return bytes.str();
}

inline void write_file(const std::string& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

// "entry_changed 3, head_wrong 5": what a report found, in order.
inline std::string found(const Report& report) {
    std::string text;
    for (const auto& finding : report.findings) {
        text += (text.empty() ? "" : ", ") + std::string{word(finding.fault)} + " " +
                std::to_string(finding.sequence.value);
    }
    return text;
}

class Scene : public ::testing::Test {
  protected:
    std::unique_ptr<Journal> open() { return open_at(path_); }

    std::unique_ptr<Journal> open_at(const std::string& path) {
        auto journal = open_journal({path, key_, test::FaultyDisk::quick()});
        EXPECT_TRUE(journal.ok()) << journal.error().text;
        return journal.ok() ? std::move(*journal) : nullptr;
    }

    // A journal at rest with `count` entries in one epoch, each in a commit of its own.
    void fill(std::uint64_t count) {
        auto journal = open();
        ASSERT_TRUE(journal->begin_epoch(7, {1000}).ok());
        append_singly(*journal, count);
        ASSERT_TRUE(journal->close().ok());
    }

    // Meddles with the file as anybody could who may write it.
    void meddle(const std::string& sql) {
        auto database = sqlite::Database::open(
            path_, {.access = sqlite::Access::write, .vfs = test::FaultyDisk::quick()});
        ASSERT_TRUE(database.ok()) << database.error().text;
        const auto run = database->run(sql);
        ASSERT_TRUE(run.ok()) << run.error().text;
    }

    Report verified(const Checks& checks = {}) { return verify_file(path_, checks); }

    test::TemporaryDirectory directory_;
    std::string path_ = directory_ / "journal.dais";
    seal::KeyPair key_ = key_of(1);
};

}  // namespace dais::journal
