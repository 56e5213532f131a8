// Rectangles on the screen, and how panels share them out: a panel is handed a rectangle and cuts pieces off
// it. Pixels of the window, y downwards.
#pragma once

#include <algorithm>

namespace dais::ui {

struct Extent {
    int width = 0;  // pixels of the frame buffer
    int height = 0;

    friend constexpr bool operator==(Extent, Extent) = default;
};

// A colour without a place in the theme: what the window is cleared to. 0 to 1.
struct Rgb {
    float r = 0;
    float g = 0;
    float b = 0;
};

struct Rect {
    float x = 0;
    float y = 0;
    float w = 0;
    float h = 0;

    [[nodiscard]] constexpr float right() const { return x + w; }
    [[nodiscard]] constexpr float bottom() const { return y + h; }
    [[nodiscard]] constexpr bool contains(float px, float py) const {
        return px >= x && px < right() && py >= y && py < bottom();
    }
    // Whether the other lies wholly inside, give or take half a pixel.
    [[nodiscard]] constexpr bool holds(const Rect& other) const {
        return other.x >= x - 0.5F && other.y >= y - 0.5F && other.right() <= right() + 0.5F &&
               other.bottom() <= bottom() + 0.5F;
    }
    [[nodiscard]] constexpr bool overlaps(const Rect& other) const {
        return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }
    [[nodiscard]] constexpr Rect inset(float by) const { return inset(by, by); }
    [[nodiscard]] constexpr Rect inset(float across, float down) const {
        return {x + across, y + down, std::max(0.0F, w - 2 * across), std::max(0.0F, h - 2 * down)};
    }

    // Each cuts a piece of that size off one side and returns it; the rest stays. Where there is less than
    // asked for, the piece is what there is.
    constexpr Rect cut_top(float size) {
        const float cut = std::clamp(size, 0.0F, h);
        const Rect piece{x, y, w, cut};
        y += cut;
        h -= cut;
        return piece;
    }
    constexpr Rect cut_bottom(float size) {
        const float cut = std::clamp(size, 0.0F, h);
        h -= cut;
        return {x, y + h, w, cut};
    }
    constexpr Rect cut_left(float size) {
        const float cut = std::clamp(size, 0.0F, w);
        const Rect piece{x, y, cut, h};
        x += cut;
        w -= cut;
        return piece;
    }
    constexpr Rect cut_right(float size) {
        const float cut = std::clamp(size, 0.0F, w);
        w -= cut;
        return {x + w, y, cut, h};
    }

    friend constexpr bool operator==(const Rect&, const Rect&) = default;
};

}  // namespace dais::ui
