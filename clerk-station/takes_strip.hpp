// Whose take it is, and how long until the next: one line at the top of the clerk's left side.
#pragma once

#include <cstdint>
#include <optional>

#include "clerk-station/takes_dialog.hpp"
#include "ui/sink.hpp"
#include "ui/ui.hpp"
#include "ui/words.hpp"

namespace dais::clerk_station {

// "Your take: 4:12 left, then clerk-2", "Your take begins in 2:00", "Your successor is late (0:35)". Quiet
// where nobody has set up takes.
ui::Phrase take_phrase(const ui::Model& model);
// Whether this clerk is to begin a take: the first of all, or the next, from two minutes before it.
bool take_is_near(const ui::Model& model);
// When the digits of the line change next, counted from now; nothing where they stand.
std::optional<base::Span> until_next_take_digit(const ui::Model& model);

// Cuts the line off the top of the rectangle, with a button below it while this clerk's take is near. Draws
// nothing where the desk may not set up takes, or where nothing of the rectangle would be left.
void takes_strip(ui::Ui& ui, const ui::Model& model, TakesDialog& dialog, ui::Sink& sink, ui::Rect& area);
// Ctrl+Shift+T, F10. After all widgets.
void takes_keys(ui::Ui& ui, const ui::Model& model, TakesDialog& dialog, ui::Sink& sink);

}  // namespace dais::clerk_station
