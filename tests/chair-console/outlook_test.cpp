// What the chair sees in sums: the list's length, limits and times spoken, rights of reply that were had, how
// far the record is behind, the countdown to the end, totals, remote participants and the motions.
#include <gtest/gtest.h>

#include <condition_variable>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <mutex>

#include "chair-console/chair.hpp"
#include "chair-console/motions.hpp"
#include "support/source.hpp"

namespace dais::chair_console {
namespace {

using Asked = std::vector<std::string>;

TEST(ListOutlook, says_how_long_the_list_takes_and_when_it_ends) {
    auto seat = chair();  // two members, who have five minutes
    EXPECT_EQ(seat.text("list.outlook"), "10:00 at their limits; until 10:10");
    seat.other("chair", meeting::WithdrawRequest{"lewis", {}});
    EXPECT_EQ(seat.text("list.outlook"), "5:00 at their limits; until 10:05");
    seat.other("chair", meeting::SetLimit{meeting::Role::member, {}, 0});
    EXPECT_EQ(seat.text("list.outlook"), "0:00 at their limits, 1 without a limit");
    seat.other("chair", meeting::ClearList{});
    EXPECT_FALSE(seat.has("list.outlook"));
}

TEST(ListOutlook, says_whether_that_is_before_the_scheduled_end) {
    auto seat = chair();
    const auto midnight = seat.model.now.ms / 86'400'000 * 86'400'000;
    ASSERT_NE(midnight, 0);
    // The day of the script, whatever it is.
    const std::chrono::year_month_day day{std::chrono::sys_days(std::chrono::days(midnight / 86'400'000))};
    seat.model.meeting.setup.facts.date = {static_cast<int>(day.year()),
                                           static_cast<std::uint8_t>(static_cast<unsigned>(day.month())),
                                           static_cast<std::uint8_t>(static_cast<unsigned>(day.day()))};
    seat.model.meeting.setup.facts.zone.offset_seconds = 0;
    seat.model.meeting.setup.facts.scheduled_end = 11 * 3600;
    seat.frame();
    EXPECT_NE(seat.text("list.outlook").find(", 50 min before the end"), std::string::npos)
        << seat.text("list.outlook");
    EXPECT_EQ(seat.text("header.sitting").find("Interpretation"), std::string::npos);
    seat.model.meeting.setup.facts.scheduled_end = 10 * 3600 + 120;
    seat.frame();
    EXPECT_NE(seat.text("list.outlook").find(", 8 min after the end"), std::string::npos);
    EXPECT_EQ(seat.text("header.sitting"), "Interpretation ends in 2:00");
    seat.pass(60);
    seat.model.now = seat.model.now + base::Span{500};
    seat.model.uptime = seat.model.uptime + base::Span{500};
    seat.frame();
    EXPECT_EQ(seat.text("header.sitting"), "Interpretation ends in 1:00");
    const auto next = seat.view().next_digit(seat.model);
    ASSERT_TRUE(next);
    EXPECT_EQ((*next - seat.model.uptime).count(), 500) << "the countdown asks for its next second";
    seat.pass(70);
    EXPECT_EQ(seat.text("header.sitting"), "Interpretation over by 0:11");
    seat.other("chair", meeting::SuspendMeeting{});
    EXPECT_EQ(seat.text("header.sitting"), "Suspended; the time is over by 0:11")
        << "that it is suspended is not hidden";
}

TEST(List, a_row_says_the_limit_and_what_was_spoken) {
    auto seat = chair(
        "10:01 chair give_floor to=poussi\n10:03 chair end_floor\n"
        "10:03 chair request_floor who=poussi\n");
    EXPECT_EQ(seat.text("list.rows.1.limit"), "5:00");
    EXPECT_EQ(seat.text("list.rows.1.spoken"), "–");
    EXPECT_EQ(seat.text("list.rows.3.limit"), "5:00");
    EXPECT_EQ(seat.text("list.rows.3.spoken"), "2:00");
    EXPECT_TRUE(seat.has("list.column.limit"));
}

TEST(List, a_row_is_dragged_with_the_pointer) {
    auto seat = chair("10:00 chair request_floor who=diallo\n");
    seat.drag("list.rows.1", "list.rows.2");
    EXPECT_EQ(field(seat, "list"), "poussi, lewis, diallo");
    EXPECT_EQ(seat.asked, Asked{"move_request"});
    seat.drag("list.rows.1", "list.rows.2");
    EXPECT_EQ(field(seat, "list"), "lewis, poussi, diallo");
    seat.drag("list.rows.1", "list.find");
    EXPECT_EQ(seat.asked, (Asked{"move_request", "move_request"})) << "let go outside of the list";
}

TEST(Replies, a_row_says_how_many_the_delegation_has_had) {
    auto seat = chair(
        "10:00 chair clear_list\n10:00 chair request_floor who=moreno for=right_of_reply\n"
        "10:01 chair give_floor\n10:02 chair request_floor who=moreno for=right_of_reply\n");
    bool said = false;
    for (const auto& request : seat.model.meeting.proceedings.replies)
        said =
            said || seat.text("replies.rows." + std::to_string(request.id.value) + ".kind") == "1 of 2 had";
    EXPECT_TRUE(said);
}

TEST(Header, the_record_is_behind_until_there_are_paragraphs) {
    auto seat = chair(lewis_speaks);
    EXPECT_FALSE(seat.has("header.further"));
    seat.pass(60);
    seat.press("Space");
    EXPECT_EQ(seat.text("header.further"), "record: 1 speaker behind");
    seat.pass(60);
    seat.press("E");
    EXPECT_EQ(seat.text("header.further"), "record: 2 speakers behind");
    seat.other("clerk-1", meeting::Write{meeting::InterventionId{1}, "said that.", {}});
    seat.other("clerk-1", meeting::Write{meeting::InterventionId{2}, "said that.", {}});
    EXPECT_FALSE(seat.has("header.further"));
}

TEST(Spoken, totals_go_by_person_affiliation_role_and_how) {
    auto seat = chair(lewis_speaks);
    seat.pass(120);
    seat.press("Space");
    seat.pass(60);
    seat.press("E");
    seat.press("S");
    EXPECT_EQ(seat.text("spoken.what"), "Interventions");
    EXPECT_EQ(seat.text("spoken.1.length"), "2:00");
    seat.press("Y");
    EXPECT_EQ(seat.text("spoken.what"), "Totals by person");
    EXPECT_EQ(seat.text("spoken.total.0.length"), "2:00");
    EXPECT_EQ(seat.text("spoken.total.1.length"), "1:00");
    EXPECT_EQ(seat.text("spoken.total.0.times"), "1×");
    seat.press("Y");
    EXPECT_EQ(seat.text("spoken.what"), "Totals by affiliation");
    seat.press("Y");
    EXPECT_EQ(seat.text("spoken.what"), "Totals by role");
    EXPECT_EQ(seat.text("spoken.total.0"), "member");
    EXPECT_EQ(seat.text("spoken.total.0.length"), "3:00");
    seat.press("Y");
    EXPECT_EQ(seat.text("spoken.what"), "Totals by how they took part");
    seat.click("spoken.what");
    EXPECT_EQ(seat.text("spoken.what"), "Called, and not there");
    seat.press("Y");
    EXPECT_EQ(seat.text("spoken.what"), "Interventions");
    EXPECT_EQ(seat.asked, (Asked{"give_floor", "end_floor"}));
}

TEST(Remote, those_by_link_are_seen_and_the_lost_ones_first) {
    auto seat = chair();
    seat.press("V");
    EXPECT_EQ(view(seat).tab, static_cast<std::size_t>(Tab::remote));
    seat.other("moderator", meeting::ReportLink{"poussi", meeting::Link::video, {}});
    seat.other("moderator", meeting::ReportLink{"charef", meeting::Link::lost, {}});
    EXPECT_EQ(seat.text("remote.charef.link"), "link lost");
    EXPECT_TRUE(seat.has("remote.poussi.since"));
    const auto& shown = view(seat).remote.shown;
    ASSERT_GE(shown.size(), 2U);
    EXPECT_EQ(seat.model.meeting.participants[shown.front()].id, "charef");
}

TEST(Absent, x_skips_the_next_and_b_puts_the_chosen_back) {
    auto seat = chair("10:00 chair request_floor who=diallo\n");
    seat.press("B");
    EXPECT_EQ(field(seat, "list"), "poussi, diallo, lewis");
    seat.click("floor.skip");
    EXPECT_EQ(field(seat, "list"), "diallo, lewis");
    seat.press("L");
    seat.press("Down");
    seat.press("X");
    EXPECT_EQ(field(seat, "list"), "diallo") << "the chosen one, not the next";
    EXPECT_TRUE(seat.shows("3 not there"));
    seat.press("Ctrl+Z");
    EXPECT_EQ(field(seat, "list"), "diallo, lewis");
    for (int i = 0; i < 6; ++i) seat.press("Y");
    EXPECT_EQ(seat.text("spoken.what"), "Called, and not there");
    EXPECT_EQ(seat.text("spoken.absent.0"), "Ms. Poussi");
    EXPECT_EQ(seat.text("spoken.absent.0.became"), "skipped");
    EXPECT_EQ(seat.text("spoken.absent.1"), "Mr. Lewis");
    EXPECT_EQ(seat.text("spoken.absent.1.became"), "put back");
    EXPECT_EQ(seat.asked, (Asked{"pass_over", "pass_over", "pass_over", "undo_last"}));
}

TEST(Absent, can_be_passed_over_only_while_the_meeting_is_held) {
    auto seat = chair("10:05 chair suspend_meeting\n");
    EXPECT_FALSE(seat.enabled("floor.skip"));
    EXPECT_FALSE(seat.enabled("floor.back"));
}

TEST(Motions, f7_explains_them_in_their_order_and_asks_nothing) {
    auto seat = chair();
    const auto loaded = load_motions("en");
    ASSERT_TRUE(loaded) << loaded.error().text;
    view(seat).motions.motions = *loaded;
    seat.press("F7");
    EXPECT_EQ(seat.text("motions.1"), "1. To suspend the meeting");
    EXPECT_EQ(seat.text("motions.4"), "4. To close the debate on the item under discussion");
    EXPECT_TRUE(seat.has("motions.4.speakers"));
    EXPECT_TRUE(seat.has("motions.note"));
    seat.press("Space");  // is not the floor's while it is open
    seat.press("Esc");
    EXPECT_FALSE(seat.has("motions.1"));
    EXPECT_EQ(seat.asked, Asked{});
}

TEST(Motions, what_is_wrong_with_the_file_is_said) {
    const std::map<std::string, std::string> good{
        {"title", "T"}, {"1.motion", "a"}, {"1.speakers", "b"}, {"1.decision", "c"}, {"1.rule", "d"}};
    ASSERT_TRUE(Motions::from(good).ok());
    auto without = good;
    without.erase("1.rule");
    EXPECT_EQ(Motions::from(without).error().text, "1.rule is missing from the motions.");
    auto more = good;
    more["3.motion"] = "after a gap";
    EXPECT_EQ(Motions::from(more).error().code, "unknown_key");
    auto longer = good;
    longer["title"] = std::string(Motions::max_text_bytes + 1, 'x');
    EXPECT_EQ(Motions::from(longer).error().code, "too_long");
    EXPECT_EQ(Motions::from({}).error().code, "missing_key");
    const base::Error why{"no_motions", "There is no file of them."};
    ChairView none{base::Result<Motions>(why)};
    EXPECT_EQ(none.motions.trouble, "There is no file of them.");
}

// A folder of its own, gone with the test.
class Papers : public testing::Test {
  protected:
    void SetUp() override {
        std::string name = (std::filesystem::temp_directory_path() / "dais-papers-XXXXXX").string();
        ASSERT_NE(mkdtemp(name.data()), nullptr);
        folder = name;
    }
    void TearDown() override { std::filesystem::remove_all(folder); }
    // Waits until the printer has something to say.
    Printed printed(ListPrinter& printer) {
        std::unique_lock lock(mutex);
        woken.wait(lock, [&] { return wakes > taken; });
        ++taken;
        return printer.take().value_or(Printed{});
    }
    void wake() {
        const std::scoped_lock lock(mutex);
        ++wakes;
        woken.notify_one();
    }

