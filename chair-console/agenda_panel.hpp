// The agenda: what is under discussion, what was, and taking up and concluding.
#pragma once

#include "ui/feedback.hpp"
#include "ui/model.hpp"
#include "ui/rows.hpp"
#include "ui/sink.hpp"
#include "ui/ui.hpp"

namespace dais::chair_console {

struct AgendaDraft {
    ui::RowsState rows;
};

// Enter takes the chosen item up; K concludes it.
void agenda_panel(ui::Ui& ui, const ui::Model& model, AgendaDraft& draft, ui::Sink& sink, ui::Rect rect);

}  // namespace dais::chair_console
