// What is not on the record yet: drafts over a restart, a disk that is slow, a hub that is not heard; and a
// station whose key has no right to write.
#include <gtest/gtest.h>

#include "clerk-station/desk.hpp"

namespace dais::clerk_station {
namespace {

using Asked = std::vector<std::string>;
using meeting::TextId;

constexpr std::string_view lines =
    "15:11 chair give_floor to=lewis label=i1\n"
    "15:11 clerk-2 write of=i1 label=p1 text=\"said one.\"\n"
    "15:14 chair give_floor to=poussi\n";

// The station after it was killed and started again: the meeting as the hub has it, the drafts of its disk.
support::Seat restarted(const support::Seat& before) {
    auto view = std::make_unique<ClerkView>();
    view->restore(before.drafts);
    return {std::move(view), before.model.meeting, before.model.now, "clerk-1"};
}

TEST(Drafts, of_three_places_are_there_after_a_restart_and_the_clerk_where_the_clerk_was) {
    auto seat = clerk(lines);
    seat.type("said half");
    seat.press("Ctrl+Shift+N");
    seat.type("State");
    seat.press("Ctrl+N");
    seat.type("A film");
    auto again = restarted(seat);
    EXPECT_EQ(again.focused(), "editor.text");
    EXPECT_TRUE(again.shows("A note"));
    EXPECT_EQ(again.text("editor.text"), "A film");
    EXPECT_EQ(again.text("editor.elsewhere"), "2 unfinished elsewhere (Ctrl+G)");
    again.press("Ctrl+G");
    EXPECT_TRUE(again.shows("Writing for Ms. Poussi"));
    EXPECT_EQ(again.text("editor.text"), "said half");
    again.type(" a sentence.");
    again.press("Ctrl+Enter");
    EXPECT_EQ(text_of(again, 2), "said half a sentence.");
    again.press("Ctrl+Shift+N");
    EXPECT_EQ(again.text("editor.text"), "State");
    EXPECT_EQ(again.asked, Asked{"write"});
}

TEST(Drafts, of_a_word_half_typed_is_there_letter_by_letter) {
    auto seat = clerk(lines);
    seat.type("sa");
    EXPECT_EQ(restarted(seat).text("editor.text"), "sa");
    seat.type("i");
    EXPECT_EQ(restarted(seat).text("editor.text"), "sai");
}

TEST(Drafts, of_a_revision_still_know_what_they_were_begun_from) {
    auto seat = clerk(lines);
    seat.press("Ctrl+Up");
    seat.press("Ctrl+R");
    seat.type(" Mine.");
    auto again = restarted(seat);
    EXPECT_EQ(again.text("editor.text"), "said one. Mine.");
    again.other("clerk-2", meeting::Revise{TextId{1}, "said theirs.", {}});
    EXPECT_EQ(again.text("editor.text"), "said theirs. Mine.");
    again.press("Ctrl+Enter");
    EXPECT_EQ(text_of(again, 1), "said theirs. Mine.");
}

TEST(Drafts, of_a_note_still_know_its_number_and_its_place) {
    auto seat = clerk(lines);
    seat.press("F2");
    seat.press("Home");
    seat.press("Ctrl+N");
    seat.press("Ctrl+U");
    seat.press("Ctrl+J");
    seat.type("A minute of sil");
    auto again = restarted(seat);
    EXPECT_EQ(again.text("editor.text"), "A minute of sil");
    EXPECT_EQ(again.text("editor.numbered"), "Without a number");
    EXPECT_EQ(again.text("editor.after"), "After Mr. Lewis");
    again.press("Ctrl+Enter");
    EXPECT_FALSE(again.model.meeting.texts.back().numbered);
    // The next one begins anew, after a restart as well.
    EXPECT_TRUE(seat.drafts.contains("clerk.note"));
    seat.press("Ctrl+Enter");
    EXPECT_FALSE(seat.drafts.contains("clerk.note"));
}

TEST(Drafts, a_revision_that_was_opened_and_not_changed_is_none) {
    auto seat = clerk(lines);
    seat.press("Ctrl+Up");
    seat.press("Ctrl+R");
    seat.press("Esc");
    EXPECT_FALSE(seat.drafts.contains("r:1"));
    EXPECT_FALSE(seat.has("editor.elsewhere"));
    seat.other("clerk-2", meeting::Revise{TextId{1}, "said theirs.", {}});
    seat.press("Ctrl+R");
    EXPECT_EQ(seat.text("editor.text"), "said theirs.");
}

TEST(Drafts, what_was_erased_again_is_forgotten) {
    auto seat = clerk(lines);
    seat.type("sa");
    seat.press("Backspace");
    seat.press("Backspace");
    EXPECT_FALSE(seat.drafts.contains("p:2"));
}

TEST(Drafts, texts_unfinished_elsewhere_are_gone_through_with_ctrl_g) {
    auto seat = clerk(lines);
    seat.type("said half");
    seat.press("F2");
    seat.press("Home");
    seat.press("Enter");
    seat.type("said too");
    seat.press("Ctrl+G");
    EXPECT_EQ(seat.text("editor.text"), "said half");
    seat.press("Ctrl+G");
    EXPECT_EQ(seat.text("editor.text"), "said too");
}

TEST(Disk, what_is_not_on_it_yet_is_marked) {
    auto seat = clerk(lines);
    seat.hold_disk();
    seat.type("said");
    EXPECT_EQ(seat.text("editor.state"), "Not on this machine’s disk yet");
    seat.release_disk();
    EXPECT_EQ(seat.text("editor.state"), "Typed, and kept on this machine");
}

TEST(Link, a_text_written_without_one_waits_and_goes_when_it_is_back) {
    auto seat = clerk(lines);
    seat.lose_link(5);
    EXPECT_TRUE(seat.has("banner.link"));
    seat.type("said so.");
    EXPECT_TRUE(seat.enabled("editor.write"));
    seat.press("Ctrl+Enter");
    seat.type("And more.");
    seat.press("Ctrl+Enter");
    seat.pass(1);
    EXPECT_TRUE(seat.shows("Waits for the hub: said so."));
    EXPECT_TRUE(seat.shows("Waits for the hub: And more."));
    EXPECT_NE(seat.text("banner.link").find("2 of your texts wait on this machine"), std::string::npos);
    EXPECT_EQ(text_of(seat, 2), "(none)");
    seat.answer();
    EXPECT_EQ(text_of(seat, 2), "said so.");
    EXPECT_EQ(text_of(seat, 3), "And more.");
    EXPECT_FALSE(seat.shows("Waits for the hub"));
    EXPECT_FALSE(seat.has("banner.link"));
}

TEST(Link, notes_headings_and_revisions_wait_in_sight_as_well) {
    auto seat = clerk(lines);
    seat.lose_link(5);
    seat.press("Ctrl+N");
    seat.type("A film.");
    seat.press("Ctrl+Enter");
    seat.press("Ctrl+Up");
    seat.press("Ctrl+R");
    seat.type(" Really.");
    seat.press("Ctrl+Enter");
    seat.pass(1);
    EXPECT_TRUE(seat.shows("Waits for the hub: A film."));
    EXPECT_TRUE(seat.shows("Waits for the hub: said one. Really."));
}

TEST(Link, a_removal_waits_too_and_does_not_keep_another_from_waiting) {
    auto seat = clerk(lines);
    seat.other("clerk-2", meeting::Write{meeting::InterventionId{1}, "Two.", {}});
    seat.lose_link(5);
    seat.press("F4");
    seat.press("Ctrl+Up");
    seat.press("Delete");
    seat.press("Ctrl+Up");
    seat.press("Delete");
    EXPECT_EQ(seat.asked, (Asked{"remove", "remove"}));
    seat.answer();
    EXPECT_EQ(text_of(seat, 1), "(removed)");
    EXPECT_EQ(text_of(seat, 2), "(removed)");
}

TEST(Link, a_loss_shorter_than_two_seconds_raises_no_banner) {
    auto seat = clerk(lines);
    seat.lose_link(1);
    EXPECT_FALSE(seat.has("banner.link"));
    seat.pass(1);
    EXPECT_TRUE(seat.has("banner.link"));
}

TEST(Rights, a_moderators_key_sees_the_clerks_view_without_the_acts) {
    auto seat = clerk(lines, "moderator");
    EXPECT_EQ(seat.text("editor.none"), "This station may read the record, not write it.");
    for (const auto* id :
         {"editor.text", "editor.write", "editor.go", "acts.note", "acts.heading", "acts.log", "acts.correct",
          "acts.person", "acts.begin", "record.remove", "record.up"}) {
        EXPECT_FALSE(seat.has(id)) << id;
    }
    EXPECT_EQ(seat.text("record.1"), "1. Mr. Lewis said one.");
    for (const auto* key :
         {"Ctrl+Enter", "Alt+Enter", "Ctrl+N", "Ctrl+Shift+N", "Ctrl+L", "Ctrl+Shift+L", "Ctrl+I", "Ctrl+P",
          "Ctrl+Shift+P", "Ctrl+Up", "Delete", "Alt+Up", "Ctrl+R", "Ctrl+B", "Ctrl+U"}) {
        seat.press(key);
        EXPECT_EQ(seat.asked, Asked{}) << key;
        EXPECT_FALSE(clerk_view(seat).dialog.open || clerk_view(seat).person.open) << key;
    }
    // It may read: choose, and look at what was removed.
    seat.press("F2");
    EXPECT_EQ(seat.focused(), "interventions.rows");
    seat.press("Enter");
    EXPECT_EQ(seat.focused(), "interventions.rows");
    seat.press("Ctrl+T");
    EXPECT_EQ(seat.focused(), "record.removed");
}

TEST(Help, f1_shows_the_keys_and_escape_goes_back_to_the_text) {
    auto seat = clerk(lines);
    seat.press("F1");
    EXPECT_EQ(seat.focused(), "help.lines");
    EXPECT_TRUE(seat.shows("Put the paragraph on the record and open the next"));
    seat.press("Ctrl+Enter");
    EXPECT_EQ(seat.asked, Asked{});
    seat.press("Esc");
    EXPECT_EQ(seat.focused(), "editor.text");
}

TEST(Help, the_keys_of_every_desk_work_while_a_text_is_edited) {
    auto seat = clerk(lines);
    seat.press("F9");
    EXPECT_EQ(seat.frames().settings().theme, ui::ThemeName::dark);
    EXPECT_EQ(seat.drafts["ui.theme"], "dark");
    seat.press("Ctrl++");
    EXPECT_EQ(seat.drafts["ui.scale"], "1.1");
    seat.press("Ctrl+0");
    EXPECT_FALSE(seat.drafts.contains("ui.scale"));
    seat.press("F12");
    EXPECT_TRUE(seat.frames().take_picture_wish());
    EXPECT_EQ(seat.text("editor.text"), "");
}

TEST(Help, f6_goes_from_panel_to_panel) {
    auto seat = clerk(lines);
    std::vector<std::string> way;
    for (int i = 0; i < 4; ++i) {
        seat.press("F6");
        way.push_back(seat.focused().substr(0, seat.focused().find('.')));
    }
    std::sort(way.begin(), way.end());
    EXPECT_EQ(way, (std::vector<std::string>{"acts", "editor", "interventions", "record"}));
}

}  // namespace
}  // namespace dais::clerk_station
