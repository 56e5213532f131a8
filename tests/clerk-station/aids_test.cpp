// What helps to write: typography, short forms, names, spelling and hints, by their keys in the editor, with
// the site's own files.
#include <gtest/gtest.h>

#include <fstream>
#include <thread>

#include "clerk-station/desk.hpp"
#include "spelling/small_dictionary.hpp"
#include "support/temporary_directory.hpp"

namespace dais::clerk_station {
namespace {

constexpr std::string_view lewis = "15:11 chair give_floor to=lewis\n";

support::Seat seat_with(spelling::Speller* speller = nullptr, const LoadAids& load = load_aids,
                        const std::map<std::string, std::string>& snippets = {}) {
    Played played(lewis);
    for (const auto& [key, text] : snippets)
        played.meeting.setup.style.emplace(meeting::Setup::snippet_prefix + key, text);
    return {std::make_unique<ClerkView>(load, speller), played.meeting, played.scene.now(), "clerk-1"};
}

// Letter by letter, a frame each, as a person does.
void type(support::Seat& seat, std::string_view text) {
    for (const char letter : text) seat.type(std::string_view(&letter, 1));
}

TEST(Typography, is_set_while_typing_and_one_undo_gives_back_what_was_typed) {
    auto seat = seat_with();
    type(seat, "said \"so");
    EXPECT_EQ(seat.text("editor.text"), "said “so");
    type(seat, "\"");
    EXPECT_EQ(seat.text("editor.text"), "said “so”");
    seat.press("Ctrl+Z");
    EXPECT_EQ(seat.text("editor.text"), "said “so\"");
    EXPECT_EQ(seat.drafts["p:1"], "said “so\"");
}

TEST(Typography, leaves_alone_what_is_pasted) {
    auto seat = seat_with();
    seat.window().set_clipboard("\"so\"");
    seat.press("Ctrl+V");
    EXPECT_EQ(seat.text("editor.text"), "\"so\"");
}

TEST(Snippets, become_long_by_tab_with_the_caret_where_it_is_needed) {
    auto seat = seat_with();
    type(seat, "std");
    EXPECT_TRUE(seat.text("editor.aid").starts_with("Tab: said that the delegation"))
        << seat.text("editor.aid");
    seat.press("Tab");
    EXPECT_EQ(seat.focused(), "editor.text");
    EXPECT_TRUE(seat.text("editor.text").starts_with("said that the delegation"));
    type(seat, "agreed");
    EXPECT_EQ(seat.text("editor.text"), "said that the delegation agreed");
}

TEST(Snippets, are_gone_through_by_tab) {
    auto seat = seat_with(nullptr, load_aids, {{"two", "from {} to {}."}});
    type(seat, "two");
    seat.press("Tab");
    type(seat, "here");
    EXPECT_EQ(seat.text("editor.aid"), "Tab: on to the next place");
    seat.press("Tab");
    type(seat, "there");
    EXPECT_EQ(seat.text("editor.text"), "from here to there.");
    seat.press("Ctrl+A");
    seat.press("Tab");
    EXPECT_NE(seat.focused(), "editor.text") << "with nothing to put in, Tab goes on";
}

TEST(Snippets, of_the_meeting_win) {
    auto seat = seat_with(nullptr, load_aids, {{"std", "said that the Group {}"}});
    type(seat, "std");
    seat.press("Tab");
    EXPECT_TRUE(seat.text("editor.text").starts_with("said that the Group"));
}

TEST(Completion, puts_a_name_of_the_meeting_in) {
    auto seat = seat_with();
    type(seat, "thanked the Phil");
    EXPECT_TRUE(seat.text("editor.aid").starts_with("Tab: the Philippines")) << seat.text("editor.aid");
    seat.press("Tab");
    EXPECT_EQ(seat.text("editor.text"), "thanked the Philippines");
}

TEST(Hints, are_shown_and_written_by_one_key) {
    auto seat = seat_with();
    type(seat, "said that 20 percent ");
    EXPECT_TRUE(seat.text("editor.aid").starts_with("1 hint")) << seat.text("editor.aid");
    seat.press("Ctrl+.");
    EXPECT_EQ(seat.text("editor.choice.0"), "per cent");
    seat.press("Enter");
    EXPECT_EQ(seat.text("editor.text"), "said that 20 per cent ");
    EXPECT_EQ(seat.text("editor.aid"), "(absent)");
    seat.press("Ctrl+Z");
    EXPECT_EQ(seat.text("editor.text"), "said that 20 percent ");
}

TEST(Hints, never_hold_a_paragraph_back) {
    auto seat = seat_with();
    type(seat, "said that I see 20 percent today");
    seat.press("Ctrl+Enter");
    EXPECT_EQ(text_of(seat, 1), "said that I see 20 percent today");
}

TEST(Hints, know_which_abbreviations_the_record_has_introduced) {
    auto seat = seat_with();
    type(seat, "said that the ILOX was right.");
    const auto first = seat.text("editor.aid");
    EXPECT_TRUE(first.starts_with("1 hint")) << first;
    seat.press("Ctrl+A");
    seat.press("Backspace");
    seat.other("clerk-2", meeting::Write{meeting::InterventionId{1},
                                         "said that the International Lake Office (ILOX) was new.",
                                         {}});
    type(seat, "He added that the ILOX was right.");
    EXPECT_EQ(seat.text("editor.aid"), "(absent)");
}

// With a dictionary of a few words, and the thread beside the window.
class Spelling : public testing::Test {
  protected:
    Spelling() {
        spelling::test::write_dictionary(folder.path(), "en_GB", "UTF-8", spelling::test::english_words);
    }

    LanguageAids small(const std::string& language) {
        LanguageAids aids;
        aids.spelling = spelling::Sources{language, {folder.path()}, folder / "en.txt", {}};
        return aids;
    }
    // Frames until the widget says it; the thread needs its time, and no test counts it.
    static std::string wait_for(support::Seat& seat, const std::string& id, std::string_view words) {
        for (int i = 0; i < 3'000 && !seat.text(id).starts_with(words); ++i) {
            std::this_thread::sleep_for(std::chrono::milliseconds(2));
            clerk_view(seat).take_news();
            seat.frame();
        }
        return seat.text(id);
    }

    test::TemporaryDirectory folder;
};

TEST_F(Spelling, marks_what_is_in_no_list_and_offers_what_may_be_meant) {
    spelling::Speller speller([] {});
    auto seat = seat_with(&speller, [this](const std::string& language) { return small(language); });
    type(seat, "meetin ");
    EXPECT_EQ(wait_for(seat, "editor.aid", "1 word misspelt"), "1 word misspelt (Ctrl+. goes there)");
    seat.press("Ctrl+.");
    EXPECT_EQ(wait_for(seat, "editor.choice.0", "meeting"), "meeting");
    seat.press("1");
    EXPECT_EQ(seat.text("editor.text"), "meeting ");
}

TEST_F(Spelling, knows_the_meetings_names) {
    spelling::Speller speller([] {});
    auto seat = seat_with(&speller, [this](const std::string& language) { return small(language); });
    type(seat, "Poussi meetin ");
    EXPECT_EQ(wait_for(seat, "editor.aid", "1 word misspelt"), "1 word misspelt (Ctrl+. goes there)");
    seat.press("Ctrl+.");
    seat.press("Esc");
    EXPECT_EQ(seat.focused(), "editor.text");
    EXPECT_EQ(seat.text("editor.text"), "Poussi meetin ");
}

}  // namespace
}  // namespace dais::clerk_station
