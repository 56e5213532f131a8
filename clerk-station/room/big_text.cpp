#include "clerk-station/room/big_text.hpp"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "base/check.hpp"
#include "base/text.hpp"
#include "ui/ui_compat.hpp"

namespace dais::clerk_station {
namespace {

// From one line to the next, in ems: what Arabic needs below its lines is more than what Latin does.
constexpr float pitch_of_em = 1.3F;
constexpr float step_down = 0.94F;
// Digits are so high, and their place begins so far below the line's top, in ems (Noto Sans).
constexpr float digit_height = 0.714F;
constexpr float shape_radius = 0.36F;
constexpr float shape_room = 0.95F;
constexpr std::string_view ellipsis = "…";

// Of a text that came from anywhere: what cannot be set as a paragraph is taken out.
std::string settable(std::string_view text) {
    std::string good;
    good.reserve(text.size());
    for (const char each : text) good += static_cast<unsigned char>(each) < 0x20 ? ' ' : each;
    return good;
}

typeset::Paragraph paragraph_of(const std::string& text, float width, float em, bool bold) {
    typeset::Type type;
    type.em = static_cast<double>(em);
    type.bold = bold;
    const auto wide = static_cast<double>(std::clamp(width, 1.0F, 90'000.0F));
    if (auto set = typeset::Paragraph::set(text, wide, type)) return *std::move(set);
    auto none = typeset::Paragraph::set("□", wide, type);
    base::check(none.ok(), "a box can be set");
    return *std::move(none);
}

// A letter of a script whose words are not parted: a digit, Latin, Cyrillic, Arabic; no ideograph.
bool joins(char letter) {
    const auto byte = static_cast<unsigned char>(letter);
    return byte >= 0x80 ? byte < 0xE0 : std::isalnum(byte) != 0;
}

std::size_t begin_of(const std::string& text, std::size_t at) {
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80) --at;
    return at;
}

bool parts_a_word(const typeset::Paragraph& paragraph, const std::string& text) {
    for (std::size_t i = 0; i + 1 < paragraph.lines().size(); ++i) {
        const auto at = paragraph.lines()[i].to;
        if (at == 0 || at >= text.size()) continue;
        if (joins(text[begin_of(text, at - 1)]) && joins(text[at])) return true;
    }
    return false;
}

// The beginning of the text that has room in so many lines, with an ellipsis.
typeset::Paragraph shortened(const std::string& text, const typeset::Paragraph& whole, float width, float em,
                             const Big& big) {
    auto end = whole.lines()[big.lines - 1].to;
    for (;;) {
        while (end > 0 && (text[end - 1] == ' ' || !whole.is_stop(end))) --end;
        auto set = paragraph_of(text.substr(0, end).append(ellipsis), width, em, big.bold);
        if (end == 0 || set.lines().size() <= big.lines) return set;
        --end;
    }
}

float width_of(const typeset::Line& line) {
    return static_cast<float>(line.right - line.left);
}

}  // namespace

void BigTexts::begin(ui::Ui& ui, ui::Rect area, bool right_to_left) {
    ui_ = &ui;
    area_ = area;
    rtl_ = right_to_left;
    ++frame_;
    // What was not used in the last frames is of a text that has gone.
    std::erase_if(fitted_, [&](const auto& each) { return each.second.used + 2 < frame_; });
}

ui::Rect BigTexts::placed(ui::Rect rect) const {
    if (rtl_) rect.x = area_.x + area_.right() - rect.right();
    return rect;
}

BigTexts::Fitted& BigTexts::fit(const Big& big, float width) {
    Key key(big.text, std::round(width), big.em, big.least, big.lines, big.one_line, big.bold);
    if (const auto found = fitted_.find(key); found != fitted_.end()) {
        found->second.used = frame_;
        return found->second;
    }
    const auto text = settable(big.text);
    float em = big.em;
    auto set = paragraph_of(text, width, em, big.bold);
    const auto shrink = [&](std::size_t lines, float least) {
        while ((set.lines().size() > lines || parts_a_word(set, text)) && em * step_down >= big.em * least) {
            em *= step_down;
            set = paragraph_of(text, width, em, big.bold);
        }
    };
    shrink(1, big.one_line);
    if (set.lines().size() > 1) {
        em = big.em;
        set = paragraph_of(text, width, em, big.bold);
        shrink(big.lines, big.least);
    }
    const bool cut = set.lines().size() > big.lines;
    if (cut) set = shortened(text, set, width, em, big);
    return fitted_.emplace(std::move(key), Fitted{std::move(set), em, cut, frame_}).first->second;
}

float BigTexts::height(const Big& big, float width) {
    if (big.text.empty()) return 0;
    const auto& fitted = fit(big, width);
    return std::ceil(fitted.em * pitch_of_em * static_cast<float>(fitted.paragraph.lines().size()));
}

float BigTexts::width(const Big& big, float most) {
    float width = 0;
    for (const auto& line : fit(big, most).paragraph.lines()) width = std::max(width, width_of(line));
    return std::min(most, std::ceil(width));
}

void BigTexts::draw_line(const std::string& id, const Fitted& fitted, std::size_t line, float x, float y,
                         float width, ui::Colour colour) {
    const float pitch = fitted.em * pitch_of_em;
    const auto& paragraph = fitted.paragraph;
    typeset::Strip strip;
    // Accents and tails of other scripts reach beyond the line, so the strip does as well.
    const int above = static_cast<int>(std::ceil(pitch / 6));
    strip.pad = static_cast<int>(std::ceil(pitch / 4));
    strip.width = static_cast<int>(std::ceil(width)) + 2 * strip.pad;
    strip.height = static_cast<int>(std::ceil(pitch)) + 2 * above;
    const auto type = static_cast<float>(paragraph.ascent() + paragraph.descent());
    strip.baseline =
        above + static_cast<int>(std::lround((pitch - type) / 2 + static_cast<float>(paragraph.ascent())));
    auto& sheet = ui_->sheets().of(id, {strip.width, strip.height}, paragraph.lines().size());
    const int row = sheet.strip(paragraph.look_of(line), [&] { return paragraph.draw(line, strip); });
    const auto high = static_cast<float>(sheet.extent().height);
    const float left = std::round(x) - static_cast<float>(strip.pad);
    const float top = std::round(y) - static_cast<float>(above);
    ui_->canvas()->AddImage(
        ui::compat::texture(sheet.number()), ImVec2(left, top),
        ImVec2(left + static_cast<float>(strip.width), top + static_cast<float>(strip.height)),
        ImVec2(0, static_cast<float>(row) / high), ImVec2(1, static_cast<float>(row + strip.height) / high),
        colour.u32());
}

void BigTexts::draw(const std::string& id, ui::Rect rect, const Big& big, ui::Colour colour) {
    if (big.text.empty()) return;
    auto& fitted = fit(big, rect.w);
    rect.h = height(big, rect.w);  // what it takes, whatever it was given: the probe says where it lies
    rect = placed(rect);
    const float pitch = fitted.em * pitch_of_em;
    const auto& lines = fitted.paragraph.lines();
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const float room = rect.w - width_of(lines[i]);
        const bool at_left = (big.align == ui::Align::start) != rtl_;
        const float in = big.align == ui::Align::center ? room / 2 : at_left ? 0 : room;
        draw_line(id, fitted, i, rect.x + in - static_cast<float>(lines[i].left),
                  rect.y + pitch * static_cast<float>(i), rect.w, colour);
    }
    ui_->note({id, rect, true, true, false, fitted.cut, big.text});
}

float BigTexts::status_width(const Big& big, float most) {
    const float shape = big.em * shape_room;
    return std::min(most, shape + width(big, most - shape));
}

void BigTexts::status(const std::string& id, ui::Rect rect, const Big& big, ui::State state) {
    if (big.text.empty()) return;
    const auto colour = ui::colour_of(ui_->theme(), state);
    rect.h = height(big, rect.w - big.em * shape_room);
    const float em = fit(big, rect.w - big.em * shape_room).em;
    const ui::Rect shape = placed(ui::Rect(rect).cut_left(big.em * shape_room));
    const float radius = std::round(em * shape_radius);
    const float x = rtl_ ? shape.right() - radius : shape.x + radius;
    ui::shape(*ui_, state, x, shape.y + em * pitch_of_em / 2, radius, colour);
    rect.cut_left(big.em * shape_room);
    draw(id, rect, big, colour);
}

void BigTexts::digits(const std::string& id, ui::Rect rect, const std::string& digits, ui::Colour colour,
                      ui::Align align) {
    const auto is_digit = [](char each) { return each >= '0' && each <= '9'; };
    const auto fitted_of = [&](char each, float em) -> Fitted& {
        return fit({.text = std::string(1, each) == "-" ? "−" : std::string(1, each), .em = em, .bold = true},
                   em * 2);
    };
    const auto widths = [&](float em) {
        float widest = 0;
        for (char each = '0'; each <= '9'; ++each) {
            widest = std::max(widest, width_of(fitted_of(each, em).paragraph.lines().front()));
        }
        float sum = 0;
        for (const char each : digits) {
            sum += is_digit(each) ? widest : width_of(fitted_of(each, em).paragraph.lines().front());
        }
        return std::pair(widest, sum);
    };
    float em = std::floor(rect.h / digit_height);
    if (const auto sum = widths(em).second; sum > rect.w) em = std::floor(em * rect.w / sum);
    const auto [cell, sum] = widths(em);
    rect = placed(rect);
    const bool at_left = (align == ui::Align::start) != rtl_;
    float x = rect.x + (align == ui::Align::center ? (rect.w - sum) / 2 : at_left ? 0 : rect.w - sum);
    for (const char each : digits) {
        const auto& fitted = fitted_of(each, em);
        const float own = width_of(fitted.paragraph.lines().front());
        const float place = is_digit(each) ? cell : own;
        // The digit's foot stands at the middle of the place and half its height below.
        const float pitch = em * pitch_of_em;
        const auto ascent = static_cast<float>(fitted.paragraph.ascent());
        const auto type = ascent + static_cast<float>(fitted.paragraph.descent());
        const float foot = rect.y + (rect.h + em * digit_height) / 2;
        draw_line(id + "." + each, fitted, 0, x + (place - own) / 2, foot - (pitch - type) / 2 - ascent, cell,
                  colour);
        x += place;
    }
    ui_->note({id, rect, true, true, false, false, digits});
}

void BigTexts::bar(const std::string& id, ui::Rect rect, float part, ui::State state) {
    const float rounding = rect.h / 4;
    part = std::clamp(part, 0.0F, 1.0F);
    fill(rect, ui_->theme().field, rounding);
    ui::Rect filled = rect;
    filled.w = std::round(rect.w * part);
    fill(filled, ui::colour_of(ui_->theme(), state), rounding);
    ui_->frame(placed(rect), ui_->theme().field_edge, rounding, std::max(1.0F, std::round(rect.h / 12)));
    ui_->note({id, placed(rect), true, true, false, false, std::to_string(std::lround(part * 100)) + " %"});
}

void BigTexts::fill(ui::Rect rect, ui::Colour colour, float rounding) {
    ui_->fill(placed(rect), colour, rounding);
}

}  // namespace dais::clerk_station
