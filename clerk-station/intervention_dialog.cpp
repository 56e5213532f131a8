#include "clerk-station/intervention_dialog.hpp"

#include <fmt/format.h>

#include <array>

#include "base/text.hpp"
#include "folder/script.hpp"
#include "ui/confirm.hpp"
#include "ui/widgets.hpp"
#include "ui/words.hpp"

namespace dais::clerk_station {
namespace {

constexpr std::array<std::string_view, 4> kinds{"Statement", "Point of order", "Right of reply", "Reply"};
constexpr std::array<std::string_view, 5> kinds_or_none{"As it is", "Statement", "Point of order",
                                                        "Right of reply", "Reply"};
constexpr std::array<std::string_view, 4> links_or_none{"As it is", "In the room", "By audio", "By video"};
constexpr std::array<meeting::Link, 3> links{meeting::Link::in_room, meeting::Link::audio,
                                             meeting::Link::video};

std::string value(const ui::Field& field) {
    return std::string(base::trimmed(field.edit.text()));
}

bool began_is_good(const ui::Model& model, const InterventionDialog& dialog) {
    return value(dialog.began).empty() ||
           parse_hour(model.meeting.setup.facts, value(dialog.began)).has_value();
}

bool complete(const ui::Model& model, const InterventionDialog& dialog) {
    if (dialog.corrected) {
        const bool changes =
            !dialog.person.empty() || dialog.kind != 0 || dialog.link != 0 || !dialog.behalf.edit.empty();
        return changes;
    }
    return !dialog.person.empty() && began_is_good(model, dialog);
}

meeting::Command command_of(const ui::Model& model, const InterventionDialog& dialog) {
    if (dialog.corrected) {
        meeting::CorrectIntervention correct;
        correct.intervention = dialog.corrected;
        correct.who = dialog.person;
        if (dialog.kind != 0) correct.kind = static_cast<meeting::Kind>(dialog.kind - 1);
        if (dialog.link != 0) correct.link = links[dialog.link - 1];
        if (!value(dialog.behalf).empty()) correct.on_behalf_of = value(dialog.behalf);
        correct.reason = value(dialog.reason);
        return correct;
    }
    meeting::LogIntervention log;
    log.who = dialog.person;
    log.kind = static_cast<meeting::Kind>(dialog.kind);
    log.on_behalf_of = value(dialog.behalf);
    log.began = parse_hour(model.meeting.setup.facts, value(dialog.began));
    log.after = dialog.after;
    return log;
}

void draw_further(ui::Ui& ui, const ui::Model& model, InterventionDialog& dialog, ui::Rect& inside) {
    const auto line = [&](const char* id, std::string_view name, ui::Field& content, std::string_view hint) {
        ui::Rect row = inside.cut_bottom(ui.px(ui::target));
        inside.cut_bottom(ui.px(8));
        ui::label(ui, std::string(id) + ".label", row.cut_left(ui.px(150)), name, ui::Face::body,
                  ui.theme().quiet_text);
        ui::field(ui, id, row, content, {.hint = hint});
    };
    if (dialog.corrected) {
        line("intervention.reason", "Reason", dialog.reason, "kept in the history");
    } else {
        line("intervention.began", "Began at", dialog.began, "hh:mm:ss, where it was not now");
    }
    line("intervention.behalf", "On behalf of", dialog.behalf, "");
    if (dialog.corrected) {
        ui::Rect row = inside.cut_bottom(ui.px(ui::target));
        inside.cut_bottom(ui.px(8));
        ui::choice(ui, "intervention.link", row, links_or_none, dialog.link);
    }
    ui::Rect row = inside.cut_bottom(ui.px(ui::target));
    inside.cut_bottom(ui.px(8));
    if (dialog.corrected) {
        ui::choice(ui, "intervention.kind", row, kinds_or_none, dialog.kind);
    } else {
        ui::choice(ui, "intervention.kind", row, kinds, dialog.kind);
    }
    if (!began_is_good(model, dialog)) {
        ui::status(ui, "intervention.fault", inside.cut_bottom(ui.line(ui::Face::body)), ui::State::over,
                   "That is no time: 10:19 or 10:19:48 is expected.");
    }
}

std::string title_of(const ui::Model& model, const InterventionDialog& dialog) {
    const auto* corrected = meeting::find_intervention(model.meeting, dialog.corrected);
    if (corrected != nullptr)
        return "Correct the intervention of " + ui::person_name(model.meeting, corrected->speaker.who);
    const auto* after = meeting::find_intervention(model.meeting, dialog.after);
    if (after == nullptr) return "Log an intervention, at this moment";
    return "Log an intervention after that of " + ui::person_name(model.meeting, after->speaker.who);
}

}  // namespace

std::optional<base::Instant> parse_hour(const meeting::Facts& facts, std::string_view text) {
    const auto seconds = folder::parse_time_of_day(base::trimmed(text));
    if (!seconds) return std::nullopt;
    return folder::local_midnight(facts) + std::chrono::seconds(*seconds);
}

void open_log(ui::Ui& ui, InterventionDialog& dialog, meeting::InterventionId after) {
    dialog = {};
    dialog.open = true;
    dialog.after = after;
    ui.focus_in_dialog("intervention.who");
}

void open_correction(ui::Ui& ui, const ui::Model& model, InterventionDialog& dialog,
                     meeting::InterventionId corrected) {
    if (meeting::find_intervention(model.meeting, corrected) == nullptr) return;
    dialog = {};
    dialog.open = true;
    dialog.corrected = corrected;
    ui.focus_in_dialog("intervention.who");
}

void intervention_dialog(ui::Ui& ui, const ui::Model& model, InterventionDialog& dialog, ui::Sink& sink) {
    if (!dialog.open) return;
    ui.begin_dialog("intervention");
    ui::Rect inside = ui::dialog(ui, "intervention", 760, 620, title_of(model, dialog));
    ui::Rect foot = inside.cut_bottom(ui.px(ui::target));
    inside.cut_bottom(ui.px(10));
    draw_further(ui, model, dialog, inside);
    const auto chosen = dialog.person.empty() ? std::string(dialog.corrected ? "The speaker stays as it is"
                                                                             : "Who spoke? Enter chooses")
                                              : ui::person_line(model.meeting, dialog.person);
    const float line = ui.line(ui::Face::strong);
    if (inside.h >= ui.px(2 * ui::target + 12) + line) {
        ui::label(ui, "intervention.person", inside.cut_bottom(line), chosen, ui::Face::strong,
                  ui.theme().text);
        inside.cut_bottom(ui.px(8));
    }
    const auto pick =
        ui::person_box(ui, model, "intervention.who", inside, dialog.who, {.always_show = true});
    if (pick.who) {
        dialog.person = *pick.who;
        ui.focus(dialog.corrected ? "intervention.reason" : "intervention.began");
    }
    const auto* verb = dialog.corrected ? "Correct" : "Log";
    const bool ready = complete(model, dialog);
    const ui::Rect go = foot.cut_left(ui::button_width(ui, verb, "Ctrl+Enter"));
    const ui::Rect cancel = foot.cut_right(ui::button_width(ui, "Cancel", "Esc"));
    const bool pressed = ui::button(ui, "intervention.go", go, verb,
                                    {.enabled = ready, .tone = ui::Tone::accent, .keys = "Ctrl+Enter"});
    bool close = ui::button(ui, "intervention.cancel", cancel, "Cancel", {.keys = "Esc"}) ||
                 ui.take({ui::Key::escape, ui::alone});
    if ((pressed || ui.take({ui::Key::enter, ui::ctrl})) && ready) {
        sink.ask("editor.intervention", command_of(model, dialog));
        close = true;
    }
    if (close) dialog = {};
    ui.end_dialog(close);
}

}  // namespace dais::clerk_station
