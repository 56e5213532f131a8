// Rule 8: what stands above the record, and what the asterisk refers to.
#include "record/masthead.hpp"

#include <gtest/gtest.h>

#include "record/formats/text.hpp"
#include "record/stage.hpp"

namespace dais::record::test {
namespace {

bool has(const Lines& lines, std::string_view line) {
    return std::find(lines.begin(), lines.end(), line) != lines.end();
}

// The line that begins with this, or nothing.
std::string line_of(const Lines& lines, std::string_view beginning) {
    for (const auto& line : lines) {
        if (line.starts_with(beginning)) return line;
    }
    return "";
}

const std::string numbered = "[meeting]\nnumber = 12\n";
const std::string no_record = "* No summary record was prepared for the rest of the meeting.";

TEST(Masthead, has_every_line_that_was_given_in_order) {
    Stage stage(R"([meeting]
        symbol = "X/C/SR.12"
        treaty = "Convention on Rivers"
        distribution = "General"
        issued = 2021-10-14
        body = "Committee on Rivers"
        session = "Thirty-third session"
        number = 12
        place = "the Palais des Nations, Geneva"
        scheduled = 15:00:00
)");
    stage.open("15:01 chair take_up item=other\n15:02 chair take_up item=floods\n15:03 chair take_chair who=cleo\n"
               "15:04 chair take_chair who=okoro\n15:05 chair take_chair who=cleo\n15:06 chair take_chair who=ana");
    EXPECT_EQ(stage.masthead(),
              (Lines{"United Nations", "X/C/SR.12", "Convention on Rivers", "Distr.: General", "14 October 2021",
                     "Original: English", "Committee on Rivers", "Thirty-third session",
                     "Summary record of the 12th meeting",
                     "Held at the Palais des Nations, Geneva, on Friday, 8 October 2021, at 3 p.m.",
                     "Chair: Ms. Okoro", "later: Mr. Brandt (Vice-Chair)", "later: Ms. Ferreira", "Contents",
                     "Agenda item 4: Implementation of the Convention (continued)", "Early warning of floods",
                     "Other matters"}));
}

TEST(Masthead, leaves_out_what_was_not_given) {
    EXPECT_EQ(Stage(numbered).masthead(),
              (Lines{"United Nations", "Original: English", "Committee on Tests", "Summary record of the 12th meeting",
                     "Held on Friday, 8 October 2021", "Chair: Ms. Okoro"}));
}

TEST(Masthead, stands_where_a_symbol_or_a_number_is_given) {
    EXPECT_TRUE(Stage("[meeting]\nsession = \"First\"\nplace = \"Geneva\"\n").masthead().empty());
    EXPECT_TRUE(has(Stage("[meeting]\nsymbol = \"X/1\"\n").masthead(), "Summary record"));
    EXPECT_FALSE(Stage(numbered).masthead().empty());
}

TEST(Masthead, stands_before_the_body) {
    Stage stage(numbered);
    stage.open();
    EXPECT_EQ(stage.record().blocks.front().text, "United Nations");
    EXPECT_EQ(stage.record().blocks.back().text, "The meeting was called to order at 3 p.m.");
}

TEST(Masthead, is_left_out_of_a_body_with_its_asterisk_and_note) {
    Stage stage(numbered + "[record]\ncovers_end = false\n");
    stage.open("16:00 chair end_meeting");
    EXPECT_EQ(stage.body(), (Lines{"The meeting was called to order at 3 p.m.",
                                   "The discussion covered in the summary record ended at 4 p.m."}));
}

TEST(Masthead, says_where_and_when) {
    const std::string place = "place = \"the House\"\n", time = "scheduled = 12:00:00\n";
    EXPECT_TRUE(has(Stage(numbered + place).masthead(), "Held at the House, on Friday, 8 October 2021"));
    EXPECT_TRUE(has(Stage(numbered + time).masthead(), "Held on Friday, 8 October 2021, at noon"));
}

TEST(Masthead, of_a_meeting_online_has_no_place_but_a_zone) {
    const std::string online = "[meeting]\nnumber = 12\nmode = \"online\"\ndate = 2021-06-21\n"
                               "timezone = \"Europe/Zurich\"\nplace = \"the House\"\n";
    EXPECT_TRUE(has(Stage(online + "scheduled = 12:30:00\n").masthead(),
                    "Held via videoconference on Monday, 21 June 2021, at 12.30 p.m. Central European Summer Time"));
    EXPECT_TRUE(has(Stage(online).masthead(), "Held via videoconference on Monday, 21 June 2021"));
}

TEST(Masthead, of_a_hybrid_meeting_is_that_of_one_in_person) {
    EXPECT_TRUE(has(Stage(numbered + "mode = \"hybrid\"\n").masthead(), "Held on Friday, 8 October 2021"));
}

TEST(Masthead, calls_a_record_partial_for_each_reason_there_is) {
    for (const auto* reason : {"covers_start = false", "covers_end = false", "part = \"public\""}) {
        Stage stage(numbered + "[record]\n" + reason + "\n");
        stage.open("16:00 chair end_meeting");
        EXPECT_TRUE(has(stage.masthead(), "Summary record (partial)* of the 12th meeting")) << reason;
        EXPECT_EQ(stage.record().blocks.back().text, no_record) << reason;
    }
    for (const auto* mark : {"15:01 clerk begin_coverage", "15:01 clerk end_coverage"}) {
        Stage stage(numbered);
        stage.open(mark);
        EXPECT_TRUE(has(stage.masthead(), "Summary record (partial)* of the 12th meeting")) << mark;
        EXPECT_EQ(stage.record().blocks.back().text, no_record) << mark;
    }
}

TEST(Masthead, calls_a_whole_record_what_it_is) {
    Stage stage(numbered);
    stage.open("16:00 chair end_meeting");
    EXPECT_TRUE(has(stage.masthead(), "Summary record of the 12th meeting"));
    EXPECT_EQ(stage.record().blocks.back().text, "The meeting rose at 4 p.m.");
}

TEST(Masthead, has_an_asterisk_without_a_number_too) {
    EXPECT_TRUE(has(Stage("[meeting]\nsymbol = \"X/1\"\n[record]\npart = \"public\"\n").masthead(),
                    "Summary record (partial)*"));
}

TEST(Masthead, of_a_record_without_one_has_no_note_either) {
    Stage stage("[record]\ncovers_end = false\n");
    stage.open("16:00 chair end_meeting");
    EXPECT_TRUE(stage.masthead().empty());
}

TEST(Masthead, names_who_presided_at_the_opening) {
    Stage stage(numbered);
    stage.play("14:50 chair take_chair who=cleo\n15:00 chair open_meeting\n15:30 chair take_chair who=okoro");
    EXPECT_TRUE(has(stage.masthead(), "Chair: Mr. Brandt (Vice-Chair)"));
    EXPECT_TRUE(has(stage.masthead(), "later: Ms. Okoro"));
}

TEST(Masthead, calls_the_chair_as_the_meeting_does) {
    EXPECT_TRUE(has(Stage(numbered + "[record]\npresiding = \"The President\"\n").masthead(), "President: Ms. Okoro"));
    EXPECT_TRUE(has(Stage(numbered + "[record]\npresiding = \"Chairperson\"\n").masthead(), "Chairperson: Ms. Okoro"));
}

TEST(Masthead, has_no_line_for_a_chair_without_a_name) {
    Stage stage(numbered, "garcia,,,,she,chair,,room\n");
    EXPECT_EQ(line_of(stage.masthead(), "Chair"), "");
}

TEST(Masthead, has_no_contents_where_no_item_was_taken_up) {
    Stage stage(numbered);
    stage.open("15:01 clerk heading text=Questions");
    EXPECT_FALSE(has(stage.masthead(), "Contents"));
}

TEST(Contents, list_an_item_once_however_often_it_was_taken_up) {
    Stage stage(numbered);
    stage.open("15:01 chair take_up item=work\n15:02 chair take_up item=other\n15:03 chair take_up item=work");
    const auto lines = stage.masthead();
    EXPECT_EQ(std::count(lines.begin(), lines.end(), "Organization of work"), 1);
    EXPECT_EQ(lines.back(), "Other matters");
}

TEST(Contents, leave_out_an_item_whose_taking_up_was_undone) {
    Stage stage(numbered);
    stage.open("15:01 chair take_up item=work\n15:01 chair undo_last");
    EXPECT_FALSE(has(stage.masthead(), "Contents"));
}

TEST(Contents, list_what_the_record_covers) {
    Stage stage(numbered);
    stage.open("15:01 chair take_up item=work\n15:02 chair take_up item=floods\n15:03 clerk begin_coverage\n"
               "15:04 clerk end_coverage\n15:05 chair take_up item=other");
    const auto lines = stage.masthead();
    EXPECT_FALSE(has(lines, "Organization of work"));
    EXPECT_TRUE(has(lines, "Agenda item 4: Implementation of the Convention (continued)"));
    EXPECT_TRUE(has(lines, "Early warning of floods"));
    EXPECT_FALSE(has(lines, "Other matters"));
}

}  // namespace
}  // namespace dais::record::test
