// A disk that is full, does not sync, or loses its power.
#include "support/faulty_disk.hpp"

#include <filesystem>

#include "journal/scene.hpp"

namespace dais::journal {
namespace {

class FaultyDiskUnderJournal : public Scene {
  protected:
    void SetUp() override {
        auto opened = open_journal({path_, key_, disk_.name()});
        ASSERT_TRUE(opened.ok()) << opened.error().text;
        journal_ = std::move(*opened);
        ASSERT_TRUE(journal_->begin_epoch(7, {1000}).ok());
        append_singly(*journal_, 5);
    }

    test::FaultyDisk disk_;
    std::unique_ptr<Journal> journal_;
};

TEST_F(FaultyDiskUnderJournal, each_batch_is_one_sync) {
    const auto before = disk_.syncs();
    ASSERT_TRUE(journal_->append(entries_from(6, 100)).ok());
    EXPECT_EQ(disk_.syncs(), before + 1);
}

TEST_F(FaultyDiskUnderJournal, full_writes_nothing_and_goes_on_later) {
    for (std::uint64_t room = 0; room < 40'000; room += 1'500) {
        disk_.set_room(room);
        const auto appended = journal_->append(std::vector<base::Bytes>(10, std::string(5'000, 'x')));
        ASSERT_FALSE(appended.ok());
        EXPECT_EQ(appended.error().code, "disk_full") << appended.error().text;
        EXPECT_EQ(journal_->head()->sequence.value, 5u);
        EXPECT_EQ(all_entries(*journal_), entries_from(1, 5));
    }
    disk_.heal();
    append_singly(*journal_, 2);
    ASSERT_TRUE(journal_->close().ok());
    EXPECT_EQ(all_entries(*open()), entries_from(1, 7));
}

TEST_F(FaultyDiskUnderJournal, an_epoch_on_a_full_disk_does_not_begin) {
    disk_.set_room(0);
    EXPECT_EQ(journal_->begin_epoch(8, {2000}).error().code, "disk_full");
    EXPECT_EQ(journal_->head()->epoch.counter, 1u);
    EXPECT_EQ(journal_->close().error().code, "disk_full");
    EXPECT_EQ(all_entries(*open()), entries_from(1, 5));
}

TEST_F(FaultyDiskUnderJournal, a_failed_sync_ends_the_journal_for_good) {
    disk_.fail_syncs_after(0);
    EXPECT_EQ(journal_->append(entries_from(6, 1)).error().code, "sync_failed");
    disk_.heal();
    EXPECT_EQ(journal_->append(entries_from(6, 1)).error().code, "sync_failed");
    EXPECT_EQ(journal_->begin_epoch(8, {2000}).error().code, "sync_failed");
    EXPECT_EQ(journal_->head()->sequence.value, 5u);
    EXPECT_TRUE(journal_->close().ok());
    // What was not acknowledged may be there or not; what was is.
    const auto entries = all_entries(*open());
    EXPECT_TRUE(entries == entries_from(1, 5) || entries == entries_from(1, 6));
}

TEST_F(FaultyDiskUnderJournal, a_new_journal_on_a_full_disk_leaves_nothing) {
    disk_.set_room(5'000);
    const std::string other = directory_ / "other.dais";
    EXPECT_EQ(open_journal({other, key_, disk_.name()}).error().code, "disk_full");
    EXPECT_FALSE(std::filesystem::exists(other));
}

// The power goes at a random place; whatever of the unsynced writes reached the disk, every acknowledged
// entry is there.
class PowerCut : public Scene, public ::testing::WithParamInterface<int> {};

TEST_P(PowerCut, loses_nothing_that_was_acknowledged) {
    std::mt19937_64 chance(static_cast<std::uint64_t>(GetParam()));
    test::FaultyDisk disk;
    const std::string after = directory_ / "after";
    std::filesystem::create_directory(after);
    std::uint64_t acknowledged = 0;
    {
        auto journal = open_journal({path_, key_, disk.name()});
        ASSERT_TRUE(journal.ok());
        ASSERT_TRUE((*journal)->begin_epoch(7, {1000}).ok());
        disk.fail_syncs_after(1 + chance() % 30);
        for (;;) {
            const auto head = (*journal)->append(entries_from(acknowledged + 1, 1 + chance() % 40));
            if (!head) break;
            acknowledged = head->sequence.value;
        }
        disk.copy_after_power_cut(after, chance);
        disk.cut_power();
    }
    path_ = after + "/journal.dais";
    auto journal = open();
    ASSERT_NE(journal, nullptr);
    const auto entries = all_entries(*journal);
    EXPECT_GE(entries.size(), acknowledged);
    EXPECT_EQ(entries, entries_from(1, entries.size()));
    ASSERT_TRUE(journal->begin_epoch(8, {2000}).ok());
    append_singly(*journal, 1);
    EXPECT_TRUE(verified().intact());
}

INSTANTIATE_TEST_SUITE_P(Seeds, PowerCut, ::testing::Range(0, 20));

}  // namespace
}  // namespace dais::journal
