#include "clerk-station/takes_strip.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "meeting/describe.hpp"
#include "ui/feedback.hpp"
#include "ui/widgets.hpp"

namespace dais::clerk_station {
namespace {

using ui::State;

constexpr const char* begin_where = "left.begin";
constexpr base::Span near{120'000};
constexpr base::Span last_minute{60'000};

// What is left; what is over, in seconds that have passed.
std::string digits(base::Span span) {
    if (span.count() > 0) return meeting::clock_text(span);
    return meeting::clock_text(base::Span{-span.count() / 1000 * 1000});
}

std::string own_name(const ui::Model& model) {
    return model.self ? model.self->name : std::string();
}

ui::Phrase own_take(const meeting::Takes& takes, const std::string& self, base::Span left) {
    const auto next = meeting::successor_of(takes, self);
    if (next.empty()) {
        if (left.count() > 0)
            return {State::good, fmt::format("Your take: {} left, then nobody", digits(left))};
        return {State::info, "Your take goes on: nobody comes after you"};
    }
    if (left.count() <= 0) return {State::over, fmt::format("Your successor is late ({})", digits(left))};
    return {left <= last_minute ? State::warning : State::good,
            fmt::format("Your take: {} left, then {}", digits(left), next)};
}

// `left`: of the take of whoever has it; `until`: this clerk's next one.
ui::Phrase anothers_take(const meeting::Takes& takes, const std::string& self, base::Span left,
                         std::optional<base::Span> until) {
    const auto& whose = takes.taken.back().clerk;
    const auto next = meeting::successor_of(takes, whose);
    if (until && next == self && until->count() <= 0)
        return {State::over, "Your take has begun (Ctrl+Shift+T)"};
    if (until && until->count() > 0 && *until <= near)
        return {State::warning, fmt::format("Your take begins in {}", digits(*until))};
    if (left.count() <= 0) {
        if (next.empty()) return {State::quiet, fmt::format("{}’s take", whose)};
        return {State::warning, fmt::format("{}’s take: {} is late ({})", whose, next, digits(left))};
    }
    if (until && next == self)
        return {State::info, fmt::format("{}’s take, yours in {}", whose, digits(*until))};
    auto text = fmt::format("{}’s take: {} left", whose, digits(left));
    if (until) text += fmt::format(", yours in {}", digits(*until));
    return {State::info, text};
}

bool counts(const ui::Model& model) {
    return model.meeting.takes.seconds > 0 && !model.meeting.takes.taken.empty() &&
           model.meeting.proceedings.sitting != meeting::Sitting::ended;
}

// All of it is said: small, and on two lines, where it must be. Whether even that was too little.
bool draw_words(ui::Ui& ui, const ui::Phrase& phrase, ui::Rect rect, ui::Colour ink) {
    const bool strong = phrase.state == State::over;
    if (!strong) {
        const ui::Rect shape = rect.cut_left(ui::status_width(ui, "", ui::Face::body));
        ui::status(ui, "takes.state", shape, phrase.state, "");
    }
    const auto face = strong ? ui::Face::strong : ui::Face::body;
    if (ui.width(phrase.text, face) <= rect.w) return ui.text(rect, phrase.text, face, ink);
    if (ui.width(phrase.text, ui::Face::small) <= rect.w)
        return ui.text(rect, phrase.text, ui::Face::small, ink);
    const float height = ui::paragraph_height(ui, rect.w, phrase.text, ui::Face::small);
    rect.cut_top(std::max(0.0F, std::floor((rect.h - height) / 2)));
    ui::paragraph(ui, "takes.words", rect, phrase.text, ui::Face::small, ink);
    return height > rect.h + 0.5F;
}

// The line itself, which opens the dialog: Enter, or a click.
bool draw_line(ui::Ui& ui, const ui::Model& model, ui::Rect rect) {
    const std::string id = "takes.strip";
    const auto phrase = take_phrase(model);
    const bool focused = ui.focusable(id, true);
    const auto pointing = ui.pointing(id, rect);
    if (pointing.pressed) ui.focus(id);
    const auto& theme = ui.theme();
    const bool strong = phrase.state == State::over;
    const bool pressing = strong || phrase.state == State::warning;
    const auto ground = strong ? theme.over : theme.panel;
    ui.fill(rect, ground, ui.px(6));
    ui.frame(rect, pressing ? ui::colour_of(theme, phrase.state) : theme.panel_edge, ui.px(6),
             ui.px(pressing ? 2 : 1));
    if (pointing.hovered) ui.frame(rect, theme.focus, ui.px(6), ui.px(pointing.held ? 2 : 1));
    ui::Rect inside = rect.inset(ui.px(12), 0);
    if (!strong) {
        const float keys = ui.width("F10", ui::Face::small);
        ui.text(inside.cut_right(keys), "F10", ui::Face::small, theme.quiet_text, ui::Align::end);
        inside.cut_right(ui.px(8));
    }
    const bool cut =
        draw_words(ui, phrase, inside, strong ? theme.panel : ui::colour_of(theme, phrase.state));
    ui.note({id, rect, true, ui.reachable(), true, cut, phrase.text});
    if (focused) ui.outline(rect);
    return pointing.clicked || (focused && ui.take({ui::Key::enter, ui::alone}));
}

}  // namespace

ui::Phrase take_phrase(const ui::Model& model) {
    const auto& takes = model.meeting.takes;
    if (takes.seconds == 0) return {State::quiet, "No takes are set up"};
    if (model.meeting.proceedings.sitting == meeting::Sitting::ended)
        return {State::quiet, "The takes are over"};
    const auto left = meeting::left_of_take(model.meeting, model.now);
    if (!left) return {State::info, "No take has begun yet"};
    const auto self = own_name(model);
    if (takes.taken.back().clerk == self) return own_take(takes, self, *left);
    return anothers_take(takes, self, *left, meeting::until_take(model.meeting, self, model.now));
}

bool take_is_near(const ui::Model& model) {
    const auto& takes = model.meeting.takes;
    if (takes.seconds == 0 || model.meeting.proceedings.sitting == meeting::Sitting::ended) return false;
    const auto self = own_name(model);
    if (takes.taken.empty()) {
        return std::find(takes.order.begin(), takes.order.end(), self) != takes.order.end();
    }
    const auto until = meeting::until_take(model.meeting, self, model.now);
    return until && *until <= near && meeting::successor_of(takes, takes.taken.back().clerk) == self;
}

std::optional<base::Span> until_next_take_digit(const ui::Model& model) {
    if (!counts(model) || model.meeting.proceedings.sitting == meeting::Sitting::suspended)
        return std::nullopt;
    const auto left = meeting::left_of_take(model.meeting, model.now);
    if (!left) return std::nullopt;
    if (left->count() > 0) return base::Span{(left->count() - 1) % 1000 + 1};
    return base::Span{1000 + left->count() % 1000};
}

void takes_strip(ui::Ui& ui, const ui::Model& model, TakesDialog& dialog, ui::Sink& sink, ui::Rect& area) {
    const float line = ui.px(ui::target);
    const float gap = ui.px(8);
    const float least = ui.px(120);  // for what stands below it
    if (!model.may(meeting::SetTakes{}) || area.h < line + gap + least) return;
    ui.group("takes");
    if (draw_line(ui, model, area.cut_top(line))) open_takes(ui, model, dialog);
    area.cut_top(gap);
    if (!take_is_near(model) || area.h < line + gap + least) return;
    ui::act_button(ui, model, sink, begin_where, area.cut_top(line), "Begin my take", meeting::BeginTake{},
                   {ui::Tone::accent, "Ctrl+Shift+T"});
    area.cut_top(gap);
}

void takes_keys(ui::Ui& ui, const ui::Model& model, TakesDialog& dialog, ui::Sink& sink) {
    if (!model.may(meeting::SetTakes{})) return;
    if (ui.shortcut({ui::Key::f10, ui::alone})) open_takes(ui, model, dialog);
    if (ui.shortcut({ui::Key::t, ui::ctrl_shift})) ui::act(model, sink, begin_where, meeting::BeginTake{});
}

}  // namespace dais::clerk_station
