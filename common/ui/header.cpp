#include "ui/header.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "ui/words.hpp"

namespace dais::ui {
namespace {

// What lies under the header is this low, without the scale, only where everything is very large.
constexpr float low_window = 420;

std::string meeting_line(const meeting::Facts& facts) {
    std::string line = facts.body.empty() ? "No meeting yet" : facts.body;
    if (facts.number) line += fmt::format(", meeting {}", *facts.number);
    return line;
}

// A sentence over the whole width, on as many lines as it takes: what it says must be read to its end. In a
// low window it is set small, so that the desk below it can be used, and two are set as one.
void draw_banner(Ui& ui, const std::string& id, const Phrase& phrase, bool low, Rect& area) {
    const auto face = low ? Face::small : Face::strong;
    const float mark = ui.px(26);
    const float text = paragraph_height(ui, area.w - ui.px(24) - mark, phrase.text, face);
    Rect box =
        area.cut_top(low ? std::round(text + ui.px(6)) : std::max(ui.px(44), std::round(text + ui.px(12))));
    area.cut_top(ui.px(low ? 4 : 8));
    ui.fill(box, ui.theme().panel, ui.px(6));
    ui.frame(box, colour_of(ui.theme(), phrase.state), ui.px(6), ui.px(2));
    Rect inside = box.inset(ui.px(12), 0);
    status(ui, id + ".mark", inside.cut_left(mark), phrase.state, "", face);
    inside.cut_top(std::round((inside.h - text) / 2));
    paragraph(ui, id, inside, phrase.text, face, colour_of(ui.theme(), phrase.state));
}

// This machine's disk, and then either the hub that is not heard or what it says of itself.
void draw_banners(Ui& ui, const Model& model, Rect& area) {
    const bool low = area.h < ui.px(low_window);
    auto own = trouble_phrase(model);
    auto hub = hub_phrase(model);
    if (low && !own.text.empty() && !hub.text.empty()) {
        own.text += " · " + hub.text;
        hub.text.clear();
    }
    if (!own.text.empty()) draw_banner(ui, "banner.trouble", own, low, area);
    if (!hub.text.empty()) {
        draw_banner(ui, link_is_lost(model) ? "banner.link" : "banner.hub", hub, low, area);
    }
}

// What stands at the end of a line that has something else to say, where there is room for both.
void beside(Ui& ui, const std::string& id, const Phrase& phrase, Rect& line, Face face = Face::body) {
    const float wide = status_width(ui, phrase.text, face);
    if (phrase.text.empty() || line.w <= 2 * wide) return;
    status(ui, id, line.cut_right(wide), phrase.state, phrase.text, face);
    line.cut_right(ui.px(12));
}

}  // namespace

void header(Ui& ui, const Model& model, std::string_view desk, Rect& area, const Phrase& further,
            const Phrase& stations) {
    const auto& theme = ui.theme();
    const auto& zone = model.meeting.setup.facts.zone;
    Rect top = area.cut_top(ui.px(64));
    area.cut_top(ui.px(8));
    ui.fill(top, theme.panel, ui.px(8));
    ui.frame(top, theme.panel_edge, ui.px(8), ui.px(1));
    top = top.inset(ui.px(14), ui.px(7));

    const auto link = link_phrase(model);
    const auto sitting = sitting_phrase(model.meeting, model.now);
    Rect clock = top.cut_right(ui.width("00:00", Face::name) + ui.px(4));
    label(ui, "header.clock", clock, hour(zone, model.now), Face::name, theme.text, Align::end);
    top.cut_right(ui.px(24));
    // As wide as the longest of the states, so that nothing moves when the link changes.
    const float states = std::min(top.w * 0.4F, ui.px(320));
    Rect right = top.cut_right(states);
    top.cut_right(ui.px(20));
    status(ui, "header.sitting", right.cut_top(right.h / 2), sitting.state, sitting.text);
    status(ui, "header.link", right, link.state, link.text);

    Rect upper = top.cut_top(top.h / 2);
    const float desk_width = ui.width(desk, Face::strong) + ui.px(16);
    label(ui, "header.desk", upper.cut_left(desk_width), desk, Face::strong, theme.info);
    beside(ui, "header.stations", stations, upper, Face::small);
    label(ui, "header.body", upper, meeting_line(model.meeting.setup.facts), Face::strong, theme.text);
    beside(ui, "header.further", further, top);
    beside(ui, "header.moderates", moderation_phrase(model.meeting), top);
    const auto item = item_line(model.meeting);
    label(ui, "header.item", top, item.empty() ? "No agenda item is taken up" : item, Face::body,
          item.empty() ? theme.quiet_text : theme.text);
    draw_banners(ui, model, area);
}

}  // namespace dais::ui
