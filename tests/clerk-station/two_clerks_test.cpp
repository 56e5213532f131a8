// Two clerks at one paragraph: edits that go together, edits that clash and the choice between them, and what
// each sees of the other's unfinished text.
#include <gtest/gtest.h>

#include <algorithm>

#include "clerk-station/desk.hpp"
#include "clerk-station/two_wordings.hpp"

namespace dais::clerk_station {
namespace {

using Asked = std::vector<std::string>;
using meeting::TextId;

constexpr std::string_view one =
    "15:11 chair give_floor to=lewis label=i1\n"
    "15:11 clerk-2 write of=i1 label=p1 text=\"said that the river had risen by two metres since noon.\"\n"
    "15:14 chair give_floor to=poussi\n";
const std::string begun = "said that the river had risen by two metres since noon.";

void revise_elsewhere(support::Seat& seat, const std::string& text) {
    seat.other("clerk-2", meeting::Revise{TextId{1}, text, {}});
}

const meeting::RecordText& first(const support::Seat& seat) {
    return seat.model.meeting.texts[0];
}

// Opens the paragraph for revision, with the caret at its end.
void open_first(support::Seat& seat) {
    seat.press("Ctrl+Up");
    seat.press("Ctrl+R");
    EXPECT_EQ(seat.text("editor.text"), begun);
}

// Writes that it was three metres in place of two, and so changes a word that the other changes too.
void clash(support::Seat& seat) {
    open_first(seat);
    seat.press("Ctrl+A");
    seat.type("said that the river had risen by three metres since noon.");
    revise_elsewhere(seat, "said that the river had risen by four metres since noon.");
}

std::vector<std::string> history(const support::Seat& seat) {
    std::vector<std::string> all;
    for (const auto& each : first(seat).revisions) all.push_back(each.author + ": " + each.text);
    return all;
}

TEST(Merging, what_another_changed_elsewhere_in_the_paragraph_goes_into_the_open_text) {
    auto seat = clerk(one);
    open_first(seat);
    seat.type(" It rained.");
    revise_elsewhere(seat, "stated that the river had risen by two metres since noon.");
    EXPECT_EQ(seat.text("editor.text"),
              "stated that the river had risen by two metres since noon. It rained.");
    EXPECT_FALSE(seat.has("settle.theirs"));
    EXPECT_EQ(seat.drafts["r:1"], "stated that the river had risen by two metres since noon. It rained.");
    EXPECT_EQ(seat.drafts["b:1"], "2");
    seat.press("Ctrl+Enter");
    EXPECT_EQ(text_of(seat, 1), "stated that the river had risen by two metres since noon. It rained.");
    EXPECT_TRUE(seat.model.unplaced.empty());
    EXPECT_EQ(seat.asked, Asked{"revise"});
}

TEST(Merging, the_caret_stays_at_its_word_and_one_step_back_takes_the_others_words_out) {
    auto seat = clerk(one);
    open_first(seat);
    seat.type("!");
    seat.press("Ctrl+Home");
    seat.press("Ctrl+Right");
    const auto caret = [&] { return clerk_view(seat).editor.texts.editor().edit().caret(); };
    ASSERT_LT(caret(), 10u);
    const auto before = caret();
    revise_elsewhere(seat, "said that the river had risen by two metres since the morning.");
    EXPECT_EQ(caret(), before);
    const auto merged = seat.text("editor.text");
    EXPECT_EQ(merged, "said that the river had risen by two metres since the morning.!");
    seat.press("Ctrl+Z");
    EXPECT_EQ(seat.text("editor.text"), begun + "!");
    seat.press("Ctrl+Y");
    EXPECT_EQ(seat.text("editor.text"), merged);
}

TEST(Merging, what_another_changed_and_undo_has_taken_out_is_said_until_it_is_back) {
    auto seat = clerk(one);
    open_first(seat);
    seat.type("!");
    revise_elsewhere(seat, "said that the river had risen by two metres since the morning.");
    EXPECT_FALSE(seat.shows("Typed; what clerk-2 changed is out (Ctrl+Y)"));
    seat.press("Ctrl+Z");
    EXPECT_TRUE(seat.shows("Typed; what clerk-2 changed is out (Ctrl+Y)"));
    seat.press("Ctrl+Z");  // what was typed before it goes too, and it stays out
    EXPECT_EQ(seat.text("editor.text"), begun);
    EXPECT_TRUE(seat.shows("Typed; what clerk-2 changed is out (Ctrl+Y)"));
    seat.press("Ctrl+Y");
    seat.press("Ctrl+Y");
    EXPECT_FALSE(seat.shows("Typed; what clerk-2 changed is out (Ctrl+Y)"));
    seat.press("Ctrl+Z");
    seat.press("Ctrl+Enter");
    EXPECT_EQ(text_of(seat, 1), begun + "!");
    seat.press("Ctrl+Up");
    seat.press("Ctrl+R");
    EXPECT_FALSE(seat.shows("Typed; what clerk-2 changed is out (Ctrl+Y)"));
}

TEST(Merging, a_text_that_was_opened_and_not_changed_becomes_what_stands_and_is_no_draft) {
    auto seat = clerk(one);
    open_first(seat);
    revise_elsewhere(seat, "said something else.");
    EXPECT_EQ(seat.text("editor.text"), "said something else.");
    EXPECT_FALSE(seat.drafts.contains("r:1"));
}

TEST(Merging, a_revision_left_unfinished_elsewhere_is_brought_up_to_date_too) {
    auto seat = clerk(one);
    open_first(seat);
    seat.type(" It rained.");
    seat.press("Esc");
    revise_elsewhere(seat, "stated that the river had risen by two metres since noon.");
    EXPECT_EQ(seat.drafts["r:1"], "stated that the river had risen by two metres since noon. It rained.");
    EXPECT_EQ(seat.drafts["b:1"], "2");
}

TEST(Merging, a_refused_revision_is_put_together_and_asked_for_again_by_itself) {
    auto seat = clerk(one);
    open_first(seat);
    seat.hold_answers();
    seat.type(" It rained.");
    seat.press("Ctrl+Enter");
    revise_elsewhere(seat, "stated that the river had risen by two metres since noon.");
    seat.answer();
    EXPECT_EQ(text_of(seat, 1), "stated that the river had risen by two metres since noon. It rained.");
    EXPECT_EQ(seat.asked, (Asked{"revise", "revise"}));
    EXPECT_TRUE(seat.model.unplaced.empty());
    EXPECT_FALSE(seat.has("unplaced.text"));
    EXPECT_FALSE(seat.has("editor.feedback"));
    EXPECT_TRUE(seat.model.asked.empty());
}

TEST(Merging, a_refused_revision_is_asked_for_again_as_often_as_somebody_is_first) {
    auto seat = clerk(one);
    open_first(seat);
    seat.hold_answers();
    seat.type(" It rained.");
    seat.press("Ctrl+Enter");
    revise_elsewhere(seat, "stated that the river had risen by two metres since noon.");
    revise_elsewhere(seat, "stated that the river had risen by two metres since the morning.");
    seat.answer();
    EXPECT_EQ(text_of(seat, 1),
              "stated that the river had risen by two metres since the morning. It rained.");
    EXPECT_TRUE(seat.model.unplaced.empty());
}

TEST(Merging, a_refused_revision_that_clashes_lies_at_its_place_again_and_not_among_the_refused) {
    auto seat = clerk(one);
    open_first(seat);
    seat.hold_answers();
    seat.press("Ctrl+A");
    seat.type("said that the river had risen by three metres since noon.");
    seat.press("Ctrl+Enter");
    revise_elsewhere(seat, "said that the river had risen by four metres since noon.");
    seat.answer();
    EXPECT_TRUE(seat.model.unplaced.empty());
    EXPECT_EQ(seat.drafts["r:1"], "said that the river had risen by three metres since noon.");
    EXPECT_EQ(seat.text("editor.elsewhere"), "1 unfinished elsewhere (Ctrl+G)");
    EXPECT_FALSE(seat.has("settle.theirs"));
    seat.press("Ctrl+G");
    EXPECT_TRUE(seat.has("settle.theirs"));
}

TEST(Merging, what_was_refused_for_another_reason_or_in_an_earlier_run_is_left_to_its_author) {
    auto seat = clerk(one);
    revise_elsewhere(seat, "stated that the river had risen by two metres since noon.");
    const meeting::Revise revise{TextId{1}, begun + " It rained.", 1};
    seat.model.unplaced.push_back({7, revise, "The record is full.", "too_many"});
    seat.model.unplaced.push_back({8, revise, "Meanwhile clerk-2 has revised that text.", ""});
    seat.frame();
    EXPECT_EQ(seat.text("unplaced.reason"), "2 refused: The record is full.");
    EXPECT_EQ(seat.asked, Asked{});
}

TEST(Merging, nothing_refused_is_given_up_while_the_disk_takes_nothing) {
    auto seat = clerk(one);
    revise_elsewhere(seat, "stated that the river had risen by two metres since noon.");
    seat.model.trouble = "This machine’s disk is full.";
    seat.model.unplaced.push_back(
        {7, meeting::Revise{TextId{1}, begun + " It rained.", 1}, "Meanwhile.", "paragraph_has_changed"});
    seat.frame();
    EXPECT_EQ(seat.model.unplaced.size(), 1u);
    EXPECT_EQ(seat.asked, Asked{});
    seat.model.trouble.clear();
    seat.frame();
    EXPECT_TRUE(seat.model.unplaced.empty());
    EXPECT_EQ(seat.asked, Asked{"revise"});
}

TEST(Clash, shows_both_wordings_side_by_side_with_what_each_changed_while_the_text_goes_on) {
    auto seat = clerk(one);
    clash(seat);
    EXPECT_EQ(seat.text("settle.text.theirs.text"),
              "said that the river had risen by [-two-][+four+] metres since noon.");
    EXPECT_EQ(seat.text("settle.text.mine.text"),
              "said that the river had risen by [-two-][+three+] metres since noon.");
    EXPECT_TRUE(seat.shows("Theirs: clerk-2, 15:1"));
    EXPECT_EQ(seat.text("editor.state"), "Typed; two wordings, choose at the right");
    EXPECT_EQ(seat.focused(), "editor.text");
    seat.type(" Now.");
    EXPECT_EQ(seat.text("settle.text.mine.text"),
              "said that the river had risen by [-two-][+three+] metres since noon.[+ Now.+]");
    // Nothing is sent, and nothing is lost.
    seat.press("Ctrl+Enter");
    EXPECT_FALSE(seat.enabled("editor.write"));
    EXPECT_EQ(seat.asked, Asked{});
    EXPECT_EQ(seat.drafts["r:1"], "said that the river had risen by three metres since noon. Now.");
}

TEST(Clash, is_over_by_itself_where_the_clerk_takes_the_change_back) {
    auto seat = clerk(one);
    clash(seat);
    seat.press("Ctrl+A");
    seat.type(begun + " It rained.");
    EXPECT_FALSE(seat.has("settle.theirs"));
    EXPECT_EQ(seat.text("editor.text"),
              "said that the river had risen by four metres since noon. It rained.");
}

TEST(Clash, theirs_stands_with_ctrl_alt_1_and_mine_is_in_the_history) {
    auto seat = clerk(one);
    clash(seat);
    seat.press("Ctrl+Alt+1");
    EXPECT_EQ(seat.asked, Asked{"settle"});
    EXPECT_EQ(history(seat),
              (std::vector<std::string>{
                  "clerk-2: " + begun, "clerk-2: said that the river had risen by four metres since noon.",
                  "clerk-1: said that the river had risen by three metres since noon.",
                  "clerk-1: said that the river had risen by four metres since noon."}));
    EXPECT_FALSE(seat.drafts.contains("r:1"));
    EXPECT_FALSE(seat.has("settle.theirs"));
    EXPECT_TRUE(seat.shows("Writing for Mr. Lewis"));
}

TEST(Clash, mine_stands_with_ctrl_alt_2_and_theirs_is_in_the_history) {
    auto seat = clerk(one);
    clash(seat);
    seat.press("Ctrl+Alt+2");
    EXPECT_EQ(history(seat),
              (std::vector<std::string>{
                  "clerk-2: " + begun, "clerk-2: said that the river had risen by four metres since noon.",
                  "clerk-1: said that the river had risen by three metres since noon."}));
    EXPECT_FALSE(seat.drafts.contains("r:1"));
    EXPECT_FALSE(seat.has("settle.theirs"));
}

TEST(Clash, both_come_into_the_text_with_ctrl_alt_3_to_be_worked_on_by_hand) {
    auto seat = clerk(one);
    clash(seat);
    seat.press("Ctrl+Alt+3");
    EXPECT_EQ(seat.asked, Asked{});
    EXPECT_FALSE(seat.has("settle.theirs"));
    EXPECT_EQ(seat.text("editor.text"), "said that the river had risen by four three metres since noon.");
    EXPECT_EQ(seat.drafts["r:1"], "said that the river had risen by four three metres since noon.");
    EXPECT_EQ(seat.drafts["b:1"], "2");
    seat.press("Ctrl+Enter");
    EXPECT_EQ(text_of(seat, 1), "said that the river had risen by four three metres since noon.");
}

TEST(Clash, the_buttons_do_what_the_keys_do) {
    auto theirs = clerk(one);
    clash(theirs);
    theirs.click("settle.theirs");
    EXPECT_EQ(text_of(theirs, 1), "said that the river had risen by four metres since noon.");
    EXPECT_EQ(theirs.asked, Asked{"settle"});
    auto mine = clerk(one);
    clash(mine);
    ASSERT_TRUE(tab_to(mine, "settle.mine"));
    mine.press("Enter");
    EXPECT_EQ(text_of(mine, 1), "said that the river had risen by three metres since noon.");
    EXPECT_EQ(mine.focused(), "editor.text");
    auto both = clerk(one);
    clash(both);
    both.click("settle.both");
    EXPECT_EQ(both.text("editor.text"), "said that the river had risen by four three metres since noon.");
}

TEST(Clash, a_choice_keeps_what_both_changed_elsewhere) {
    auto seat = clerk(one);
    open_first(seat);
    seat.press("Ctrl+A");
    seat.type("said that the river had risen by three metres since noon. It rained.");
    revise_elsewhere(seat, "stated that the river had risen by four metres since noon.");
    seat.press("Ctrl+Alt+1");
    EXPECT_EQ(text_of(seat, 1), "stated that the river had risen by four metres since noon. It rained.");
}

TEST(Clash, a_choice_that_comes_second_is_put_together_with_what_stands_then) {
    auto seat = clerk(one);
    clash(seat);
    seat.hold_answers();
    seat.press("Ctrl+Alt+1");
    revise_elsewhere(seat, "said that the river had risen by four metres since the morning.");
    seat.answer();
    EXPECT_EQ(text_of(seat, 1), "said that the river had risen by four metres since the morning.");
    EXPECT_EQ(seat.asked, (Asked{"settle", "settle"}));
    EXPECT_TRUE(seat.model.unplaced.empty());
    // The wording that was not chosen is kept.
    const auto all = history(seat);
    EXPECT_EQ(std::count(all.begin(), all.end(),
                         "clerk-1: said that the river had risen by three metres since noon."),
              1);
}

TEST(Clash, what_was_erased_altogether_gives_way_to_theirs_without_a_wording_of_its_own) {
    auto seat = clerk(one);
    open_first(seat);
    seat.press("Ctrl+A");
    seat.type("x");
    revise_elsewhere(seat, "said that the river had risen by four metres since noon.");
    ASSERT_TRUE(seat.has("settle.mine"));
    seat.press("Backspace");
    ASSERT_TRUE(seat.has("settle.mine"));
    EXPECT_FALSE(seat.enabled("settle.mine"));
    seat.press("Ctrl+Alt+2");
    EXPECT_TRUE(seat.has("settle.mine"));
    seat.press("Ctrl+Alt+1");
    EXPECT_EQ(seat.asked, Asked{});
    EXPECT_FALSE(seat.has("settle.mine"));
    EXPECT_EQ(text_of(seat, 1), "said that the river had risen by four metres since noon.");
}

TEST(Clash, is_there_again_after_a_restart) {
    auto seat = clerk(one);
    clash(seat);
    auto view = std::make_unique<ClerkView>();
    view->restore(seat.drafts);
    support::Seat again(std::move(view), seat.model.meeting, seat.model.now, "clerk-1");
    EXPECT_TRUE(again.has("settle.theirs"));
    again.press("Ctrl+Alt+2");
    EXPECT_EQ(text_of(again, 1), "said that the river had risen by three metres since noon.");
}

TEST(Clash, may_be_left_and_come_back_to) {
    auto seat = clerk(one);
    clash(seat);
    seat.press("Esc");
    EXPECT_FALSE(seat.has("settle.theirs"));
    EXPECT_TRUE(seat.has("record.rows"));
    EXPECT_TRUE(seat.shows("Writing for Mr. Lewis"));
    seat.press("Ctrl+G");
    EXPECT_TRUE(seat.has("settle.theirs"));
}

TEST(BothWordings, follow_each_other_wherever_they_clash_and_the_rest_stands_once) {
    const TwoWordings wordings{TextId{1},
                               "One two three four five six.",
                               "One 2 three four V six.",
                               "One deux three four cinq six.",
                               "clerk-2",
                               2};
    EXPECT_EQ(with_both(wordings), "One deux 2 three four cinq V six.");
    const TwoWordings apart{TextId{1}, "One two three.", "Un two three.", "One two trois.", "clerk-2", 2};
    EXPECT_EQ(with_both(apart), "Un two trois.");
}

// --- What others are writing

ui::DraftOfOther draft_of(const std::string& author, const std::string& place, const std::string& text) {
    return {author, place, 0, text, base::Instant{}};
}

TEST(Others, at_the_same_place_are_seen_under_the_text_as_they_type_with_their_name) {
    auto seat = clerk(one);
    seat.model.drafts_of_others = {draft_of("clerk-2", "p:2", "said that half a sen")};
    seat.frame();
    EXPECT_EQ(seat.text("editor.other.clerk-2"), "said that half a sen");
    EXPECT_EQ(seat.text("editor.other.clerk-2.author"), "clerk-2 is writing here:");
    seat.model.drafts_of_others = {draft_of("clerk-2", "p:2", "said that half a sentence")};
    seat.frame();
    EXPECT_EQ(seat.text("editor.other.clerk-2"), "said that half a sentence");
    seat.model.drafts_of_others.clear();
    seat.frame();
    EXPECT_FALSE(seat.has("editor.other.clerk-2"));
}

TEST(Others, show_the_end_of_what_is_long_because_that_is_what_is_being_typed) {
    auto seat = clerk(one);
    std::string text;
    for (int i = 0; i < 300; ++i) text += "word" + std::to_string(i) + " ";
    seat.model.drafts_of_others = {draft_of("clerk-2", "p:2", text + "end")};
    seat.frame();
    const auto shown = seat.text("editor.other.clerk-2");
    EXPECT_TRUE(shown.starts_with("…"));
    EXPECT_TRUE(shown.ends_with("word299 end"));
    EXPECT_LT(shown.size(), 400u);
    EXPECT_GT(shown.size(), 40u);
}

TEST(Others, elsewhere_are_named_in_a_short_line) {
    auto seat = clerk(one);
    seat.model.drafts_of_others = {draft_of("clerk-2", "p:1", "said"), draft_of("clerk-3", "r:1", "said")};
    seat.frame();
    EXPECT_EQ(seat.text("editor.others.1"), "clerk-2 is writing for Mr. Lewis");
    EXPECT_EQ(seat.text("editor.others.2"), "clerk-3 is revising 1.");
    EXPECT_FALSE(seat.has("editor.others.more"));
    seat.model.drafts_of_others.push_back(draft_of("clerk-4", "r:9", "said"));
    seat.frame();
    EXPECT_EQ(seat.text("editor.others.more"), "and 1 more");
}

TEST(Others, revisions_are_seen_in_the_record_at_their_place) {
    auto seat = clerk(one);
    seat.model.drafts_of_others = {draft_of("clerk-3", "r:1", "said that the river had fallen")};
    seat.frame();
    EXPECT_EQ(seat.text("record.1.other.clerk-3"), "clerk-3: said that the river had fallen");
}

TEST(Others, a_crowd_of_them_leaves_room_to_write) {
    auto seat = clerk(one);
    for (int i = 2; i < 12; ++i) {
        const auto author = "clerk-" + std::to_string(i);
        seat.model.drafts_of_others.push_back(draft_of(author, "p:1", std::string(900, 'm')));
        seat.model.drafts_of_others.push_back(draft_of(author, "p:2", std::string(900, 'm')));
    }
    seat.frame();
    EXPECT_GT(seat.probe("editor.text")->rect.h, 100);
}

}  // namespace
}  // namespace dais::clerk_station
