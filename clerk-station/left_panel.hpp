// The left side of the clerk's desk: the interventions or, in their place, the marks, and what was refused
// there.
#pragma once

#include <optional>

#include "clerk-station/desk_of_texts.hpp"
#include "clerk-station/interventions_panel.hpp"
#include "clerk-station/marks_panel.hpp"
#include "ui/model.hpp"
#include "ui/sink.hpp"
#include "ui/ui.hpp"

namespace dais::clerk_station {

// Returns where the clerk wants to write.
std::optional<Place> left_panel(ui::Ui& ui, const ui::Model& model, InterventionsDraft& interventions,
                                MarksDraft& marks, const DeskOfTexts& texts, ui::Sink& sink, ui::Rect rect);
// F2, F5, F7, F8, Ctrl+M, Ctrl+K, Ctrl+Shift+R. `meant`: the intervention that an act is about. After all
// widgets. Returns where the clerk wants to write.
std::optional<Place> left_keys(ui::Ui& ui, const ui::Model& model, InterventionsDraft& interventions,
                               MarksDraft& marks, const Place& at, meeting::InterventionId meant,
                               ui::Sink& sink);

}  // namespace dais::clerk_station
