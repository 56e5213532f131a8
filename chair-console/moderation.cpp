#include "chair-console/moderation.hpp"

#include "ui/confirm.hpp"
#include "ui/words.hpp"

namespace dais::chair_console {
namespace {

constexpr const char* where = "procedure.moderation";

void open_moderation(ui::Ui& ui, ModerationDraft& draft) {
    draft.asks = true;
    ui.focus_in_dialog("moderation.who");
}

bool is_open(const ui::Model& model) {
    return model.meeting.proceedings.sitting == meeting::Sitting::open;
}

}  // namespace

void moderation_line(ui::Ui& ui, const ui::Model& model, ModerationDraft& draft, ui::Sink& sink,
                     ui::Rect& inside) {
    ui::Rect line = inside.cut_top(ui.px(ui::target));
    const auto& who = model.meeting.proceedings.debate_moderator;
    const bool moderated = !who.empty();
    const std::string_view label = moderated ? "Take the floor back" : "Let a moderator give it…";
    const ui::Rect go = line.cut_right(ui::button_width(ui, label, "G"));
    line.cut_right(ui.px(8));
    if (moderated) {
        ui::act_button(ui, model, sink, where, go, label, meeting::LetModerate{}, {ui::Tone::accent, "G"});
        ui::status(ui, "procedure.moderator", line, ui::State::info,
                   ui::person_name(model.meeting, who) + " moderates");
        return;
    }
    ui::label(ui, "procedure.moderator", line, "You give the floor");
    if (ui::button(ui, "procedure.moderate", go, label,
                   {.enabled = is_open(model) && model.live(), .keys = "G"})) {
        open_moderation(ui, draft);
    }
}

void moderation_dialog(ui::Ui& ui, const ui::Model& model, ModerationDraft& draft, ui::Sink& sink) {
    if (!draft.asks) return;
    ui.begin_dialog("moderation");
    ui::Rect inside = ui::dialog(ui, "moderation", 620, 520, "Who moderates the debate?");
    ui::Rect foot = inside.cut_bottom(ui.px(ui::target));
    inside.cut_bottom(ui.px(8));
    const auto pick = ui::person_box(ui, model, "moderation.who", inside, draft.who, {.always_show = true});
    const ui::Rect cancel = foot.cut_right(ui::button_width(ui, "Cancel", "Esc"));
    ui::label(ui, "moderation.hint", foot, "The moderators’ stations may give the floor until G is pressed.");
    bool close = ui::button(ui, "moderation.cancel", cancel, "Cancel", {.keys = "Esc"}) ||
                 ui.take({ui::Key::escape, ui::alone});
    // Where it cannot be asked now, what was typed stays.
    if (pick.who) close = ui::act(model, sink, where, meeting::LetModerate{*pick.who});
    if (close) {
        draft.asks = false;
        draft.who.clear();
    }
    ui.end_dialog(close);
}

void moderation_keys(ui::Ui& ui, const ui::Model& model, ModerationDraft& draft, ui::Sink& sink) {
    if (!ui.shortcut({ui::Key::g, ui::alone}) || !model.live()) return;
    if (!model.meeting.proceedings.debate_moderator.empty()) {
        ui::act(model, sink, where, meeting::LetModerate{});
    } else if (is_open(model)) {
        open_moderation(ui, draft);
    }
}

}  // namespace dais::chair_console
