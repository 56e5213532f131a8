// Rule 2: the phrase about how somebody speaks.
#include <gtest/gtest.h>

#include "record/stage.hpp"

namespace dais::record::test {
namespace {

// Gives `who` the floor at hour 15 and a minute, with a paragraph "said NAME."
std::string turn(int minute, std::string_view who, std::string_view name, std::string_view more = "") {
    const auto time = "15:" + std::to_string(minute);
    const std::string label(name);
    return time + " chair give_floor to=" + std::string(who) + " label=" + label + " " + std::string(more) + "\n" +
           time + " clerk write of=" + label + " text=\"said " + label + ".\"\n";
}

std::string report(int minute, std::string_view who, std::string_view link, std::string_view more = "") {
    return "15:" + std::to_string(minute) + " moderator report_link who=" + std::string(who) +
           " link=" + std::string(link) + " " + std::string(more) + "\n";
}

Lines played(const std::string& lines, std::string_view setup = "") {
    return Stage(setup).open(lines).paragraphs();
}

TEST(Phrase, states_the_link_once) {
    EXPECT_EQ(played(turn(10, "ben", "a") + turn(11, "ana", "b") + turn(12, "ben", "c")),
              (Lines{"1. Mr. Haddad, speaking via video link, said a.", "2. Ms. Ferreira said b.",
                     "3. Mr. Haddad said c."}));
}

TEST(Phrase, states_it_for_each_person) {
    EXPECT_EQ(played(turn(10, "ben", "a") + turn(11, "mex", "b")),
              (Lines{"1. Mr. Haddad, speaking via video link, said a.",
                     "2. Ms. Liévano (Mexico), speaking via video link, said b."}));
}

TEST(Phrase, says_audio_where_it_is) {
    EXPECT_EQ(played(report(9, "ben", "audio") + turn(10, "ben", "a")),
              Lines{"1. Mr. Haddad, speaking via audio link, said a."});
}

TEST(Phrase, takes_no_notice_of_reports_that_do_not_say_how) {
    EXPECT_EQ(played(report(8, "ben", "audio") + report(9, "ben", "lost") + report(9, "ben", "waiting") +
                     turn(10, "ben", "a")),
              Lines{"1. Mr. Haddad, speaking via audio link, said a."});
    EXPECT_EQ(played(report(9, "ana", "left") + turn(10, "ana", "a")), Lines{"1. Ms. Ferreira said a."});
}

TEST(Phrase, is_that_of_the_moment_when_the_floor_was_given) {
    EXPECT_EQ(played(turn(10, "ben", "a") + report(11, "ben", "in_room")),
              Lines{"1. Mr. Haddad, speaking via video link, said a."});
}

TEST(Phrase, states_the_link_at_the_first_intervention_that_has_a_paragraph) {
    EXPECT_EQ(played("15:10 chair give_floor to=ben label=x\n" + turn(11, "ana", "b") + turn(12, "ben", "c")),
              (Lines{"1. Ms. Ferreira said b.", "2. Mr. Haddad, speaking via video link, said c."}));
}

TEST(Phrase, does_not_count_a_paragraph_that_was_removed) {
    EXPECT_EQ(played("15:10 chair give_floor to=ben label=x\n15:10 clerk write of=x text=gone label=p\n" +
                     turn(12, "ben", "c") + "15:13 clerk remove paragraph=p"),
              Lines{"1. Mr. Haddad, speaking via video link, said c."});
}

TEST(Phrase, counts_a_paragraph_that_was_written_late) {
    EXPECT_EQ(played("15:10 chair give_floor to=ben label=x\n" + turn(12, "ben", "c") +
                     "15:13 clerk write of=x text=\"said late.\""),
              (Lines{"1. Mr. Haddad, speaking via video link, said late.", "2. Mr. Haddad said c."}));
}

TEST(Phrase, states_the_link_again_after_a_report_from_the_room) {
    EXPECT_EQ(played(turn(10, "ben", "a") + report(11, "ben", "in_room") + report(12, "ben", "video") +
                     turn(13, "ben", "b") + turn(14, "ben", "c")),
              (Lines{"1. Mr. Haddad, speaking via video link, said a.",
                     "2. Mr. Haddad, speaking via video link, said b.", "3. Mr. Haddad said c."}));
}

TEST(Phrase, states_the_link_again_after_speaking_in_the_room_by_a_clerks_word) {
    const auto lines = turn(10, "ben", "a") +
                       "15:11 chair give_floor to=ben label=silent\n"
                       "15:11 clerk correct_intervention intervention=silent link=in_room\n" +
                       turn(12, "ben", "b");
    EXPECT_EQ(played(lines), (Lines{"1. Mr. Haddad, speaking via video link, said a.",
                                    "2. Mr. Haddad, speaking via video link, said b."}));
}

TEST(Phrase, does_not_state_it_again_for_a_room_left_before_it_was_stated) {
    EXPECT_EQ(played(report(8, "ben", "in_room") + report(9, "ben", "video") + turn(10, "ben", "a") +
                     turn(13, "ben", "b")),
              (Lines{"1. Mr. Haddad, speaking via video link, said a.", "2. Mr. Haddad said b."}));
}

TEST(Phrase, takes_a_late_report_for_when_it_was_observed) {
    EXPECT_EQ(played(turn(10, "ben", "a") + report(12, "ben", "in_room", "observed=15:05") +
                     report(12, "ben", "video") + turn(13, "ben", "b")),
              (Lines{"1. Mr. Haddad, speaking via video link, said a.", "2. Mr. Haddad said b."}));
}

TEST(Phrase, does_not_state_a_change_from_video_to_audio) {
    EXPECT_EQ(played(turn(10, "ben", "a") + report(11, "ben", "audio") + turn(12, "ben", "b")),
              (Lines{"1. Mr. Haddad, speaking via video link, said a.", "2. Mr. Haddad said b."}));
}

TEST(Phrase, does_not_state_the_link_again_after_it_was_lost) {
    EXPECT_EQ(played(turn(10, "ben", "a") + report(11, "ben", "lost") + report(12, "ben", "left") +
                     report(12, "ben", "video") + turn(13, "ben", "b")),
              (Lines{"1. Mr. Haddad, speaking via video link, said a.", "2. Mr. Haddad said b."}));
}

TEST(Phrase, never_states_a_link_in_a_meeting_wholly_online) {
    EXPECT_EQ(played(turn(10, "ben", "a") + turn(11, "ben", "b", "for=point_of_order"), "mode = \"online\"\n"),
              (Lines{"1. Mr. Haddad said a.", "2. Mr. Haddad, speaking on a point of order, said b."}));
}

TEST(Phrase, states_a_link_in_a_meeting_in_person) {
    EXPECT_EQ(played(turn(10, "ben", "a"), "mode = \"in_person\"\n"),
              Lines{"1. Mr. Haddad, speaking via video link, said a."});
}

TEST(Phrase, takes_the_link_that_a_clerk_corrected) {
    EXPECT_EQ(played(turn(10, "ana", "a") + "15:11 clerk correct_intervention intervention=a link=audio\n"),
              Lines{"1. Ms. Ferreira, speaking via audio link, said a."});
}

TEST(Phrase, can_be_that_of_whoever_presides) {
    EXPECT_EQ(played(report(9, "okoro", "video") + turn(10, "okoro", "a")),
              Lines{"1. The Chair, speaking via video link, said a."});
}

TEST(Phrase, holds_link_kind_and_behalf_in_this_order) {
    EXPECT_EQ(played(turn(10, "mex", "a", "for=point_of_order on_behalf_of=\"the Group of Friends\"")),
              Lines{"1. Ms. Liévano (Mexico), speaking via video link on a point of order on behalf of the Group of "
                    "Friends, said a."});
    EXPECT_EQ(played(turn(10, "phi", "a", "for=right_of_reply")),
              Lines{"1. Ms. Ople (Philippines), speaking in exercise of the right of reply, said a."});
    EXPECT_EQ(played(turn(10, "phi", "a", "on_behalf_of=ASEAN")),
              Lines{"1. Ms. Ople (Philippines), speaking on behalf of ASEAN, said a."});
}

TEST(Phrase, says_the_kind_every_time) {
    EXPECT_EQ(played(turn(10, "ana", "a", "for=point_of_order") + turn(11, "ana", "b", "for=point_of_order")),
              (Lines{"1. Ms. Ferreira, speaking on a point of order, said a.",
                     "2. Ms. Ferreira, speaking on a point of order, said b."}));
}

TEST(Phrase, is_none_for_statements_and_replies) {
    EXPECT_EQ(played(turn(10, "ana", "a") + turn(11, "ana", "b", "for=reply")),
              (Lines{"1. Ms. Ferreira said a.", "2. Ms. Ferreira said b."}));
}

TEST(Phrase, follows_an_anonymous_state_too) {
    EXPECT_EQ(played(turn(10, "mex", "a"), "[record]\nstate_attribution = \"anonymous\"\n"),
              Lines{"1. A representative of Mexico, speaking via video link, said a."});
}

TEST(Phrase, and_a_text_with_a_comma_share_one_comma) {
    EXPECT_EQ(played("15:10 chair give_floor to=ben label=x\n15:10 clerk write of=x text=\", opening, said so.\""),
              Lines{"1. Mr. Haddad, speaking via video link, opening, said so."});
}

TEST(Phrase, is_absent_from_a_second_part_which_does_not_count_either) {
    const auto lines = std::string(R"(15:10 chair give_floor to=mex label=first on_behalf_of=Friends
                                      15:11 chair give_floor to=ana for=point_of_order label=order
                                      15:11 clerk write of=order text="said order."
                                      15:12 chair end_floor label=second
                                      15:12 clerk write of=second text="said second."
                                      15:13 chair end_floor
)") + turn(14, "mex", "later");
    EXPECT_EQ(played(lines), (Lines{"1. Ms. Ferreira, speaking on a point of order, said order.",
                                    "2. Ms. Liévano (Mexico) said second.",
                                    "3. Ms. Liévano (Mexico), speaking via video link, said later."}));
}

}  // namespace
}  // namespace dais::record::test
