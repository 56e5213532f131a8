// Two clerks and a chair at real windows, while one clerk's machine and the hub fail.
#include <gtest/gtest.h>

#include <algorithm>
#include <thread>

#include "cli/reading.hpp"
#include "desks/plain_spaces.hpp"
#include "desks/windows.hpp"

namespace dais::e2e {
namespace {

constexpr std::size_t lines_played = 27;               // as far as the fifth paragraph
constexpr std::chrono::milliseconds kept_within{250};  // of the key a text is on the disk

// The beginning of the sample meeting, as a folder of its own.
std::filesystem::path beginning_of_the_sample(const std::filesystem::path& folder) {
    std::filesystem::create_directories(folder);
    for (const auto* file : {"meeting.toml", "participants.csv"}) {
        write_file(folder / file, read_file(source("config/sample-meeting") / file));
    }
    const auto script = read_file(source("config/sample-meeting/script.jsonl"));
    std::size_t end = 0;
    for (std::size_t line = 0; line < lines_played; ++line) end = script.find('\n', end) + 1;
    write_file(folder / "script.jsonl", script.substr(0, end));
    return folder;
}

std::map<std::string, std::string> drafts_in(const std::filesystem::path& spool) {
    auto opened = spool::open_spool({spool.string(), {}});
    if (!opened) {
        ADD_FAILURE() << opened.error().text;
        return {};
    }
    return (*opened)->contents().drafts;
}

bool holds(const std::map<std::string, std::string>& drafts, const std::string& text) {
    return std::any_of(drafts.begin(), drafts.end(), [&](const auto& each) { return each.second == text; });
}

// One sets up takes for both and begins the first; the other takes over, each at a window of its own.
void hand_over(Windows& room) {
    const auto asked = [&](const std::string& desk, const std::vector<std::string>& chords) {
        const auto head = room.head();
        room.press(desk, chords);
        EXPECT_TRUE(room.arrives(head)) << desk << " pressed " << chords.front() << " in vain";
    };
    room.press("clerk-1", {"F10", "Tab", "Tab"});
    room.type("clerk-1", "clerk-2");
    asked("clerk-1", {"Enter", "Ctrl+Enter"});
    asked("clerk-1", {"Ctrl+Shift+T"});
    asked("clerk-2", {"Ctrl+Shift+T"});
    const auto& takes = room.meeting().takes;
    EXPECT_EQ(takes.order, (std::vector<std::string>{"clerk-1", "clerk-2"}));
    ASSERT_EQ(takes.taken.size(), 2u);
    EXPECT_EQ(takes.taken.front().clerk, "clerk-1");
    EXPECT_EQ(takes.taken.back().clerk, "clerk-2");
}

TEST(TwoClerks, lose_a_machine_in_mid_word_and_the_hub_and_the_record_is_what_the_script_gives) {
    if (const auto missing = display_missing(); !missing.empty()) GTEST_SKIP() << missing;
    const auto out = fresh_directory("two-clerks");
    const auto meeting = beginning_of_the_sample(out / "meeting");
    const auto folder = cli::read_for(meeting, {}, true);
    ASSERT_TRUE(folder);
    const auto& script = folder->script;
    ASSERT_EQ(script.size(), lines_played);
    Windows room(meeting, script.front().at, out, {"chair", "clerk-1", "clerk-2"});
    std::size_t paragraphs = 0;
    for (const auto& line : script) {
        if (line.word == "write") ++paragraphs;
        const bool in_an_outage = paragraphs == 5 && line.word == "write";
        if (paragraphs == 4 && line.word == "write") {
            room.in_mid_word = [&] {
                std::this_thread::sleep_for(kept_within);
                room.kill(line.from);
                room.open(line.from);
            };
        }
        const auto head = room.head();
        if (in_an_outage) {
            // What the hub had told nobody but the watching station is not on the desk until it is back.
            ASSERT_TRUE(room.shows_all(line.from));
            room.kill_hub();
        }
        ASSERT_EQ(room.play(line), "") << "script.jsonl:" << line.number << ": " << line.word;
        if (in_an_outage) {
            room.restart_hub();
            EXPECT_TRUE(room.arrives(head)) << "what was put on the record without a hub has not come";
        }
    }
    EXPECT_EQ(paragraphs, 5u);
    EXPECT_FALSE(room.in_mid_word) << "no clerk was killed";

    hand_over(room);

    // One begins a paragraph, and the machine goes out for good.
    const std::string begun = "said that he would come back to the mat";
    room.press("clerk-2", room.keys_to("haddad-1"));
    room.type("clerk-2", begun);
    std::this_thread::sleep_for(kept_within);
    room.kill("clerk-2");
    EXPECT_TRUE(holds(drafts_in(room.spool("clerk-2")), begun));
    room.stop();

    const auto record = run({dais(), "record", room.journal().string()});
    EXPECT_EQ(record.code, 0) << record.out;
    const auto rehearsed = run({dais(), "rehearse", meeting.string(), "--out", (out / "rehearsal").string()});
    ASSERT_EQ(rehearsed.code, 0) << rehearsed.out;
    const auto expected = read_file(out / "rehearsal/record.txt");
    ASSERT_FALSE(expected.empty());
    EXPECT_EQ(with_plain_spaces(record.out), with_plain_spaces(expected));
}

}  // namespace
}  // namespace dais::e2e
