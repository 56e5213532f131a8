#include "ui/frame.hpp"

#include <fmt/format.h>
#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "ui/ui_compat.hpp"
#include "ui/widgets.hpp"

namespace dais::ui {
namespace {

constexpr float scale_step = 0.1F;

void hand_over(ImGuiIO& io, const Batch& batch) {
    if (batch.pointer) give_pointer(io, batch.pointer->x, batch.pointer->y);
    if (batch.button && batch.button->button >= 0 && batch.button->button < 3) {
        give_button(io, batch.button->button, batch.button->down);
    }
}

bool types_something(const KeyPress& press) {
    return !press.mods.ctrl && !press.mods.alt && press.key >= Key::space && press.key != Key::menu &&
           (press.key <= Key::comma || press.key >= Key::d0);
}

}  // namespace

Frame::Frame(Window& window, Fonts fonts, Settings settings)
    : window_(window),
      context_(ImGui::CreateContext()),
      fonts_(std::move(fonts)),
      settings_(settings),
      ui_(fonts_, {[this] { return window_.clipboard(); },
                   [this](const std::string& text) { window_.set_clipboard(text); }}) {
    ImGui::SetCurrentContext(context_);
    prepare_io(ImGui::GetIO());
}

Frame::~Frame() {
    ImGui::SetCurrentContext(context_);
    window_.end_drawing();
    ImGui::DestroyContext(context_);
}

float Frame::scale() {
    const float scale = settings_.scale.value_or(window_.system_scale());
    return std::clamp(scale, least_scale, largest_scale);
}

void Frame::draw(View& view, const Model& model, Sink& sink, const std::function<void()>& settle) {
    ImGui::SetCurrentContext(context_);
    auto& input = window_.input();
    for (bool more = true; more;) {
        rebuild_fonts();
        const Batch batch = input.next();
        if (batch.key) held_ = batch.key->repeat;
        build(view, model, sink, batch);
        if (batch.key) follow_key(*batch.key);
        settle();
        more = !input.empty();
        if (more) ImGui::EndFrame();
    }
    if (fonts_.stale()) {  // nobody sees a box where a letter belongs
        ImGui::EndFrame();
        rebuild_fonts();
        build(view, model, sink, {});
        settle();
    }
    ImGui::Render();
    const auto ground = ui_.theme().window;
    if (const auto& place = ui_.text_input()) window_.text_input_at(*place);
    window_.show({ground.red(), ground.green(), ground.blue()}, fonts_rebuilt_, ui_.sheets());
    ui_.sheets().shown();
    fonts_rebuilt_ = false;
}

// A key that was a command types nothing, neither where its command put the focus nor while it is held.
void Frame::follow_key(const KeyPress& press) {
    if (ui_.key_taken()) {
        commanded_ = press.key;
    } else if (!press.repeat) {
        commanded_ = Key::none;
    }
    if (commanded_ == press.key && types_something(press)) window_.input().drop_typed();
}

void Frame::rebuild_fonts() {
    if (!fonts_.stale() && fonts_scale_ == scale()) return;
    fonts_scale_ = scale();
    fonts_.build(fonts_scale_);
    fonts_rebuilt_ = true;
}

void Frame::build(View& view, const Model& model, Sink& sink, Batch batch) {
    ++built_;
    auto& io = ImGui::GetIO();
    const auto extent = window_.extent();
    io.DisplaySize =
        ImVec2(static_cast<float>(std::max(1, extent.width)), static_cast<float>(std::max(1, extent.height)));
    io.DeltaTime = 1.0F / 30.0F;
    hand_over(io, batch);
    ImGui::NewFrame();
    ui_.begin({extent, scale(), settings_.theme, model.uptime, std::move(batch), held_});
    view.draw(ui_, model, sink, ui_.screen());
    draw_missing_fonts();
    if (help_) draw_help(view);
    own_keys(sink);
    ui_.end();
}

void Frame::set_scale(Sink& sink, std::optional<float> scale) {
    if (scale) *scale = std::clamp(std::round(*scale * 10) / 10, least_scale, largest_scale);
    settings_.scale = scale;
    if (scale) {
        sink.keep_draft(Settings::scale_place, fmt::format("{:.1f}", *scale));
    } else {
        sink.forget_draft(Settings::scale_place);
    }
}

void Frame::own_keys(Sink& sink) {
    if (ui_.take({Key::f1, alone})) {
        help_ = !help_;
        if (help_) ui_.focus_in_dialog("help.lines");
    }
    if (ui_.take({Key::plus, ctrl}, true) || ui_.take({Key::plus, ctrl_shift}, true)) {
        set_scale(sink, scale() + scale_step);
    }
    if (ui_.take({Key::minus, ctrl}, true)) set_scale(sink, scale() - scale_step);
    if (ui_.take({Key::d0, ctrl})) set_scale(sink, std::nullopt);
    if (ui_.take({Key::f9, alone})) {
        settings_.theme = static_cast<ThemeName>((static_cast<int>(settings_.theme) + 1) % theme_count);
        sink.keep_draft(Settings::theme_place, std::string(word(settings_.theme)));
    }
    if (ui_.take({Key::f12, alone})) picture_wish_ = true;
}

void Frame::draw_help(const View& view) {
    const auto& lines = view.help();
    const auto& theme = ui_.theme();
    ui_.begin_dialog("help");
    Rect box = ui_.screen();
    ui_.fill(box, theme.veil);
    const float wide = std::min(box.w - ui_.px(40), ui_.px(760));
    const float row = ui_.px(34);
    const float wanted = row * static_cast<float>(lines.size()) + ui_.px(110);
    const float high = std::min(box.h - ui_.px(40), wanted);
    box = {std::round((box.w - wide) / 2), std::round((box.h - high) / 2), wide, high};
    Rect inside = panel(ui_, "help", box, "The keys of this desk");
    const Rect foot = inside.cut_bottom(ui_.px(target));
    inside.cut_bottom(ui_.px(8));
    rows(ui_, "help.lines", inside, lines.size(), row, help_rows_, {"Keys", ""}, [&](const Row& each) {
        const auto& line = lines[each.index];
        Rect place = each.rect.inset(ui_.px(10), 0);
        if (line.keys.empty()) {
            label(ui_, fmt::format("help.{}", each.index), place, line.text, Face::strong, each.ink);
            return;
        }
        const Rect keys = place.cut_left(ui_.px(210));
        label(ui_, fmt::format("help.{}.keys", each.index), keys, line.keys, Face::strong, each.ink);
        label(ui_, fmt::format("help.{}", each.index), place, line.text, Face::body, each.ink);
    });
    Rect close = foot;
    close = close.cut_right(button_width(ui_, "Close", "Esc"));
    if (button(ui_, "help.close", close, "Close", {.tone = Tone::accent, .keys = "Esc"}) ||
        ui_.take({Key::escape, alone})) {
        help_ = false;
    }
    ui_.end_dialog(!help_);
}

// A font that is not installed is said on the screen until somebody has read it.
void Frame::draw_missing_fonts() {
    const auto& missing = fonts_.missing();
    if (missing.empty() || missing_read_) return;
    Rect line = ui_.screen();
    line = line.cut_bottom(ui_.px(target + 8)).inset(ui_.px(8), ui_.px(4));
    ui_.fill(line, ui_.theme().panel, ui_.px(6));
    ui_.frame(line, ui_.theme().warning, ui_.px(6), ui_.px(2));
    line = line.inset(ui_.px(8), 0);
    const Rect read = line.cut_right(button_width(ui_, "Understood"));
    status(ui_, "fonts.missing", line, State::warning, missing.front());
    if (button(ui_, "fonts.read", read, "Understood", {.tone = Tone::quiet})) missing_read_ = true;
}

}  // namespace dais::ui
