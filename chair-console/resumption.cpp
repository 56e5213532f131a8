#include "chair-console/resumption.hpp"

#include <algorithm>
#include <string>

#include "base/text.hpp"
#include "ui/words.hpp"

namespace dais::chair_console {
namespace {

constexpr const char* where = "procedure.resumption";
constexpr std::int64_t day = 24 * 3'600;

void set_resumption(const ui::Model& model, ResumptionDraft& draft, ui::Sink& sink) {
    const auto text = base::trimmed(draft.at.edit.text());
    const auto until = next_time_of_day(text, model.meeting.setup.facts.zone, model.now);
    if (!text.empty() && !until) return;
    if (ui::act(model, sink, where, meeting::SetResumption{until})) draft.at.edit.clear();
}

}  // namespace

std::optional<base::Instant> next_time_of_day(std::string_view text, const meeting::Zone& zone,
                                              base::Instant now) {
    std::string digits;
    for (const char c : text) {
        if (c >= '0' && c <= '9') digits += c;
    }
    const auto colon = text.find(':');
    const bool with_colon = colon != std::string_view::npos && text.size() - colon == 3;
    if (digits.size() + (with_colon ? 1 : 0) != text.size() || digits.size() < 3 || digits.size() > 4) {
        return std::nullopt;
    }
    if (digits.size() == 3 && !with_colon) return std::nullopt;
    const auto number = std::stol(digits);
    const auto hours = number / 100;
    const auto minutes = number % 100;
    if (hours > 23 || minutes > 59) return std::nullopt;
    const auto local = now.ms / 1000 + zone.offset_seconds;
    const auto midnight = local - ((local % day) + day) % day;
    auto at = midnight + hours * 3'600 + minutes * 60;
    if ((at - zone.offset_seconds) * 1000 <= now.ms) at += day;
    return base::Instant{(at - zone.offset_seconds) * 1000};
}

void resumption_lines(ui::Ui& ui, const ui::Model& model, ResumptionDraft& draft, ui::Sink& sink,
                      ui::Rect& inside) {
    const auto& proceedings = model.meeting.proceedings;
    if (proceedings.sitting != meeting::Sitting::suspended || proceedings.suspensions.empty()) return;
    const auto& zone = model.meeting.setup.facts.zone;
    ui::label(ui, "procedure.resumption.title", inside.cut_top(ui.line(ui::Face::body)),
              "Suspended until (U, then Enter; empty: not known)", ui::Face::body, ui.theme().quiet_text);
    inside.cut_top(ui.px(4));
    ui::Rect line = inside.cut_top(ui.px(ui::target));
    const ui::Rect go = line.cut_right(ui::button_width(ui, "Say so", "Enter"));
    line.cut_right(ui.px(8));
    const auto until = proceedings.suspensions.back().until;
    const auto now = until ? "now " + ui::hour(zone, *until) : std::string("not known; 15:30");
    const auto typed = ui::field(ui, "procedure.resumption.at", line, draft.at, {.hint = now});
    const auto text = base::trimmed(draft.at.edit.text());
    const bool good = text.empty() ? until.has_value() : next_time_of_day(text, zone, model.now).has_value();
    const bool pressed =
        ui::button(ui, where, go, "Say so",
                   {.enabled = good && ui::can_act(model, where, meeting::SetResumption{}), .keys = "Enter"});
    if (pressed || (typed.focused && good && ui.take({ui::Key::enter, ui::alone})))
        set_resumption(model, draft, sink);
    if (!text.empty() && !good) {
        ui::status(ui, "procedure.resumption.fault", inside.cut_top(ui.line(ui::Face::body)), ui::State::over,
                   "That is no time of day: 15:30 is half past three.");
    }
    inside.cut_top(ui.px(8));
}

}  // namespace dais::chair_console
