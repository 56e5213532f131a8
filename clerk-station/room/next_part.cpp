// Those who come next.
#include <fmt/format.h>

#include <algorithm>

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

void draw_row(RoomCanvas& canvas, const ShownSpeaker& speaker, std::size_t index, ui::Rect rect) {
    const auto& theme = canvas.ui.theme();
    const float size = canvas.list_size;
    const auto id = fmt::format("room.next.{}", index + 1);
    const Big number{.text = fmt::format("{}.", index + 1), .em = canvas.px(40 * size), .least = 0.9F};
    canvas.texts.draw(id + ".number", rect.cut_left(canvas.px(62 * size)), number, theme.quiet_text);
    rect.cut_left(canvas.px(10));
    const Big name{.text = speaker.name, .em = canvas.px(40 * size), .least = 0.6F, .bold = true};
    canvas.texts.draw(id, rect.cut_top(canvas.px(52 * size)), name, theme.text);
    const Big below{.text = below_name(speaker), .em = canvas.px(28 * size), .least = 0.7F};
    canvas.texts.draw(id + ".affiliation", rect, below, theme.quiet_text);
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
    const float row = canvas.px(52 * size) + canvas.px(36 * size) + canvas.px(10);
    const float more_line = canvas.px(56 * size);
    auto fits = static_cast<std::size_t>(rect.h / row);
    if (shown.more > 0 || fits < shown.next.size()) {
        fits = static_cast<std::size_t>(std::max(0.0F, rect.h - more_line) / row);
    }
    fits = std::min(fits, shown.next.size());
    for (std::size_t i = 0; i < fits; ++i) draw_row(canvas, shown.next[i], i, rect.cut_top(row));
    const auto rest = shown.next.size() - fits + shown.more;
    if (rest == 0) return;
    const Big more{.text = words("list.more", "{count}", std::to_string(rest)),
                   .em = canvas.px(40 * size),
                   .least = 0.6F,
                   .bold = true};
    texts.draw("room.more", rect, more, theme.text);
}

}  // namespace dais::clerk_station
