// The command line: help, exit codes, and what is said of input that is wrong.
#include <gtest/gtest.h>

#include <csignal>

#include "cli/cast.hpp"
#include "e2e/process.hpp"
#include "program/clocks.hpp"

namespace dais::e2e {
namespace {

TEST(CommandLine, every_command_has_help_with_an_example) {
    for (const char* command : {"hub", "rehearse", "record", "list", "verify", "replay", "check", "keys"}) {
        const auto ran = run({dais(), command, "--help"});
        EXPECT_EQ(ran.code, 0) << command;
        EXPECT_NE(ran.out.find("Example"), std::string::npos) << command << ran.out;
    }
    const auto all = run({dais(), "--help"});
    EXPECT_EQ(all.code, 0);
    EXPECT_NE(all.out.find("Exit codes"), std::string::npos) << all.out;
}

TEST(CommandLine, wrong_use_is_code_2) {
    EXPECT_EQ(run({dais()}).code, 2);
    EXPECT_EQ(run({dais(), "no-such-command"}).code, 2);
    EXPECT_EQ(run({dais(), "record"}).code, 2);
    EXPECT_EQ(run({dais(), "record", "x", "--format", "pdf"}).code, 2);
    EXPECT_EQ(run({dais(), "replay", "x", "--until", "0"}).code, 2);
    EXPECT_EQ(run({dais(), "rehearse", source("config/sample-meeting").string(), "--speed", "fast"}).code, 2);
    EXPECT_EQ(run({dais(), "rehearse", "x", "--hub", "tcp://127.0.0.1:1"}).code, 2) << "--hub needs --keys";
}

TEST(CommandLine, check_says_that_the_sample_is_in_order) {
    const auto ran = run({dais(), "check", source("config/sample-meeting").string()});
    EXPECT_EQ(ran.code, 0) << ran.out;
    EXPECT_NE(ran.out.find("in order"), std::string::npos) << ran.out;
}

TEST(CommandLine, faults_are_named_with_file_line_and_column) {
    const auto folder = fresh_directory("faulty");
    write_file(folder / "meeting.toml", "[meeting]\nbody = 7\nlanguage = \"xx\"\n");
    write_file(folder / "participants.csv", "id,role\nlewis,member\nlewis,nobody\n");
    write_file(folder / "script.jsonl", "{\"at\": \"10:00\", \"from\": \"chair\", \"do\": \"dance\"}\n");
    for (const char* command : {"check", "rehearse"}) {
        const auto ran = run({dais(), command, folder.string()});
        EXPECT_EQ(ran.code, 1) << command << ran.out;
        for (const char* place :
             {"meeting.toml:2:", "meeting.toml:3:", "participants.csv:3:", "script.jsonl:1:"}) {
            EXPECT_NE(ran.out.find(place), std::string::npos) << place << "\n" << ran.out;
        }
    }
    EXPECT_FALSE(std::filesystem::exists("out")) << "nothing is half-applied";
}

TEST(CommandLine, an_empty_folder_and_none_at_all_are_refused) {
    EXPECT_EQ(run({dais(), "check", fresh_directory("empty").string()}).code, 1);
    EXPECT_NE(run({dais(), "check", (fresh_directory("none") / "absent").string()}).code, 0);
    EXPECT_EQ(run({dais(), "record", "/no/such/journal"}).code, 3);
    EXPECT_NE(run({dais(), "verify", "/no/such/journal"}).code, 0);
}

TEST(CommandLine, a_rehearsal_leaves_a_journal_alone_that_is_not_its_own) {
    const auto out = fresh_directory("precious");
    write_file(out / "journal.sqlite", "a real meeting");
    const auto ran =
        run({dais(), "rehearse", source("config/sample-meeting").string(), "--out", out.string()});
    EXPECT_EQ(ran.code, 3) << ran.out;
    EXPECT_EQ(read_file(out / "journal.sqlite"), "a real meeting");
}

TEST(CommandLine, keys_are_made_listed_and_removed) {
    const auto ring = (fresh_directory("ring") / "keys").string();
    const auto keys = [&](std::vector<std::string> words) {
        words.insert(words.begin(), {dais(), "keys", "--keys", ring});
        return run(words);
    };
    EXPECT_EQ(keys({"create"}).code, 0);
    EXPECT_EQ(keys({"create"}).code, 3) << "a ring is never overwritten";
    EXPECT_EQ(keys({"add", "clerk-2"}).code, 0);
    EXPECT_EQ(keys({"add", "clerk-2"}).code, 3);
    EXPECT_EQ(keys({"add", "dancer"}).code, 1);
    EXPECT_NE(keys({"list"}).out.find("clerk-2"), std::string::npos);
    EXPECT_EQ(keys({"remove", "clerk-2"}).code, 0);
    EXPECT_EQ(keys({"list"}).out.find("clerk-2"), std::string::npos);
}

class ServedJournal : public testing::Test {
  protected:
    void SetUp() override {
        out_ = fresh_directory("served");
        const auto ran =
            run({dais(), "rehearse", source("config/sample-meeting").string(), "--out", out_.string()});
        ASSERT_EQ(ran.code, 0) << ran.out;
    }

