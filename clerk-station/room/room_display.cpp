#include "clerk-station/room/room_display.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "base/check.hpp"
#include "clerk-station/room/parts.hpp"
#include "clerk-station/room/shown.hpp"
#include "typeset/paragraph.hpp"

namespace dais::clerk_station {
namespace {

constexpr float design_height = 1080;
// A screen that is narrower than this is to its height has smaller letters.
constexpr float least_aspect = 1.5F;
constexpr float list_part = 0.36F;  // of the width
// A screen that stands upright has the list below the floor, which is so high.
constexpr float upright_height = 1600;
constexpr float upright_floor = 900;

bool is_upright(ui::Rect area) {
    return area.h > area.w;
}

float unit_of(ui::Rect area) {
    if (is_upright(area)) return std::min(area.w / design_height, area.h / upright_height);
    return std::min(area.h, area.w / least_aspect) / design_height;
}

// The list's place, beside the floor or below it, with a line between them.
ui::Rect cut_list(RoomCanvas& canvas, ui::Rect& area) {
    const bool upright = is_upright(canvas.ui.screen());
    const auto cut = [&](float size) { return upright ? area.cut_bottom(size) : area.cut_right(size); };
    const ui::Rect list = cut(upright ? area.h - canvas.px(upright_floor) : std::round(area.w * list_part));
    cut(canvas.px(32));
    canvas.texts.fill(cut(canvas.px(3)), canvas.ui.theme().panel_edge);
    cut(canvas.px(32));
    return list;
}

// The keys themselves, where there are no words: a fault that is seen, and a screen that still tells names
// and times.
const folder::RoomWords& bare_words() {
    static const auto made = [] {
        std::map<std::string, std::string> texts;
        for (const auto key : folder::RoomWords::keys) texts.emplace(key, key);
        return folder::RoomWords::from(std::move(texts));
    }();
    base::check(made.ok(), "every key has a text");
    return *made;
}

// As its words run, so lies the screen.
bool runs_right_to_left(const folder::RoomWords& words) {
    const auto set = typeset::Paragraph::set(words("floor.nobody"), 10'000, {});
    return set.ok() && set->rtl();
}

}  // namespace

RoomDisplay::RoomDisplay(LoadRoomWords load, RoomWindow window)
    : load_(std::move(load)), window_(std::move(window)), words_(bare_words()) {}

const meeting::RoomView* RoomDisplay::seen(const ui::Model& model) const {
    if (model.room) return model.room.get();
    if (model.revision == 0) return nullptr;
    if (!made_ || revision_ != model.revision) {
        made_ = std::make_shared<const meeting::RoomView>(meeting::room_view(model.meeting));
        revision_ = model.revision;
    }
    return made_.get();
}

void RoomDisplay::take_words(const std::string& language) {
    if (language_ == language) return;
    language_ = language;
    trouble_.clear();
    auto loaded = load_(language);
    if (!loaded && language != "en") {
        trouble_ = loaded.error().text;
        loaded = load_("en");
    }
    if (loaded) {
        words_ = *std::move(loaded);
    } else {
        trouble_ = loaded.error().text;
        words_ = bare_words();
    }
    right_to_left_ = runs_right_to_left(words_);
}

void RoomDisplay::draw(ui::Ui& ui, const ui::Model& model, ui::Sink&, ui::Rect area) {
    const auto* view = seen(model);
    take_words(view == nullptr ? language_.value_or("en") : view->language);
    texts_.begin(ui, area, right_to_left_);
    if (view == nullptr) {
        draw_connecting(ui, model, area);
    } else {
        draw_meeting(ui, model, *view, area);
    }
    take_keys(ui);
}

// Over the whole width, in the colours of what went wrong turned round: it is seen from the last row.
void RoomDisplay::draw_banner(ui::Ui& ui, const std::string& id, const std::string& text, float unit,
                              ui::Rect& area) {
    const Big big{.text = text,
                  .em = std::round(44 * unit),
                  .least = 0.6F,
                  .lines = 2,
                  .bold = true,
                  .align = ui::Align::center};
    const float across = std::round(48 * unit);
    const float down = std::round(12 * unit);
    ui::Rect box = area.cut_top(texts_.height(big, area.w - 2 * across) + 2 * down);
    ui.fill(box, ui.theme().over);
    texts_.draw(id, box.inset(across, down), big, ui.theme().panel);
}

void RoomDisplay::draw_connecting(ui::Ui& ui, const ui::Model& model, ui::Rect area) {
    const float unit = unit_of(area);
    RoomCanvas canvas{ui, texts_, unit, 1};
    if (!trouble_.empty()) draw_banner(ui, "room.trouble", trouble_, unit, area);
    area = area.inset(canvas.px(56), canvas.px(40));
    // For whoever puts the screen up: why there is nothing yet, in English.
    auto why = ui::link_phrase(model);
    if (!model.link_sentence.empty()) why.text += ": " + model.link_sentence;
    const Big small{
        .text = why.text, .em = canvas.px(34), .least = 0.5F, .lines = 3, .align = ui::Align::center};
    const ui::Rect foot = area.cut_bottom(texts_.height(small, area.w));
    texts_.draw("room.why", foot, small, ui.theme().quiet_text);
    statement_part(canvas, "room.statement", {ui::State::quiet, words_("link.connecting")}, area);
}

void RoomDisplay::draw_meeting(ui::Ui& ui, const ui::Model& model, const meeting::RoomView& view,
                               ui::Rect area) {
    const auto shown = clerk_station::shown(view, model.now, words_);
    const float unit = unit_of(area);
    RoomCanvas canvas{ui, texts_, unit, 1 + (ui.scale() - 1) / 2};
    if (ui::link_is_lost(model)) draw_banner(ui, "room.lost", words_("link.lost"), unit, area);
    if (!trouble_.empty()) draw_banner(ui, "room.trouble", trouble_, unit, area);
    area = area.inset(canvas.px(56), canvas.px(36));
    const ui::Rect foot = area.cut_bottom(canvas.px(60));
    area.cut_bottom(canvas.px(14));
    area.cut_top(head_part(canvas, shown, area) + canvas.px(16));
    texts_.fill(area.cut_top(canvas.px(3)), ui.theme().panel_edge);
    area.cut_top(canvas.px(22));
    const bool listed = !shown.next.empty() || !shown.nobody_next.empty() || !shown.closed.empty();
    if (listed) next_part(canvas, shown, words_, cut_list(canvas, area));
    if (shown.floor) {
        floor_part(canvas, *shown.floor, shown.floor_title, area);
    } else {
        statement_part(canvas, "room.statement", shown.statement, area);
    }
    foot_part(canvas, shown, foot);
}

void RoomDisplay::take_keys(ui::Ui& ui) {
    if (ui.shortcut({ui::Key::f11, ui::alone})) window_.full_screen();
    if (ui.shortcut({ui::Key::q, ui::ctrl})) window_.close();
}

std::optional<base::Instant> RoomDisplay::next_digit(const ui::Model& model) const {
    const auto* view = seen(model);
    const auto next =
        view == nullptr ? ui::until_next_minute(model.now) : until_next_change(*view, model.now);
    return model.uptime + next;
}

const std::vector<ui::HelpLine>& RoomDisplay::help() const {
    static const std::vector<ui::HelpLine> lines{
        {"", "The screen"},
        {"F11", "Full screen, or a window"},
        {"F9", "Light, dark, high contrast"},
        {"Ctrl and +, −, 0", "The list’s letters larger, smaller, as the system says"},
        {"F12", "A picture of the window"},
        {"Ctrl+Q", "Close the screen"},
        {"F1", "These keys"},
    };
    return lines;
}

}  // namespace dais::clerk_station
