#include "ui/clock.hpp"

#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "ui/widgets.hpp"

namespace dais::ui {
namespace {

// A digit's own height is some seven tenths of its line: the rest is left out above and below.
constexpr float digit_height = 0.82F;
constexpr float least_size = 0.3F;  // of the digits, where there is no room for more

float digit_cell(Ui& ui) {
    float widest = 0;
    for (char32_t digit = U'0'; digit <= U'9'; ++digit) {
        widest = std::max(widest, ui.fonts().advance(Face::clock, digit));
    }
    return std::ceil(widest);
}

bool is_digit(char letter) {
    return letter >= '0' && letter <= '9';
}

float digits_width(Ui& ui, const std::string& digits, float cell) {
    float width = 0;
    for (const char each : digits) {
        width += is_digit(each) ? cell : ui.fonts().advance(Face::clock, static_cast<char32_t>(each));
    }
    return width;
}

}  // namespace

float clock_width(Ui& ui) {
    return std::ceil(digits_width(ui, "-00:00", digit_cell(ui)));
}

void clock(Ui& ui, const std::string& id, Rect rect, const ClockFace& face) {
    const float cell = digit_cell(ui);
    const bool calm = face.state == State::good || face.state == State::info;
    const auto ink = calm ? ui.theme().text : colour_of(ui.theme(), face.state);
    const float width = digits_width(ui, face.digits, cell);
    // The digits grow smaller where the panel is narrow or low, so that the word below them stays.
    const float tall = ui.fonts().size(Face::clock) * digit_height;
    const float room = std::max(rect.h - ui.line(Face::title), tall * least_size);
    const float scale = std::min({1.0F, rect.w / std::max(1.0F, width), room / tall});
    const float size = ui.fonts().size(Face::clock) * scale;
    const Rect line = rect.cut_top(std::round(size * digit_height));
    float x = line.right() - width * scale;
    for (const char each : face.digits) {
        const float own = ui.fonts().advance(Face::clock, static_cast<char32_t>(each)) * scale;
        const float place = is_digit(each) ? cell * scale : own;
        ui.canvas()->AddText(ui.fonts().font(Face::clock), size,
                             ImVec2(std::round(x + (place - own) / 2), std::round(line.y - size * 0.1F)),
                             ink.u32(), &each, &each + 1);
        x += place;
    }
    ui.note({id, line, true, true, false, false, face.digits});
    const Rect word = rect.cut_top(ui.line(Face::title));
    if (!face.word.empty()) {
        const float wide = std::min(word.w, status_width(ui, face.word, Face::title));
        status(ui, id + ".word", {word.right() - wide, word.y, wide, word.h}, face.state, face.word,
               Face::title);
    } else if (face.state != State::quiet) {
        label(ui, id + ".word", word, face.limited ? "left" : "no limit", Face::title, ui.theme().quiet_text,
              Align::end);
    }
    rect.cut_top(ui.px(6));
    if (face.limited) bar(ui, id + ".bar", rect.cut_top(ui.px(14)), face.part, face.state);
}

}  // namespace dais::ui
