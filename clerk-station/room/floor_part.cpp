// Who has the floor: the name as large as the place allows, and the clock, whose digits are a quarter of the
// screen's height.
#include <algorithm>
#include <cmath>
#include <vector>

#include "clerk-station/room/parts.hpp"

namespace dais::clerk_station {
namespace {

// Of 1080. Where a name, an affiliation and on whose behalf somebody speaks are all long, the clock leaves
// them some of its place.
constexpr float clock_digits = 270;
constexpr float clock_digits_beside_much = 190;
constexpr float much = 0.66F;
// The name's lines are tried at these parts of their sizes until all have room.
constexpr float smaller = 0.93F;
constexpr float smallest = 0.35F;
constexpr float legible = 50;

struct Row {
    std::string id;
    Big big;
    ui::Colour colour;
    ui::State state = ui::State::quiet;
    bool is_status = false;
    float gap = 0;  // above it
    // Least part of its size: what is small as it is stays legible from afar.
    float least = smallest;

    [[nodiscard]] Big at(float part) const {
        Big made = big;
        made.em *= std::max(part, least);
        return made;
    }
    [[nodiscard]] float height(BigTexts& texts, float width, float part) const {
        const auto made = at(part);
        return texts.height(made, is_status ? width - made.em : width);
    }
};

std::vector<Row> rows_of(RoomCanvas& canvas, const ShownFloor& floor, const std::string& title) {
    const auto& theme = canvas.ui.theme();
    const auto& speaker = floor.speaker;
    std::vector<Row> rows;
    const auto add = [&](std::string id, const std::string& text, float em, std::size_t lines, bool bold,
                         ui::Colour colour) {
        if (text.empty()) return;
        Big big{.text = text,
                .em = canvas.px(em),
                .least = 0.35F,
                .lines = lines,
                .one_line = 0.68F,
                .bold = bold};
        rows.push_back({std::move(id), std::move(big), colour});
        if (em < legible) rows.back().least = 0.75F;
    };
    add("room.floor", speaker.kind.empty() ? title : title + " · " + speaker.kind, 36, 1,
        !speaker.kind.empty(), speaker.kind.empty() ? theme.quiet_text : theme.info);
    add("room.name", speaker.name, 128, 2, true, theme.text);
    add("room.affiliation", speaker.affiliation, 60, 3, false, theme.text);
    add("room.behalf", speaker.behalf, 44, 2, false, theme.quiet_text);
    if (!floor.link.text.empty()) {
        add("room.link", floor.link.text, 44, 1, true, {});
        rows.back().state = floor.link.state;
        rows.back().is_status = true;
        rows.back().gap = canvas.px(6);
    }
    return rows;
}

float height_of(RoomCanvas& canvas, const std::vector<Row>& rows, float width, float part) {
    float sum = 0;
    for (const auto& row : rows) sum += row.height(canvas.texts, width, part) + row.gap;
    return sum;
}

// The part of their sizes at which all have room.
float part_that_fits(RoomCanvas& canvas, const std::vector<Row>& rows, float width, float height) {
    float part = 1;
    while (part > smallest && height_of(canvas, rows, width, part) > height) part *= smaller;
    return part;
}

void draw_rows(RoomCanvas& canvas, const std::vector<Row>& rows, ui::Rect rect) {
    const float part = part_that_fits(canvas, rows, rect.w, rect.h);
    const float spare = rect.h - height_of(canvas, rows, rect.w, part);
    rect.cut_top(std::clamp(spare / 4, 0.0F, canvas.px(40)));
    for (const auto& row : rows) {
        rect.cut_top(row.gap);
        const auto big = row.at(part);
        const ui::Rect place = rect.cut_top(row.height(canvas.texts, rect.w, part));
        if (row.is_status) {
            canvas.texts.status(row.id, place, big, row.state);
        } else {
            canvas.texts.draw(row.id, place, big, row.colour);
        }
    }
}

void draw_clock(RoomCanvas& canvas, const ShownFloor& floor, float digits, ui::Rect rect) {
    const auto& theme = canvas.ui.theme();
    const auto& clock = floor.clock;
    const bool calm = clock.state == ui::State::good || clock.state == ui::State::info;
    const auto ink = calm ? theme.text : ui::colour_of(theme, clock.state);
    canvas.texts.digits("room.clock", rect.cut_top(canvas.px(digits)), clock.digits, ink, ui::Align::start);
    rect.cut_top(canvas.px(26));
    const ui::Rect bar = rect.cut_top(canvas.px(26));
    if (clock.limited) canvas.texts.bar("room.clock.bar", bar, clock.part, clock.state);
    rect.cut_top(canvas.px(10));
    if (!floor.stands.empty()) {
        const Big stands{.text = floor.stands, .em = canvas.px(50), .least = 0.5F, .bold = true};
        const float wide = canvas.texts.status_width(stands, std::round(rect.w * 0.55F));
        canvas.texts.status("room.clock.stands", rect.cut_right(wide + 1), stands, ui::State::info);
        rect.cut_right(canvas.px(24));
    }
    const Big word{.text = clock.word, .em = canvas.px(50), .least = 0.5F, .bold = !calm};
    if (calm) {
        canvas.texts.draw("room.clock.word", rect, word, theme.quiet_text);
    } else {
        canvas.texts.status("room.clock.word", rect, word, clock.state);
    }
}

}  // namespace

void floor_part(RoomCanvas& canvas, const ShownFloor& floor, const std::string& title, ui::Rect rect) {
    const auto rows = rows_of(canvas, floor, title);
    const auto clock_height = [&](float digits) { return canvas.px(digits + 26 + 26 + 10 + 66); };
    const float gap = canvas.px(30);
    float digits = clock_digits;
    const float room = rect.h - gap - clock_height(digits);
    if (part_that_fits(canvas, rows, rect.w, room) < much) digits = clock_digits_beside_much;
    const ui::Rect clock = rect.cut_bottom(clock_height(digits));
    rect.cut_bottom(gap);
    draw_rows(canvas, rows, rect);
    draw_clock(canvas, floor, digits, clock);
}

}  // namespace dais::clerk_station
