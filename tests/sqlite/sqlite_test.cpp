// The room's own promises; what the journal and the spool build on them is tested there.
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <cerrno>
#include <csignal>
#include <filesystem>
#include <fstream>

#include "sqlite/error.hpp"
#include "sqlite/file_lock.hpp"
#include "sqlite/files.hpp"
#include "sqlite/reader.hpp"
#include "sqlite/schema.hpp"
#include "support/endless_tree.hpp"
#include "support/faulty_disk.hpp"
#include "support/file_size_limit.hpp"
#include "support/temporary_directory.hpp"

namespace dais::sqlite {
namespace {

const Schema schema{77, 3, {{"thing", "CREATE TABLE thing (a INTEGER PRIMARY KEY, b BLOB) STRICT"}}};

class Sqlite : public ::testing::Test {
  protected:
    Database open() {
        if (file_state(path_) == FileState::absent) {
            EXPECT_TRUE(create_file(path_, schema, test::FaultyDisk::quick()).ok());
        }
        return std::move(*open_to_write(path_, test::FaultyDisk::quick()));
    }

    test::TemporaryDirectory directory_;
    std::string path_ = directory_ / "file.db";
};

TEST_F(Sqlite, a_new_file_has_its_schema_or_does_not_exist) {
    auto database = open();
    EXPECT_TRUE(check_schema(database, schema).ok());
    EXPECT_TRUE(check_structure(database).ok());
    EXPECT_EQ(check_schema(database, {78, 3, schema.tables}).error().code, "wrong_kind");
    EXPECT_EQ(check_schema(database, {77, 4, schema.tables}).error().code, "wrong_version");
    EXPECT_EQ(check_schema(database, {77, 3, {}}).error().code, "database_damaged");
    test::FaultyDisk disk;
    disk.fail_syncs_after(0);
    EXPECT_EQ(create_file(directory_ / "other.db", schema, disk.name()).error().code, "sync_failed");
    std::size_t files = 0;
    for (const auto& file : std::filesystem::directory_iterator(directory_.path())) {
        files += file.path().filename().string().starts_with("other") ? 1 : 0;
    }
    EXPECT_EQ(files, 0u);
}

TEST_F(Sqlite, a_list_of_tables_without_end_is_damage) {
    { const auto made = open(); }
    test::make_endless(path_, 1);
    const auto read = open_to_read(path_);
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code, "database_damaged");
    EXPECT_NE(read.error().text.find("does not end"), std::string::npos) << read.error().text;
    EXPECT_EQ(open_to_write(path_, "").error().code, "database_damaged");
}

TEST_F(Sqlite, a_file_of_another_with_many_tables_is_no_damage) {
    {
        auto other = Database::open(path_, {.access = Access::create, .vfs = test::FaultyDisk::quick()});
        std::string tables;
        for (int n = 0; n < 500; ++n) tables += "CREATE TABLE t" + std::to_string(n) + " (a);";
        ASSERT_TRUE(other->run("BEGIN;" + tables + "COMMIT"));
    }
    auto read = open_to_read(path_);
    ASSERT_TRUE(read);
    EXPECT_EQ(check_schema(read->database, schema).error().code, "wrong_kind");
}

TEST_F(Sqlite, a_limit_on_the_sizes_of_files_is_a_full_disk_and_may_be_tried_again) {
    std::signal(SIGXFSZ, SIG_IGN);  // as our programs do
    ASSERT_TRUE(create_file(path_, schema, ""));
    auto database = open_to_write(path_, "");
    ASSERT_TRUE(database);
    const auto add = [&](int key) {
        auto transaction = Transaction::begin(*database);
        EXPECT_TRUE(transaction);
        const auto done =
            database->run("INSERT INTO thing VALUES (" + std::to_string(key) + ", randomblob(60000))");
        return done ? transaction->commit() : done;
    };
    ASSERT_TRUE(add(1));
    for (const std::uint64_t bytes : {std::uint64_t{0}, std::uint64_t{70'000}, std::uint64_t{100'001}}) {
        const test::FileSizeLimit full(bytes);
        const auto refused = add(2);
        ASSERT_FALSE(refused) << bytes;
        EXPECT_EQ(refused.error().code, "disk_full") << refused.error().text;
        EXPECT_EQ(create_file(directory_ / "other.db", schema, "").ok(), bytes != 0);
        remove_file(directory_ / "other.db");
    }
    EXPECT_EQ(*database->number("SELECT count(*) FROM thing"), 1);
    EXPECT_TRUE(add(2));
    EXPECT_EQ(*database->number("SELECT count(*) FROM thing"), 2);
}

TEST_F(Sqlite, a_sync_without_room_is_no_full_disk_because_the_commit_may_be_there) {
    test::FaultyDisk disk;
    ASSERT_TRUE(create_file(path_, schema, disk.name()));
    auto database = open_to_write(path_, disk.name());
    ASSERT_TRUE(database);
    ASSERT_TRUE(database->run("INSERT INTO thing VALUES (1, x'00')"));
    disk.fail_syncs_after(0, ENOSPC);
    {
        auto transaction = Transaction::begin(*database);
        ASSERT_TRUE(transaction);
        ASSERT_TRUE(database->run("INSERT INTO thing VALUES (2, x'00')"));
        EXPECT_EQ(transaction->commit().error().code, "sync_failed");
    }
    // The process dies; whoever opens the file next may well find it.
    const test::TemporaryDirectory after;
    for (const char* file : {"file.db", "file.db-wal"}) {
        std::filesystem::copy_file(directory_ / file, after / file);
    }
    auto found = open_to_write(after / "file.db", "");
    ASSERT_TRUE(found);
    EXPECT_EQ(*found->number("SELECT count(*) FROM thing"), 2);
}

TEST_F(Sqlite, an_index_without_room_is_no_full_disk_either_but_at_the_opening_of_a_file) {
    test::FaultyDisk disk;
    ASSERT_TRUE(create_file(path_, schema, disk.name()));
    ASSERT_TRUE(open_to_write(path_, disk.name()));  // from now on it has a log
    disk.fill_index();
    const auto refused = open_to_write(path_, disk.name());
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "disk_full") << refused.error().text;
    disk.heal();
    auto database = open_to_write(path_, disk.name());
    ASSERT_TRUE(database);
    // A log that is not folded in grows, and with it, every four thousand pages, its index.
    ASSERT_TRUE(database->run("PRAGMA wal_autocheckpoint=0"));
    disk.fill_index();
    std::int64_t last = 0;
    base::Status<> done = base::Done{};
    while (done && last < 50) {
        auto transaction = Transaction::begin(*database);
        ASSERT_TRUE(transaction);
        done = database->run("INSERT INTO thing VALUES (" + std::to_string(++last) + ", zeroblob(900000))");
        if (done) done = transaction->commit();
    }
    ASSERT_FALSE(done);
    EXPECT_NE(done.error().code, "disk_full") << done.error().text;
    EXPECT_GT(last, 10);
    const test::TemporaryDirectory after;
    for (const char* file : {"file.db", "file.db-wal"}) {
        std::filesystem::copy_file(directory_ / file, after / file);
    }
    auto found = open_to_write(after / "file.db", "");
    ASSERT_TRUE(found);
    EXPECT_EQ(*found->number("SELECT count(*) FROM thing"), last) << "the last commit was there";
}

