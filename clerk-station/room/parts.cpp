#include "clerk-station/room/parts.hpp"

#include <algorithm>
#include <cmath>

namespace dais::clerk_station {

float RoomCanvas::px(float units) const {
    return std::max(1.0F, std::round(units * unit));
}

float head_part(RoomCanvas& canvas, const Shown& shown, ui::Rect rect) {
    auto& texts = canvas.texts;
    const auto& theme = canvas.ui.theme();
    const float top = rect.y;
    const float digits = canvas.px(68);
    const ui::Rect clock = rect.cut_right(canvas.px(260));
    texts.digits("room.time", {clock.x, clock.y + canvas.px(8), clock.w, digits}, shown.time_of_day,
                 theme.text, ui::Align::end);
    rect.cut_right(canvas.px(40));
    ui::Rect first = rect;
    if (!shown.symbol.empty()) {
        const Big symbol{.text = shown.symbol, .em = canvas.px(26)};
        const float wide = texts.width(symbol, first.w / 3);
        ui::Rect place = first.cut_right(wide + 1);
        place.y += canvas.px(6);
        texts.draw("room.symbol", place, symbol, theme.quiet_text);
        first.cut_right(canvas.px(24));
    }
    const Big body{.text = shown.body, .em = canvas.px(34), .least = 0.7F, .lines = 2};
    texts.draw("room.body", first, body, theme.quiet_text);
    rect.cut_top(texts.height(body, first.w));
    std::string headings;
    for (const auto& each : shown.headings) headings += (headings.empty() ? "" : " › ") + each;
    const Big above{.text = headings, .em = canvas.px(28), .least = 0.7F};
    texts.draw("room.headings", rect, above, theme.quiet_text);
    rect.cut_top(texts.height(above, rect.w));
    const Big item{.text = shown.item, .em = canvas.px(44), .least = 0.5F, .lines = 2, .bold = true};
    texts.draw("room.item", rect, item, theme.text);
    rect.cut_top(texts.height(item, rect.w));
    return std::max(rect.y - top, digits + canvas.px(16));
}

void statement_part(RoomCanvas& canvas, const std::string& id, const ui::Phrase& statement, ui::Rect rect) {
    const Big big{.text = statement.text,
                  .em = canvas.px(108),
                  .least = 0.3F,
                  .lines = 3,
                  .bold = true,
                  .align = ui::Align::center};
    const float high = canvas.texts.height(big, rect.w);
    // As narrow as it can be on as many lines: no word stands alone on the last.
    const float middle = rect.x + rect.w / 2;
    for (float less = rect.w; less > 0; rect.w = less, less -= canvas.px(24)) {
        if (canvas.texts.height(big, less) != high) break;
    }
    rect.x = std::round(middle - rect.w / 2);
    rect.y += std::max(0.0F, std::round((rect.h - high) * 0.42F));
    const auto& theme = canvas.ui.theme();
    const auto colour = statement.state == ui::State::info    ? theme.text
                        : statement.state == ui::State::quiet ? theme.quiet_text
                                                              : ui::colour_of(theme, statement.state);
    canvas.texts.draw(id, rect, big, colour);
}

void foot_part(RoomCanvas& canvas, const Shown& shown, ui::Rect rect) {
    auto& texts = canvas.texts;
    const auto& theme = canvas.ui.theme();
    if (!shown.end.text.empty()) {
        const Big end{.text = shown.end.text, .em = canvas.px(44), .least = 0.6F, .bold = true};
        const float wide = texts.status_width(end, std::round(rect.w * 0.6F));
        texts.status("room.end", rect.cut_right(wide + 1), end, shown.end.state);
        rect.cut_right(canvas.px(40));
    }
    std::string people = shown.chair;
    if (!shown.moderator.empty()) people += (people.empty() ? "" : " · ") + shown.moderator;
    rect.cut_top(canvas.px(10));
    texts.draw("room.chair", rect, {.text = people, .em = canvas.px(30), .least = 0.6F}, theme.quiet_text);
}

}  // namespace dais::clerk_station
