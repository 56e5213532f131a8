// The journal in memory keeps the same rules as the one on disk; model_test.cpp and limits_test.cpp hold them
// together.
#include "journal/memory_journal.hpp"

#include "journal/prefix.hpp"
#include "journal/scene.hpp"

namespace dais::journal {
namespace {

class MemoryJournalTest : public ::testing::Test {
  protected:
    std::unique_ptr<Journal> open() {
        auto journal = open_memory_journal(disk_, key_of(1));
        EXPECT_TRUE(journal.ok()) << journal.error().text;
        EXPECT_TRUE((*journal)->begin_epoch(7, {1000}).ok());
        return std::move(*journal);
    }

    std::shared_ptr<MemoryDisk> disk_ = std::make_shared<MemoryDisk>();
};

TEST_F(MemoryJournalTest, a_second_hub_is_turned_away_until_the_first_is_gone) {
    auto journal = open();
    EXPECT_EQ(open_memory_journal(disk_, key_of(1)).error().code, "journal_in_use");
    journal.reset();
    journal = open();
    EXPECT_TRUE(journal->close().ok());
    auto second = open();
    journal.reset();
    EXPECT_EQ(open_memory_journal(disk_, key_of(1)).error().code, "journal_in_use");
}

TEST_F(MemoryJournalTest, a_full_disk_passes) {
    auto journal = open();
    disk_->fail_append(DiskFault::full, 1);
    append_singly(*journal, 1);
    EXPECT_EQ(journal->append(entries_from(2, 1)).error().code, "disk_full");
    append_singly(*journal, 1);
    EXPECT_EQ(all_entries(*journal), entries_from(1, 2));
}

TEST_F(MemoryJournalTest, a_failed_sync_does_not_pass) {
    for (const auto fault : {DiskFault::sync_lost, DiskFault::sync_kept}) {
        disk_ = std::make_shared<MemoryDisk>();
        auto journal = open();
        append_singly(*journal, 1);
        disk_->fail_append(fault);
        EXPECT_EQ(journal->append(entries_from(2, 1)).error().code, "sync_failed");
        EXPECT_EQ(journal->append(entries_from(2, 1)).error().code, "sync_failed");
        EXPECT_EQ(journal->begin_epoch(8, {2000}).error().code, "sync_failed");
        journal.reset();
        EXPECT_EQ(all_entries(*open()), entries_from(1, fault == DiskFault::sync_kept ? 2 : 1));
    }
}

TEST_F(MemoryJournalTest, a_disk_that_lies_loses_its_tail_with_the_power) {
    auto journal = open();
    append_singly(*journal, 2);
    disk_->begin_to_lie();
    append_singly(*journal, 3);
    const auto kept = *journal->signed_head();
    journal.reset();
    disk_->cut_power();
    EXPECT_TRUE(verify(*read_memory_journal(disk_), {}).intact());
    EXPECT_EQ(found(verify(*read_memory_journal(disk_), {.kept = kept, .trusted = {}, .progress = {}})),
              "tail_cut 3");
    EXPECT_EQ(all_entries(*open()), entries_from(1, 2));
}

TEST_F(MemoryJournalTest, damage_is_refused_for_writing_and_its_prefix_is_read) {
    auto journal = open();
    append_singly(*journal, 5);
    ASSERT_TRUE(journal->close().ok());
    disk_->change_entry({3}, "X");
    EXPECT_EQ(open_memory_journal(disk_, key_of(1)).error().code, "journal_damaged");
    const auto prefix = verified_prefix(read_memory_journal(disk_));
    EXPECT_EQ(all_entries(*prefix.journal), entries_from(1, 2));
    EXPECT_EQ(prefix.report.lost, "Lost: entries 3 to 5 (3 entries)");
}

TEST_F(MemoryJournalTest, a_tail_cut_off_shows_by_the_stored_head_unless_that_goes_too) {
    auto journal = open();
    append_singly(*journal, 5);
    ASSERT_TRUE(journal->close().ok());
    disk_->cut_tail({3}, false);
    EXPECT_EQ(found(verify(*read_memory_journal(disk_), {})), "tail_cut 4");
    disk_->cut_tail({3}, true);
    EXPECT_TRUE(verify(*read_memory_journal(disk_), {}).intact());
}

}  // namespace
}  // namespace dais::journal
