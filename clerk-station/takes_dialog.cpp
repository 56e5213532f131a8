#include "clerk-station/takes_dialog.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/text.hpp"
#include "meeting/limits.hpp"
#include "ui/confirm.hpp"
#include "ui/feedback.hpp"
#include "ui/widgets.hpp"

namespace dais::clerk_station {
namespace {

std::optional<std::int64_t> digits(std::string_view text) {
    std::int64_t number = 0;
    const auto* end = text.data() + text.size();
    const auto [rest, bad] = std::from_chars(text.data(), end, number);
    if (text.empty() || bad != std::errc{} || rest != end || number < 0) return std::nullopt;
    return number;
}

std::string length_text(std::int64_t seconds) {
    if (seconds % 60 == 0) return std::to_string(seconds / 60);
    return fmt::format("{}:{:02}", seconds / 60, seconds % 60);
}

bool holds(const std::vector<std::string>& order, const std::string& clerk) {
    return std::find(order.begin(), order.end(), clerk) != order.end();
}

std::string self_of(const ui::Model& model) {
    return model.self ? model.self->name : std::string();
}

// Why a name cannot be added; empty where it can.
std::string fault_of(const TakesDialog& dialog, const std::string& name) {
    if (meeting::desk_of(name) != meeting::Desk::clerk)
        return "That is no clerk’s station: clerk-1, clerk-2 and so on are.";
    if (holds(dialog.order, name)) return name + " stands in the order already.";
    if (dialog.order.size() >= meeting::max_take_clerks)
        return fmt::format("No more than {} clerks can take turns.", meeting::max_take_clerks);
    return {};
}

bool add(TakesDialog& dialog, const std::string& name) {
    dialog.fault = fault_of(dialog, name);
    if (!dialog.fault.empty()) return false;
    dialog.order.push_back(name);
    dialog.rows.choose(dialog.order.size() - 1);
    return true;
}

void add_named(TakesDialog& dialog) {
    if (add(dialog, std::string(base::trimmed(dialog.clerk.edit.text())))) dialog.clerk.edit.clear();
}

void move(TakesDialog& dialog, int by) {
    const auto at = dialog.rows.chosen;
    if (at >= dialog.order.size() || (by < 0 && at == 0)) return;
    const auto to = by < 0 ? at - 1 : at + 1;
    if (to >= dialog.order.size()) return;
    std::swap(dialog.order[at], dialog.order[to]);
    dialog.rows.choose(to);
}

void remove(TakesDialog& dialog) {
    const auto at = dialog.rows.chosen;
    if (at >= dialog.order.size()) return;
    dialog.order.erase(dialog.order.begin() + static_cast<std::ptrdiff_t>(at));
    if (dialog.order.empty()) dialog.rows.chosen = ui::no_row;
}

void draw_length(ui::Ui& ui, TakesDialog& dialog, ui::Rect row) {
    ui::label(ui, "takes.length.label", row.cut_left(ui.px(150)), "Minutes each", ui::Face::body,
              ui.theme().quiet_text);
    ui::field(ui, "takes.length", row.cut_left(ui.px(110)), dialog.length);
    row.cut_left(ui.px(12));
    if (!parse_length(dialog.length.edit.text())) {
        ui::status(ui, "takes.length.fault", row, ui::State::over,
                   fmt::format("From {} to {} minutes: 10, or 7:30", meeting::min_take_seconds / 60,
                               meeting::max_take_seconds / 60));
    }
}

void draw_order(ui::Ui& ui, const ui::Model& model, TakesDialog& dialog, ui::Rect rect) {
    const auto self = self_of(model);
    const auto event =
        ui::rows(ui, "takes.rows", rect, dialog.order.size(), ui.px(ui::target), dialog.rows,
                 {"The order of the takes", "Nobody yet."}, [&](const ui::Row& row) {
                     const auto& clerk = dialog.order[row.index];
                     ui::Rect place = row.rect.inset(ui.px(10), 0);
                     ui.text(place.cut_left(ui.px(40)), fmt::format("{}.", row.index + 1), ui::Face::body,
                             row.quiet_ink);
                     ui::label(ui, fmt::format("takes.clerk.{}", row.index), place,
                               clerk == self ? clerk + " (you)" : clerk, ui::Face::body, row.ink);
                 });
    if (!event.focused) return;
    if (ui.take({ui::Key::erase, ui::alone})) remove(dialog);
    if (ui.take({ui::Key::up, ui::alt}, true)) move(dialog, -1);
    if (ui.take({ui::Key::down, ui::alt}, true)) move(dialog, 1);
}

void draw_changes(ui::Ui& ui, const ui::Model& model, TakesDialog& dialog, ui::Rect row) {
    const bool chosen = dialog.rows.chosen < dialog.order.size();
    ui::ButtonRow buttons(ui, row);
    if (ui::button(ui, "takes.up", buttons.next("Up", "Alt+Up"), "Up",
                   {.enabled = chosen && dialog.rows.chosen > 0, .keys = "Alt+Up"}))
        move(dialog, -1);
    if (ui::button(ui, "takes.down", buttons.next("Down", "Alt+Down"), "Down",
                   {.enabled = chosen && dialog.rows.chosen + 1 < dialog.order.size(), .keys = "Alt+Down"}))
        move(dialog, 1);
    if (ui::button(ui, "takes.remove", buttons.next("Remove", "Del"), "Remove",
                   {.enabled = chosen, .keys = "Del"}))
        remove(dialog);
    const auto self = self_of(model);
    if (ui::button(ui, "takes.me", buttons.next("Add me"), "Add me",
                   {.enabled = !self.empty() && !holds(dialog.order, self)}))
        add(dialog, self);
}

void draw_adding(ui::Ui& ui, TakesDialog& dialog, ui::Rect row) {
    const ui::Rect button = row.cut_right(ui::button_width(ui, "Add", "Enter"));
    row.cut_right(ui.px(8));
    const auto event = ui::field(ui, "takes.clerk", row, dialog.clerk, {.hint = "Another clerk’s station"});
    if (event.changed) dialog.fault.clear();
    const bool named = !base::trimmed(dialog.clerk.edit.text()).empty();
    if (ui::button(ui, "takes.add", button, "Add", {.enabled = named, .keys = "Enter"})) add_named(dialog);
    if (event.focused && named && ui.take({ui::Key::enter, ui::alone})) add_named(dialog);
}

}  // namespace

std::optional<std::int64_t> parse_length(std::string_view text) {
    text = base::trimmed(text);
    const auto colon = text.find(':');
    const auto minutes = digits(text.substr(0, colon));
    if (!minutes || *minutes > meeting::max_take_seconds) return std::nullopt;
    std::int64_t seconds = *minutes * 60;
    if (colon != std::string_view::npos) {
        const auto rest = text.substr(colon + 1);
        const auto more = rest.size() == 2 ? digits(rest) : std::nullopt;
        if (!more || *more > 59) return std::nullopt;
        seconds += *more;
    }
    if (seconds < meeting::min_take_seconds || seconds > meeting::max_take_seconds) return std::nullopt;
    return seconds;
}

void open_takes(ui::Ui& ui, const ui::Model& model, TakesDialog& dialog) {
    const auto usual = dialog.usual_seconds;
    dialog = {};
    dialog.usual_seconds = usual;
    dialog.open = true;
    const auto& takes = model.meeting.takes;
    dialog.order = takes.order;
    if (takes.seconds == 0 && model.self) dialog.order = {model.self->name};
    dialog.length.edit.set(length_text(takes.seconds == 0 ? usual : takes.seconds));
    ui.focus_in_dialog("takes.length");
}

void takes_dialog(ui::Ui& ui, const ui::Model& model, TakesDialog& dialog, ui::Sink& sink) {
    if (!dialog.open) return;
    ui.begin_dialog("takes");
    ui::Rect inside = ui::dialog(ui, "takes", 640, 560, "Takes: how long, and who after whom");
    const float gap = ui.px(8);
    ui::Rect foot = inside.cut_bottom(ui.px(ui::target));
    inside.cut_bottom(ui.px(10));
    draw_length(ui, dialog, inside.cut_top(ui.px(ui::target)));
    inside.cut_top(gap);
    const ui::Rect fault = inside.cut_bottom(ui.line(ui::Face::body));
    if (!dialog.fault.empty()) ui::status(ui, "takes.fault", fault, ui::State::over, dialog.fault);
    inside.cut_bottom(ui.px(4));
    const ui::Rect adding = inside.cut_bottom(ui.px(ui::target));
    inside.cut_bottom(gap);
    const ui::Rect changes = inside.cut_bottom(ui.px(ui::target));
    inside.cut_bottom(gap);
    draw_order(ui, model, dialog, inside);
    draw_changes(ui, model, dialog, changes);
    draw_adding(ui, dialog, adding);
    const auto seconds = parse_length(dialog.length.edit.text());
    const ui::Rect go = foot.cut_left(ui::button_width(ui, "Set up", "Ctrl+Enter"));
    foot.cut_left(gap);
    const ui::Rect cancel = foot.cut_right(ui::button_width(ui, "Cancel", "Esc"));
    const bool pressed =
        ui::button(ui, "takes.go", go, "Set up",
                   {.enabled = seconds.has_value(), .tone = ui::Tone::accent, .keys = "Ctrl+Enter"});
    bool close = false;
    if (!holds(model.meeting.takes.order, self_of(model))) {
        close = ui::act_button(ui, model, sink, "left.join",
                               foot.cut_left(ui::button_width(ui, "Join the takes")), "Join the takes",
                               meeting::JoinTakes{});
    }
    if (ui::button(ui, "takes.cancel", cancel, "Cancel", {.keys = "Esc"}) ||
        ui.take({ui::Key::escape, ui::alone}))
        close = true;
    if ((pressed || ui.take({ui::Key::enter, ui::ctrl})) && seconds) {
        close = ui::act(model, sink, "left.takes", meeting::SetTakes{*seconds, dialog.order}) || close;
    }
    if (close) dialog.open = false;
    ui.end_dialog(close);
}

}  // namespace dais::clerk_station
