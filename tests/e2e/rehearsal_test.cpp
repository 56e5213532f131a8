// A whole meeting with real processes: what comes out, and that faults on the way change nothing of it.
#include <gtest/gtest.h>

#include <csignal>

#include "e2e/process.hpp"

namespace dais::e2e {
namespace {

std::string rehearse(const std::filesystem::path& folder, const std::filesystem::path& out,
                     const std::vector<std::string>& further = {}) {
    std::vector<std::string> command{dais(), "rehearse", folder.string(), "--out", out.string()};
    command.insert(command.end(), further.begin(), further.end());
    const auto ran = run(command);
    EXPECT_EQ(ran.code, 0) << ran.out;
    return read_file(out / "record.txt");
}

std::string record_of(const std::filesystem::path& out) {
    const auto ran = run({dais(), "record", (out / "journal.sqlite").string()});
    EXPECT_EQ(ran.code, 0) << ran.out;
    return ran.out;
}

TEST(Rehearsal, the_seed_meeting_gives_its_record_to_the_letter) {
    const auto seed = seed_meeting();
    if (!seed) GTEST_SKIP() << "the seed meeting (../shared/seed-meeting) is not here";
    const auto out = fresh_directory("seed");
    const auto expected = read_file(*seed / "expected-record.txt");
    ASSERT_FALSE(expected.empty());
    EXPECT_EQ(rehearse(*seed, out), expected);
    EXPECT_EQ(record_of(out), expected);
    EXPECT_EQ(
        run({dais(), "verify", (out / "journal.sqlite").string(), "--head", (out / "head.txt").string()})
            .code,
        0);
}

TEST(Rehearsal, the_sample_meeting_gives_its_golden_record) {
    const auto out = fresh_directory("sample");
    const auto expected = read_file(source("tests/golden/sample-record.txt"));
    ASSERT_FALSE(expected.empty());
    EXPECT_EQ(rehearse(source("config/sample-meeting"), out), expected);
    EXPECT_EQ(record_of(out), expected);
}

TEST(Rehearsal, the_sentences_come_from_the_house_style) {
    const auto out = fresh_directory("style");
    auto style = read_file(source("config/house-styles/en.toml"));
    const std::string called = "was called to order at";
    for (auto at = style.find(called); at != std::string::npos; at = style.find(called, at)) {
        style.replace(at, called.size(), "opened at");
    }
    const auto file = out / "style.toml";
    write_file(file, style);
    const auto record = rehearse(source("config/sample-meeting"), out / "o", {"--style", file.string()});
    auto expected = read_file(source("tests/golden/sample-record.txt"));
    ASSERT_NE(expected.find(called), std::string::npos);
    expected.replace(expected.find(called), called.size(), "opened at");
    EXPECT_EQ(record, expected);
    // The style is in the journal, so the record from it alone is the same.
    EXPECT_EQ(record_of(out / "o"), expected);
}

TEST(Rehearsal, a_hub_killed_in_the_middle_loses_nothing) {
    const auto out = fresh_directory("killed");
    const auto file = out / "printed";
    // Fast enough for a test, slow enough to be killed in the middle: some four seconds.
    Process rehearsal({dais(), "rehearse", source("config/sample-meeting").string(), "--out", out.string(),
                       "--speed", "2000"},
                      file);
    int killed = 0;
    for (const std::uintmax_t after : {20, 45}) {
        const auto entries = [&] {
            const auto ran = run({dais(), "replay", (out / "journal.sqlite").string()});
            return ran.code == 0 ? std::stoul("0" + ran.out.substr(0, ran.out.find(':'))) : 0;
        };
        if (!eventually([&] { return entries() >= after || !rehearsal.runs(); })) break;
        for (const auto pid : processes_with({"hub", out.string()})) {
            ::kill(pid, SIGKILL);
            ++killed;
        }
    }
    const auto ran = rehearsal.wait();
    EXPECT_EQ(ran.code, 0) << ran.out;
    EXPECT_EQ(killed, 2) << ran.out;
    EXPECT_NE(ran.out.find("started again 2 time(s)"), std::string::npos) << ran.out;
    const auto expected = read_file(source("tests/golden/sample-record.txt"));
    EXPECT_EQ(read_file(out / "record.txt"), expected);
    EXPECT_EQ(record_of(out), expected);
    EXPECT_EQ(run({dais(), "verify", (out / "journal.sqlite").string()}).code, 0);
}

TEST(Rehearsal, a_refused_line_is_named_and_no_record_is_written) {
    const auto folder = fresh_directory("refused");
    write_file(folder / "meeting.toml", "[meeting]\nbody = \"Committee\"\ndate = 2026-03-02\n");
    write_file(folder / "participants.csv",
               "id,title,given_name,family_name,pronoun,role,affiliation,attendance\n"
               "chair,Ms.,Ana,Garcia,she,chair,,room\n");
    write_file(folder / "script.jsonl",
               "{\"at\": \"10:00:00\", \"from\": \"chair\", \"do\": \"open_meeting\"}\n"
               "{\"at\": \"10:00:05\", \"from\": \"chair\", \"do\": \"end_floor\"}\n");
    const auto ran = run({dais(), "rehearse", folder.string(), "--out", (folder / "out").string()});
    EXPECT_EQ(ran.code, 1) << ran.out;
    EXPECT_NE(ran.out.find("script.jsonl:2"), std::string::npos) << ran.out;
    EXPECT_NE(ran.out.find("nobody_has_the_floor"), std::string::npos) << ran.out;
    EXPECT_FALSE(std::filesystem::exists(folder / "out" / "record.txt"));
}

}  // namespace
}  // namespace dais::e2e
