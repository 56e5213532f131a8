// How far a text of the record is: draft, revised, final. What is final is locked until somebody makes it
// something else. Thread: the window's.
#pragma once

#include <string>

#include "clerk-station/places.hpp"
#include "ui/feedback.hpp"
#include "ui/model.hpp"
#include "ui/sink.hpp"
#include "ui/ui.hpp"

namespace dais::clerk_station {

// The revision from which a reviser has not seen what changed: the one that stood when the status was set,
// the first where it never was.
std::uint32_t seen_revision(const meeting::RecordText& text);
// Whether it was revised since.
bool has_changed(const meeting::RecordText& text);

// "final, locked", "revised", "revised, changed since"; empty for a draft as it was written.
std::string status_words(const meeting::RecordText& text);

// Whether what the place is about is final, so that the editor takes nothing.
bool is_locked(const ui::Model& model, const Place& place);
inline constexpr const char* locked_sentence =
    "Final, and locked: Ctrl+1 makes it a draft again, Ctrl+2 revised.";

// Buttons for the three, of the text.
void draw_status(ui::Ui& ui, const ui::Model& model, ui::Sink& sink, meeting::TextId text, ui::Rect rect);
// Ctrl+1, Ctrl+2, Ctrl+3 set the status of the text. After all widgets.
void status_keys(ui::Ui& ui, const ui::Model& model, ui::Sink& sink, meeting::TextId text);

}  // namespace dais::clerk_station
