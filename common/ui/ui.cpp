#include "ui/ui.hpp"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/check.hpp"
#include "ui/shaping.hpp"
#include "ui/text_layout.hpp"

namespace dais::ui {
namespace {

constexpr ImGuiWindowFlags whole_screen = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                          ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBackground |
                                          ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoScrollWithMouse |
                                          ImGuiWindowFlags_NoBringToFrontOnFocus;

// A text is left out where the rectangle has less than this part of its line: it would lie over its
// neighbours.
constexpr float least_room = 0.6F;
// Between two presses that belong together.
constexpr base::Span quick{400};

bool is_function_key(Key key) {
    return key >= Key::f1 && key <= Key::f12;
}

Rect intersection(Rect a, Rect b) {
    const float x = std::max(a.x, b.x);
    const float y = std::max(a.y, b.y);
    return {x, y, std::max(0.0F, std::min(a.right(), b.right()) - x),
            std::max(0.0F, std::min(a.bottom(), b.bottom()) - y)};
}

}  // namespace

Ui::Ui(Fonts& fonts, Clipboard clipboard) : fonts_(fonts), clipboard_(std::move(clipboard)) {}

void Ui::begin(const FrameStart& start) {
    scale_ = start.scale;
    theme_ = &ui::theme(start.theme);
    uptime_ = start.uptime;
    batch_ = start.batch;
    key_was_taken_ = false;
    held_ = start.held;
    text_input_.reset();
    sheets_.begin();
    screen_ = {0, 0, static_cast<float>(start.extent.width), static_cast<float>(start.extent.height)};
    clip_ = screen_;
    clips_.clear();
    stops_.clear();
    noting_.clear();
    group_.clear();
    edits_text_ = false;
    dialog_now_.clear();
    in_dialog_ = false;
    if (!focus_wanted_.empty()) focused_ = std::exchange(focus_wanted_, {});
    ImGui::SetNextWindowPos(ImVec2(0, 0));
    ImGui::SetNextWindowSize(ImVec2(screen_.w, screen_.h));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0.0F);
    ImGui::Begin("desk", nullptr, whole_screen);
    canvas_ = ImGui::GetWindowDrawList();
}

void Ui::end() {
    base::check(clips_.empty(), "every clip is taken off again");
    settle_focus();
    ImGui::End();
    ImGui::PopStyleVar(2);
    probes_.swap(noting_);
    by_id_.clear();
    for (std::size_t i = 0; i < probes_.size(); ++i) by_id_.emplace(probes_[i].id, i);
    if (dialog_ != dialog_now_) {
        if (dialog_now_.empty() && focus_wanted_.empty()) focused_ = std::exchange(focus_before_dialog_, {});
        dialog_ = dialog_now_;
    }
}

float Ui::px(float units) const {
    return std::round(units * scale_);
}

const KeyPress* Ui::key() const {
    return batch_.key ? &*batch_.key : nullptr;
}

void Ui::take_key() {
    batch_.key.reset();
    key_was_taken_ = true;
}

bool Ui::take(Chord chord, bool repeats) {
    const auto* press = key();
    if (press == nullptr || press->key != chord.key || !(press->mods == chord.mods)) return false;
    if (press->repeat && !repeats) return false;
    take_key();
    return true;
}

bool Ui::shortcut(Chord chord, bool repeats) {
    const bool is_typing = !chord.mods.ctrl && !chord.mods.alt && !is_function_key(chord.key);
    if ((is_typing && edits_text_) || !reachable()) return false;
    return take(chord, repeats);
}

bool Ui::shortcut(char typed) {
    if (edits_text_ || !reachable() || batch_.typed.size() != 1 || batch_.typed[0] != typed) return false;
    take_typed();
    return !held_;
}

bool Ui::focusable(const std::string& id, bool enabled) {
    if (!enabled || !reachable()) return false;
    stops_.push_back({id, group_});
    return focused_ == id;
}

