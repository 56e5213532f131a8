// Every kind of damage that somebody can do with SQL alone is named, with the entry and what is lost.
#include <map>

#include "journal/prefix.hpp"
#include "journal/scene.hpp"
#include "support/endless_tree.hpp"

namespace dais::journal {
namespace {

class Verify : public Scene {
  protected:
    void SetUp() override { fill(10); }

    // The damage is found, refused for writing, and the prefix before it is served.
    void expect(const std::string& findings, std::uint64_t verified_up_to, const std::string& lost) {
        const auto report = verified();
        EXPECT_EQ(found(report), findings);
        EXPECT_EQ(report.verified.sequence.value, verified_up_to);
        EXPECT_EQ(report.lost, lost);
        EXPECT_EQ(open_journal({path_, key_, {}}).error().code, "journal_damaged");
        auto prefix = open_read_only_prefix(path_);
        ASSERT_TRUE(prefix.ok()) << prefix.error().text;
        EXPECT_EQ(all_entries(*prefix->journal), entries_from(1, verified_up_to));
        EXPECT_EQ(prefix->journal->head()->sequence.value, verified_up_to);
        EXPECT_EQ(prefix->journal->digest_at({verified_up_to + 1}).error().code, "no_such_entry");
    }
};

TEST_F(Verify, a_sound_journal) {
    const auto report = verified();
    EXPECT_TRUE(report.intact()) << found(report);
    EXPECT_EQ(report.verified, *open()->head());
    EXPECT_EQ(report.vouched.value, 10u);
    EXPECT_EQ(report.lost, "");
}

TEST_F(Verify, changed_bytes) {
    meddle("UPDATE entry SET bytes = CAST('entry X' AS BLOB) WHERE sequence = 4");
    expect("entry_changed 4", 3, "Lost: entries 4 to 10 (7 entries)");
    const auto finding = verified().findings.front();
    EXPECT_EQ(finding.text, "entry 4 was changed: its bytes are not those that were written");
    const auto third =
        seal::chain(seal::chain(seal::chain(seal::no_digest, "entry 1"), "entry 2"), "entry 3");
    EXPECT_EQ(finding.expected, seal::hex(seal::chain(third, "entry 4")));
    EXPECT_EQ(finding.found, seal::hex(seal::chain(third, "entry X")));
}

TEST_F(Verify, a_changed_digest) {
    meddle("UPDATE entry SET digest = zeroblob(32) WHERE sequence = 4");
    expect("entry_changed 4", 3, "Lost: entries 4 to 10 (7 entries)");
    EXPECT_EQ(verified().findings.front().text,
              "entry 4 was changed: the digest that is stored with it is not the one that was written, its "
              "bytes are");
}

TEST_F(Verify, the_last_entry_changed) {
    meddle("UPDATE entry SET bytes = CAST('entry X' AS BLOB) WHERE sequence = 10");
    expect("entry_changed 10", 9, "Lost: entry 10");
}

TEST_F(Verify, entries_missing) {
    meddle("DELETE FROM entry WHERE sequence = 4");
    expect("entry_missing 4", 3, "Lost: entries 4 to 10 (7 entries)");
    meddle("DELETE FROM entry WHERE sequence = 5");
    expect("entry_missing 4", 3, "Lost: entries 4 to 10 (7 entries)");
    EXPECT_EQ(verified().findings.front().text, "entries 4 to 5 are missing: the next that is there is 6");
    meddle("DELETE FROM entry WHERE sequence < 4");
    expect("entry_missing 1", 0, "Lost: entries 1 to 10 (10 entries)");
}

TEST_F(Verify, all_entries_missing) {
    meddle("DELETE FROM entry");
    expect("tail_cut 1", 0, "Lost: entries 1 to 10 (10 entries)");
}

TEST_F(Verify, two_entries_swapped_whole) {
    meddle(
        "UPDATE entry SET sequence = 99 WHERE sequence = 4; UPDATE entry SET sequence = 4 WHERE sequence = 7;"
        "UPDATE entry SET sequence = 7 WHERE sequence = 99");
    expect("entry_moved 4", 3, "Lost: entries 4 to 10 (7 entries)");
    EXPECT_EQ(verified().findings.front().text,
              "what was written as entry 4 stands at place 7: entries are out of order");
}

TEST_F(Verify, the_bytes_of_two_entries_swapped) {
    meddle(
        "UPDATE entry SET bytes = (SELECT bytes FROM entry WHERE sequence = 5) WHERE sequence = 4;"
        "UPDATE entry SET bytes = CAST('entry 4' AS BLOB) WHERE sequence = 5");
    expect("entry_moved 4", 3, "Lost: entries 4 to 10 (7 entries)");
}

TEST_F(Verify, one_entry_moved_to_the_end) {
    meddle("UPDATE entry SET sequence = 11 WHERE sequence = 4");
    expect("entry_moved 4", 3, "Lost: entries 4 to 11 (8 entries)");
}

TEST_F(Verify, an_entry_put_in_between) {
    meddle(
        "UPDATE entry SET sequence = -sequence WHERE sequence >= 4; UPDATE entry SET sequence = 1 - sequence "
        "WHERE sequence < 0; INSERT INTO entry VALUES (4, zeroblob(32), CAST('new' AS BLOB))");
    expect("entry_moved 4", 3, "Lost: entries 4 to 11 (8 entries)");
}

TEST_F(Verify, rows_that_cannot_be_entries) {
    meddle("INSERT INTO entry VALUES (-5, zeroblob(32), CAST('new' AS BLOB))");
    expect("entry_malformed 1", 0, "Lost: entries 1 to 10 (10 entries) and whatever came after");
    meddle("DELETE FROM entry WHERE sequence < 0; UPDATE entry SET digest = zeroblob(31) WHERE sequence = 4");
    expect("entry_malformed 4", 3, "Lost: entries 4 to 10 (7 entries) and whatever came after");
    meddle("UPDATE entry SET bytes = zeroblob(0), digest = zeroblob(32) WHERE sequence = 3");
    expect("entry_malformed 3", 2, "Lost: entries 3 to 10 (8 entries) and whatever came after");
    meddle("UPDATE entry SET bytes = zeroblob(2000000) WHERE sequence = 2");
    expect("entry_malformed 2", 1, "Lost: entries 2 to 10 (9 entries) and whatever came after");
}

TEST_F(Verify, a_tail_cut_off_shows_by_the_stored_head) {
    meddle("DELETE FROM entry WHERE sequence > 8");
    expect("tail_cut 9", 8, "Lost: entries 9 to 10 (2 entries)");
}

TEST_F(Verify, a_tail_cut_off_shows_by_the_start_of_a_later_epoch) {
    ASSERT_TRUE(open()->begin_epoch(8, {2000}).ok());
    meddle("DELETE FROM entry WHERE sequence > 8; DELETE FROM head WHERE sequence > 8");
    expect("tail_cut 9", 8, "Lost: entries 9 to 10 (2 entries)");
}

TEST_F(Verify, a_history_written_anew_without_the_key) {
    auto digest = seal::chain(seal::chain(seal::chain(seal::no_digest, "entry 1"), "entry 2"), "entry 3");
    for (int n = 4; n <= 10; ++n) {
        const std::string bytes = n == 4 ? "entry X" : "entry " + std::to_string(n);
        digest = seal::chain(digest, bytes);
        meddle("UPDATE entry SET digest = x'" + seal::hex(digest) + "', bytes = CAST('" + bytes +
               "' AS BLOB) WHERE sequence = " + std::to_string(n));
    }
    // The chain holds throughout, but the hub signed another digest at 10, and before that only the start.
    expect("history_differs 10", 0, "Lost: entries 1 to 10 (10 entries)");
}

TEST_F(Verify, a_head_that_was_not_signed) {
    meddle("UPDATE head SET digest = zeroblob(32) WHERE sequence = 10");
    expect("head_wrong 10", 10, "No entry is lost");
    meddle("UPDATE head SET digest = zeroblob(5) WHERE sequence = 10");
    expect("head_wrong 0", 10, "No entry is lost");
    meddle("DELETE FROM head");
    expect("head_wrong 0", 10, "No entry is lost");
}

TEST_F(Verify, an_epoch_that_was_not_signed) {
    for (const char* change : {"started_at = 1001", "id = x'0000000000000008'", "signature = zeroblob(64)",
                               "public_key = zeroblob(32)"}) {
        const auto whole = file_content(path_);
        meddle(std::string{"UPDATE epoch SET "} + change);
        const auto report = verified();
        EXPECT_FALSE(report.intact()) << change;
        EXPECT_EQ(report.verified.sequence.value, 10u) << change;
        EXPECT_NE(found(report).find("epoch_wrong 1"), std::string::npos) << change;
        write_file(path_, whole);
    }
    const auto whole = file_content(path_);
    meddle("UPDATE epoch SET first = 3");
    EXPECT_FALSE(verified().intact());
    write_file(path_, whole);
    meddle("UPDATE epoch SET counter = 3; UPDATE head SET epoch = 3");
    EXPECT_FALSE(verified().intact());
    write_file(path_, whole);
    meddle("DELETE FROM epoch");
    EXPECT_FALSE(verified().intact());
    EXPECT_EQ(verified().verified.sequence.value, 10u);
}

TEST_F(Verify, a_key_that_is_not_trusted) {
    EXPECT_TRUE(verified({.kept = {}, .trusted = {key_of(2).public_key(), key_.public_key()}, .progress = {}})
                    .intact());
    EXPECT_EQ(found(verified({.kept = {}, .trusted = {key_of(2).public_key()}, .progress = {}})),
              "key_unknown 1");
}

TEST_F(Verify, a_key_that_is_not_trusted_vouches_for_nothing) {
    const auto hub = key_;
    key_ = key_of(2);
    auto journal = open();
    ASSERT_TRUE(journal->begin_epoch(8, {2000}).ok());
    append_singly(*journal, 5);
    ASSERT_TRUE(journal->close().ok());
    const auto report = verified({.kept = {}, .trusted = {hub.public_key()}, .progress = {}});
    EXPECT_EQ(found(report), "key_unknown 11");
    EXPECT_EQ(report.verified.sequence.value, 15u);
    EXPECT_EQ(report.vouched.value, 10u);
    EXPECT_EQ(verified().vouched.value, 15u);
}

// Who reads on until the rows end never comes back, or runs out of memory.
TEST_F(Verify, rows_that_never_end) {
    const auto whole = file_content(path_);
    std::map<std::string, std::uint64_t> roots;
    {
        auto file = sqlite::Database::open(path_, {});
        for (const auto* table : {"entry", "epoch", "head"}) {
            roots[table] = static_cast<std::uint64_t>(
                *file->number("SELECT rootpage FROM sqlite_schema WHERE name='" + std::string(table) + "'"));
        }
    }
    for (const auto& [table, root] : roots) {
        write_file(path_, whole);
        test::make_endless(path_, root);
        const auto report = verified();
        EXPECT_FALSE(report.intact()) << table;
        EXPECT_EQ(report.verified.sequence.value, 10u) << table << ": " << found(report);
        EXPECT_EQ(open_journal({path_, key_, {}}).error().code, "journal_damaged") << table;
    }
}

TEST_F(Verify, tables_that_are_not_ours) {
    meddle("CREATE TABLE more (a)");
    EXPECT_EQ(found(verified()), "unreadable 0");
    EXPECT_EQ(open_journal({path_, key_, {}}).error().code, "journal_damaged");
    meddle("DROP TABLE more; ALTER TABLE entry ADD COLUMN more ANY");
    EXPECT_EQ(found(verified()), "unreadable 0");
}

TEST_F(Verify, tells_how_far_it_is) {
    std::vector<std::uint64_t> seen;
    verified({.kept = {}, .trusted = {}, .progress = [&](std::uint64_t done, std::uint64_t total) {
                  EXPECT_EQ(total, 10u);
                  seen.push_back(done);
              }});
    EXPECT_EQ(seen, (std::vector<std::uint64_t>{10}));
}

// What a hub that begins from a checkpoint has verified before it serves: all that follows, and only that.
class VerifyAfter : public Verify {
  protected:
    void SetUp() override {
        Verify::SetUp();
        auto journal = open();
        six_ = {{6}, *journal->digest_at({6})};
        ASSERT_TRUE(journal->begin_epoch(8, {2000}).ok());
        append_singly(*journal, 3);
        ASSERT_TRUE(journal->close().ok());
    }
    std::string after(Place place) {
        Checks checks;
        checks.after = place;
        checks.each = [&](const Entry& entry) { handed_.push_back(entry.sequence.value); };
        return found(verified(checks));
    }

