#include "chair-console/motions_dialog.hpp"

#include <fmt/format.h>

#include "ui/confirm.hpp"
#include "ui/widgets.hpp"

namespace dais::chair_console {
namespace {

using ui::Face;

float high_of(ui::Ui& ui, float wide, const std::string& text, Face face) {
    return text.empty() ? 0 : ui::paragraph_height(ui, wide, text, face);
}

// The text over as many lines as it takes; nothing where there is no room for it whole.
void put(ui::Ui& ui, const std::string& id, ui::Rect& inside, const std::string& text, Face face,
         ui::Colour colour) {
    const float high = high_of(ui, inside.w, text, face);
    if (high > inside.h) return;
    ui::paragraph(ui, id, inside.cut_top(high), text, face, colour);
}

void draw_motion(ui::Ui& ui, const Motion& motion, std::size_t number, ui::Rect& inside) {
    const auto& theme = ui.theme();
    const auto id = fmt::format("motions.{}", number);
    put(ui, id, inside, fmt::format("{}. {}", number, motion.motion), Face::strong, theme.text);
    put(ui, id + ".speakers", inside, "Who may speak: " + motion.speakers, Face::body, theme.text);
    put(ui, id + ".decision", inside, motion.decision + " " + motion.rule + ".", Face::small,
        theme.quiet_text);
    inside.cut_top(ui.px(10));
}

}  // namespace

void open_motions(ui::Ui& ui, MotionsDialog& draft) {
    draft.open = true;
    ui.focus_in_dialog("motions.close");
}

void motions_dialog(ui::Ui& ui, MotionsDialog& draft) {
    if (!draft.open) return;
    ui.begin_dialog("motions");
    const auto title = draft.motions.list.empty() ? std::string("Procedural motions") : draft.motions.title;
    ui::Rect inside = ui::dialog(ui, "motions", 860, 620, title);
    ui::Rect foot = inside.cut_bottom(ui.px(ui::target));
    inside.cut_bottom(ui.px(8));
    put(ui, "motions.trouble", inside, draft.trouble, Face::body, ui.theme().text);
    for (std::size_t i = 0; i < draft.motions.list.size(); ++i)
        draw_motion(ui, draft.motions.list[i], i + 1, inside);
    put(ui, "motions.note", inside, draft.motions.note, Face::body, ui.theme().quiet_text);
    const auto close = foot.cut_right(ui::button_width(ui, "Close", "Esc"));
    if (ui::button(ui, "motions.close", close, "Close", {.keys = "Esc"}) ||
        ui.take({ui::Key::escape, ui::alone}) || ui.take({ui::Key::f7, ui::alone}))
        draft.open = false;
    ui.end_dialog(!draft.open);
}

}  // namespace dais::chair_console
