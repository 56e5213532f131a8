#include "ui/theme.hpp"

#include <algorithm>
#include <cmath>

namespace dais::ui {
namespace {

constexpr Colour rgb(std::uint32_t hex) {
    return {static_cast<std::uint8_t>(hex >> 16U), static_cast<std::uint8_t>(hex >> 8U),
            static_cast<std::uint8_t>(hex), 255};
}

constexpr Theme light{
    .window = rgb(0xE9EBEE),
    .panel = rgb(0xFFFFFF),
    .panel_edge = rgb(0xCDD2D8),
    .text = rgb(0x16202B),
    .quiet_text = rgb(0x4E5A68),
    .disabled_text = rgb(0x646E7A),
    .field = rgb(0xFAFBFC),
    .field_edge = rgb(0x7C8794),
    .button = rgb(0xF1F3F6),
    .button_text = rgb(0x16202B),
    .accent = rgb(0x0B5C94),
    .accent_text = rgb(0xFFFFFF),
    .selected = rgb(0xD6E8F6),
    .selected_text = rgb(0x0A2236),
    .marked = rgb(0xB5D8F2),
    .focus = rgb(0x0072B2),
    .good = rgb(0x00694C),
    .warning = rgb(0x855300),
    .over = rgb(0xB03A00),
    .info = rgb(0x005F96),
    .remote = rgb(0x8B3F6E),
    .veil = {20, 26, 34, 150},
};

constexpr Theme dark{
    .window = rgb(0x12161B),
    .panel = rgb(0x1C2229),
    .panel_edge = rgb(0x333C47),
    .text = rgb(0xE9EDF2),
    .quiet_text = rgb(0xA9B4C0),
    .disabled_text = rgb(0x929CA8),
    .field = rgb(0x141A20),
    .field_edge = rgb(0x76828F),
    .button = rgb(0x2A323C),
    .button_text = rgb(0xE9EDF2),
    .accent = rgb(0x7CC4F0),
    .accent_text = rgb(0x08202F),
    .selected = rgb(0x1F4058),
    .selected_text = rgb(0xF2F8FC),
    .marked = rgb(0x2C5B7D),
    .focus = rgb(0x56B4E9),
    .good = rgb(0x4FD1A8),
    .warning = rgb(0xF0B43C),
    .over = rgb(0xFF9057),
    .info = rgb(0x74C4F2),
    .remote = rgb(0xE0A3C8),
    .veil = {0, 0, 0, 170},
};

constexpr Theme high_contrast{
    .window = rgb(0x000000),
    .panel = rgb(0x000000),
    .panel_edge = rgb(0xFFFFFF),
    .text = rgb(0xFFFFFF),
    .quiet_text = rgb(0xE4E4E4),
    .disabled_text = rgb(0xBDBDBD),
    .field = rgb(0x000000),
    .field_edge = rgb(0xFFFFFF),
    .button = rgb(0x1A1A1A),
    .button_text = rgb(0xFFFFFF),
    .accent = rgb(0xFFE14D),
    .accent_text = rgb(0x000000),
    .selected = rgb(0x003A5C),
    .selected_text = rgb(0xFFFFFF),
    .marked = rgb(0x00557F),
    .focus = rgb(0xFFE14D),
    .good = rgb(0x5FE3BB),
    .warning = rgb(0xFFC44D),
    .over = rgb(0xFFA170),
    .info = rgb(0x8AD2FA),
    .remote = rgb(0xF2B8DA),
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
