// A script's lines as keys. (That the keys bring the lines about is shown in tests/desks.)
#include "cli/strokes.hpp"

#include <gtest/gtest.h>

#include "cli/keyboard.hpp"

namespace dais::cli {
namespace {

std::string keys_of(const meeting::Command& command, meeting::Desk desk = meeting::Desk::chair,
                    const meeting::Meeting& meeting = {}) {
    folder::ScriptLine line;
    line.desk = desk;
    Hand hand;
    const auto strokes = strokes_for(line, command, meeting, record::Record{}, hand);
    if (!strokes) return strokes.error().code;
    std::string text;
    for (const auto& stroke : *strokes)
        text += (text.empty() ? "" : " ") + stroke.keys + (stroke.asks ? "!" : "");
    return text;
}

TEST(Strokes, leave_every_box_before_a_single_key_of_the_chair) {
    EXPECT_EQ(keys_of(meeting::EndFloor{}), "Esc Esc e!");
    EXPECT_EQ(keys_of(meeting::GiveFloor{}), "Esc Esc Space!");
}

TEST(Strokes, grant_time_by_thirty_seconds_a_press) {
    EXPECT_EQ(keys_of(meeting::GrantTime{60, {}}), "Esc Esc +! +!");
    EXPECT_EQ(keys_of(meeting::GrantTime{-30, {}}), "Esc Esc -!");
    EXPECT_EQ(keys_of(meeting::GrantTime{45, {}}), "no_keys");
}

TEST(Strokes, report_a_link_by_its_number_and_when_it_was_seen) {
    const meeting::ReportLink lost{"vale", meeting::Link::lost, {}};
    EXPECT_EQ(keys_of(lost, meeting::Desk::moderator), "Ctrl+f vale Enter 5!");
    meeting::ReportLink earlier = lost;
    earlier.observed = folder::local_midnight({}) + std::chrono::seconds(9 * 3600 + 57 * 60 + 30);
    EXPECT_EQ(keys_of(earlier, meeting::Desk::moderator), "Ctrl+f vale Enter Ctrl+o 09:57:30 Enter 5!");
}

TEST(Strokes, pass_over_in_the_list_whom_the_line_names_else_the_next) {
    meeting::Meeting meeting;
    meeting.proceedings.list = {{meeting::RequestId{1}, "lewis", meeting::Kind::statement, "", {}},
                                {meeting::RequestId{2}, "vale", meeting::Kind::statement, "", {}}};
    const auto desk = meeting::Desk::chair;
    EXPECT_EQ(keys_of(meeting::PassOver{}, desk, meeting), "Esc Esc l Home x!");
    EXPECT_EQ(keys_of(meeting::PassOver{"vale", {}, true}, desk, meeting), "Esc Esc l Home Down b!");
    EXPECT_EQ(keys_of(meeting::PassOver{{}, meeting::RequestId{2}, false}, desk, meeting),
              "Esc Esc l Home Down x!");
    EXPECT_EQ(keys_of(meeting::PassOver{}), "no_keys") << "nobody waits";
}

TEST(Strokes, say_what_no_desk_has_keys_for) {
    EXPECT_EQ(keys_of(meeting::SetLimit{meeting::Role::secretariat, {}, 60}), "no_keys");
    EXPECT_EQ(keys_of(meeting::WithdrawRequest{"nobody", {}}), "no_keys");
}

TEST(Keyboard, names_chords_as_xdotool_does) {
    EXPECT_EQ(xdotool_name("Ctrl+Enter"), "ctrl+Return");
    EXPECT_EQ(xdotool_name("Ctrl+Shift+n"), "ctrl+shift+n");
    EXPECT_EQ(xdotool_name("+"), "plus");
    EXPECT_EQ(xdotool_name("-"), "minus");
    EXPECT_EQ(xdotool_name("Alt+Up"), "alt+Up");
    EXPECT_EQ(xdotool_name("F12"), "F12");
    EXPECT_EQ(xdotool_name("m"), "m");
}

}  // namespace
}  // namespace dais::cli