std::size_t Ui::place_of_focus() const {
    const auto found =
        std::find_if(stops_.begin(), stops_.end(), [&](const Stop& stop) { return stop.id == focused_; });
    return static_cast<std::size_t>(found - stops_.begin());
}

// Tab and F6, and what becomes of a focus whose widget is gone.
void Ui::settle_focus() {
    if (!dialog_.empty() && dialog_ != dialog_now_) return;  // it has just gone: the stops are next frame's
    move_focus();
    if (!focus_wanted_.empty()) return;
    if (!focused_.empty() && place_of_focus() == stops_.size()) focused_.clear();
    if (focused_.empty() && !dialog_now_.empty() && !stops_.empty()) focus_wanted_ = stops_.front().id;
}

void Ui::focus_in_dialog(std::string id) {
    focus_before_dialog_ = focused_;
    focus_wanted_ = std::move(id);
}

void Ui::move_focus() {
    if (stops_.empty() || key() == nullptr) return;
    const auto count = stops_.size();
    const auto at = place_of_focus();
    const bool back = key()->mods.shift;
    const Mods mods = back ? shift : alone;
    if (take({Key::tab, mods}, true)) {
        const auto next = back ? (at + count - 1) % count : at + 1;
        const auto first = back ? count - 1 : 0;
        focus_wanted_ = stops_[at == count ? first : next % count].id;
    } else if (take({Key::f6, mods}, true)) {
        const std::string here = at == count ? std::string() : stops_[at].group;
        for (std::size_t step = 1; step <= count; ++step) {
            const auto from = at == count ? (back ? count : count - 1) : at;
            const auto index = (back ? from + count - step : from + step) % count;
            const bool first_of_group = index == 0 || stops_[index - 1].group != stops_[index].group;
            if (!first_of_group || (stops_[index].group == here && at != count)) continue;
            focus_wanted_ = stops_[index].id;
            return;
        }
    }
}

void Ui::outline(Rect rect) {
    frame(rect.inset(-px(2)), theme_->focus, px(7), px(3));
}

void Ui::begin_dialog(const std::string& id) {
    dialog_now_ = id;
    in_dialog_ = true;
    stops_.clear();  // what was drawn before it cannot be reached with Tab any more
    group_ = id;
}

void Ui::end_dialog(bool closed) {
    in_dialog_ = false;
    if (!closed) return;
    if (dialog_.empty()) dialog_ = dialog_now_;  // it came and went within one frame
    dialog_now_.clear();
    // What had the focus before it has it again, unless the dialog has said who is next.
    if (focus_wanted_.empty()) focus_wanted_ = std::exchange(focus_before_dialog_, {});
    focus_before_dialog_.clear();
    if (focus_wanted_.empty()) focused_.clear();
}

Pointing Ui::pointing(const std::string& id, Rect rect, bool enabled) {
    Pointing pointing;
    if (rect.w < 1 || rect.h < 1 || !enabled || !reachable()) return pointing;
    ImGui::SetCursorScreenPos(ImVec2(rect.x, rect.y));
    pointing.clicked = ImGui::InvisibleButton(id.c_str(), ImVec2(rect.w, rect.h));
    pointing.hovered = ImGui::IsItemHovered();
    pointing.held = ImGui::IsItemActive();
    pointing.pressed = ImGui::IsItemActivated();
    if (pointing.pressed) last_press_ = {id, uptime_, pointer_x(), pointer_y(), count_press(id)};
    pointing.presses = last_press_.id == id ? last_press_.count : 0;
    pointing.shift = pointing.pressed && batch_.button && batch_.button->mods.shift;
    return pointing;
}

// By the clock: Dear ImGui's own count goes by frames, of which there are few where nothing happens.
int Ui::count_press(const std::string& id) {
    const bool again = last_press_.id == id && uptime_ - last_press_.at <= quick &&
                       std::abs(pointer_x() - last_press_.x) <= px(4) &&
                       std::abs(pointer_y() - last_press_.y) <= px(4);
    return again ? last_press_.count + 1 : 1;
}

