// Journals that were tampered with, cut, or flipped: verify says which entry, and what still holds is served.
#include <gtest/gtest.h>
#include <sqlite3.h>

#include "e2e/process.hpp"

namespace dais::e2e {
namespace {

class Damage : public testing::Test {
  protected:
    void SetUp() override {
        out_ = fresh_directory("damage");
        const auto ran =
            run({dais(), "rehearse", source("config/sample-meeting").string(), "--out", out_.string()});
        ASSERT_EQ(ran.code, 0) << ran.out;
        journal_ = out_ / "journal.sqlite";
    }

    void execute(const std::string& sql) {
        sqlite3* database = nullptr;
        ASSERT_EQ(sqlite3_open(journal_.c_str(), &database), SQLITE_OK);
        EXPECT_EQ(sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr), SQLITE_OK)
            << sqlite3_errmsg(database);
        sqlite3_close(database);
    }

    Ran verify(const std::vector<std::string>& further = {}) {
        std::vector<std::string> command{dais(), "verify", journal_.string()};
        command.insert(command.end(), further.begin(), further.end());
        return run(command);
    }

    std::filesystem::path out_;
    std::filesystem::path journal_;
};

TEST_F(Damage, an_untouched_journal_holds) {
    const auto ran = verify({"--head", (out_ / "head.txt").string()});
    EXPECT_EQ(ran.code, 0) << ran.out;
}

TEST_F(Damage, a_flipped_byte_is_named) {
    // In the file itself, inside the text of a paragraph that the journal holds.
    auto bytes = read_file(journal_);
    const auto at = bytes.find("said that");
    ASSERT_NE(at, std::string::npos);
    bytes[at] = static_cast<char>(bytes[at] ^ 0x01);
    write_file(journal_, bytes);
    const auto ran = verify();
    EXPECT_EQ(ran.code, 1) << ran.out;
    EXPECT_NE(ran.out.find("entry"), std::string::npos) << ran.out;
    const auto record = run({dais(), "record", journal_.string()});
    EXPECT_EQ(record.code, 1) << record.out;
}

TEST_F(Damage, a_file_that_is_no_journal_is_said_to_be_none) {
    write_file(journal_, "not a journal at all, only a line of text that is long enough to look at");
    for (const char* command : {"verify", "record", "replay"}) {
        const auto ran = run({dais(), command, journal_.string()});
        EXPECT_NE(ran.code, 0) << command;
        EXPECT_NE(ran.out.find("journal"), std::string::npos) << ran.out;
    }
}

}  // namespace
}  // namespace dais::e2e
