// A large committee at the chair's window, by keys alone, while the room's screen and the board look on.
#include "desks/large_committee.hpp"

#include <gtest/gtest.h>

#include "cli/reading.hpp"
#include "desks/windows.hpp"
#include "meeting/describe.hpp"

namespace dais::e2e {
namespace {

// Presses what the hub must refuse: nothing comes about, and the next key acts as ever.
void expect_nothing(Windows& room, const std::vector<std::string>& before, const std::string& typed,
                    const std::vector<std::string>& after) {
    const auto head = room.head();
    room.press("chair", before);
    room.type("chair", typed);
    room.press("chair", after);
    room.press("chair", {"Esc", "Esc", "Esc"});
    // An act that is accepted comes behind the one that is refused: so that was answered.
    room.press("chair", {"c"});
    ASSERT_TRUE(room.arrives(head));
    EXPECT_EQ(room.head().value, head.value + 1);
    room.press("chair", {"c"});
    ASSERT_TRUE(room.arrives(head, 2));
}

std::size_t count(const meeting::Meeting& meeting, meeting::Kind kind) {
    return static_cast<std::size_t>(
        std::count_if(meeting.interventions.begin(), meeting.interventions.end(),
                      [&](const auto& each) { return each.kind == kind && !each.part_of && !each.undone; }));
}

void expect_as_played(const meeting::Meeting& meeting) {
    const auto& proceedings = meeting.proceedings;
    EXPECT_EQ(count(meeting, meeting::Kind::point_of_order), 3u);
    EXPECT_EQ(count(meeting, meeting::Kind::right_of_reply), 2u);
    EXPECT_TRUE(proceedings.list_closed);
    EXPECT_EQ(proceedings.list.size(), requests - 3 - 1);
    EXPECT_EQ(proceedings.list.back().who, "d004") << "put back to the end";
    ASSERT_EQ(proceedings.absences.size(), 2u);
    EXPECT_EQ(proceedings.absences.back().who, "d005");
    EXPECT_EQ(proceedings.replies_given.at("State 61"), 2u);
}

TEST(LargeCommittee, is_steered_by_keys_alone) {
    if (const auto missing = display_missing(); !missing.empty()) GTEST_SKIP() << missing;
    const auto out = fresh_directory("large-committee");
    const auto folder = cli::read_for(large_committee(out / "meeting"), {}, true);
    ASSERT_TRUE(folder);
    const auto& script = folder->script;
    Windows room(out / "meeting", script.front().at, out, {"chair", "room"});
    for (const auto& line : script) {
        ASSERT_EQ(room.play(line), "") << "script.jsonl:" << line.number << ": " << line.word;
        if (line.word != "close_list") continue;
        expect_nothing(room, {"Ctrl+f"}, "d122", {"Enter"});
    }
    // The delegation has had its two replies; its other delegate asks for a third.
    expect_nothing(room, {"Ctrl+f", "Alt+3"}, "d122", {"Enter"});
    room.press("chair", {"Alt+1"});
    expect_as_played(room.meeting());
    const auto played = meeting::describe(room.meeting(), room.meeting().now);
    const auto paper = run({dais(), "list", room.journal().string()});
    room.stop();
    EXPECT_NE(paper.out.find("Number 5 (State 3): skipped"), std::string::npos) << paper.out;
    EXPECT_NE(paper.out.find("116.   3:00  Mr. Number 4 (State 2)"), std::string::npos) << paper.out;

    const auto rehearsed =
        run({dais(), "rehearse", (out / "meeting").string(), "--out", (out / "rehearsal").string()});
    ASSERT_EQ(rehearsed.code, 0) << rehearsed.out;
    const auto replayed = run({dais(), "replay", (out / "rehearsal/journal.sqlite").string()});
    EXPECT_NE(replayed.out.find("list: d006"), std::string::npos);
    EXPECT_NE(played.find("list: d006"), std::string::npos) << played;
}

}  // namespace
}  // namespace dais::e2e
