// What a journal refuses to append, and that nothing of it is written.
#include "journal/memory_journal.hpp"
#include "journal/scene.hpp"

namespace dais::journal {
namespace {

class Limits : public Scene {
  protected:
    static std::string refused(Journal& journal, const std::vector<base::Bytes>& entries) {
        const auto before = *journal.head();
        const auto appended = journal.append(entries);
        if (appended.ok()) return "appended";
        EXPECT_EQ(*journal.head(), before);
        EXPECT_EQ(all_entries(journal).size(), before.sequence.value);
        return appended.error().code;
    }

    static void try_all(Journal& journal) {
        EXPECT_EQ(refused(journal, entries_from(1, 1)), "no_epoch");
        ASSERT_TRUE(journal.begin_epoch(7, {1000}).ok());
        EXPECT_EQ(refused(journal, {std::string(max_first_entry_bytes + 1, 'x')}), "entry_too_long");
        EXPECT_EQ(refused(journal, {std::string(max_first_entry_bytes, 'x')}), "appended");
        EXPECT_EQ(refused(journal, {std::string(max_entry_bytes + 1, 'x')}), "entry_too_long");
        EXPECT_EQ(refused(journal, {"good", std::string(max_entry_bytes + 1, 'x'), "good"}),
                  "entry_too_long");
        EXPECT_EQ(refused(journal, {std::string(max_entry_bytes, 'x')}), "appended");
        EXPECT_EQ(refused(journal, {"good", ""}), "entry_empty");
        EXPECT_EQ(refused(journal, std::vector<base::Bytes>(max_batch_entries + 1, "x")), "batch_too_long");
        EXPECT_EQ(refused(journal, std::vector<base::Bytes>(65, std::string(max_entry_bytes, 'x'))),
                  "batch_too_long");
        EXPECT_EQ(refused(journal, std::vector<base::Bytes>(max_batch_entries, "x")), "appended");
        const auto before = *journal.head();
        EXPECT_EQ(refused(journal, {}), "appended");
        EXPECT_EQ(*journal.head(), before);
    }
};

TEST_F(Limits, of_a_file) {
    auto journal = open();
    try_all(*journal);
    ASSERT_TRUE(journal->close().ok());
    EXPECT_TRUE(verified().intact()) << found(verified());
}

TEST_F(Limits, of_memory) {
    auto journal = open_memory_journal(std::make_shared<MemoryDisk>(), key_);
    try_all(**journal);
}

}  // namespace
}  // namespace dais::journal
