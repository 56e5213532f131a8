// Which parts of a window differ from the frame before: where graphics are drawn by the processor, a clock's
// digit must not cost the whole screen. The screen is a grid of tiles, and of each the sum of all that is
// drawn on it is kept; a tile whose sum is another is drawn anew. A sheet (ui/sheets.hpp) counts by its
// number; what is on it is looked at by place only. Pure; thread: the window's.
#pragma once

#include <imgui.h>

#include <cstddef>
#include <cstdint>
#include <vector>

#include "ui/geometry.hpp"
#include "ui/window.hpp"

namespace dais::desk {

// Pixels, from the upper left corner; the end is not part of it.
struct Patch {
    int left = 0;
    int top = 0;
    int right = 0;
    int bottom = 0;

    friend bool operator==(const Patch&, const Patch&) = default;
};

class Damage {
  public:
    static constexpr int tile = 32;         // pixels, the side of a tile
    static constexpr std::size_t most = 4;  // patches: each is one more turn through the lists

    // What must be drawn anew so that a screen of that extent, which shows what the last call was handed,
    // shows what ImGui::GetDrawData() has now. Nothing where it is the same. Patches lie within the screen
    // and may overlap. REQUIRES: ImGui's context is current, and its frame was rendered.
    std::vector<Patch> next(ui::Rgb background, ui::Extent extent);
    // What the screen shows is not known any more: all is drawn anew the next time.
    void forget() { sums_.clear(); }

  private:
    std::vector<std::uint64_t> sums_;  // by tile, row by row
    ui::Extent extent_;
};

}  // namespace dais::desk
