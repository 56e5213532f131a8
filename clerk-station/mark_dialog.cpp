#include "clerk-station/mark_dialog.hpp"

#include <array>

#include "base/text.hpp"
#include "clerk-station/marks_panel.hpp"
#include "ui/confirm.hpp"
#include "ui/widgets.hpp"
#include "ui/words.hpp"

namespace dais::clerk_station {
namespace {

constexpr std::array<std::string_view, 2> kinds{"A point missed", "Check against delivery"};

std::string title_of(const ui::Model& model, const meeting::MakeMark& mark) {
    return "A mark at " + ui::hour_with_seconds(model.meeting.setup.facts.zone, *mark.at);
}

}  // namespace

void open_mark(ui::Ui& ui, const ui::Model& model, MarkDialog& dialog, const Place& at) {
    dialog = {};
    dialog.mark = mark_at(model, meeting::MarkKind::missed, at);
    if (!model.may(dialog.mark)) return;
    dialog.open = true;
    ui.focus_in_dialog("mark.note");
}

void mark_dialog(ui::Ui& ui, const ui::Model& model, MarkDialog& dialog, ui::Sink& sink) {
    if (!dialog.open) return;
    ui.begin_dialog("mark");
    ui::Rect inside = ui::dialog(ui, "mark", 560, 220, title_of(model, dialog.mark));
    ui::Rect foot = inside.cut_bottom(ui.px(ui::target));
    inside.cut_bottom(ui.px(10));
    ui::choice(ui, "mark.kind", inside.cut_top(ui.px(ui::target)), kinds, dialog.kind);
    inside.cut_top(ui.px(8));
    const auto note = ui::field(ui, "mark.note", inside.cut_top(ui.px(ui::target)), dialog.note,
                                {.hint = "What was missed, or what to look at"});
    const ui::Rect go = foot.cut_left(ui::button_width(ui, "Mark", "Ctrl+Enter"));
    const ui::Rect cancel = foot.cut_right(ui::button_width(ui, "Cancel", "Esc"));
    const bool pressed =
        ui::button(ui, "mark.go", go, "Mark", {.tone = ui::Tone::accent, .keys = "Ctrl+Enter"});
    bool close = ui::button(ui, "mark.cancel", cancel, "Cancel", {.keys = "Esc"}) ||
                 ui.take({ui::Key::escape, ui::alone});
    if (pressed || ui.take({ui::Key::enter, ui::ctrl}) ||
        (note.focused && ui.take({ui::Key::enter, ui::alone}))) {
        dialog.mark.kind = static_cast<meeting::MarkKind>(dialog.kind);
        dialog.mark.note = std::string(base::trimmed(dialog.note.edit.text()));
        ask_mark(model, sink, dialog.mark);
        close = true;
    }
    if (close) dialog.open = false;
    ui.end_dialog(close);
}

}  // namespace dais::clerk_station
