// Those who come next.
#include <fmt/format.h>

#include <string_view>
#include <utility>
#include <vector>

#include "clerk-station/room/parts.hpp"

namespace dais::clerk_station {
namespace {

std::string below_name(const ShownSpeaker& speaker) {
    std::string line = speaker.affiliation;
    for (const auto* more : {&speaker.kind, &speaker.behalf}) {
        if (more->empty()) continue;
        line += (line.empty() ? "" : " · ") + *more;
    }
    return line;
}

// How a row is set; the number stands beside the name.
struct Row {
    Big number;
    Big name;
    Big below;
    float number_width = 0;
    float height = 0;  // with the gap below it
};

Row row_of(RoomCanvas& canvas, const ShownSpeaker& speaker, std::size_t index, float width) {
    const float size = canvas.list_size;
    Row row;
    // The stop of a number stands at the side to which the words run.
    const std::string_view mark = canvas.texts.right_to_left() ? "\u200F" : "";
    row.number = {.text = fmt::format("{}{}.", mark, index + 1), .em = canvas.px(40 * size), .least = 0.8F};
    row.name = {.text = speaker.name,
                .em = canvas.px(42 * size),
                .least = 0.6F,
                .lines = 2,
                .one_line = 0.75F,
                .bold = true};
    row.below = {.text = below_name(speaker),
                 .em = canvas.px(32 * size),
                 .least = 0.6F,
                 .lines = 2,
                 .one_line = 0.85F};
    row.number_width = canvas.px(70 * size);
    const float wide = width - row.number_width;
    row.height = canvas.texts.height(row.name, wide) + canvas.texts.height(row.below, wide) + canvas.px(12);
    return row;
}

void draw_row(RoomCanvas& canvas, const Row& row, std::size_t index, ui::Rect rect) {
    const auto& theme = canvas.ui.theme();
    const auto id = fmt::format("room.next.{}", index + 1);
    canvas.texts.draw(id + ".number", rect.cut_left(row.number_width), row.number, theme.quiet_text);
    canvas.texts.draw(id, rect, row.name, theme.text);
    rect.cut_top(canvas.texts.height(row.name, rect.w));
    canvas.texts.draw(id + ".affiliation", rect, row.below, theme.quiet_text);
}

// Those of the list that have room, with a line for the others where there are any.
std::vector<Row> rows_of(RoomCanvas& canvas, const Shown& shown, ui::Rect rect, float more_line) {
    std::vector<Row> rows;
    float used = 0;
    for (const auto& speaker : shown.next) {
        auto row = row_of(canvas, speaker, rows.size(), rect.w);
        const bool last = rows.size() + 1 == shown.next.size() && shown.more == 0;
        if (used + row.height + (last ? 0 : more_line) > rect.h) break;
        used += row.height;
        rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace

void next_part(RoomCanvas& canvas, const Shown& shown, const folder::RoomWords& words, ui::Rect rect) {
    auto& texts = canvas.texts;
    const auto& theme = canvas.ui.theme();
    const float size = canvas.list_size;
    if (!shown.closed.empty()) {
        const Big closed{.text = shown.closed, .em = canvas.px(40), .least = 0.6F, .bold = true};
        texts.status("room.closed", rect.cut_bottom(canvas.px(54)), closed, ui::State::warning);
        rect.cut_bottom(canvas.px(8));
    }
    const Big title{
        .text = shown.next.empty() && !shown.nobody_next.empty() ? shown.nobody_next : shown.next_title,
        .em = canvas.px(36),
        .least = 0.7F};
    if (shown.next.empty() && shown.nobody_next.empty()) return;
    texts.draw("room.next", rect.cut_top(canvas.px(48)), title, theme.quiet_text);
    rect.cut_top(canvas.px(12));
    const float more_line = canvas.px(56 * size);
    const auto rows = rows_of(canvas, shown, rect, more_line);
    for (std::size_t i = 0; i < rows.size(); ++i) draw_row(canvas, rows[i], i, rect.cut_top(rows[i].height));
    const auto rest = shown.next.size() - rows.size() + shown.more;
    if (rest == 0) return;
    const Big more{.text = words("list.more", "{count}", std::to_string(rest)),
                   .em = canvas.px(40 * size),
                   .least = 0.6F,
                   .bold = true};
    texts.draw("room.more", rect, more, theme.text);
}

}  // namespace dais::clerk_station
