// Who has the floor, and the clock that is read from three metres, with the acts of the floor below.
#pragma once

#include "ui/feedback.hpp"
#include "ui/model.hpp"
#include "ui/person_box.hpp"
#include "ui/sink.hpp"
#include "ui/ui.hpp"

namespace dais::chair_console {

inline constexpr std::int64_t grant_seconds = 30;  // what + and - grant and take

struct FloorDraft {
    bool point_of_order = false;  // somebody raises one: the dialog that asks who is open
    ui::PersonBox who;
};

void floor_panel(ui::Ui& ui, const ui::Model& model, FloorDraft& draft, ui::Sink& sink, ui::Rect rect);
// The dialog of a point of order, over everything, where it is open.
void point_of_order_dialog(ui::Ui& ui, const ui::Model& model, FloorDraft& draft, ui::Sink& sink);
// The floor's keys: Space, E, P, + and -, O, Ctrl+Z. After all widgets.
void floor_keys(ui::Ui& ui, const ui::Model& model, FloorDraft& draft, ui::Sink& sink);

}  // namespace dais::chair_console
