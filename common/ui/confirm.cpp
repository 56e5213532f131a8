#include "ui/confirm.hpp"

#include <algorithm>
#include <cmath>

#include "ui/widgets.hpp"

namespace dais::ui {

Rect dialog(Ui& ui, const std::string& id, float width, float height, std::string_view title) {
    const Rect screen = ui.screen();
    ui.fill(screen, ui.theme().veil);
    const float wide = std::min(ui.px(width), screen.w - ui.px(32));
    const float high = std::min(ui.px(height), screen.h - ui.px(32));
    const Rect box{std::round((screen.w - wide) / 2), std::round((screen.h - high) / 2), wide, high};
    return panel(ui, id, box, title);
}

Answer confirm(Ui& ui, const std::string& id, std::string_view title, std::string_view sentence,
               std::string_view yes) {
    ui.begin_dialog(id);
    Rect inside = dialog(ui, id, 560, 240, title);
    Rect buttons = inside.cut_bottom(ui.px(target));
    inside.cut_bottom(ui.px(12));
    paragraph(ui, id + ".sentence", inside, sentence, Face::body, ui.theme().text);
    Answer answer = Answer::none;
    const Rect no = buttons.cut_right(button_width(ui, "No", "Esc"));
    buttons.cut_right(ui.px(12));
    const Rect go = buttons.cut_right(button_width(ui, yes));
    if (button(ui, id + ".no", no, "No", {.keys = "Esc"}) || ui.take({Key::escape, alone}))
        answer = Answer::no;
    if (button(ui, id + ".yes", go, yes, {.tone = Tone::danger})) answer = Answer::yes;
    ui.end_dialog(answer != Answer::none);
    return answer;
}

}  // namespace dais::ui
