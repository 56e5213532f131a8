// What the chair sees while a disk is full.
#include <gtest/gtest.h>

#include "chair-console/chair.hpp"

namespace dais::chair_console {
namespace {

TEST(FullDisk, of_the_hub_is_told_to_the_chair_whose_acts_go_on_being_asked) {
    auto seat = chair();
    seat.model.hub_trouble = "The hub's disk is full: nothing is recorded until there is room.";
    seat.frame();
    EXPECT_EQ(seat.text("banner.hub"), seat.model.hub_trouble);
    EXPECT_TRUE(seat.enabled("floor.next")) << "the next act is the next attempt";
    seat.model.hub_trouble.clear();
    seat.press("Space");
    EXPECT_FALSE(seat.has("banner.hub"));
    EXPECT_EQ(seat.text("floor.name"), "Mr. Lewis");
}

TEST(FullDisk, of_this_machine_is_told_to_the_chair_and_stops_no_act) {
    auto seat = chair();
    seat.hold_disk();
    seat.model.trouble =
        "This machine’s disk is full: what is typed is not on it. It goes on once there is room.";
    seat.press("Space");
    EXPECT_EQ(seat.text("floor.name"), "Mr. Lewis");
    EXPECT_EQ(seat.text("banner.trouble"), seat.model.trouble);
}

}  // namespace
}  // namespace dais::chair_console