    std::filesystem::path folder;
    std::mutex mutex;
    std::condition_variable woken;
    int wakes = 0;
    int taken = 0;
};

TEST_F(Papers, are_written_beside_the_window_and_none_is_written_over) {
    ListPrinter printer(folder / "new", [this] { wake(); });
    record::ListPaper paper;
    paper.title = "Speakers’ list at 10:00";
    for (const auto* stem : {"speakers-list-10-00", "speakers-list-10-00-2"}) {
        printer.print(paper, "10-00", {});
        const auto done = printed(printer);
        EXPECT_TRUE(done.good) << done.sentence;
        EXPECT_NE(done.sentence.find(std::string(stem) + ".pdf"), std::string::npos) << done.sentence;
        for (const auto* ending : {".pdf", ".txt"}) {
            EXPECT_GT(std::filesystem::file_size(folder / "new" / (std::string(stem) + ending)), 0u);
        }
    }
}

TEST_F(Papers, that_cannot_be_written_say_so) {
    std::ofstream(folder / "file") << "no folder";
    ListPrinter printer(folder / "file", [this] { wake(); });
    printer.print({}, "10-00", {});
    const auto done = printed(printer);
    EXPECT_FALSE(done.good);
    EXPECT_NE(done.sentence.find("could not be written"), std::string::npos) << done.sentence;
}

TEST_F(Papers, are_asked_for_by_ctrl_l_and_the_screen_says_for_a_while_where_they_are) {
    ListPrinter printer(folder, [this] { wake(); });
    support::Scene scene(agenda);
    scene.go(in_session);
    support::Seat seat(std::make_unique<ChairView>(Motions{}, &printer), scene.meeting(), scene.now(),
                       "chair", {1920, 1080});
    seat.press("Ctrl+l");
    {
        std::unique_lock lock(mutex);
        woken.wait(lock, [&] { return wakes == 1; });
    }
    EXPECT_TRUE(seat.view().take_news());
    seat.frame();
    EXPECT_NE(seat.text("list.printed").find("speakers-list-10-00.pdf"), std::string::npos)
        << seat.text("list.printed");
    seat.pass(30);
    EXPECT_FALSE(seat.has("list.printed"));
    seat.click("list.print");
    {
        std::unique_lock lock(mutex);
        woken.wait(lock, [&] { return wakes == 2; });
    }
    EXPECT_TRUE(seat.view().take_news());
}

}  // namespace
}  // namespace dais::chair_console
