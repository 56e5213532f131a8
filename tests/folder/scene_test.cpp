#include "support/scene.hpp"

#include <gtest/gtest.h>

namespace dais::support {
namespace {

using meeting::Reason;

TEST(Scene, plays_lines_and_describes_the_meeting) {
    Scene scene;
    scene.go(R"(
        # as it is written in the header
        15:10    chair    open_meeting
        15:10:05 chair    give_floor to=lewis label=i1
        15:11    clerk-2  write of=i1 label=p1 text="said that \"all\" was well."
    )");
    EXPECT_EQ(scene.play("15:12 chair open_meeting")->reason, Reason::meeting_already_open);
    EXPECT_EQ(scene.state("15:12"),
              "meeting: open | chair: garcia | floor: lewis +1:55 | spoken: 1 | texts: 1");
    EXPECT_EQ(scene.meeting().texts.at(0).revisions.at(0).text, "said that \"all\" was well.");
    EXPECT_EQ(scene.facts().size(), 4U);
    EXPECT_EQ(scene.text("p1"), meeting::TextId(1));
}

TEST(Scene, lets_the_core_refuse) {
    Scene scene;
    scene.go("15:10 chair open_meeting");
    EXPECT_EQ(scene.play("15:11 clerk end_meeting")->reason, Reason::not_your_desk);
    EXPECT_EQ(scene.play("15:11 chair give_floor to=nobody")->reason, Reason::unknown_participant);
    EXPECT_EQ(scene.play("15:11 clerk revise paragraph=#7 text=x")->reason, Reason::unknown_paragraph);
    scene.go("15:11 chair give_floor to=lewis label=i1");
    EXPECT_EQ(scene.play("15:12 clerk write text=\"a\\nb\"")->reason, Reason::text_has_line_break);
}

TEST(Scene, names_the_part_after_a_point_of_order) {
    Scene scene;
    scene.go(R"(15:10 chair open_meeting
                15:11 chair give_floor to=lewis label=i1
                15:12 chair give_floor to=poussi for=point_of_order label=i2
                15:13 chair end_floor label=i3
                15:13 clerk write of=i3 text=on)");
    EXPECT_EQ(scene.intervention("i3"), meeting::InterventionId(3));
    EXPECT_EQ(scene.meeting().interventions.at(2).part_of, scene.intervention("i1"));
}

TEST(Scene, throws_where_the_test_is_wrong) {
    Scene scene;
    EXPECT_THROW(scene.play("15:10 chair open_meetin"), std::invalid_argument);
    EXPECT_THROW(scene.play("15:10 chair open_meeting who=x"), std::invalid_argument);
    EXPECT_THROW(scene.play("15:10 clerk revise paragraph=p1 text=x"), std::invalid_argument);
    EXPECT_THROW(scene.play("15:10 chair decide text=\"x"), std::invalid_argument);
    EXPECT_THROW(scene.go("15:10 chair end_meeting"), std::logic_error);
    scene.go("15:10 chair open_meeting");
    EXPECT_THROW(scene.play("15:09 chair end_meeting"), std::invalid_argument);
    EXPECT_THROW(Scene("[meeting]\nnumber = 0\n"), std::invalid_argument);
}

}  // namespace
}  // namespace dais::support
