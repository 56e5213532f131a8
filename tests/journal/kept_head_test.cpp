// Holding a journal against a head that a station kept: what the chain and the stored heads cannot show.
#include "journal/scene.hpp"

namespace dais::journal {
namespace {

class KeptHead : public Scene {
  protected:
    // Ten entries, and the head that a station was told after the eighth.
    void SetUp() override {
        auto journal = open();
        ASSERT_TRUE(journal->begin_epoch(7, {1000}).ok());
        append_singly(*journal, 8);
        kept_ = *journal->signed_head();
        append_singly(*journal, 2);
        ASSERT_TRUE(journal->close().ok());
    }

    Report against_kept() { return verified({.kept = kept_, .trusted = {}, .progress = {}}); }

    seal::SignedHead kept_;
};

TEST_F(KeptHead, that_fits) {
    EXPECT_TRUE(against_kept().intact());
    kept_.signature.reset();
    EXPECT_TRUE(against_kept().intact());
}

TEST_F(KeptHead, shows_a_tail_cut_off_with_every_trace) {
    meddle("DELETE FROM entry WHERE sequence > 5; DELETE FROM head WHERE sequence > 5");
    EXPECT_TRUE(verified().intact()) << "without a head nobody can tell";
    const auto report = against_kept();
    EXPECT_EQ(found(report), "tail_cut 6");
    EXPECT_EQ(report.lost, "Lost: entries 6 to 8 (3 entries)");
    EXPECT_EQ(report.findings.front().text,
              "the head to hold it against stands at entry 8, and the journal ends at entry 5");
}

TEST_F(KeptHead, shows_another_history_under_the_same_key) {
    std::filesystem::remove(path_);
    auto journal = open();
    ASSERT_TRUE(journal->begin_epoch(7, {1000}).ok());
    append_singly(*journal, 5);
    ASSERT_TRUE(journal->append(std::vector<base::Bytes>(5, "other")).ok());
    ASSERT_TRUE(journal->close().ok());
    EXPECT_TRUE(verified().intact());
    const auto report = against_kept();
    EXPECT_EQ(found(report), "history_differs 8");
    EXPECT_EQ(report.findings.front().expected, seal::hex(kept_.head.digest));
}

TEST_F(KeptHead, of_another_hub_proves_nothing) {
    kept_ = seal::sign_head(kept_.head, key_of(2));
    EXPECT_EQ(found(against_kept()), "kept_head_wrong 8");
}

TEST_F(KeptHead, of_an_epoch_that_is_not_there) {
    kept_ = seal::sign_head({{2, 9}, {12}, seal::digest("x")}, key_);
    EXPECT_EQ(found(against_kept()), "tail_cut 11, history_differs 12");
    kept_ = seal::sign_head({{1, 9}, {8}, kept_.head.digest}, key_);
    EXPECT_NE(found(against_kept()).find("history_differs 8"), std::string::npos);
}

TEST_F(KeptHead, against_a_file_that_is_no_journal_names_what_is_lost) {
    write_file(path_, "nothing");
    EXPECT_EQ(against_kept().lost, "Lost: entries 1 to 8 (8 entries) and whatever came after");
}

}  // namespace
}  // namespace dais::journal
