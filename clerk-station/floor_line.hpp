// Who has the floor, above the list of interventions: at the top of attention however the list is scrolled or
// filtered. Enter or a click goes there.
#pragma once

#include "clerk-station/captured.hpp"
#include "ui/model.hpp"
#include "ui/ui.hpp"

namespace dais::clerk_station {

float floor_line_height(ui::Ui& ui);
// Whether the clerk wants to write for whoever has the floor. Where nobody has it, the line says so.
bool floor_line(ui::Ui& ui, const ui::Model& model, const Capture& capture, ui::Rect rect);

}  // namespace dais::clerk_station
