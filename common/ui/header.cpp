#include "ui/header.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "ui/words.hpp"

namespace dais::ui {
namespace {

std::string meeting_line(const meeting::Facts& facts) {
    std::string line = facts.body.empty() ? "No meeting yet" : facts.body;
    if (facts.number) line += fmt::format(", meeting {}", *facts.number);
    return line;
}

void draw_banner(Ui& ui, const Model& model, Rect& area) {
    Phrase phrase;
    std::string id = "banner.link";
    if (!model.trouble.empty()) {
        phrase = {State::over, model.trouble};
        id = "banner.trouble";
    } else if (link_is_lost(model)) {
        phrase = link_phrase(model);
        if (!model.link_sentence.empty()) phrase.text += ": " + model.link_sentence;
    } else {
        return;
    }
    if (model.texts_waiting > 0) {
        phrase.text += fmt::format(" · {} of your texts wait on this machine", model.texts_waiting);
    }
    Rect box = area.cut_top(ui.px(44));
    area.cut_top(ui.px(8));
    ui.fill(box, ui.theme().panel, ui.px(6));
    ui.frame(box, colour_of(ui.theme(), phrase.state), ui.px(6), ui.px(2));
    status(ui, id, box.inset(ui.px(12), 0), phrase.state, phrase.text, Face::strong);
}

}  // namespace

void header(Ui& ui, const Model& model, std::string_view desk, Rect& area) {
    const auto& theme = ui.theme();
    const auto& zone = model.meeting.setup.facts.zone;
    Rect top = area.cut_top(ui.px(64));
    area.cut_top(ui.px(8));
    ui.fill(top, theme.panel, ui.px(8));
    ui.frame(top, theme.panel_edge, ui.px(8), ui.px(1));
    top = top.inset(ui.px(14), ui.px(7));

    const auto link = link_phrase(model);
    const auto sitting = sitting_phrase(model.meeting);
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
    label(ui, "header.body", upper, meeting_line(model.meeting.setup.facts), Face::strong, theme.text);
    const auto item = item_line(model.meeting);
    label(ui, "header.item", top, item.empty() ? "No agenda item is taken up" : item, Face::body,
          item.empty() ? theme.quiet_text : theme.text);
    draw_banner(ui, model, area);
}

}  // namespace dais::ui
