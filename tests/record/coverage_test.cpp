// Rule 5 where a clerk marks the beginning or the end of what the record covers.
#include "record/coverage.hpp"

#include <gtest/gtest.h>

#include "record/stage.hpp"

namespace dais::record::test {
namespace {

const std::string began = "The discussion covered in the summary record began at ";
const std::string ended = "The discussion covered in the summary record ended at ";

Lines played(std::string_view lines, std::string_view setup = "") {
    return Stage(setup).open(lines).body();
}

TEST(Coverage, begins_with_a_sentence_the_open_headings_and_whoever_has_the_floor) {
    EXPECT_EQ(played(R"(15:01 chair take_up item=work
                        15:02 chair give_floor to=ana label=a
                        15:03 clerk write of=a text="said a."
                        15:04 chair take_up item=floods
                        15:05 chair give_floor to=rita label=b
                        15:06 clerk write of=b text="said b."
                        15:07 clerk begin_coverage
                        15:08 chair give_floor to=phi label=c
                        15:09 clerk write of=c text="said c."
                        15:10 chair end_meeting)"),
              (Lines{began + "3.07 p.m.",
                     "Agenda item 4: Implementation of the Convention (continued) (CSR/1; CSR/2)",
                     "Early warning of floods", "1. Ms. Sundaram (Rapporteur) said b.",
                     "2. Ms. Ople (Philippines) said c.", "The meeting rose at 3.10 p.m."}));
}

TEST(Coverage, leaves_out_what_stands_before_its_beginning) {
    EXPECT_EQ(played(R"(15:01 clerk note text="A note."
                        15:02 clerk heading text="A heading"
                        15:03 chair decide
                        15:04 chair take_chair who=cleo
                        15:05 chair suspend_meeting
                        15:06 chair resume_meeting
                        15:07 clerk begin_coverage)"),
              Lines{began + "3.07 p.m."});
}

TEST(Coverage, keeps_what_stands_after_its_beginning) {
    EXPECT_EQ(played(R"(15:01 clerk begin_coverage
                        15:02 clerk note text="A note."
                        15:03 chair decide
                        15:04 chair take_chair who=cleo
                        15:05 chair suspend_meeting
                        15:06 chair resume_meeting)"),
              (Lines{began + "3.01 p.m.", "1. A note.", "2. It was so decided.",
                     "Mr. Brandt (Vice-Chair) took the Chair.",
                     "The meeting was suspended at 3.05 p.m. and resumed at 3.06 p.m."}));
}

TEST(Coverage, leaves_out_an_interrupted_part_and_has_the_next) {
    EXPECT_EQ(played(R"(15:01 chair give_floor to=mex label=a
                        15:01 clerk write of=a text="said a."
                        15:02 chair give_floor to=ana for=point_of_order label=b
                        15:02 clerk write of=b text="said b."
                        15:03 clerk begin_coverage
                        15:04 chair end_floor label=c
                        15:04 clerk write of=c text="said c."
                        15:05 chair give_floor to=mex label=d
                        15:05 clerk write of=d text="said d.")"),
              (Lines{began + "3.03 p.m.", "1. Ms. Ferreira, speaking on a point of order, said b.",
                     "2. Ms. Liévano (Mexico) said c.", "3. Ms. Liévano (Mexico), speaking via video link, said d."}));
}

TEST(Coverage, states_a_link_anew_that_was_stated_before_its_beginning) {
    EXPECT_EQ(played(R"(15:01 chair give_floor to=ben label=a
                        15:01 clerk write of=a text="said a."
                        15:02 chair end_floor
                        15:03 clerk begin_coverage
                        15:04 chair give_floor to=ben label=b
                        15:04 clerk write of=b text="said b.")"),
              (Lines{began + "3.03 p.m.", "1. Mr. Haddad, speaking via video link, said b."}));
}

TEST(Coverage, ends_after_whoever_has_the_floor) {
    EXPECT_EQ(played(R"(15:01 chair give_floor to=ana label=a
                        15:02 clerk end_coverage
                        15:03 chair give_floor to=rita label=b
                        15:04 clerk write of=b text="said b."
                        15:05 clerk write of=a text="said a."
                        15:06 chair decide
                        15:07 chair take_up item=work
                        15:08 chair end_meeting)"),
              (Lines{"The meeting was called to order at 3 p.m.", "1. Ms. Ferreira said a.", ended + "3.02 p.m."}));
}

TEST(Coverage, lies_between_two_marks) {
    EXPECT_EQ(played(R"(15:01 chair decide text="One."
                        15:02 clerk begin_coverage
                        15:03 chair decide text="Two."
                        15:04 clerk end_coverage
                        15:05 chair decide text="Three.")"),
              (Lines{began + "3.02 p.m.", "1. Two.", ended + "3.04 p.m."}));
}

TEST(Coverage, begins_anew_after_an_end) {
    EXPECT_EQ(played("15:01 clerk end_coverage\n15:02 clerk begin_coverage\n15:03 chair decide\n15:04 chair end_meeting"),
              (Lines{began + "3.02 p.m.", "1. It was so decided.", "The meeting rose at 3.04 p.m."}));
}

TEST(Coverage, takes_a_note_with_the_intervention_that_it_was_put_after) {
    EXPECT_EQ(played(R"(15:01 chair give_floor to=ana label=a
                        15:01 clerk write of=a text="said a."
                        15:02 chair give_floor to=rita label=b
                        15:02 clerk write of=b text="said b."
                        15:03 clerk begin_coverage
                        15:04 clerk end_coverage
                        15:05 chair end_floor
                        15:06 clerk note text="After a." after=a
                        15:07 clerk note text="After b." after=b)"),
              (Lines{began + "3.03 p.m.", "1. Ms. Sundaram (Rapporteur) said b.", "2. After b.", ended + "3.04 p.m."}));
}

TEST(Coverage, judges_a_logged_intervention_by_its_time) {
    EXPECT_EQ(played(R"(15:01 clerk begin_coverage
                        15:03 clerk end_coverage
                        15:04 clerk log_intervention who=ana began=15:00:30 label=a
                        15:04 clerk write of=a text="said a."
                        15:05 clerk log_intervention who=ana began=15:02 label=b
                        15:05 clerk write of=b text="said b."
                        15:06 clerk log_intervention who=ana began=15:03:30 label=c
                        15:06 clerk write of=c text="said c."
                        15:07 clerk log_intervention who=ana label=d
                        15:07 clerk write of=d text="said d.")"),
              (Lines{began + "3.01 p.m.", "1. Ms. Ferreira said b.", ended + "3.03 p.m."}));
}

TEST(Coverage, marked_outside_the_sitting_has_the_times_of_the_sitting) {
    Stage stage;
    stage.play("14:50 clerk begin_coverage\n15:00 chair open_meeting\n16:00 chair end_meeting\n16:10 clerk end_coverage");
    EXPECT_EQ(stage.body(), (Lines{began + "3 p.m.", ended + "4 p.m."}));
}

TEST(Coverage, marked_by_a_clerk_is_the_whole_reason_for_the_sentences) {
    EXPECT_EQ(played("15:01 clerk begin_coverage\n15:02 chair end_meeting",
                     "[record]\ncovers_start = false\npart = \"public\"\n"),
              (Lines{began + "3.01 p.m.", "The public part of the meeting rose at 3.02 p.m."}));
}

}  // namespace
}  // namespace dais::record::test