TEST_F(Sqlite, a_transaction_that_is_not_committed_never_was) {
    auto database = open();
    {
        auto transaction = Transaction::begin(database);
        ASSERT_TRUE(transaction.ok());
        ASSERT_TRUE(database.run("INSERT INTO thing VALUES (1, x'00')").ok());
    }
    EXPECT_EQ(*database.number("SELECT count(*) FROM thing"), 0);
    {
        auto transaction = Transaction::begin(database);
        ASSERT_TRUE(database.run("INSERT INTO thing VALUES (1, x'00')").ok());
        ASSERT_TRUE(transaction->commit().ok());
    }
    EXPECT_EQ(*database.number("SELECT count(*) FROM thing"), 1);
}

TEST_F(Sqlite, empty_bytes_are_not_null) {
    auto database = open();
    auto insert = database.prepare("INSERT INTO thing VALUES (?1, ?2)");
    ASSERT_TRUE(insert->bind(1, 1).bind_blob(2, {}).run().ok());
    ASSERT_TRUE(insert->bind(1, 2).bind_null(2).run().ok());
    auto select = database.prepare("SELECT b FROM thing ORDER BY a");
    ASSERT_TRUE(*select->step());
    EXPECT_EQ(select->kind(0), Kind::blob);
    ASSERT_TRUE(*select->step());
    EXPECT_EQ(select->kind(0), Kind::null);
    EXPECT_FALSE(*select->step());
}

