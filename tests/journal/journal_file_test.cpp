// Opening, appending, closing and opening again.
#include <sys/stat.h>

#include <filesystem>

#include "journal/epoch.hpp"
#include "journal/scene.hpp"
#include "journal/sqlite_reader.hpp"

namespace dais::journal {
namespace {

namespace fs = std::filesystem;

class JournalFile : public Scene {};

TEST_F(JournalFile, a_new_one_is_empty_private_and_makes_its_directories) {
    path_ = directory_ / "some/where/journal.dais";
    auto journal = open();
    EXPECT_EQ(*journal->head(), seal::Head{});
    struct stat status {};
    ASSERT_EQ(::stat(path_.c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777, 0600u);
    ASSERT_EQ(::stat((directory_ / "some").c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777, 0700u);
}

TEST_F(JournalFile, entries_are_chained_and_there_again) {
    auto journal = open();
    const auto epoch = journal->begin_epoch(7, {1000});
    ASSERT_TRUE(epoch.ok());
    EXPECT_EQ(epoch->epoch, (base::Epoch{1, 7}));
    const auto head = journal->append(entries_from(1, 3));
    ASSERT_TRUE(head.ok());
    const auto first = seal::chain(seal::no_digest, "entry 1");
    const auto second = seal::chain(first, "entry 2");
    const auto third = seal::chain(second, "entry 3");
    EXPECT_EQ(*head, (seal::Head{{1, 7}, {3}, third}));
    EXPECT_EQ(*journal->digest_at({0}), seal::no_digest);
    EXPECT_EQ(*journal->digest_at({1}), first);
    EXPECT_EQ(*journal->digest_at({3}), third);
    EXPECT_EQ(journal->digest_at({4}).error().code, "no_such_entry");
    ASSERT_TRUE(journal->close().ok());

    journal = open();
    EXPECT_EQ(*journal->head(), *head);
    EXPECT_EQ(all_entries(*journal), entries_from(1, 3));
}

TEST_F(JournalFile, a_journal_that_was_not_closed_is_there_again) {
    {
        auto journal = open();
        ASSERT_TRUE(journal->begin_epoch(7, {1000}).ok());
        append_singly(*journal, 20);
    }
    auto journal = open();
    EXPECT_EQ(all_entries(*journal), entries_from(1, 20));
}

TEST_F(JournalFile, reads_from_anywhere_as_much_as_is_wanted) {
    auto journal = open();
    ASSERT_TRUE(journal->begin_epoch(7, {1000}).ok());
    ASSERT_TRUE(journal->append(entries_from(1, 1000)).ok());
    const auto read = [&](std::uint64_t from, std::uint64_t max, std::uint64_t stop_at = UINT64_MAX) {
        std::vector<std::uint64_t> numbers;
        const auto count = journal->read({from}, max, [&](const Entry& entry) {
            numbers.push_back(entry.sequence.value);
            return entry.sequence.value != stop_at;
        });
        EXPECT_EQ(*count, numbers.size());
        return std::pair{numbers.size(), numbers.empty() ? 0 : numbers.back()};
    };
    using Pair = std::pair<std::size_t, std::uint64_t>;
    EXPECT_EQ(read(1, 5), (Pair{5, 5}));
    EXPECT_EQ(read(998, 5), (Pair{3, 1000}));
    EXPECT_EQ(read(1001, 5), (Pair{0, 0}));
    EXPECT_EQ(read(UINT64_MAX, 5), (Pair{0, 0}));
    EXPECT_EQ(read(1, 0), (Pair{0, 0}));
    EXPECT_EQ(read(1, UINT64_MAX), (Pair{1000, 1000}));
    EXPECT_EQ(read(200, 512), (Pair{512, 711}));
    EXPECT_EQ(read(1, UINT64_MAX, 300), (Pair{300, 300}));
}

TEST_F(JournalFile, epochs_count_up_and_are_signed) {
    fill(2);
    key_ = key_of(2);
    auto journal = open();
    EXPECT_EQ(journal->head()->epoch, (base::Epoch{1, 7}));
    ASSERT_TRUE(journal->begin_epoch(0xFFFFFFFFFFFFFFFF, {2000}).ok());
    ASSERT_TRUE(journal->append(entries_from(3, 1)).ok());
    const auto epochs = journal->epochs();
    ASSERT_EQ(epochs->size(), 2u);
    EXPECT_EQ(epochs->at(0).public_key, key_of(1).public_key());
    const auto& second = epochs->at(1);
    EXPECT_EQ(second.epoch, (base::Epoch{2, 0xFFFFFFFFFFFFFFFF}));
    EXPECT_EQ(second.first, base::Sequence{3});
    EXPECT_EQ(second.started_at, base::Instant{2000});
    EXPECT_TRUE(epoch_is_signed(second, *journal->digest_at({2})));
    EXPECT_FALSE(epoch_is_signed(second, *journal->digest_at({1})));
}

TEST_F(JournalFile, heads_are_stored_at_starts_at_clean_ends_and_now_and_then) {
    auto journal = open();
    ASSERT_TRUE(journal->begin_epoch(7, {1000}).ok());
    append_singly(*journal, 3);
    ASSERT_TRUE(journal->append(entries_from(4, 2 * entries_per_signed_head)).ok());
    const auto last = *journal->head();
    ASSERT_TRUE(journal->close().ok());
    journal = open();
    std::vector<std::uint64_t> at;
    const auto heads = *journal->heads();
    for (const auto& head : heads) {
        EXPECT_TRUE(seal::head_signed_by(head, key_.public_key()));
        at.push_back(head.head.sequence.value);
    }
    EXPECT_EQ(at, (std::vector<std::uint64_t>{0, last.sequence.value}));
    ASSERT_TRUE(journal->begin_epoch(8, {2000}).ok());
    append_singly(*journal, entries_per_signed_head);
    EXPECT_EQ(journal->heads()->size(), 4u);
    EXPECT_EQ(verified().findings.size(), 0u);
}

TEST_F(JournalFile, the_present_head_is_signed_on_request) {
    auto journal = open();
    EXPECT_EQ(journal->signed_head().error().code, "no_epoch");
    ASSERT_TRUE(journal->begin_epoch(7, {1000}).ok());
    append_singly(*journal, 1);
    const auto head = journal->signed_head();
    EXPECT_EQ(head->head, *journal->head());
    EXPECT_TRUE(seal::head_signed_by(*head, key_.public_key()));
}

TEST_F(JournalFile, a_second_hub_is_turned_away) {
    auto journal = open();
    const auto second = open_journal({path_, key_, {}});
    ASSERT_FALSE(second.ok());
    EXPECT_EQ(second.error().code, "journal_in_use");
    EXPECT_NE(second.error().text.find("process " + std::to_string(::getpid())), std::string::npos)
        << second.error().text;
    fs::create_symlink(path_, directory_ / "link");
    EXPECT_EQ(open_journal({directory_ / "link", key_, {}}).error().code, "journal_in_use");
    ASSERT_TRUE(journal->close().ok());
    EXPECT_NE(open(), nullptr);
}

TEST_F(JournalFile, at_rest_it_is_one_file) {
    fill(3);
    std::vector<std::string> names;
    for (const auto& file : fs::directory_iterator(directory_.path()))
        names.push_back(file.path().filename());
    std::sort(names.begin(), names.end());
    EXPECT_EQ(names, (std::vector<std::string>{"journal.dais", "journal.dais-lock"}));
}

TEST_F(JournalFile, nothing_is_written_after_close) {
    auto journal = open();
    ASSERT_TRUE(journal->begin_epoch(7, {1000}).ok());
    ASSERT_TRUE(journal->close().ok());
    EXPECT_EQ(journal->append(entries_from(1, 1)).error().code, "journal_closed");
    EXPECT_EQ(journal->begin_epoch(8, {1000}).error().code, "journal_closed");
    EXPECT_TRUE(journal->close().ok());
}

TEST_F(JournalFile, what_is_not_a_journal_is_refused_and_left_alone) {
    const auto refused = [&](const std::string& content) {
        write_file(path_, content);
        const auto journal = open_journal({path_, key_, {}});
        EXPECT_EQ(file_content(path_), content);
        return journal.ok() ? "opened" : journal.error().code;
    };
    EXPECT_EQ(refused(""), "not_a_journal");
    EXPECT_EQ(refused("hello"), "not_a_journal");
    EXPECT_EQ(refused(std::string(10'000, 'x')), "not_a_journal");
    EXPECT_EQ(open_journal({directory_.path(), key_, {}}).error().code, "cannot_open");
    EXPECT_EQ(open_journal({path_ + "/below/a/file", key_, {}}).error().code, "cannot_open");
}

TEST_F(JournalFile, another_programs_database_and_another_version_are_refused) {
    fill(1);
    meddle("PRAGMA user_version=2");
    EXPECT_EQ(open_journal({path_, key_, {}}).error().code, "wrong_version");
    meddle("PRAGMA user_version=1; PRAGMA application_id=5");
    EXPECT_EQ(open_journal({path_, key_, {}}).error().code, "not_a_journal");
}

TEST_F(JournalFile, a_log_without_its_journal_is_not_played_into_a_new_one) {
    write_file(path_ + "-wal", "a log");
    EXPECT_EQ(open_journal({path_, key_, {}}).error().code, "leftover_log");
    EXPECT_FALSE(fs::exists(path_));
}

}  // namespace
}  // namespace dais::journal
