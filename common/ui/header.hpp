// What stands at the top of every desk: the body and its meeting, the agenda item, the clock, the sitting,
// and the link to the hub in words. Below it, where there is cause, one banner.
#pragma once

#include "ui/feedback.hpp"
#include "ui/model.hpp"
#include "ui/ui.hpp"

namespace dais::ui {

// Cuts the header, and a banner where there is one, off the top of the rectangle. `desk`: "Chair".
void header(Ui& ui, const Model& model, std::string_view desk, Rect& area);

}  // namespace dais::ui
