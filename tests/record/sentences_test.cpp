// Rules 5 to 7: set sentences, headings and changes of chair.
#include <gtest/gtest.h>

#include "record/stage.hpp"

namespace dais::record::test {
namespace {

Lines played(std::string_view lines, std::string_view setup = "") {
    return Stage(setup).play(lines).body();
}

TEST(Sentences, open_and_end_a_meeting) {
    EXPECT_EQ(played("15:10:59 chair open_meeting\n18:00 chair end_meeting"),
              (Lines{"The meeting was called to order at 3.10 p.m.", "The meeting rose at 6 p.m."}));
    EXPECT_EQ(played("12:00 chair open_meeting\n24:00:10 chair end_meeting"),
              (Lines{"The meeting was called to order at noon.", "The meeting rose at midnight."}));
}

TEST(Sentences, have_the_time_of_the_meetings_zone) {
    EXPECT_EQ(played("15:10 chair open_meeting", "timezone = \"America/New_York\"\n"),
              Lines{"The meeting was called to order at 3.10 p.m."});
}

TEST(Sentences, are_none_of_a_meeting_that_has_not_begun) {
    EXPECT_EQ(played("14:00 moderator report_link who=ben link=waiting"), Lines{});
}

TEST(Sentences, name_the_part_of_the_meeting) {
    EXPECT_EQ(played("15:10 chair open_meeting\n18:00 chair end_meeting", "[record]\npart = \"public\"\n"),
              (Lines{"The public part of the meeting was called to order at 3.10 p.m.",
                     "The public part of the meeting rose at 6 p.m."}));
}

TEST(Sentences, say_what_the_record_covers_in_place_of_opening_and_end) {
    EXPECT_EQ(played("15:10 chair open_meeting\n18:00 chair end_meeting",
                     "[record]\ncovers_start = false\ncovers_end = false\n"),
              (Lines{"The discussion covered in the summary record began at 3.10 p.m.",
                     "The discussion covered in the summary record ended at 6 p.m."}));
}

TEST(Sentences, say_what_is_covered_rather_than_which_part) {
    EXPECT_EQ(played("15:10 chair open_meeting\n18:00 chair end_meeting",
                     "[record]\ncovers_start = false\npart = \"public\"\n"),
              (Lines{"The discussion covered in the summary record began at 3.10 p.m.",
                     "The public part of the meeting rose at 6 p.m."}));
}

TEST(Sentences, of_the_end_wait_for_the_end) {
    EXPECT_EQ(played("15:10 chair open_meeting", "[record]\ncovers_end = false\n"),
              Lines{"The meeting was called to order at 3.10 p.m."});
}

TEST(Sentences, tell_of_a_suspension_where_it_was) {
    EXPECT_EQ(played(R"(15:00 chair open_meeting
                        15:01 chair give_floor to=ana label=i
                        15:02 clerk write of=i text="said a."
                        16:10 chair suspend_meeting
                        16:30:59 chair resume_meeting
                        16:31 chair give_floor to=rita label=j
                        16:32 clerk write of=j text="said b."
                        16:33 clerk write of=i text="She said late.")"),
              (Lines{"The meeting was called to order at 3 p.m.", "1. Ms. Ferreira said a.", "2. She said late.",
                     "The meeting was suspended at 4.10 p.m. and resumed at 4.30 p.m.",
                     "3. Ms. Sundaram (Rapporteur) said b."}));
}

TEST(Sentences, tell_of_every_suspension) {
    EXPECT_EQ(played("15:00 chair open_meeting\n15:10 chair suspend_meeting\n15:20 chair resume_meeting\n"
                     "15:30 chair suspend_meeting\n15:40 chair resume_meeting")
                  .size(),
              3U);
}

TEST(Sentences, tell_of_a_suspension_that_was_not_resumed) {
    EXPECT_EQ(played("15:00 chair open_meeting\n16:10 chair suspend_meeting"),
              (Lines{"The meeting was called to order at 3 p.m.", "The meeting was suspended at 4.10 p.m."}));
    EXPECT_EQ(played("15:00 chair open_meeting\n16:10 chair suspend_meeting\n16:20 chair end_meeting"),
              (Lines{"The meeting was called to order at 3 p.m.", "The meeting was suspended at 4.10 p.m.",
                     "The meeting rose at 4.20 p.m."}));
}

TEST(Sentences, of_opening_stand_before_a_heading_written_earlier) {
    EXPECT_EQ(played("14:50 clerk note text=\"A film was shown.\"\n14:51 clerk heading text=\"Opening\"\n"
                     "15:00 chair open_meeting"),
              (Lines{"1. A film was shown.", "The meeting was called to order at 3 p.m.", "Opening"}));
    EXPECT_EQ(played("14:51 clerk heading text=\"Opening\"\n15:00 chair open_meeting",
                     "[record]\ncovers_start = false\n"),
              (Lines{"The discussion covered in the summary record began at 3 p.m.", "Opening"}));
}

TEST(Sentences, stay_where_a_later_heading_follows) {
    EXPECT_EQ(played("15:00 chair open_meeting\n15:01 chair take_up item=work"),
              (Lines{"The meeting was called to order at 3 p.m.", "Organization of work"}));
}

TEST(Headings, are_those_on_the_way_that_are_not_open) {
    EXPECT_EQ(played("15:00 chair open_meeting\n15:01 chair take_up item=floods\n15:02 chair take_up item=fish\n"
                     "15:03 chair take_up item=other"),
              (Lines{"The meeting was called to order at 3 p.m.",
                     "Agenda item 4: Implementation of the Convention (continued) (CSR/1; CSR/2)",
                     "Early warning of floods", "Passage of fish (concluded)", "Other matters (CSR/3)"}));
}

TEST(Headings, of_an_item_taken_up_again_are_printed_again) {
    EXPECT_EQ(played("15:00 chair open_meeting\n15:01 chair take_up item=work\n15:02 chair take_up item=other\n"
                     "15:03 chair take_up item=work")
                  .back(),
              "Organization of work");
}

TEST(Headings, of_clerks_have_no_number_and_no_kind) {
    EXPECT_EQ(played("15:00 chair open_meeting\n15:01 clerk heading text=\" Questions \""),
              (Lines{"The meeting was called to order at 3 p.m.", "Questions"}));
}

TEST(Decisions, have_the_words_of_the_chair_or_of_the_house) {
    EXPECT_EQ(played("15:00 chair open_meeting\n15:01 chair decide\n15:02 chair decide text=\"It was adopted.\""),
              (Lines{"The meeting was called to order at 3 p.m.", "1. It was so decided.", "2. It was adopted."}));
}

TEST(Chairs, are_taken_and_resumed) {
    EXPECT_EQ(played(R"(15:00 chair open_meeting
                        15:10 chair take_chair who=cleo
                        15:20 chair take_chair who=ana
                        15:30 chair take_chair who=cleo
                        15:40 chair take_chair who=okoro)"),
              (Lines{"The meeting was called to order at 3 p.m.", "Mr. Brandt (Vice-Chair) took the Chair.",
                     "Ms. Ferreira took the Chair.", "Mr. Brandt (Vice-Chair) took the Chair.",
                     "Ms. Okoro resumed the Chair."}));
}

TEST(Chairs, taken_before_the_opening_stand_before_its_sentence) {
    EXPECT_EQ(played("14:50 chair take_chair who=cleo\n15:00 chair open_meeting\n15:01 chair take_up item=work"),
              (Lines{"Mr. Brandt (Vice-Chair) took the Chair.", "The meeting was called to order at 3 p.m.",
                     "Organization of work"}));
}

TEST(Chairs, have_the_office_of_an_officer_only) {
    EXPECT_EQ(played("15:00 chair open_meeting\n15:01 chair take_chair who=phi").back(),
              "Ms. Ople took the Chair.");
}

TEST(Chairs, without_a_participant_of_that_role_are_taken_by_the_first) {
    Stage stage("", "cleo,Mr.,,Brandt,he,officer,Vice-Chair,room\nana,Ms.,,Ferreira,she,member,,room\n");
    stage.play("14:50 chair take_chair who=cleo\n15:00 chair open_meeting\n15:10 chair take_chair who=ana\n"
               "15:20 chair take_chair who=cleo");
    EXPECT_EQ(stage.body(),
              (Lines{"Mr. Brandt (Vice-Chair) took the Chair.", "The meeting was called to order at 3 p.m.",
                     "Ms. Ferreira took the Chair.", "Mr. Brandt (Vice-Chair) resumed the Chair."}));
}

TEST(Chairs, have_names_as_they_were_corrected) {
    EXPECT_EQ(played("15:00 chair open_meeting\n15:01 chair take_chair who=cleo\n"
                     "15:02 clerk correct_participant who=cleo family_name=Brand affiliation=\"First Vice-Chair\"")
                  .back(),
              "Mr. Brand (Vice-Chair) took the Chair.");
}

TEST(Sentences, follow_a_copy_of_the_style_that_was_changed) {
    auto map = style_map("en");
    map["sentence.rose"] = "The sitting closed ({time}).";
    map["time.hour_minute"] = "{hour24}:{minute}";
    map["sentence.decided"] = "So decided.";
    map["phrase.order.0"] = "behalf";
    map["phrase.order.2"] = "link";
    const auto style = HouseStyle::from(map);
    ASSERT_TRUE(style.ok());
    Stage stage;
    stage.style = *style;
    stage.open(R"(15:01 chair decide
                  15:02 chair give_floor to=mex on_behalf_of=Friends label=i
                  15:03 clerk write of=i text="said a."
                  17:35 chair end_meeting)");
    EXPECT_EQ(stage.body(), (Lines{"The meeting was called to order at 3 p.m.", "1. So decided.",
                                   "2. Ms. Liévano (Mexico), speaking on behalf of Friends via video link, said a.",
                                   "The sitting closed (17:35)."}));
}

}  // namespace
}  // namespace dais::record::test
