#include "chair-console/procedure_panel.hpp"

#include <array>
#include <charconv>

#include "base/text.hpp"
#include "meeting/describe.hpp"
#include "ui/confirm.hpp"
#include "ui/words.hpp"

namespace dais::chair_console {
namespace {

using meeting::Sitting;

// Where the panel is lower than this, its lines stand closer together.
constexpr float least_for_gaps = 440;
constexpr float low_gap = 4;

struct SittingAct {
    std::string_view label;
    meeting::Command command;
};

SittingAct sitting_act(const meeting::Meeting& meeting) {
    switch (meeting.proceedings.sitting) {
        case Sitting::before:
            return {"Open the meeting", meeting::OpenMeeting{}};
        case Sitting::suspended:
            return {"Resume the meeting", meeting::ResumeMeeting{}};
        case Sitting::open:
        case Sitting::ended:
            break;
    }
    return {"Suspend the meeting", meeting::SuspendMeeting{}};
}

// Whose time is limited: the roles, then the kinds that have a limit of their own.
struct Limited {
    std::string_view word;
    meeting::SetLimit command;
};
const std::array<Limited, 6>& limited() {
    static const std::array<Limited, 6> list{{
        {"members", {meeting::Role::member, std::nullopt, 0}},
        {"States", {meeting::Role::state, std::nullopt, 0}},
        {"organizations", {meeting::Role::organization, std::nullopt, 0}},
        {"observers", {meeting::Role::observer, std::nullopt, 0}},
        {"points of order", {std::nullopt, meeting::Kind::point_of_order, 0}},
        {"replies", {std::nullopt, meeting::Kind::reply, 0}},
    }};
    return list;
}

std::string limit_now(const meeting::Limits& limits, const meeting::SetLimit& of) {
    std::optional<std::int32_t> seconds;
    if (of.role) {
        if (const auto at = limits.by_role.find(*of.role); at != limits.by_role.end()) seconds = at->second;
    } else if (const auto at = limits.by_kind.find(*of.kind); at != limits.by_kind.end()) {
        seconds = at->second;
    }
    return seconds ? meeting::clock_text(std::chrono::seconds(*seconds)) : "none";
}

float gap_of(const ui::Ui& ui, const ProcedureDraft& draft) {
    return ui.px(draft.low ? low_gap : 12);
}

void open_end(ui::Ui& ui, ProcedureDraft& draft) {
    draft.asks_end = true;
    ui.focus_in_dialog("procedure.end.ask.no");
}

void open_chair(ui::Ui& ui, ProcedureDraft& draft) {
    draft.takes_chair = true;
    ui.focus_in_dialog("take_chair.who");
}

void draw_sitting(ui::Ui& ui, const ui::Model& model, ProcedureDraft& draft, ui::Sink& sink,
                  ui::Rect& inside) {
    const auto& proceedings = model.meeting.proceedings;
    ui::Rect line = inside.cut_top(ui.px(draft.low ? ui::target : 48));
    const bool over = proceedings.sitting == Sitting::ended;
    const auto act = sitting_act(model.meeting);
    const auto tone = proceedings.sitting == Sitting::open || over ? ui::Tone::plain : ui::Tone::accent;
    if (model.may(meeting::EndMeeting{})) {
        const bool runs = proceedings.sitting == Sitting::open || proceedings.sitting == Sitting::suspended;
        const ui::Rect end = line.cut_right(ui::button_width(ui, "End meeting…", "Ctrl+E"));
        line.cut_right(ui.px(8));
        if (ui::button(ui, "procedure.end", end, "End meeting…",
                       {.enabled = runs && model.live(), .tone = ui::Tone::danger, .keys = "Ctrl+E"})) {
            open_end(ui, draft);
        }
    }
    ui::act_button(ui, model, sink, "procedure.sitting", line, over ? "The meeting is over" : act.label,
                   act.command, {tone, "M", !over});
    inside.cut_top(gap_of(ui, draft));
}

void decide(const ui::Model& model, ProcedureDraft& draft, ui::Sink& sink) {
    const std::string text(base::trimmed(draft.decision.edit.text()));
    if (ui::act(model, sink, "procedure.decide", meeting::Decide{text})) draft.decision.edit.clear();
}

// A decision that was refused is not lost: its text is put back, once, where nothing else was typed.
void put_back_refused(const ui::Model& model, ProcedureDraft& draft) {
    const auto* asked = model.asked_at("procedure.decide");
    if (asked == nullptr || asked->state != ui::Asked::State::refused || asked->token == draft.put_back)
        return;
    draft.put_back = asked->token;
    const auto* decision = std::get_if<meeting::Decide>(&asked->command);
    if (decision != nullptr && draft.decision.edit.empty()) draft.decision.edit.set(decision->text);
}

void draw_decision(ui::Ui& ui, const ui::Model& model, ProcedureDraft& draft, ui::Sink& sink,
                   ui::Rect& inside) {
    ui::label(ui, "procedure.decision.title", inside.cut_top(ui.line(ui::Face::body)),
              "Decision (D, then Enter; empty: “It was so decided.”)", ui::Face::body, ui.theme().quiet_text);
    inside.cut_top(ui.px(4));
    ui::Rect line = inside.cut_top(ui.px(ui::target));
    const ui::Rect go = line.cut_right(ui::button_width(ui, "Decided", "Enter"));
    line.cut_right(ui.px(8));
    const auto typed =
        ui::field(ui, "procedure.decision", line, draft.decision, {.hint = "It was so decided."});
    const bool pressed =
        ui::button(ui, "procedure.decide", go, "Decided",
                   {.enabled = ui::can_act(model, "procedure.decide", meeting::Decide{}), .keys = "Enter"});
    if (pressed || (typed.focused && ui.take({ui::Key::enter, ui::alone}))) decide(model, draft, sink);
    inside.cut_top(gap_of(ui, draft));
}

void draw_chair(ui::Ui& ui, const ui::Model& model, ProcedureDraft& draft, ui::Rect& inside) {
    ui::Rect line = inside.cut_top(ui.px(ui::target));
    const ui::Rect go = line.cut_right(ui::button_width(ui, "Change of chair…", "T"));
    line.cut_right(ui.px(8));
    const auto& who = meeting::presiding(model.meeting.proceedings);
    const auto name = who.empty() ? "Nobody presides" : ui::person_name(model.meeting, who) + " presides";
    ui::label(ui, "procedure.presiding", line, name);
    if (ui::button(ui, "procedure.chair", go, "Change of chair…", {.enabled = model.live(), .keys = "T"})) {
        open_chair(ui, draft);
    }
    inside.cut_top(gap_of(ui, draft));
}

void set_limit(const ui::Model& model, ProcedureDraft& draft, ui::Sink& sink) {
    auto command = limited()[draft.limit_of].command;
    const auto seconds = parse_length(draft.limit.edit.text());
    if (!seconds) return;
    command.seconds = *seconds;
    if (ui::act(model, sink, "procedure.limit", command)) draft.limit.edit.clear();
}

void draw_limits(ui::Ui& ui, const ui::Model& model, ProcedureDraft& draft, ui::Sink& sink,
                 ui::Rect& inside) {
    const auto& limits = model.meeting.proceedings.limits;
    const auto& of = limited()[draft.limit_of];
    ui::label(ui, "procedure.limit.title", inside.cut_top(ui.line(ui::Face::body)),
              "Time limit (minutes:seconds; 0 lifts it)", ui::Face::body, ui.theme().quiet_text);
    inside.cut_top(ui.px(4));
    ui::Rect line = inside.cut_top(ui.px(ui::target));
    const auto pick = line.cut_left(std::min(line.w * 0.4F, ui.px(190)));
    line.cut_left(ui.px(8));
    if (ui::button(ui, "procedure.limit.of", pick, of.word, {.keys = "next"})) {
        draft.limit_of = (draft.limit_of + 1) % limited().size();
    }
    const ui::Rect go = line.cut_right(ui::button_width(ui, "Set", "Enter"));
    line.cut_right(ui.px(8));
    const auto now = "now " + limit_now(limits, of.command);
    const auto typed = ui::field(ui, "procedure.limit.length", line, draft.limit, {.hint = now});
    const bool good = parse_length(draft.limit.edit.text()).has_value();
    const bool pressed = ui::button(
        ui, "procedure.limit", go, "Set",
        {.enabled = good && ui::can_act(model, "procedure.limit", meeting::SetLimit{}), .keys = "Enter"});
    if (pressed || (typed.focused && ui.take({ui::Key::enter, ui::alone}))) set_limit(model, draft, sink);
    if (!draft.limit.edit.empty() && !good) {
        ui::status(ui, "procedure.limit.fault", inside.cut_top(ui.line(ui::Face::body)), ui::State::over,
                   "That is no length: 3:00 is three minutes.");
    }
}

void chair_dialog(ui::Ui& ui, const ui::Model& model, ProcedureDraft& draft, ui::Sink& sink) {
    if (!draft.takes_chair) return;
    ui.begin_dialog("take_chair");
    ui::Rect inside = ui::dialog(ui, "take_chair", 620, 520, "Who takes the chair?");
    ui::Rect foot = inside.cut_bottom(ui.px(ui::target));
    inside.cut_bottom(ui.px(8));
    const auto pick = ui::person_box(ui, model, "take_chair.who", inside, draft.chair, {.always_show = true});
    const ui::Rect cancel = foot.cut_right(ui::button_width(ui, "Cancel", "Esc"));
    bool close = ui::button(ui, "take_chair.cancel", cancel, "Cancel", {.keys = "Esc"}) ||
                 ui.take({ui::Key::escape, ui::alone});
    if (pick.who) {
        // Where it cannot be asked now, what was typed stays.
        close = ui::act(model, sink, "procedure.chair", meeting::TakeChair{*pick.who});
    }
    if (close) {
        draft.takes_chair = false;
        draft.chair.clear();
    }
    ui.end_dialog(close);
}

}  // namespace

std::optional<std::int64_t> parse_length(std::string_view text) {
    text = base::trimmed(text);
    if (text.empty()) return std::nullopt;
    std::int64_t seconds = 0;
    const auto parts = base::split(text, ':');
    if (parts.size() > 3) return std::nullopt;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        std::int64_t number = 0;
        const auto* end = parts[i].data() + parts[i].size();
        const auto [rest, error] = std::from_chars(parts[i].data(), end, number);
        if (error != std::errc{} || rest != end || number < 0 || number > meeting::max_seconds)
            return std::nullopt;
        if (i > 0 && (number > 59 || parts[i].size() != 2)) return std::nullopt;
        seconds = seconds * 60 + number;
    }
    if (seconds > meeting::max_seconds) return std::nullopt;
    return seconds;
}

