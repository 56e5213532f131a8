// What a moderator does in the chair's stead while the chair lets it: gives the floor to the next, and ends
// it.
#pragma once

#include "ui/feedback.hpp"
#include "ui/model.hpp"
#include "ui/sink.hpp"
#include "ui/ui.hpp"

namespace dais::clerk_station {

// Whether the chair lets this station give the floor now.
bool gives_floor(const ui::Model& model);
// The two buttons and what became of them, cut off the bottom; nothing where gives_floor() says no.
void draw_giving(ui::Ui& ui, const ui::Model& model, ui::Sink& sink, ui::Rect& inside);
// Space gives the floor to the next, E ends it.
void giving_keys(ui::Ui& ui, const ui::Model& model, ui::Sink& sink);

}  // namespace dais::clerk_station
