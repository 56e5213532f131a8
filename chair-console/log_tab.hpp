// The log: every act with its time and its author, the latest first; what was taken back stays, and says so.
#pragma once

#include "ui/model.hpp"
#include "ui/rows.hpp"
#include "ui/ui.hpp"

namespace dais::chair_console {

struct LogTab {
    ui::RowsState rows;
};

void log_tab(ui::Ui& ui, const ui::Model& model, LogTab& draft, ui::Rect rect);

}  // namespace dais::chair_console
