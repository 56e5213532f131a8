#include "ui/letters.hpp"
#include "ui/text_breaks.hpp"
#include "ui/text_layout.hpp"

namespace dais::ui {
namespace {

constexpr std::string_view ellipsis = "…";

// As it will be shown: an Arabic letter at the end has another form than in the middle.
float width_of(std::string_view text, const Measure& measure) {
    const Letters letters(text, Direction::automatic);
    float width = 0;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        if (letters[i].shown != 0) width += measure(letters[i].shown);
    }
    return width;
}

std::string with_ellipsis(std::string_view beginning) {
    const auto last = beginning.find_last_not_of(' ');
    return std::string(beginning.substr(0, last + 1)).append(ellipsis);
}

}  // namespace

std::string elided(std::string_view text, float width, const Measure& measure) {
    const Letters letters(text, Direction::automatic);
    float used = 0;
    std::size_t fit = 0;  // letters that have room
    while (fit < letters.size()) {
        const auto shown = letters[fit].shown;
        used += shown == 0 ? 0.0F : measure(shown);
        if (used > width) break;
        ++fit;
    }
    if (fit == letters.size()) return std::string(text);
    auto end = letter_at_or_before(text, letters[fit].from);
    while (end > 0) {
        auto shortened = with_ellipsis(text.substr(0, end));
        if (width_of(shortened, measure) <= width) return shortened;
        end = previous_letter(text, end);
    }
    return std::string(ellipsis);
}

}  // namespace dais::ui
