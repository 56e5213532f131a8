// The chair's floor by keyboard: who gets it, for how long, and what is said when it cannot be.
#include <gtest/gtest.h>

#include "chair-console/chair_view.hpp"
#include "support/scene.hpp"
#include "support/seat.hpp"

namespace dais::chair_console {
namespace {

class Floor : public testing::Test {
  protected:
    // In session, with two on the list.
    support::Seat seat(std::string_view further = "") {
        support::Scene scene("[limits]\nmember = 300\nwarning = 30\n");
        scene.go(
            "10:00 chair open_meeting\n10:00 chair request_floor who=lewis\n10:00 chair request_floor "
            "who=poussi");
        if (!further.empty()) scene.go(further);
        return {std::make_unique<ChairView>(), scene.meeting(), scene.now(), "chair"};
    }
};

TEST_F(Floor, space_gives_it_to_the_next_whom_the_button_names) {
    auto chair = seat();
    EXPECT_EQ(chair.text("floor.next"), "Give the floor to Mr. Lewis");
    chair.press("Space");
    EXPECT_EQ(chair.state(), "meeting: open | chair: garcia | floor: lewis 5:00 | list: poussi | spoken: 1");
    EXPECT_EQ(chair.text("floor.name"), "Mr. Lewis");
    EXPECT_EQ(chair.text("floor.next"), "Give the floor to Ms. Poussi");
}

TEST_F(Floor, a_held_space_gives_it_once) {
    auto chair = seat();
    chair.hold("Space", 5);
    EXPECT_EQ(chair.asked, std::vector<std::string>{"give_floor"});
}

}  // namespace
}  // namespace dais::chair_console
