// A spool on disk: what is kept is there again, what is damaged is set aside.
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "spool/spool.hpp"
#include "sqlite/database.hpp"
#include "support/faulty_disk.hpp"
#include "support/temporary_directory.hpp"

namespace dais::spool {
namespace {

namespace fs = std::filesystem;

class SpoolFile : public ::testing::Test {
  protected:
    std::unique_ptr<Spool> open() {
        auto spool = open_spool({path_, test::FaultyDisk::quick()});
        EXPECT_TRUE(spool.ok()) << spool.error().text;
        return spool.ok() ? std::move(*spool) : nullptr;
    }

    base::Error refusal() {
        auto spool = open_spool({path_, test::FaultyDisk::quick()});
        return spool.ok() ? base::Error{"opened", ""} : spool.error();
    }

    void meddle(const std::string& sql) {
        auto database = sqlite::Database::open(
            path_, {.access = sqlite::Access::write, .vfs = test::FaultyDisk::quick()});
        ASSERT_TRUE(database.ok());
        const auto run = database->run(sql);
        ASSERT_TRUE(run.ok()) << run.error().text;
    }

    std::string content() {
        std::ifstream stream(path_, std::ios::binary);
        std::ostringstream bytes;
        bytes << stream.rdbuf();
        return bytes.str();
    }

