// How a desk's window is to be opened.
#pragma once

#include <optional>
#include <string>

#include "ui/window.hpp"

namespace dais::desk {

// No window is smaller: what is on it would not fit.
inline constexpr ui::Extent smallest{1000, 640};

struct Spot {
    int x = 0;
    int y = 0;
};

struct WindowOptions {
    std::string title;             // "Dais: chair"
    std::string name;              // of the window's class, for window managers and scripts: "chair-console"
    ui::Extent extent{1280, 800};  // in the system's units
    std::optional<Spot> place;     // of its upper left corner; nothing: where the system puts it
    bool bare = false;             // without the frame of a window manager
    bool take_focus = true;
};

}  // namespace dais::desk
