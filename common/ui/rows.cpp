#include "ui/rows.hpp"

#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "ui/widgets.hpp"

namespace dais::ui {
namespace {

class EvenHeights final : public Heights {
  public:
    EvenHeights(std::size_t count, float height) : count_(count), height_(std::max(1.0F, height)) {}
    [[nodiscard]] std::size_t count() const override { return count_; }
    [[nodiscard]] float top_of(std::size_t row) const override { return height_ * static_cast<float>(row); }
    [[nodiscard]] std::size_t row_at(float y) const override {
        return std::min(count_ - 1, static_cast<std::size_t>(y / height_));
    }

  private:
    std::size_t count_;
    float height_;
};

class List {
  public:
    List(Ui& ui, const std::string& id, Rect rect, const Heights& heights, RowsState& state)
        : ui_(ui),
          id_(id),
          rect_(rect),
          heights_(heights),
          state_(state),
          all_(heights.top_of(heights.count())) {
        view_ = rect_;
        state_.scrolls = all_ > rect_.h;
        if (state_.scrolls) track_ = view_.cut_right(rows_track(ui_));
    }

    RowsEvent run(const RowsLook& look, const DrawRow& draw) {
        RowsEvent event;
        if (state_.chosen != no_row && heights_.count() > 0) {
            state_.chosen = std::min(state_.chosen, heights_.count() - 1);
        }
        event.focused = ui_.focusable(id_, true);
        const auto before = state_.chosen;
        if (event.focused) keys(event);
        scroll();
        ui_.push_clip(rect_);
        draw_rows(event, look, draw);
        if (look.drags) drag(event);
        ui_.pop_clip();
        if (track_.w > 0) draw_track();
        if (event.focused) ui_.outline(rect_.inset(ui_.px(2)));
        event.moved = state_.chosen != before;
        ui_.note({id_, rect_, true, ui_.reachable(), true, false, look.what});
        return event;
    }

  private:
    void keys(RowsEvent& event) {
        const auto* press = ui_.key();
        if (press == nullptr || !(press->mods == alone) || heights_.count() == 0) return;
        const auto last = heights_.count() - 1;
        const auto at = state_.chosen == no_row ? 0 : state_.chosen;
        const auto first_press = state_.chosen == no_row;
        switch (press->key) {
            case Key::down:
                state_.choose(first_press ? 0 : std::min(last, at + 1));
                break;
            case Key::up:
                state_.choose(first_press ? last : at - (at > 0 ? 1 : 0));
                break;
            case Key::page_down:
                state_.choose(page(at, rect_.h));
                break;
            case Key::page_up:
                state_.choose(page(at, -rect_.h));
                break;
            case Key::home:
                state_.choose(0);
                break;
            case Key::end:
                state_.choose(last);
                break;
            case Key::enter:
                if (first_press || press->repeat) return;
                event.activated = at;
                break;
            default:
                return;
        }
        ui_.take_key();
    }

    [[nodiscard]] std::size_t page(std::size_t at, float by) const {
        const float y = std::clamp(heights_.top_of(at) + by, 0.0F, std::max(0.0F, all_ - 1));
        const auto row = heights_.row_at(y);
        if (row == at && by > 0) return std::min(heights_.count() - 1, at + 1);
        return row;
    }

    void scroll() {
        state_.offset -= ui_.wheel_over(rect_) * ui_.px(60);
        if (state_.offset_wanted >= 0) {
            state_.offset = state_.offset_wanted;
            state_.offset_wanted = -1;
        }
        if (state_.reveal && state_.chosen != no_row && state_.chosen < heights_.count()) {
            const float top = heights_.top_of(state_.chosen);
            const float bottom = heights_.top_of(state_.chosen + 1);
            if (bottom > state_.offset + rect_.h) state_.offset = bottom - rect_.h;
            if (top < state_.offset) state_.offset = top;
        }
        state_.reveal = false;
        state_.offset = std::round(std::clamp(state_.offset, 0.0F, std::max(0.0F, all_ - rect_.h)));
    }