TEST_F(Sqlite, triggers_of_a_file_do_not_run) {
    auto database = open();
    ASSERT_TRUE(
        database
            .run("CREATE TRIGGER more AFTER INSERT ON thing BEGIN INSERT INTO thing VALUES (99, NULL); END;"
                 "INSERT INTO thing VALUES (1, NULL)")
            .ok());
    EXPECT_EQ(*database.number("SELECT count(*) FROM thing"), 1);
    EXPECT_EQ(check_schema(database, schema).error().code, "database_damaged");
}

TEST_F(Sqlite, a_value_beyond_the_limit_is_refused) {
    auto database = open();
    const auto error = database.run("INSERT INTO thing VALUES (1, zeroblob(40000000))");
    ASSERT_FALSE(error.ok());
    EXPECT_TRUE(says_damage(error.error().code));
}

TEST_F(Sqlite, a_lock_is_held_by_one_and_given_back) {
    EXPECT_FALSE(FileLock::is_held(path_));
    {
        const auto lock = FileLock::take(path_);
        ASSERT_TRUE(lock.ok());
        EXPECT_TRUE(FileLock::is_held(path_));
        EXPECT_EQ(FileLock::take(path_).error().code, "file_locked");
    }
    EXPECT_FALSE(FileLock::is_held(path_));
    EXPECT_TRUE(FileLock::take(path_).ok());
    EXPECT_EQ(FileLock::take(directory_ / "no/such/file").error().code, "cannot_open");
}

// SQLite removes the file that a rollback journal names, whatever file that is.
TEST_F(Sqlite, a_rollback_journal_that_names_another_file_is_not_played) {
    ASSERT_TRUE(create_file(path_, schema, "").ok());
    const std::string victim = directory_ / "victim";
    std::ofstream(victim) << "precious";
    const auto number = [](std::uint32_t value) {
        std::string bytes;
        for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>(value >> shift);
        return bytes;
    };
    const std::string mark{"\xD9\xD5\x05\xF9\x20\xA1\x63\xD7"};
    std::uint32_t sum = 0;
    for (const char c : victim) sum += static_cast<unsigned char>(c);
    const auto pages = static_cast<std::uint32_t>(std::filesystem::file_size(path_) / 4096);
    std::string journal = mark + number(0) + number(1) + number(pages) + number(512) + number(4096);
    journal.resize(512);
    journal += number(0x40000000 / 4096 + 1) + victim + number(static_cast<std::uint32_t>(victim.size())) +
               number(sum) + mark;
    std::ofstream(path_ + "-journal", std::ios::binary) << journal;
    EXPECT_FALSE(open_to_read(path_).ok());
    EXPECT_FALSE(open_to_write(path_, "").ok());
    EXPECT_EQ(file_state(victim), FileState::filled);
}

TEST_F(Sqlite, files_are_known_for_what_they_are) {
    EXPECT_EQ(file_state(path_), FileState::absent);
    ASSERT_TRUE(make_private_file(path_).ok());
    EXPECT_EQ(file_state(path_), FileState::empty);
    EXPECT_EQ(make_private_file(path_).error().code, "io_failed");
    EXPECT_EQ(open_to_read(path_).error().code, "not_a_database");
    std::ofstream(path_) << "x";
    std::ofstream(path_ + "-wal") << "a log that nothing may remove";
    EXPECT_EQ(open_to_read(path_).error().code, "not_a_database");
    EXPECT_EQ(file_state(path_ + "-wal"), FileState::filled);
    std::filesystem::remove(path_ + "-wal");
    std::ofstream(path_) << "something";
    EXPECT_EQ(file_state(path_), FileState::filled);
    EXPECT_EQ(open_to_read(path_).error().code, "not_a_database");
    EXPECT_EQ(file_state(directory_.path()), FileState::not_a_file);
    EXPECT_EQ(make_parents(path_ + "/x/y").error().code, "cannot_open");
    ASSERT_TRUE(make_parents(directory_ / "a/b/c/file").ok());
    EXPECT_TRUE(std::filesystem::is_directory(directory_ / "a/b/c"));
    EXPECT_EQ(*real_path(directory_ / "a/b/../new"),
              std::filesystem::canonical(directory_ / "a").string() + "/new");
}

}  // namespace
}  // namespace dais::sqlite
