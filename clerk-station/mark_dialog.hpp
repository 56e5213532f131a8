// A mark with a note: a dialog, opened from inside the text. The moment is that of the key, however long the
// note takes to write.
#pragma once

#include <cstddef>

#include "clerk-station/places.hpp"
#include "ui/field.hpp"
#include "ui/model.hpp"
#include "ui/sink.hpp"
#include "ui/ui.hpp"

namespace dais::clerk_station {

struct MarkDialog {
    bool open = false;
    meeting::MakeMark mark;  // as it was when the key was pressed
    std::size_t kind = 0;    // meeting::MarkKind
    ui::Field note{meeting::max_name_bytes};
};

void open_mark(ui::Ui& ui, const ui::Model& model, MarkDialog& dialog, const Place& at);
// Enter in the note, or Ctrl+Enter, makes the mark.
void mark_dialog(ui::Ui& ui, const ui::Model& model, MarkDialog& dialog, ui::Sink& sink);

}  // namespace dais::clerk_station
