// How three desks share a desktop.
#include <gtest/gtest.h>

#include "desk/window_options.hpp"

namespace dais::desk {
namespace {

TEST(Tile, three_desks_cover_a_desktop_without_lying_over_each_other) {
    const Area desktop{{10, 20}, {1920, 1080}};
    const auto chair = tile_of(desktop, Tile::chair);
    const auto clerk = tile_of(desktop, Tile::clerk);
    const auto moderator = tile_of(desktop, Tile::moderator);
    EXPECT_EQ(chair.corner.x, 10);
    EXPECT_EQ(chair.extent, (ui::Extent{960, 1080 - room_for_title}));
    EXPECT_EQ(clerk.corner.x, 970);
    EXPECT_EQ(clerk.corner.y, 20);
    EXPECT_EQ(clerk.extent, (ui::Extent{960, 540 - room_for_title}));
    EXPECT_EQ(moderator.corner.y, clerk.corner.y + 540);
    EXPECT_EQ(moderator.extent, clerk.extent);
}

TEST(Tile, no_window_is_smaller_than_what_is_on_it) {
    const auto clerk = tile_of({{0, 0}, {1024, 768}}, Tile::clerk);
    EXPECT_EQ(clerk.extent, smallest);
}

}  // namespace
}  // namespace dais::desk