float Ui::pointer_x() const {
    return ImGui::GetIO().MousePos.x;
}

float Ui::pointer_y() const {
    return ImGui::GetIO().MousePos.y;
}

float Ui::wheel_over(Rect rect) {
    if (batch_.wheel == 0 || !reachable() || !intersection(rect, clip_).contains(pointer_x(), pointer_y())) {
        return 0;
    }
    return std::exchange(batch_.wheel, 0.0F);
}

void Ui::push_clip(Rect rect) {
    clips_.push_back(clip_);
    clip_ = intersection(clip_, rect);
    ImGui::PushClipRect(ImVec2(clip_.x, clip_.y), ImVec2(clip_.right(), clip_.bottom()), false);
}

void Ui::pop_clip() {
    base::check(!clips_.empty(), "there is a clip to take off");
    clip_ = clips_.back();
    clips_.pop_back();
    ImGui::PopClipRect();
}

bool Ui::text(Rect rect, std::string_view text, Face face, Colour colour, Align align) {
    if (text.empty() || !clip_.overlaps(rect)) return false;
    if (rect.h < fonts_.line_height(face) * least_room) return true;
    // The interface runs from left to right, whatever runs within it.
    std::string shown = shown_text(text, Direction::left_to_right);
    fonts_.note(face, shown);
    float across = fonts_.width(face, shown);
    const bool cut = across > rect.w + 0.5F;
    if (cut) {
        shown =
            shown_text(elided(text, rect.w, [&](char32_t letter) { return fonts_.advance(face, letter); }),
                       Direction::left_to_right);
        fonts_.note(face, shown);
        across = fonts_.width(face, shown);
    }
    const float room = std::max(0.0F, rect.w - across);
    const float left = align == Align::start ? 0 : align == Align::center ? room / 2 : room;
    const float height = fonts_.line_height(face);
    const ImVec2 at(std::round(rect.x + left), std::round(rect.y + (rect.h - height) / 2));
    canvas_->AddText(fonts_.font(face), fonts_.size(face), at, colour.u32(), shown.data(),
                     shown.data() + shown.size());
    return cut;
}

float Ui::width(std::string_view text, Face face) {
    return fonts_.width(face, shown_text(text, Direction::left_to_right));
}

const TextLayout& Ui::layout(std::string_view text, float width, Face face, float first_indent, bool wrap) {
    layouts_.use_fonts(fonts_.rebuilt());
    return layouts_.get(text, width, first_indent, static_cast<std::uint8_t>(face),
                        [&](char32_t letter) { return fonts_.advance(face, letter); }, {.wrap = wrap});
}

float Ui::line(Face face) {
    return fonts_.line_height(face);
}

void Ui::fill(Rect rect, Colour colour, float rounding) {
    if (rect.w <= 0 || rect.h <= 0) return;
    canvas_->AddRectFilled(ImVec2(rect.x, rect.y), ImVec2(rect.right(), rect.bottom()), colour.u32(),
                           rounding);
}

void Ui::frame(Rect rect, Colour colour, float rounding, float thickness) {
    if (rect.w <= 0 || rect.h <= 0) return;
    const float half = thickness / 2;
    canvas_->AddRect(ImVec2(rect.x + half, rect.y + half), ImVec2(rect.right() - half, rect.bottom() - half),
                     colour.u32(), rounding, 0, thickness);
}

void Ui::note(Probe probe) {
    const bool any = probe.rect.w > 0 && probe.rect.h > 0;
    probe.visible = probe.visible && any && clip_.overlaps(probe.rect);
    noting_.push_back(std::move(probe));
}

const Probe* Ui::probe(std::string_view id) const {
    const auto found = by_id_.find(id);
    return found == by_id_.end() ? nullptr : &probes_[found->second];
}

}  // namespace dais::ui
