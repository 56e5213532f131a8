// Every byte of a journal file, changed: verify names something, or what can be read is exactly what was
// written.
#include <algorithm>

#include "journal/prefix.hpp"
#include "journal/scene.hpp"

namespace dais::journal {
namespace {

class FlippedByte : public Scene {
  protected:
    void SetUp() override {
        auto journal = open();
        ASSERT_TRUE(journal->begin_epoch(7, {1000}).ok());
        append_singly(*journal, 60);
        ASSERT_TRUE(
            journal->append(std::vector<base::Bytes>{std::string(9000, 'y')}).ok());  // with overflow pages
        ASSERT_TRUE(journal->close().ok());
        written_ = all_entries(*open());
        whole_ = file_content(path_);
    }

    // Returns whether something was found. What is served is always a beginning of what was written.
    bool try_with(const std::string& content) {
        write_file(path_, content);
        const auto report = verified();
        const auto prefix = open_read_only_prefix(path_);
        if (!prefix.ok()) {
            EXPECT_FALSE(report.intact());
            return true;
        }
        const auto served = all_entries(*prefix->journal);
        EXPECT_LE(served.size(), written_.size());
        EXPECT_TRUE(std::equal(served.begin(), served.end(), written_.begin()));
        if (report.intact()) {
            EXPECT_EQ(served, written_);
        }
        return !report.intact();
    }

    std::vector<std::string> written_;
    std::string whole_;
};

TEST_F(FlippedByte, is_named_or_changes_nothing) {
    int found_something = 0;
    int tried = 0;
    for (std::size_t at = 0; at < whole_.size(); at += at < 110 ? 1 : 31) {
        auto content = whole_;
        content[at] = static_cast<char>(content[at] ^ (at % 3 == 0 ? 0xFF : 1 << (at % 8)));
        SCOPED_TRACE("byte " + std::to_string(at));
        found_something += try_with(content) ? 1 : 0;
        ++tried;
        if (HasFailure()) return;
    }
    // Most of the pages is in use; the rest is free space, and bytes that SQLite does not read.
    RecordProperty("tried", tried);
    RecordProperty("named", found_something);
    EXPECT_GT(found_something * 3, tried);
}

TEST_F(FlippedByte, in_what_an_entry_says_is_always_named) {
    for (int n = 1; n <= 60; n += 7) {
        const auto at = whole_.find("entry " + std::to_string(n));
        ASSERT_NE(at, std::string::npos);
        for (std::size_t offset = 0; offset < 7; ++offset) {
            auto content = whole_;
            content[at + offset] = static_cast<char>(content[at + offset] ^ 0x20);
            EXPECT_TRUE(try_with(content)) << "entry " << n << " byte " << offset;
        }
    }
}

TEST_F(FlippedByte, a_file_cut_short_anywhere) {
    for (std::size_t length = 0; length < whole_.size(); length += length < 200 ? 7 : 509) {
        EXPECT_TRUE(try_with(whole_.substr(0, length))) << "length " << length;
    }
}

TEST_F(FlippedByte, stretches_of_zeros_and_noise) {
    std::uint64_t state = 12345;
    for (std::size_t at = 0; at + 512 <= whole_.size(); at += 512) {
        auto content = whole_;
        std::fill_n(content.begin() + static_cast<std::ptrdiff_t>(at), 512, '\0');
        try_with(content);
        for (std::size_t i = 0; i < 512; ++i) {
            state = state * 6364136223846793005ULL + 1442695040888963407ULL;
            content[at + i] = static_cast<char>(state >> 56);
        }
        try_with(content);
        if (HasFailure()) return;
    }
}

}  // namespace
}  // namespace dais::journal