    void draw_rows(RowsEvent& event, const RowsLook& look, const DrawRow& draw) {
        if (heights_.count() == 0) {
            const Rect inside = rect_.inset(ui_.px(8), ui_.px(6));
            if (!look.empty.empty()) {
                paragraph(ui_, id_ + ".empty", inside, look.empty, Face::body, ui_.theme().quiet_text);
            }
            return;
        }
        const auto& theme = ui_.theme();
        auto row = heights_.row_at(std::clamp(state_.offset, 0.0F, std::max(0.0F, all_ - 1)));
        for (; row < heights_.count(); ++row) {
            const float top = rect_.y + heights_.top_of(row) - state_.offset;
            if (top >= rect_.bottom()) break;
            const Rect place{view_.x, top, view_.w, heights_.top_of(row + 1) - heights_.top_of(row)};
            const auto row_id = id_ + "." + std::to_string(row);
            const auto pointing = ui_.pointing(row_id, place);
            if (pointing.pressed) {
                ui_.focus(id_);
                state_.chosen = row;
                state_.dragged = row;
            }
            if (pointing.hovered && ImGui::IsMouseDoubleClicked(0)) event.activated = row;
            const bool chosen = state_.chosen == row;
            if (chosen) {
                ui_.fill(place, theme.selected, ui_.px(4));
                ui_.fill({place.x, place.y, ui_.px(4), place.h}, theme.focus, ui_.px(2));
            }
            draw({row, place, chosen, chosen && event.focused, chosen ? theme.selected_text : theme.text,
                  chosen ? theme.selected_text : theme.quiet_text});
        }
    }

    // While the button is held over another row a line shows where the chosen one would stand. A row is let
    // go where the pointer is; outside of the list it stays where it was.
    void drag(RowsEvent& event) {
        if (state_.dragged == no_row || heights_.count() == 0) return;
        const float x = ui_.pointer_x();
        const float y = ui_.pointer_y();
        std::optional<std::size_t> over;
        if (rect_.contains(x, y)) {
            const float inside = std::clamp(y - rect_.y + state_.offset, 0.0F, std::max(0.0F, all_ - 1));
            over = heights_.row_at(inside);
        }
        const bool elsewhere = over && *over != state_.dragged;
        if (ImGui::IsMouseDown(0)) {
            if (!elsewhere) return;
            const auto edge = *over > state_.dragged ? *over + 1 : *over;
            const float line = rect_.y + heights_.top_of(edge) - state_.offset;
            ui_.fill({view_.x, line - ui_.px(1.5F), view_.w, ui_.px(3)}, ui_.theme().focus, ui_.px(1));
            return;
        }
        if (elsewhere) event.dropped = *over;
        state_.dragged = no_row;
    }

    void draw_track() {
        const float room = track_.h;
        const float thumb = std::max(ui_.px(28), room * rect_.h / all_);
        const float most = std::max(1.0F, all_ - rect_.h);
        const auto pointing = ui_.pointing(id_ + ".track", track_);
        if (pointing.held) {
            const float part = (ui_.pointer_y() - track_.y - thumb / 2) / std::max(1.0F, room - thumb);
            state_.offset = std::clamp(part, 0.0F, 1.0F) * most;
        }
        const float top = track_.y + (room - thumb) * state_.offset / most;
        ui_.fill(Rect{track_.x, top, track_.w, thumb}.inset(ui_.px(3), ui_.px(2)), ui_.theme().field_edge,
                 ui_.px(4));
    }

    Ui& ui_;
    const std::string& id_;
    Rect rect_;
    const Heights& heights_;
    RowsState& state_;
    float all_;
    Rect view_;
    Rect track_{};
};

}  // namespace

float rows_track(Ui& ui) {
    return ui.px(14);
}

RowsEvent rows(Ui& ui, const std::string& id, Rect rect, const Heights& heights, RowsState& state,
               const RowsLook& look, const DrawRow& draw) {
    return List(ui, id, rect, heights, state).run(look, draw);
}

RowsEvent rows(Ui& ui, const std::string& id, Rect rect, std::size_t count, float height, RowsState& state,
               const RowsLook& look, const DrawRow& draw) {
    return rows(ui, id, rect, EvenHeights(count, height), state, look, draw);
}

}  // namespace dais::ui
