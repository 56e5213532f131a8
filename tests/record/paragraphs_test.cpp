// Rules 3 and 4: paragraphs, their numbers and their order.
#include <gtest/gtest.h>

#include "record/formats/text.hpp"
#include "record/stage.hpp"

namespace dais::record::test {
namespace {

// ana has the floor with a, b and c; then rita with d.
constexpr std::string_view two_speakers = R"(15:10 chair give_floor to=ana label=i
    15:11 clerk write of=i label=a text="said a."
    15:12 clerk write of=i label=b text="She said b."
    15:13 clerk write of=i label=c text="She said c."
    15:14 chair give_floor to=rita label=j
    15:15 clerk write of=j label=d text="said d.")";

Lines after(std::string_view more) {
    return Stage().open(two_speakers).play(more).paragraphs();
}

TEST(Paragraphs, have_the_name_before_the_first_only) {
    EXPECT_EQ(after(""), (Lines{"1. Ms. Ferreira said a.", "2. She said b.", "3. She said c.",
                                "4. Ms. Sundaram (Rapporteur) said d."}));
}

TEST(Paragraphs, pass_the_name_on_when_the_first_is_removed) {
    EXPECT_EQ(after("15:16 clerk remove paragraph=a"),
              (Lines{"1. Ms. Ferreira She said b.", "2. She said c.", "3. Ms. Sundaram (Rapporteur) said d."}));
}

TEST(Paragraphs, come_back_where_they_were) {
    EXPECT_EQ(after("15:16 clerk remove paragraph=b\n15:17 clerk restore paragraph=b"), after(""));
}

TEST(Paragraphs, are_those_of_the_last_revision) {
    EXPECT_EQ(after("15:16 clerk revise paragraph=d text=\"said nothing.\"").back(),
              "4. Ms. Sundaram (Rapporteur) said nothing.");
}

TEST(Paragraphs, stand_where_they_were_moved) {
    EXPECT_EQ(after("15:16 clerk move paragraph=c"),
              (Lines{"1. Ms. Ferreira She said c.", "2. said a.", "3. She said b.",
                     "4. Ms. Sundaram (Rapporteur) said d."}));
    EXPECT_EQ(after("15:16 clerk move paragraph=a after=d"),
              (Lines{"1. Ms. Ferreira She said b.", "2. She said c.", "3. Ms. Sundaram (Rapporteur) said d.",
                     "4. said a."}));
}

TEST(Paragraphs, stand_with_their_intervention_whenever_they_were_written) {
    EXPECT_EQ(after("15:16 clerk-2 write of=i text=\"She said late.\" after=a"),
              (Lines{"1. Ms. Ferreira said a.", "2. She said late.", "3. She said b.", "4. She said c.",
                     "5. Ms. Sundaram (Rapporteur) said d."}));
}

TEST(Paragraphs, lose_blanks_at_their_ends) {
    EXPECT_EQ(after("15:16 clerk revise paragraph=d text=\"  said  d. \"").back(),
              "4. Ms. Sundaram (Rapporteur) said  d.");
}

TEST(Paragraphs, keep_a_leading_comma_where_there_is_no_name) {
    EXPECT_EQ(after("15:16 clerk revise paragraph=b text=\", she said.\"")[1], "2. , she said.");
}

TEST(Overrides, stand_in_place_of_name_and_phrase) {
    EXPECT_EQ(after("15:16 clerk attribute paragraph=a text=\" Ms. Ferreira and others \"")[0],
              "1. Ms. Ferreira and others said a.");
}

TEST(Overrides, stand_before_any_paragraph_of_an_intervention) {
    const auto lines = after("15:16 clerk attribute paragraph=b text=\"Mr. Haddad\"");
    EXPECT_EQ(lines[0], "1. Ms. Ferreira said a.");
    EXPECT_EQ(lines[1], "2. Mr. Haddad She said b.");
    EXPECT_EQ(lines[2], "3. She said c.");
}

TEST(Overrides, are_taken_back_by_nothing) {
    EXPECT_EQ(after("15:16 clerk attribute paragraph=a text=X\n15:17 clerk attribute paragraph=a text=\"\""),
              after(""));
}

TEST(Overrides, share_a_comma_with_the_text) {
    EXPECT_EQ(after("15:16 clerk attribute paragraph=a text=\"Both speakers,\"\n"
                    "15:17 clerk revise paragraph=a text=\", in one voice, said a.\"")[0],
              "1. Both speakers, in one voice, said a.");
}

TEST(Numbers, run_over_paragraphs_numbered_notes_and_decisions) {
    EXPECT_EQ(after(R"(15:16 clerk note text="A film was shown."
                       15:17 clerk note text="The lights went out." numbered=false
                       15:18 chair decide
                       15:19 clerk heading text="A heading"
                       15:20 chair give_floor to=ana label=k
                       15:21 clerk write of=k text="said e.")"),
              (Lines{"1. Ms. Ferreira said a.", "2. She said b.", "3. She said c.",
                     "4. Ms. Sundaram (Rapporteur) said d.", "5. A film was shown.", "The lights went out.",
                     "6. It was so decided.", "7. Ms. Ferreira said e."}));
}

TEST(Numbers, pass_decisions_by_where_the_record_says_so) {
    Stage stage("[record]\nnumber_decisions = false\n");
    stage.open(R"(15:10 chair decide text="The agenda was adopted."
                  15:11 chair give_floor to=ana label=i
                  15:12 clerk write of=i text="said a.")");
    EXPECT_EQ(stage.paragraphs(), (Lines{"The agenda was adopted.", "1. Ms. Ferreira said a."}));
}

TEST(Numbers, are_those_of_the_record_and_not_of_the_writing) {
    EXPECT_EQ(after("15:16 clerk note text=\"A note.\" after=i"),
              (Lines{"1. Ms. Ferreira said a.", "2. She said b.", "3. She said c.", "4. A note.",
                     "5. Ms. Sundaram (Rapporteur) said d."}));
}

TEST(Notes, stand_after_whoever_had_the_floor) {
    Stage stage;
    stage.open(R"(15:10 chair give_floor to=ana label=i
                  15:11 clerk note text="A note."
                  15:12 clerk write of=i text="said a."
                  15:13 chair give_floor to=rita label=j
                  15:14 clerk write of=j text="said b.")");
    EXPECT_EQ(stage.paragraphs(),
              (Lines{"1. Ms. Ferreira said a.", "2. A note.", "3. Ms. Sundaram (Rapporteur) said b."}));
}

TEST(Notes, stand_among_the_paragraphs_to_which_they_were_moved) {
    EXPECT_EQ(after("15:16 clerk note text=\"A note.\" label=n\n15:17 clerk move paragraph=n after=a"),
              (Lines{"1. Ms. Ferreira said a.", "2. A note.", "3. She said b.", "4. She said c.",
                     "5. Ms. Sundaram (Rapporteur) said d."}));
}

TEST(Notes, that_stand_first_do_not_take_the_name) {
    EXPECT_EQ(after("15:16 clerk note text=\"A note.\" label=n\n15:17 clerk move paragraph=n after=a\n"
                    "15:18 clerk move paragraph=n"),
              (Lines{"1. A note.", "2. Ms. Ferreira said a.", "3. She said b.", "4. She said c.",
                     "5. Ms. Sundaram (Rapporteur) said d."}));
}

TEST(Notes, are_printed_of_an_intervention_that_has_nothing_else) {
    EXPECT_EQ(after("15:16 clerk note text=\"A note.\" label=n\n15:17 clerk move paragraph=n after=d\n"
                    "15:18 clerk remove paragraph=d"),
              (Lines{"1. Ms. Ferreira said a.", "2. She said b.", "3. She said c.", "4. A note."}));
}

TEST(Notes, that_were_removed_are_gone) {
    EXPECT_EQ(after("15:16 clerk note text=\"A note.\" label=n\n15:17 clerk remove paragraph=n"), after(""));
}

TEST(Order, is_that_in_which_the_floor_was_given) {
    Stage stage;
    stage.open(R"(15:10 chair give_floor to=ana label=i
                  15:11 chair give_floor to=rita label=j
                  15:12 clerk write of=j text="said second."
                  15:13 clerk write of=i text="said first.")");
    EXPECT_EQ(stage.paragraphs(), (Lines{"1. Ms. Ferreira said first.", "2. Ms. Sundaram (Rapporteur) said second."}));
}

TEST(Order, leaves_out_interventions_without_paragraphs) {
    Stage stage;
    stage.open("15:10 chair give_floor to=ana\n15:11 chair give_floor to=rita");
    EXPECT_EQ(stage.body(), Lines{"The meeting was called to order at 3 p.m."});
}

TEST(Order, leaves_out_what_was_undone) {
    Stage stage;
    stage.open(R"(15:10 chair decide
                  15:10 chair undo_last
                  15:10 chair take_up item=work
                  15:10 chair undo_last
                  15:10 chair take_chair who=cleo
                  15:10 chair undo_last)");
    EXPECT_EQ(stage.body(), Lines{"The meeting was called to order at 3 p.m."});
}

TEST(Order, has_the_parts_of_an_interrupted_intervention_around_the_point_of_order) {
    Stage stage;
    stage.open(R"(15:10 chair give_floor to=ana label=i
                  15:11 clerk write of=i text="said a."
                  15:12 chair give_floor to=rita for=point_of_order label=j
                  15:13 chair end_floor label=k
                  15:14 clerk write of=k text="said c."
                  15:15 clerk write of=j text="said b.")");
    EXPECT_EQ(stage.paragraphs(),
              (Lines{"1. Ms. Ferreira said a.", "2. Ms. Sundaram (Rapporteur), speaking on a point of order, said b.",
                     "3. Ms. Ferreira said c."}));
}

TEST(Order, has_a_logged_intervention_where_the_clerk_says) {
    EXPECT_EQ(after(R"(15:16 clerk log_intervention who=okoro after=i label=l
                       15:17 clerk write of=l text="said x."
                       15:18 clerk log_intervention who=phi began=15:05 label=m
                       15:19 clerk write of=m text="said y.")"),
              (Lines{"1. Ms. Ople (Philippines) said y.", "2. Ms. Ferreira said a.", "3. She said b.",
                     "4. She said c.", "5. The Chair said x.", "6. Ms. Sundaram (Rapporteur) said d."}));
}

TEST(Text, is_one_block_a_line_with_empty_lines_between) {
    Stage stage;
    stage.open(two_speakers);
    EXPECT_EQ(to_text(stage.record()),
              "The meeting was called to order at 3 p.m.\n\n1. Ms. Ferreira said a.\n\n2. She said b.\n\n"
              "3. She said c.\n\n4. Ms. Sundaram (Rapporteur) said d.\n");
}

TEST(Text, of_an_empty_meeting_is_empty) {
    EXPECT_EQ(to_text(Stage().record()), "");
    EXPECT_EQ(make_record(meeting::Meeting{}, style_of("en")).blocks.size(), 0U);
}

TEST(Blocks, say_what_they_came_from) {
    Stage stage;
    stage.open(two_speakers).play("15:16 chair take_up item=floods");
    const auto blocks = stage.record().blocks;
    ASSERT_EQ(blocks.size(), 7U);
    EXPECT_EQ(blocks[0].name, "opened");
    EXPECT_EQ(blocks[0].at, stage.scene.at("15:00"));
    EXPECT_EQ(blocks[1].intervention, stage.scene.intervention("i"));
    EXPECT_EQ(blocks[1].source, stage.scene.text("a"));
    EXPECT_EQ(blocks[1].at, stage.scene.at("15:10"));
    EXPECT_EQ(blocks[1].text.substr(0, blocks[1].attribution_bytes), "Ms. Ferreira");
    EXPECT_EQ(blocks[2].attribution_bytes, 0U);
    EXPECT_EQ(blocks[5].item, "impl");
    EXPECT_EQ(blocks[5].level, 0U);
    EXPECT_EQ(blocks[6].item, "floods");
    EXPECT_EQ(blocks[6].level, 1U);
}

}  // namespace
}  // namespace dais::record::test