    std::vector<std::string> hub_command(const std::string& announce) {
        return {dais(),
                "hub",
                source("config/sample-meeting").string(),
                "--listen",
                "tcp://127.0.0.1:*",
                "--journal",
                (out_ / "journal.sqlite").string(),
                "--keys",
                (out_ / "rehearsal-keys").string(),
                "--announce",
                (out_ / announce).string()};
    }

    std::filesystem::path out_;
};

TEST_F(ServedJournal, belongs_to_one_hub) {
    Process first(hub_command("first"), out_ / "first.out");
    ASSERT_TRUE(eventually([&] { return !read_file(out_ / "first").empty(); }))
        << read_file(out_ / "first.out");
    const auto second = run(hub_command("second"));
    EXPECT_EQ(second.code, 3) << second.out;
    EXPECT_NE(second.out.find("hub"), std::string::npos) << second.out;
    // Readers are welcome meanwhile.
    EXPECT_EQ(run({dais(), "record", (out_ / "journal.sqlite").string()}).out,
              read_file(out_ / "record.txt"));
    first.signal(SIGTERM);
    EXPECT_EQ(first.wait().code, 0);
}

TEST_F(ServedJournal, that_is_damaged_is_served_to_be_read) {
    auto bytes = read_file(out_ / "journal.sqlite");
    const auto at = bytes.find("a siren which they had heard");
    ASSERT_NE(at, std::string::npos);
    bytes[at] = static_cast<char>(bytes[at] ^ 0x01);
    write_file(out_ / "journal.sqlite", bytes);
    Process hub(hub_command("address"), out_ / "hub.out");
    ASSERT_TRUE(eventually([&] { return !read_file(out_ / "address").empty(); }))
        << read_file(out_ / "hub.out");
    auto address = read_file(out_ / "address");
    address.pop_back();
    auto cast = cli::Cast::open({"chair", "clerk-1"}, net::KeyRing(out_ / "rehearsal-keys"), address,
                                out_ / "readers");
    ASSERT_TRUE(cast) << cast.error().text;
    std::vector<replica::Settled> settled;
    const auto listener = [&](const auto&, const auto& told) {
        if (const auto* each = std::get_if<replica::Settled>(&told)) settled.push_back(*each);
    };
    ASSERT_TRUE(eventually([&] { return cast->turn(base::Span{20}, listener) && cast->all_live_at({1}); }));
    EXPECT_LT(cast->at("chair").replica().head().value, 124u);
    EXPECT_GT(cast->at("chair").replica().head().value, 10u);
    ASSERT_TRUE(cast->at("clerk-1").submit(meeting::MakeNote{"A note.", true, {}}, program::uptime()));
    ASSERT_TRUE(cast->at("chair").submit(meeting::CloseList{}, program::uptime()));
    ASSERT_TRUE(eventually([&] { return cast->turn(base::Span{20}, listener) && !settled.empty(); }));
    EXPECT_EQ(settled[0].word, "read_only");
    EXPECT_EQ(settled.size(), 1u) << "the act's; the text waits for the sound journal";
    EXPECT_EQ(cast->at("clerk-1").replica().outbox().all().size(), 1u);
    EXPECT_NE(read_file(out_ / "hub.out").find("served to be read"), std::string::npos)
        << read_file(out_ / "hub.out");
}

}  // namespace
}  // namespace dais::e2e
