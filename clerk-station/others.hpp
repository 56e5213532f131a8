// What the other clerks are writing and have not put on the record: in grey, as it is typed, with its author.
// Nothing rests on it. Thread: the window's.
#pragma once

#include <string>
#include <vector>

#include "clerk-station/places.hpp"
#include "ui/model.hpp"
#include "ui/ui.hpp"

namespace dais::clerk_station {

// Of one place, in the order of their authors.
std::vector<const ui::DraftOfOther*> drafts_at(const ui::Model& model, const std::string& place);
// "clerk-2 is writing for Ms. Vale", "clerk-2 is revising 12".
std::string line_of(const ui::Model& model, const ui::DraftOfOther& draft);

// At the bottom of the rectangle: the ends of what is typed at this place, and a line for each other place.
// Returns the height that was used, at most half of the rectangle's.
float draw_others(ui::Ui& ui, const ui::Model& model, const Place& place, ui::Rect rect);

}  // namespace dais::clerk_station
