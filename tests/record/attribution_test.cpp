// Rule 1: who is said to have spoken.
#include "record/attribution.hpp"

#include <gtest/gtest.h>

#include "record/stage.hpp"

namespace dais::record::test {
namespace {

// What the record says of one intervention with one paragraph "said so."
Lines said_by(std::string_view who, std::string_view setup = "") {
    Stage stage(setup);
    stage.open("15:01 moderator report_link who=" + std::string(who) + " link=in_room")
        .play("15:02 chair give_floor to=" + std::string(who) + " label=i")
        .play("15:03 clerk write of=i text=\"said so.\"");
    return stage.paragraphs();
}

constexpr std::string_view anonymous = "[record]\nstate_attribution = \"anonymous\"\n";

TEST(Attribution, of_whoever_presides_has_no_name) {
    EXPECT_EQ(said_by("okoro"), Lines{"1. The Chair said so."});
}

TEST(Attribution, of_whoever_presides_is_as_the_meeting_has_it) {
    EXPECT_EQ(said_by("okoro", "[record]\npresiding = \"The President\"\n"), Lines{"1. The President said so."});
}

TEST(Attribution, of_a_member_is_the_name_alone) {
    EXPECT_EQ(said_by("ana"), Lines{"1. Ms. Ferreira said so."});
}

TEST(Attribution, of_an_officer_has_the_office) {
    EXPECT_EQ(said_by("rita"), Lines{"1. Ms. Sundaram (Rapporteur) said so."});
}

TEST(Attribution, of_a_state_has_no_article) {
    EXPECT_EQ(said_by("phi"), Lines{"1. Ms. Ople (Philippines) said so."});
    EXPECT_EQ(said_by("mex"), Lines{"1. Ms. Liévano (Mexico) said so."});
}

TEST(Attribution, keeps_the_article_of_what_is_no_state) {
    EXPECT_EQ(said_by("org"), Lines{"1. Mr. Koné (the River Network) said so."});
    EXPECT_EQ(said_by("sec"), Lines{"1. Ms. Whitfield (Secretary of the Committee) said so."});
}

TEST(Attribution, without_an_affiliation_has_no_parentheses) {
    EXPECT_EQ(said_by("obs"), Lines{"1. Mr. Oduya said so."});
}

TEST(Attribution, of_an_anonymous_state_keeps_the_article_and_has_no_name) {
    EXPECT_EQ(said_by("phi", anonymous), Lines{"1. A representative of the Philippines said so."});
    EXPECT_EQ(said_by("mex", anonymous), Lines{"1. A representative of Mexico said so."});
}

TEST(Attribution, is_anonymous_for_states_only) {
    EXPECT_EQ(said_by("ana", anonymous), Lines{"1. Ms. Ferreira said so."});
    EXPECT_EQ(said_by("org", anonymous), Lines{"1. Mr. Koné (the River Network) said so."});
}

TEST(Attribution, of_a_state_that_presides_is_the_chairs_even_where_states_are_anonymous) {
    Stage stage{std::string(anonymous)};
    stage.open("15:01 chair take_chair who=phi\n15:02 chair give_floor to=phi label=i\n15:03 clerk write of=i text=\"said so.\"");
    EXPECT_EQ(stage.paragraphs(), Lines{"1. The Chair said so."});
}

TEST(Attribution, of_a_state_without_an_affiliation_is_the_name_even_where_states_are_anonymous) {
    Stage stage(anonymous, "okoro,Ms.,,Okoro,she,chair,,room\nx,Mr.,,Abe,he,state,,room\n");
    stage.open("15:02 chair give_floor to=x label=i\n15:03 clerk write of=i text=\"said so.\"");
    EXPECT_EQ(stage.paragraphs(), Lines{"1. Mr. Abe said so."});
}

TEST(Attribution, of_somebody_without_a_name_says_the_affiliation_once) {
    Stage stage("", "okoro,Ms.,,Okoro,she,chair,,room\nx,,,,,organization,River Network,room\n");
    stage.open("15:02 chair give_floor to=x label=i\n15:03 clerk write of=i text=\"said so.\"");
    EXPECT_EQ(stage.paragraphs(), Lines{"1. River Network said so."});
}

TEST(Attribution, takes_a_name_as_it_was_corrected_last) {
    Stage stage;
    stage.open(R"(15:02 chair give_floor to=ana label=i
                  15:03 clerk write of=i text="said so."
                  15:04 clerk correct_participant who=ana family_name=Ferreyra)");
    EXPECT_EQ(stage.paragraphs(), Lines{"1. Ms. Ferreyra said so."});
}

TEST(Attribution, takes_affiliation_and_role_as_they_were_when_the_floor_was_given) {
    Stage stage;
    stage.open(R"(15:02 chair give_floor to=org label=i
                  15:03 clerk write of=i text="said so."
                  15:04 clerk correct_participant who=org affiliation="Sea Network" role=member
                  15:05 chair give_floor to=org label=j
                  15:06 clerk write of=j text="said more.")");
    EXPECT_EQ(stage.paragraphs(), (Lines{"1. Mr. Koné (the River Network) said so.", "2. Mr. Koné said more."}));
}

TEST(Attribution, of_one_who_presided_then_stays_when_the_chair_changes) {
    Stage stage;
    stage.open(R"(15:01 chair give_floor to=okoro label=a
                  15:02 clerk write of=a text="said one."
                  15:03 chair take_chair who=cleo
                  15:04 chair give_floor to=okoro label=b
                  15:05 clerk write of=b text="said two."
                  15:06 chair give_floor to=cleo label=c
                  15:07 clerk write of=c text="said three."
                  15:08 clerk write of=a text="That was all.")");
    EXPECT_EQ(stage.paragraphs(), (Lines{"1. The Chair said one.", "2. That was all.", "3. Ms. Okoro said two.",
                                         "4. The Chair said three."}));
}

TEST(Attribution, is_that_of_the_person_to_whom_a_clerk_corrected_the_intervention) {
    Stage stage;
    stage.open(R"(15:02 chair give_floor to=ana label=i
                  15:03 clerk write of=i text="said so."
                  15:04 clerk correct_intervention intervention=i who=rita)");
    EXPECT_EQ(stage.paragraphs(), Lines{"1. Ms. Sundaram (Rapporteur) said so."});
}

TEST(Attributed, follows_a_comma_at_once) {
    const auto& style = style_of("en");
    EXPECT_EQ(attributed(style, "Ms. Poussi", ", opening, said"), "Ms. Poussi, opening, said");
    EXPECT_EQ(attributed(style, "Ms. Poussi", "said"), "Ms. Poussi said");
}

TEST(Attributed, has_one_comma_where_there_would_be_two) {
    const auto& style = style_of("en");
    EXPECT_EQ(attributed(style, "Mr. X, by video,", ", opening, said"), "Mr. X, by video, opening, said");
    EXPECT_EQ(attributed(style, "Mr. X, by video,", ",opening, said"), "Mr. X, by video, opening, said");
    EXPECT_EQ(attributed(style, "Mr. X, by video,", "said"), "Mr. X, by video, said");
}

TEST(Attributed, knows_the_commas_of_the_language_and_no_others) {
    EXPECT_EQ(attributed(style_of("zh"), "王女士通过视频连线发言，", "，说好。"), "王女士通过视频连线发言，说好。");
    EXPECT_EQ(attributed(style_of("ar"), "السيد زيد", "، متحدثاً"), "السيد زيد، متحدثاً");
    EXPECT_EQ(attributed(style_of("en"), "Mr. X", "، said"), "Mr. X ، said");
}

}  // namespace
}  // namespace dais::record::test
