// `dais verify` and a checkpoint beside the journal; and a real hub that is killed, and begins from one.
#include "journal/checkpoint.hpp"

#include <gtest/gtest.h>

#include <csignal>

#include "bench/long_meeting.hpp"
#include "cli/hub_keys.hpp"
#include "cli/opening.hpp"
#include "e2e/process.hpp"
#include "net/key_ring.hpp"
#include "sqlite/database.hpp"
#include "wire/checkpoint.hpp"

namespace dais::e2e {
namespace {

constexpr std::uint64_t entries = 1'500;

class CheckpointBesideAJournal : public testing::Test {
  protected:
    void SetUp() override {
        const net::KeyRing ring(out_ / "keys");
        ASSERT_TRUE(ring.create());
        auto key = cli::signing_key(out_ / "keys");
        ASSERT_TRUE(key.ok());
        key_.emplace(*key);
        auto written = bench::write_long_meeting(journal_, *key_, entries);
        ASSERT_TRUE(written.ok()) << written.error().text;
    }

    // What a hub would have written after its last entry.
    journal::Checkpoint checkpoint() {
        auto opened = cli::open_hub({journal_, *key_, {}});
        EXPECT_TRUE(opened.ok());
        journal::Checkpoint made{opened->hub->head(), opened->hub->digest(), DAIS_VERSION,
                                 opened->hub->checkpoint()};
        EXPECT_TRUE(opened->journal->close().ok());
        return made;
    }
    void write(const journal::Checkpoint& checkpoint) {
        ASSERT_TRUE(journal::write_checkpoint(journal_, checkpoint, *key_).ok());
    }
    Ran verify() { return run({dais(), "verify", journal_}); }
    void expect_wrong(const std::string& words) {
        const auto ran = verify();
        EXPECT_EQ(ran.code, 1);
        EXPECT_NE(ran.out.find("checkpoint_wrong: "), std::string::npos) << ran.out;
        EXPECT_NE(ran.out.find(words), std::string::npos) << ran.out;
    }

    std::unique_ptr<Process> hub(const std::string& output) {
        const auto announce = out_ / "address";
        std::filesystem::remove(announce);
        auto started = std::make_unique<Process>(
            std::vector<std::string>{dais(), "hub", source("config/sample-meeting").string(), "--listen",
                                     "tcp://127.0.0.1:*", "--journal", journal_, "--keys",
                                     (out_ / "keys").string(), "--announce", announce.string()},
            out_ / output);
        EXPECT_TRUE(eventually([&] { return std::filesystem::exists(announce); })) << said(output);
        return started;
    }
    std::string said(const std::string& output) { return read_file(out_ / output); }
    bool says(const std::string& output, const std::string& words) {
        return eventually([&] { return said(output).find(words) != std::string::npos; });
    }

    std::filesystem::path out_ = fresh_directory("checkpoint");
    std::string journal_ = (out_ / "journal.sqlite").string();
    std::optional<seal::KeyPair> key_;
};

TEST_F(CheckpointBesideAJournal, is_verified_with_it) {
    EXPECT_EQ(verify().out.find("checkpoint"), std::string::npos);
    const auto sound = checkpoint();
    write(sound);
    const auto ran = verify();
    EXPECT_EQ(ran.code, 0) << ran.out;
    EXPECT_NE(ran.out.find("checkpoint of entry 1500: it is what the journal comes to"), std::string::npos)
        << ran.out;

    auto inside = wire::decode_checkpoint(sound.content);
    ASSERT_TRUE(inside.ok());
    inside->state.setup.facts.body = "Another Committee";
    auto other = sound;
    other.content = wire::encode(inside->facts, inside->state);
    write(other);
    expect_wrong("is not what the journal comes to");

    other = sound;
    other.sequence = {entries + 1};
    write(other);
    expect_wrong("the journal is sound up to entry 1500");

    other = sound;
    other.chain[5] ^= 1;
    write(other);
    expect_wrong("another journal");

    ASSERT_TRUE(journal::write_checkpoint(journal_, sound, seal::KeyPair::make()).ok());
    expect_wrong("was not signed by a hub of this journal");

    write_file(journal_ + "-checkpoint", "dais-checkpoint-1");
    expect_wrong("is cut off");
}

TEST_F(CheckpointBesideAJournal, is_where_a_hub_that_was_killed_begins) {
    {
        auto first = hub("first");
        EXPECT_TRUE(eventually([&] { return std::filesystem::exists(journal_ + "-checkpoint"); }));
        first->signal(SIGKILL);
        first->wait();
    }
    {
        auto second = hub("second");
        EXPECT_TRUE(says("second", "The journal up to the checkpoint at entry 1500 is verified"))
            << said("second");
        second->signal(SIGTERM);
        EXPECT_EQ(second->wait().code, 0);
    }
    const auto ran = verify();
    EXPECT_EQ(ran.code, 0) << ran.out;
}

TEST_F(CheckpointBesideAJournal, is_removed_by_a_hub_that_finds_the_journal_damaged_and_writes_no_more) {
    write(checkpoint());
    {
        // A place that a start from a checkpoint does not look at.
        auto database = sqlite::Database::open(journal_, {.access = sqlite::Access::write, .vfs = ""});
        ASSERT_TRUE(database.ok());
        ASSERT_TRUE(database->run("UPDATE head SET signature = zeroblob(64) WHERE sequence = 256").ok());
    }
    auto first = hub("first");
    EXPECT_TRUE(says("first", "The journal is damaged")) << said("first");
    EXPECT_TRUE(eventually([&] { return !std::filesystem::exists(journal_ + "-checkpoint"); }));
    first->signal(SIGTERM);
    EXPECT_EQ(first->wait().code, 0);
    auto second = hub("second");
    EXPECT_TRUE(says("second", "Nothing is accepted")) << said("second");
    EXPECT_FALSE(std::filesystem::exists(journal_ + "-checkpoint"));
}

}  // namespace
}  // namespace dais::e2e
