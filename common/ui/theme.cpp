#include "ui/theme.hpp"

#include <algorithm>
#include <cmath>

namespace dais::ui {
namespace {

constexpr Theme light{
    .window = colour(0xE9EBEE),
    .panel = colour(0xFFFFFF),
    .panel_edge = colour(0xCDD2D8),
    .text = colour(0x16202B),
    .quiet_text = colour(0x4E5A68),
    .disabled_text = colour(0x646E7A),
    .field = colour(0xFAFBFC),
    .field_edge = colour(0x7C8794),
    .button = colour(0xF1F3F6),
    .button_text = colour(0x16202B),
    .accent = colour(0x0B5C94),
    .accent_text = colour(0xFFFFFF),
    .selected = colour(0xD6E8F6),
    .selected_text = colour(0x0A2236),
    .marked = colour(0xB5D8F2),
    .focus = colour(0x0072B2),
    .good = colour(0x00694C),
    .warning = colour(0x855300),
    .over = colour(0xB03A00),
    .info = colour(0x005F96),
    .remote = colour(0x8B3F6E),
    .veil = {20, 26, 34, 150},
};

constexpr Theme dark{
    .window = colour(0x12161B),
    .panel = colour(0x1C2229),
    .panel_edge = colour(0x333C47),
    .text = colour(0xE9EDF2),
    .quiet_text = colour(0xA9B4C0),
    .disabled_text = colour(0x929CA8),
    .field = colour(0x141A20),
    .field_edge = colour(0x76828F),
    .button = colour(0x2A323C),
    .button_text = colour(0xE9EDF2),
    .accent = colour(0x7CC4F0),
    .accent_text = colour(0x08202F),
    .selected = colour(0x1F4058),
    .selected_text = colour(0xF2F8FC),
    .marked = colour(0x2C5B7D),
    .focus = colour(0x56B4E9),
    .good = colour(0x4FD1A8),
    .warning = colour(0xF0B43C),
    .over = colour(0xFF9057),
    .info = colour(0x74C4F2),
    .remote = colour(0xE0A3C8),
    .veil = {0, 0, 0, 170},
};

constexpr Theme high_contrast{
    .window = colour(0x000000),
    .panel = colour(0x000000),
    .panel_edge = colour(0xFFFFFF),
    .text = colour(0xFFFFFF),
    .quiet_text = colour(0xE4E4E4),
    .disabled_text = colour(0xBDBDBD),
    .field = colour(0x000000),
    .field_edge = colour(0xFFFFFF),
    .button = colour(0x1A1A1A),
    .button_text = colour(0xFFFFFF),
    .accent = colour(0xFFE14D),
    .accent_text = colour(0x000000),
    .selected = colour(0x00263D),
    .selected_text = colour(0xFFFFFF),
    .marked = colour(0x00557F),
    .focus = colour(0xFFE14D),
    .good = colour(0x5FE3BB),
    .warning = colour(0xFFC44D),
    .over = colour(0xFFA170),
    .info = colour(0x8AD2FA),
    .remote = colour(0xF2B8DA),
    .veil = {0, 0, 0, 200},
};

double linear(std::uint8_t channel) {
    const double part = channel / 255.0;
    return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
}

double luminance(Colour colour) {
    return 0.2126 * linear(colour.r) + 0.7152 * linear(colour.g) + 0.0722 * linear(colour.b);
}

constexpr std::array<std::string_view, theme_count> words{"light", "dark", "high-contrast"};

}  // namespace

std::string_view word(ThemeName name) {
    return words[static_cast<std::size_t>(name)];
}

std::optional<ThemeName> theme_named(std::string_view word) {
    const auto found = std::find(words.begin(), words.end(), word);
    if (found == words.end()) return std::nullopt;
    return static_cast<ThemeName>(found - words.begin());
}

const Theme& theme(ThemeName name) {
    switch (name) {
        case ThemeName::dark:
            return dark;
        case ThemeName::high_contrast:
            return high_contrast;
        case ThemeName::light:
            break;
    }
    return light;
}

double contrast(Colour a, Colour b) {
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

std::vector<Pair> pairs(const Theme& t) {
    return {
        {"text on panel", t.text, t.panel},
        {"text on window", t.text, t.window},
        {"text on field", t.text, t.field},
        {"text on marked", t.text, t.marked},
        {"quiet text on panel", t.quiet_text, t.panel},
        {"quiet text on window", t.quiet_text, t.window},
        {"quiet text on field", t.quiet_text, t.field},
        {"quiet text on button", t.quiet_text, t.button},
        {"disabled text on panel", t.disabled_text, t.panel},
        {"button text on button", t.button_text, t.button},
        {"accent text on accent", t.accent_text, t.accent},
        {"selected text on selected", t.selected_text, t.selected},
        {"over on button", t.over, t.button},
        {"good on panel", t.good, t.panel},
        {"warning on panel", t.warning, t.panel},
        {"over on panel", t.over, t.panel},
        {"info on panel", t.info, t.panel},
        {"remote on panel", t.remote, t.panel},
        {"good on selected", t.good, t.selected},
        {"warning on selected", t.warning, t.selected},
        {"over on selected", t.over, t.selected},
        {"info on selected", t.info, t.selected},
        {"remote on selected", t.remote, t.selected},
        {"focus on panel", t.focus, t.panel, false},
        {"focus on window", t.focus, t.window, false},
        {"field edge on panel", t.field_edge, t.panel, false},
    };
}

}  // namespace dais::ui