void procedure_panel(ui::Ui& ui, const ui::Model& model, ProcedureDraft& draft, ui::Sink& sink,
                     ui::Rect rect) {
    ui::Rect inside = rect;
    if (!model.may(meeting::EndMeeting{})) {
        const auto phrase = ui::sitting_phrase(model.meeting);
        ui::status(ui, "procedure.state", inside.cut_top(ui.px(ui::target)), phrase.state, phrase.text);
        return;
    }
    put_back_refused(model, draft);
    draft.low = inside.h < ui.px(least_for_gaps);
    draw_sitting(ui, model, draft, sink, inside);
    resumption_lines(ui, model, draft.resumption, sink, inside);
    draw_decision(ui, model, draft, sink, inside);
    draw_chair(ui, model, draft, inside);
    moderation_line(ui, model, draft.moderation, sink, inside);
    inside.cut_top(gap_of(ui, draft));
    draw_limits(ui, model, draft, sink, inside);
}

void procedure_dialogs(ui::Ui& ui, const ui::Model& model, ProcedureDraft& draft, ui::Sink& sink) {
    chair_dialog(ui, model, draft, sink);
    moderation_dialog(ui, model, draft.moderation, sink);
    if (!draft.asks_end) return;
    const auto answer =
        ui::confirm(ui, "procedure.end.ask", "End the meeting?",
                    "The meeting rises now. Clerks can go on writing; the list and the floor are closed.",
                    "End the meeting");
    if (answer == ui::Answer::yes) ui::act(model, sink, "procedure.end", meeting::EndMeeting{});
    if (answer != ui::Answer::none) draft.asks_end = false;
}

void procedure_keys(ui::Ui& ui, const ui::Model& model, ProcedureDraft& draft, ui::Sink& sink) {
    if (!model.may(meeting::EndMeeting{})) return;
    const auto sitting = model.meeting.proceedings.sitting;
    if (ui.shortcut({ui::Key::m, ui::alone}) && sitting != Sitting::ended) {
        ui::act(model, sink, "procedure.sitting", sitting_act(model.meeting).command);
    }
    if (ui.shortcut({ui::Key::t, ui::alone}) && model.live()) open_chair(ui, draft);
    moderation_keys(ui, model, draft.moderation, sink);
    const bool runs = sitting == Sitting::open || sitting == Sitting::suspended;
    if (ui.shortcut({ui::Key::e, ui::ctrl}) && runs && model.live()) open_end(ui, draft);
}

}  // namespace dais::chair_console
