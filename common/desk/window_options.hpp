// How a desk's window is to be opened.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "ui/window.hpp"

namespace dais::desk {

// No window is smaller: what is on it would not fit.
inline constexpr ui::Extent smallest{800, 500};

struct Spot {
    int x = 0;
    int y = 0;
};

// Which part of the desktop a window takes where three desks share it: the chair the left half, the clerk the
// upper and the moderator the lower right quarter.
enum class Tile : std::uint8_t { chair, clerk, moderator };

struct Area {
    Spot corner;
    ui::Extent extent;
};
// The corner of the window with its frame, and the extent of what is inside.
inline constexpr int room_for_title = 40;
Area tile_of(const Area& desktop, Tile tile);

struct WindowOptions {
    std::string title;             // "Dais: chair"
    std::string name;              // of the window's class, for window managers and scripts: "chair-console"
    ui::Extent extent{1280, 800};  // in the system's units
    std::optional<Spot> place;     // of its upper left corner; nothing: where the system puts it
    std::optional<Tile> tile;      // in place of both
    bool bare = false;             // without the frame of a window manager
    bool take_focus = true;
    // Over the whole of a monitor, without frame and pointer, whatever the members above say; `extent` is
    // what it has as a window. The monitors count from 1; nothing, or one that is not there, is the last.
    bool full_screen = false;
    std::optional<int> monitor;
};

}  // namespace dais::desk
