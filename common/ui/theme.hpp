// The colours of the interface by what they are for. Three themes, each checked by a test: text has at least
// 4.5:1 against its ground in light and dark (WCAG 2.1, 1.4.3) and 7:1 in high contrast (1.4.6); edges and
// the focus outline have 3:1 (1.4.11). The hues of the states are those of Okabe and Ito (Color Universal
// Design, 2008), which people who see colours differently can tell apart, darkened or lightened until they
// can be read.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace dais::ui {

struct Colour {
    std::uint8_t r = 0;
    std::uint8_t g = 0;
    std::uint8_t b = 0;
    std::uint8_t a = 255;

    // As Dear ImGui packs it: red in the lowest byte.
    [[nodiscard]] constexpr std::uint32_t u32() const {
        return std::uint32_t{r} | std::uint32_t{g} << 8U | std::uint32_t{b} << 16U | std::uint32_t{a} << 24U;
    }
    [[nodiscard]] constexpr Colour with_alpha(std::uint8_t alpha) const { return {r, g, b, alpha}; }
    [[nodiscard]] constexpr float red() const { return static_cast<float>(r) / 255.0F; }
    [[nodiscard]] constexpr float green() const { return static_cast<float>(g) / 255.0F; }
    [[nodiscard]] constexpr float blue() const { return static_cast<float>(b) / 255.0F; }

    friend constexpr bool operator==(Colour, Colour) = default;
};

// The colour of 0xRRGGBB, opaque.
constexpr Colour colour(std::uint32_t hex) {
    return {static_cast<std::uint8_t>(hex >> 16U & 0xFFU), static_cast<std::uint8_t>(hex >> 8U & 0xFFU),
            static_cast<std::uint8_t>(hex & 0xFFU), 255};
}

enum class ThemeName : std::uint8_t { light, dark, high_contrast };
inline constexpr int theme_count = 3;
std::string_view word(ThemeName name);  // "light", "dark", "high-contrast"
std::optional<ThemeName> theme_named(std::string_view word);

struct Theme {
    Colour window;  // behind the panels
    Colour panel;
    Colour panel_edge;
    Colour text;
    Colour quiet_text;  // what is beside the point, and titles of panels
    Colour disabled_text;
    Colour field;  // what can be typed into
    Colour field_edge;
    Colour button;
    Colour button_text;
    Colour accent;  // the act that is likely to be next
    Colour accent_text;
    Colour selected;  // a row, a choice
    Colour selected_text;
    Colour marked;  // letters that are selected in a text
    Colour focus;   // the outline of what has the keyboard
    Colour good;
    Colour warning;
    Colour over;
    Colour info;
    Colour remote;
    Colour veil;  // over what is out of reach behind a dialog
};

const Theme& theme(ThemeName name);

// The contrast of two opaque colours, 1 to 21 (WCAG 2.1, "contrast ratio" and "relative luminance").
double contrast(Colour a, Colour b);

// What stands on what, for the check.
struct Pair {
    std::string_view name;
    Colour ink;
    Colour ground;
    bool is_text = true;  // else an edge, for which 3:1 is enough
};
std::vector<Pair> pairs(const Theme& theme);

}  // namespace dais::ui