    test::TemporaryDirectory directory_;
    std::string path_ = directory_ / "station/spool.dais";
};

TEST_F(SpoolFile, a_new_one_has_a_session_and_is_private) {
    const auto session = open()->contents().session;
    EXPECT_NE(session, Session{});
    EXPECT_EQ(open()->contents().session, session);
    EXPECT_EQ(open()->contents().next_request, 1u);
    struct stat status {};
    ASSERT_EQ(::stat(path_.c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777, 0600u);
    path_ = directory_ / "other/spool.dais";
    EXPECT_NE(open()->contents().session, session);
}

TEST_F(SpoolFile, what_was_kept_is_there_again) {
    Contents before;
    {
        auto spool = open();
        ASSERT_TRUE(spool->keep(1, Kind::act, "give the floor").ok());
        ASSERT_TRUE(spool->keep(2, Kind::text, std::string("a\0b\xff", 4)).ok());
        ASSERT_TRUE(spool->keep(7, Kind::text, "").ok());
        ASSERT_TRUE(spool->set_unplaced(2, "the intervention was closed").ok());
        ASSERT_TRUE(spool->forget(1).ok());
        ASSERT_TRUE(spool->keep_draft("intervention 3", "Mr. Chair, ").ok());
        ASSERT_TRUE(spool->keep_draft("intervention 4", "x").ok());
        ASSERT_TRUE(spool->forget_draft("intervention 4").ok());
        ASSERT_TRUE(spool->set_head_seen({{{3, 9}, {118}, seal::digest("118")}, {}}).ok());
        before = spool->contents();
    }
    const auto spool = open();
    EXPECT_EQ(spool->contents(), before);
    EXPECT_EQ(before.next_request, 8u);
    EXPECT_EQ(before.outbox(), (std::vector<Item>{{7, Kind::text, "", {}}}));
    EXPECT_EQ(
        before.unplaced(),
        (std::vector<Item>{{2, Kind::text, std::string("a\0b\xff", 4), "the intervention was closed"}}));
    EXPECT_EQ(before.drafts, (std::map<std::string, std::string>{{"intervention 3", "Mr. Chair, "}}));
    EXPECT_EQ(before.head_seen->head.sequence.value, 118u);
}

TEST_F(SpoolFile, a_number_is_never_used_twice) {
    ASSERT_TRUE(open()->keep(5, Kind::act, "x").ok());
    ASSERT_TRUE(open()->forget(5).ok());
    EXPECT_EQ(open()->keep(5, Kind::act, "y").error().code, "request_used");
    EXPECT_EQ(open()->keep(4, Kind::act, "y").error().code, "request_used");
    ASSERT_TRUE(open()->apply(Changes{}.raise_next_request(20)).ok());
    EXPECT_EQ(open()->keep(19, Kind::act, "y").error().code, "request_used");
    EXPECT_TRUE(open()->keep(20, Kind::act, "y").ok());
}

TEST_F(SpoolFile, reserved_numbers_are_free_for_the_run_that_reserved_them) {
    {
        auto spool = open();
        ASSERT_TRUE(spool->apply(Changes{}.raise_next_request(100)).ok());
        EXPECT_TRUE(spool->keep(2, Kind::text, "after an act with number 1").ok());
        EXPECT_EQ(spool->keep(2, Kind::text, "again").error().code, "request_used");
        EXPECT_EQ(spool->contents().next_request, 100u);
    }
    EXPECT_EQ(open()->keep(3, Kind::text, "of an earlier run").error().code, "request_used");
    EXPECT_TRUE(open()->keep(100, Kind::text, "").ok());
}

TEST_F(SpoolFile, several_changes_are_one_sync_and_all_or_none) {
    test::FaultyDisk disk;
    auto spool = std::move(*open_spool({path_, disk.name()}));
    const auto before = disk.syncs();
    ASSERT_TRUE(
        spool
            ->apply(
                Changes{}.keep(1, Kind::text, "a").keep(2, Kind::text, "b").keep_draft("p", "t").forget(1))
            .ok());
    EXPECT_EQ(disk.syncs(), before + 1);
    const auto contents = spool->contents();
    EXPECT_EQ(spool->apply(Changes{}.keep(3, Kind::text, "c").set_unplaced(99, "no")).error().code,
              "no_such_request");
    EXPECT_EQ(spool->contents(), contents);
    spool.reset();
    EXPECT_EQ(open()->contents(), contents);
}

TEST_F(SpoolFile, limits) {
    auto spool = open();
    const auto contents = spool->contents();
    EXPECT_EQ(spool->keep(1, Kind::text, std::string(max_command_bytes + 1, 'x')).error().code,
              "command_too_long");
    EXPECT_EQ(spool->keep(UINT64_MAX, Kind::text, "x").error().code, "request_too_large");
    EXPECT_EQ(spool->keep_draft("p", std::string(max_draft_bytes + 1, 'x')).error().code, "draft_too_long");
    EXPECT_EQ(spool->keep_draft(std::string(max_place_bytes + 1, 'p'), "x").error().code, "place_too_long");
    EXPECT_EQ(
        spool
            ->apply(
                Changes{}.keep(1, Kind::text, "x").set_unplaced(1, std::string(max_reason_bytes + 1, 'x')))
            .error()
            .code,
        "reason_too_long");
    Changes many;
    for (std::uint64_t n = 1; n <= max_outbox_rows + 1; ++n) many.keep(n, Kind::text, "x");
    EXPECT_EQ(spool->apply(many).error().code, "spool_full");
    Changes drafts;
    for (std::size_t n = 0; n <= max_drafts; ++n) drafts.keep_draft("place " + std::to_string(n), "x");
    EXPECT_EQ(spool->apply(drafts).error().code, "spool_full");
    Changes large;
    for (std::size_t n = 0; n < 65; ++n)
        large.keep_draft("place " + std::to_string(n), std::string(max_draft_bytes, 'x'));
    EXPECT_EQ(spool->apply(large).error().code, "spool_full");
    EXPECT_EQ(spool->contents(), contents);
}

// A number after which the next could not be stored made a spool that was called damaged when it was opened.
TEST_F(SpoolFile, the_last_number_can_be_read_again) {
    auto spool = open();
    EXPECT_EQ(spool->keep(max_request + 1, Kind::text, "x").error().code, "request_too_large");
    EXPECT_TRUE(spool->keep(max_request, Kind::text, "x").ok());
    EXPECT_EQ(spool->keep(spool->contents().free_from, Kind::text, "x").error().code, "request_too_large");
    const auto contents = spool->contents();
    spool.reset();
    EXPECT_EQ(open()->contents(), contents);
}

TEST_F(SpoolFile, belongs_to_one_program) {
    auto spool = open();
    EXPECT_EQ(refusal().code, "spool_in_use");
    spool.reset();
    EXPECT_EQ(refusal().code, "opened");
}

TEST_F(SpoolFile, a_full_disk_passes_and_a_failed_sync_does_not) {
    test::FaultyDisk disk;
    auto spool = std::move(*open_spool({path_, disk.name()}));
    ASSERT_TRUE(spool->keep(1, Kind::text, "a").ok());
    disk.set_room(100);
    EXPECT_EQ(spool->keep(2, Kind::text, std::string(10'000, 'b')).error().code, "disk_full");
    disk.heal();
    ASSERT_TRUE(spool->keep(2, Kind::text, "b").ok());
    disk.fail_syncs_after(0);
    EXPECT_EQ(spool->keep(3, Kind::text, "c").error().code, "sync_failed");
    disk.heal();
    EXPECT_EQ(spool->keep(3, Kind::text, "c").error().code, "sync_failed");
    EXPECT_EQ(spool->contents().items.size(), 2u);
    spool.reset();
    EXPECT_GE(open()->contents().items.size(), 2u);
}

TEST_F(SpoolFile, a_damaged_one_is_set_aside_whole_and_a_new_one_begins) {
    ASSERT_TRUE(open()->keep(1, Kind::text, "precious text").ok());
    const auto session = open()->contents().session;
    meddle("UPDATE item SET bytes = CAST('precious lies' AS BLOB)");
    const auto damaged = content();
    const auto error = refusal();
    EXPECT_EQ(error.code, "spool_damaged");
    EXPECT_NE(error.text.find("request 1"), std::string::npos) << error.text;
    EXPECT_NE(error.text.find(path_ + ".damaged-1"), std::string::npos) << error.text;
    EXPECT_FALSE(fs::exists(path_));
    EXPECT_NE(open()->contents().session, session);
    std::ofstream(path_, std::ios::binary | std::ios::trunc) << "nothing";
    EXPECT_NE(refusal().text.find(path_ + ".damaged-2"), std::string::npos);
    path_ += ".damaged-1";
    EXPECT_NE(content().find("precious lies"), std::string::npos);
}

TEST_F(SpoolFile, a_log_beside_one_byte_is_set_aside_with_it) {
    fs::create_directories(directory_ / "station");
    std::ofstream(path_) << "x";
    std::ofstream(path_ + "-wal") << "a log";
    EXPECT_EQ(refusal().code, "spool_damaged");
    path_ += ".damaged-1-wal";
    EXPECT_EQ(content(), "a log");
}

TEST_F(SpoolFile, a_format_that_sqlite_does_not_know_is_damage) {
    open();
    auto bytes = content();
    bytes[47] = 9;  // of the schema, in the file's header
    std::ofstream(path_, std::ios::binary | std::ios::trunc) << bytes;
    EXPECT_EQ(refusal().code, "spool_damaged");
    EXPECT_TRUE(open()->contents().items.empty());
}

TEST_F(SpoolFile, every_changed_row_is_noticed) {
    for (const char* change :
         {"UPDATE station SET next_request = 1", "UPDATE station SET session = zeroblob(16)",
          "UPDATE station SET head = CAST('x' AS BLOB)", "DELETE FROM station", "UPDATE item SET kind = 1",
          "UPDATE item SET unplaced = 1", "UPDATE item SET request = 3",
          "UPDATE draft SET text = zeroblob(3)", "UPDATE draft SET place = zeroblob(3)",
          "CREATE TABLE more (a)"}) {
        ASSERT_TRUE(open()->apply(Changes{}.keep(2, Kind::text, "t").keep_draft("p", "text")).ok());
        meddle(change);
        EXPECT_EQ(refusal().code, "spool_damaged") << change;
    }
}

TEST_F(SpoolFile, another_programs_file_is_left_where_it_is) {
    open();
    meddle("PRAGMA application_id = 5");
    EXPECT_EQ(refusal().code, "not_a_spool");
    EXPECT_TRUE(fs::exists(path_));
    meddle("PRAGMA application_id = 1145131856; PRAGMA user_version = 9");
    EXPECT_EQ(refusal().code, "wrong_version");
    EXPECT_TRUE(fs::exists(path_));
}

TEST_F(SpoolFile, a_flipped_byte_is_noticed_or_changes_nothing) {
    ASSERT_TRUE(
        open()->apply(Changes{}.keep(2, Kind::text, "the text of a clerk").keep_draft("p", "a draft")).ok());
    const auto before = open()->contents();
    const auto whole = content();
    int noticed = 0;
    for (std::size_t at = 0; at < whole.size(); at += at < 110 ? 1 : 31) {
        for (const char* suffix : {"-wal", "-shm"}) fs::remove(path_ + suffix);
        auto changed = whole;
        changed[at] = static_cast<char>(changed[at] ^ 0x55);
        std::ofstream(path_, std::ios::binary | std::ios::trunc) << changed;
        auto spool = open_spool({path_, test::FaultyDisk::quick()});
        if (spool.ok()) {
            EXPECT_EQ((*spool)->contents(), before) << "byte " << at;
        } else {
            ++noticed;
            fs::remove(path_ + ".damaged-1");
            for (const char* suffix : {"-wal", "-shm"}) fs::remove(path_ + ".damaged-1" + suffix);
        }
    }
    EXPECT_GT(noticed, 10);
}

}  // namespace
}  // namespace dais::spool