    Place six_;
    std::vector<std::uint64_t> handed_;
};

TEST_F(VerifyAfter, an_entry_hands_over_what_follows) {
    EXPECT_EQ(after(six_), "");
    EXPECT_EQ(handed_, (std::vector<std::uint64_t>{7, 8, 9, 10, 11, 12, 13}));
}

TEST_F(VerifyAfter, an_entry_looks_at_nothing_before_it) {
    meddle("UPDATE entry SET bytes = x'00' WHERE sequence = 6");
    meddle("DELETE FROM entry WHERE sequence = 2");
    meddle("UPDATE epoch SET signature = zeroblob(64) WHERE counter = 1");
    EXPECT_EQ(after(six_), "");
    EXPECT_NE(found(verified()), "");
}

TEST_F(VerifyAfter, an_entry_finds_all_that_is_wrong_behind_it) {
    const auto whole = file_content(path_);
    for (const auto& [sql, finding] : std::vector<std::pair<const char*, const char*>>{
             {"UPDATE entry SET bytes = x'00' WHERE sequence = 7", "entry_changed 7"},
             {"DELETE FROM entry WHERE sequence = 9", "entry_missing 9"},
             {"DELETE FROM entry WHERE sequence > 11", "tail_cut 12"},
             {"UPDATE head SET signature = zeroblob(64) WHERE sequence = 13", "head_wrong 13"},
             {"UPDATE epoch SET signature = zeroblob(64) WHERE counter = 2", "epoch_wrong 11"}}) {
        meddle(sql);
        EXPECT_NE(after(six_).find(finding), std::string::npos) << sql << ": " << after(six_);
        write_file(path_, whole);
    }
    auto elsewhere = six_;
    elsewhere.digest[0] ^= 1;
    EXPECT_NE(after(elsewhere), "");
}

TEST_F(VerifyAfter, the_last_entry_still_looks_whether_there_was_more) {
    const Place last{{13}, *open()->digest_at({13})};
    EXPECT_EQ(after(last), "");
    EXPECT_TRUE(handed_.empty());
}

TEST_F(Verify, ends_where_it_is_told_to_stop) {
    {
        auto journal = open();
        ASSERT_TRUE(journal->begin_epoch(8, {2000}).ok());
        ASSERT_TRUE(journal->append(entries_from(11, 2000)).ok());
        ASSERT_TRUE(journal->close().ok());
    }
    Checks checks;
    std::uint64_t handed = 0;
    checks.each = [&](const Entry&) { ++handed; };
    checks.stop = [] { return true; };
    (void)verified(checks);
    EXPECT_LT(handed, 2010u);
}

}  // namespace
}  // namespace dais::journal
