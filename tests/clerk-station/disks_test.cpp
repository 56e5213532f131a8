// What a clerk and a moderator see while a disk is full, and how it goes on.
#include <gtest/gtest.h>

#include "clerk-station/desk.hpp"

namespace dais::clerk_station {
namespace {

constexpr std::string_view lewis_speaks = "15:12 chair give_floor to=lewis\n";
constexpr const char* full =
    "This machine’s disk is full: what is typed is not on it. It goes on once there is room.";

TEST(FullDisk, of_this_machine_is_told_with_what_is_typed_and_not_on_it_until_there_is_room) {
    auto seat = clerk(lewis_speaks);
    seat.hold_disk();
    seat.model.trouble = full;
    seat.type("said so.");
    EXPECT_EQ(seat.text("editor.state"), "Not on this machine’s disk yet");
    seat.press("Ctrl+Enter");
    seat.type("And more.");
    seat.press("Ctrl+Enter");
    EXPECT_EQ(seat.text("banner.trouble"), std::string(full) + " · 2 typed, not on this disk");
    EXPECT_FALSE(seat.has("banner.hub"));
    seat.pass(1);
    EXPECT_EQ(seat.text("editor.waiting.1"), "Typed, not on this disk: said so.");
    EXPECT_EQ(seat.text("editor.feedback"), "Typed, not on this disk: it is full.");
    EXPECT_TRUE(seat.model.meeting.texts.empty()) << "it was not sent as if it were kept";

    seat.model.trouble.clear();
    seat.release_disk();
    EXPECT_FALSE(seat.has("banner.trouble"));
    EXPECT_FALSE(seat.has("editor.waiting.1"));
    EXPECT_EQ(text_of(seat, 1), "said so.");
    EXPECT_EQ(text_of(seat, 2), "And more.");
}

TEST(FullDisk, of_the_hub_is_told_and_texts_wait) {
    auto seat = clerk(lewis_speaks);
    seat.hold_answers();
    seat.model.hub_trouble = "The hub's disk is full: nothing is recorded until there is room.";
    seat.type("said so.");
    seat.press("Ctrl+Enter");
    EXPECT_EQ(seat.text("banner.hub"), seat.model.hub_trouble + " · 1 of your texts wait on this machine");
    // A hub that is not heard has nothing to say of its disk.
    seat.lose_link(5);
    EXPECT_FALSE(seat.has("banner.hub"));
    EXPECT_TRUE(seat.has("banner.link"));
    seat.model.hub_trouble.clear();
    seat.answer();
    EXPECT_FALSE(seat.has("banner.link"));
    EXPECT_EQ(text_of(seat, 1), "said so.");
}

TEST(FullDisk, is_told_to_a_moderator) {
    auto seat = moderator();
    seat.hold_disk();
    seat.model.trouble = full;
    seat.model.hub_trouble = "The hub's disk is full: nothing is recorded until there is room.";
    seat.frame();
    EXPECT_EQ(seat.text("banner.trouble"), full);
    EXPECT_EQ(seat.text("banner.hub"), seat.model.hub_trouble);
}

}  // namespace
}  // namespace dais::clerk_station
