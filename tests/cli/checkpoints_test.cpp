// Checkpoints beside a real journal: what is written, what a start makes of it, and what the proof says.
#include "cli/checkpoints.hpp"

#include <gtest/gtest.h>
#include <poll.h>

#include <chrono>
#include <csignal>
#include <fstream>
#include <sstream>

#include "bench/long_meeting.hpp"
#include "journal/checkpoint.hpp"
#include "journal/sqlite_reader.hpp"
#include "sqlite/database.hpp"
#include "support/file_size_limit.hpp"
#include "support/temporary_directory.hpp"
#include "wire/checkpoint.hpp"
#include "wire/codec.hpp"

namespace dais::cli {
namespace {

constexpr std::uint64_t first_life = 2'000;

seal::KeyPair key(std::uint8_t number = 7) {
    return seal::KeyPair::from_seed({number});
}

class CheckpointsOfAHub : public testing::Test {
  protected:
    void SetUp() override {
        auto written = bench::write_long_meeting(path_, key(), first_life);
        ASSERT_TRUE(written.ok()) << written.error().text;
        auto wakeup = net::Wakeup::open();
        ASSERT_TRUE(wakeup.ok());
        wakeup_.emplace(*std::move(wakeup));
    }

    OpenedHub open() {
        hub::Options options;
        options.snapshot_after = 256;  // so that a start does not look at all of so short a journal
        auto opened = open_hub({path_, key(), options});
        EXPECT_TRUE(opened.ok()) << opened.error().text;
        return opened ? *std::move(opened) : OpenedHub{};
    }
    // As the program does it: begins an epoch and starts the thread.
    void start(OpenedHub& opened, std::uint64_t every = entries_per_checkpoint) {
        const auto head = opened.hub->head();
        const auto digest = opened.hub->digest();
        ASSERT_TRUE(begin_epoch(opened, opened.hub->now()).ok());
        checkpoints_.emplace(Checkpoints::Begin{path_, key(), opened.begun_from,
                                                std::exchange(opened.checkpoint, {}), head, digest, every},
                             *wakeup_);
    }
    // A life without acts that ends well: a checkpoint of the last entry is there.
    void live() {
        auto opened = open();
        start(opened);
        checkpoints_->finish(opened.hub->head());
        checkpoints_.reset();
        ASSERT_TRUE(opened.journal->close().ok());
    }
    // Appends what the same meeting goes on with.
    void append(OpenedHub& opened, std::uint64_t upto) {
        const std::string longer = directory_ / "longer";
        if (!std::filesystem::exists(longer)) {
            ASSERT_TRUE(bench::write_long_meeting(longer, key(), first_life + 3'000).ok());
        }
        std::vector<base::Bytes> rows;
        const auto head = opened.journal->head()->sequence;
        auto read = (*journal::open_read_only(longer))
                        ->read(head.next(), upto - head.value, [&](const journal::Entry& entry) {
                            rows.emplace_back(entry.bytes);
                            return true;
                        });
        ASSERT_TRUE(read.ok());
        const auto appended = opened.journal->append(rows);
        ASSERT_TRUE(appended.ok()) << appended.error().text;
    }
    std::uint64_t of_entry() {
        auto checkpoint = journal::read_checkpoint(path_);
        return checkpoint ? checkpoint->sequence.value : 0;
    }
    std::optional<hub::Inbound> told() {
        const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(60);
        while (std::chrono::steady_clock::now() < deadline) {
            if (auto news = checkpoints_->collect()) return news;
            pollfd wait{wakeup_->fd(), POLLIN, 0};
            ::poll(&wait, 1, 100);
        }
        return {};
    }
    void meddle(const std::string& sql) {
        auto database = sqlite::Database::open(path_, {.access = sqlite::Access::write, .vfs = ""});
        ASSERT_TRUE(database.ok());
        ASSERT_TRUE(database->run(sql).ok());
    }
    std::string file() const { return path_ + "-checkpoint"; }

    test::TemporaryDirectory directory_;
    std::string path_ = directory_ / "journal.sqlite";
    std::optional<net::Wakeup> wakeup_;
    std::optional<Checkpoints> checkpoints_;
};

TEST_F(CheckpointsOfAHub, begin_the_next_life_which_is_as_if_all_had_been_read) {
    auto whole = open();
    EXPECT_FALSE(whole.begun_from);
    const auto content = whole.hub->checkpoint();
    EXPECT_EQ(whole.checkpoint, content);
    whole = {};
    live();
    EXPECT_EQ(of_entry(), first_life);
    auto opened = open();
    ASSERT_TRUE(opened.begun_from);
    EXPECT_EQ(opened.begun_from->sequence.value, first_life);
    EXPECT_EQ(opened.hub->checkpoint(), content);
}

TEST_F(CheckpointsOfAHub, are_proved_and_the_digests_handed_over) {
    live();
    auto opened = open();
    start(opened);
    const auto news = told();
    ASSERT_TRUE(news);
    const auto* proved = std::get_if<hub::Proved>(&*news);
    ASSERT_NE(proved, nullptr);
    ASSERT_EQ(proved->digests->size(), first_life);
    for (const std::uint64_t at : {std::uint64_t{1}, std::uint64_t{777}, first_life}) {
        EXPECT_EQ((*proved->digests)[at - 1], *opened.journal->digest_at({at}));
    }
    EXPECT_FALSE(checkpoints_->damaged());
}

TEST_F(CheckpointsOfAHub, are_written_while_it_serves_and_the_tail_is_read_after_a_crash) {
    live();
    {
        auto opened = open();
        start(opened, 500);
        append(opened, first_life + 499);
        checkpoints_->durable({first_life + 499});
        ASSERT_TRUE(told());
        EXPECT_EQ(of_entry(), first_life);
        append(opened, first_life + 501);
        checkpoints_->durable({first_life + 501});
        for (int i = 0; i < 600 && of_entry() == first_life; ++i) {
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
        }
        EXPECT_EQ(of_entry(), first_life + 501);
        append(opened, first_life + 2'000);
        checkpoints_.reset();  // and nobody closes the journal
    }
    auto resumed = open();
    ASSERT_TRUE(resumed.begun_from);
    EXPECT_EQ(resumed.begun_from->sequence.value, first_life + 501);
    const auto content = resumed.hub->checkpoint();
    resumed = {};
    ASSERT_TRUE(journal::remove_checkpoint(path_).ok());
    auto whole = open();
    EXPECT_FALSE(whole.begun_from);
    EXPECT_EQ(whole.hub->head().value, first_life + 2'000);
    EXPECT_EQ(whole.hub->checkpoint(), content);
}

TEST_F(CheckpointsOfAHub, are_written_at_a_clean_end_where_it_is_worth_it) {
    live();
    auto opened = open();
    start(opened);
    ASSERT_TRUE(told());
    append(opened, first_life + worth_a_checkpoint - 1);
    checkpoints_->finish({first_life + worth_a_checkpoint - 1});
    EXPECT_EQ(of_entry(), first_life);
    opened = {};
    opened = open();
    start(opened);
    ASSERT_TRUE(told());
    append(opened, first_life + worth_a_checkpoint);
    checkpoints_->finish({first_life + worth_a_checkpoint});
    EXPECT_EQ(of_entry(), first_life + worth_a_checkpoint);
    opened = {};
    EXPECT_TRUE(open().begun_from);
}

TEST_F(CheckpointsOfAHub, of_a_journal_that_is_damaged_before_them_raise_the_alarm_once_that_is_known) {
    live();
    meddle("UPDATE entry SET bytes = CAST(bytes || x'00' AS BLOB) WHERE sequence = 500");
    auto opened = open();
    ASSERT_TRUE(opened.begun_from) << "nothing of it is known yet";
    start(opened);
    const auto news = told();
    ASSERT_TRUE(news);
    const auto* damaged = std::get_if<hub::Damaged>(&*news);
    ASSERT_NE(damaged, nullptr);
    EXPECT_NE(damaged->sentence.find("entry 500"), std::string::npos) << damaged->sentence;
    EXPECT_TRUE(checkpoints_->damaged());
    EXPECT_FALSE(std::filesystem::exists(file()));
    checkpoints_->finish({first_life});
    EXPECT_FALSE(std::filesystem::exists(file()));
    opened = {};
    opened = open();
    EXPECT_EQ(opened.journal, nullptr) << "the next life reads it all, and does not write";
    EXPECT_EQ(opened.hub->head().value, 499u);
}

TEST_F(CheckpointsOfAHub, that_are_not_what_the_journal_comes_to_raise_the_alarm) {
    live();
    auto checkpoint = journal::read_checkpoint(path_);
    ASSERT_TRUE(checkpoint.ok());
    auto inside = wire::decode_checkpoint(checkpoint->content);
    ASSERT_TRUE(inside.ok());
    inside->state.setup.facts.body = "Another Committee";
    checkpoint->content = wire::encode(inside->facts, inside->state);
    ASSERT_TRUE(journal::write_checkpoint(path_, *checkpoint, key()).ok());
    auto opened = open();
    ASSERT_TRUE(opened.begun_from);
    start(opened);
    const auto news = told();
    ASSERT_TRUE(news);
    EXPECT_TRUE(std::holds_alternative<hub::Damaged>(*news));
    checkpoints_.reset();
    opened = {};
    opened = open();
    EXPECT_NE(opened.journal, nullptr) << "the journal is sound, and read whole";
    EXPECT_FALSE(opened.begun_from);
}

TEST_F(CheckpointsOfAHub, are_ignored_where_they_are_foreign_newer_damaged_or_of_another_journal) {
    live();
    const auto sound = *journal::read_checkpoint(path_);
    const auto ignored = [&](const char* what) {
        SCOPED_TRACE(what);
        auto opened = open();
        EXPECT_FALSE(opened.begun_from);
        EXPECT_NE(opened.journal, nullptr);
        EXPECT_EQ(opened.hub->head().value, first_life);
    };
    ASSERT_TRUE(journal::write_checkpoint(path_, sound, key(8)).ok());
    ignored("signed by another");
    auto other = sound;
    other.sequence = other.sequence.next();
    ASSERT_TRUE(journal::write_checkpoint(path_, other, key()).ok());
    ignored("newer than the journal");
    other = sound;
    other.chain[0] ^= 1;
    ASSERT_TRUE(journal::write_checkpoint(path_, other, key()).ok());
    ignored("of another journal");
    other = sound;
    other.sequence = {first_life - 1};
    other.chain = *open().journal->digest_at(other.sequence);
    ASSERT_TRUE(journal::write_checkpoint(path_, other, key()).ok());
    ignored("of another entry inside");
    other = sound;
    other.content = "no content of ours";
    ASSERT_TRUE(journal::write_checkpoint(path_, other, key()).ok());
    ignored("no content");
    other = sound;
    other.program = "0.0.0";
    ASSERT_TRUE(journal::write_checkpoint(path_, other, key()).ok());
    ignored("written by another version");
    std::ofstream(file(), std::ios::binary | std::ios::trunc) << "dais-checkpoint-1";
    ignored("cut off");
    ASSERT_TRUE(journal::write_checkpoint(path_, sound, key()).ok());
    EXPECT_TRUE(open().begun_from);
}

TEST_F(CheckpointsOfAHub, do_not_hide_damage_in_the_entries_after_them) {
    live();
    {
        auto opened = open();
        ASSERT_TRUE(begin_epoch(opened, opened.hub->now()).ok());
        append(opened, first_life + 300);
        ASSERT_TRUE(opened.journal->close().ok());
    }
    meddle("UPDATE entry SET bytes = CAST(bytes || x'00' AS BLOB) WHERE sequence = 2100");
    auto opened = open();
    EXPECT_EQ(opened.journal, nullptr);
    EXPECT_EQ(opened.hub->head().value, 2'099u);
    EXPECT_TRUE(std::filesystem::exists(file()));
}

TEST_F(CheckpointsOfAHub, do_not_hide_that_the_end_was_cut_off) {
    live();
    {
        auto opened = open();
        ASSERT_TRUE(begin_epoch(opened, opened.hub->now()).ok());
        append(opened, first_life + 300);
        ASSERT_TRUE(opened.journal->close().ok());
    }
    meddle("DELETE FROM entry WHERE sequence > 2100");
    EXPECT_EQ(open().journal, nullptr);
}

TEST_F(CheckpointsOfAHub, leave_nothing_behind_where_the_disk_is_full) {
    std::signal(SIGXFSZ, SIG_IGN);  // as our programs do
    auto opened = open();
    ASSERT_FALSE(opened.checkpoint.empty());
    {
        const test::FileSizeLimit limit(opened.checkpoint.size() / 2);
        const auto head = opened.hub->head();
        checkpoints_.emplace(
            Checkpoints::Begin{path_, key(), {}, opened.checkpoint, head, opened.hub->digest()}, *wakeup_);
        checkpoints_->finish(head);
    }
    EXPECT_FALSE(std::filesystem::exists(file()));
    EXPECT_FALSE(std::filesystem::exists(file() + ".new"));
    EXPECT_FALSE(checkpoints_->damaged());
}

}  // namespace
}  // namespace dais::cli
