// Two wordings of one paragraph that clash, side by side, and the choice between them. It stands where the
// record stands, while the text goes on being written beside it.
#pragma once

#include "clerk-station/desk_of_texts.hpp"
#include "ui/model.hpp"
#include "ui/rows.hpp"
#include "ui/sink.hpp"
#include "ui/ui.hpp"

namespace dais::clerk_station {

struct SettleDraft {
    ui::RowsState theirs;
    ui::RowsState mine;
    // What is drawn, and of what it was made.
    TwoWordings shown;
    ui::MarkedText marked_theirs;
    ui::MarkedText marked_mine;
};

// Whether it was drawn: only where the wordings of the present text clash.
bool settle_panel(ui::Ui& ui, const ui::Model& model, SettleDraft& draft, DeskOfTexts& texts, ui::Sink& sink,
                  ui::Rect rect);
// Ctrl+Alt+1, 2 and 3: theirs, mine, both to work on by hand. After all widgets.
void settle_keys(ui::Ui& ui, const ui::Model& model, DeskOfTexts& texts, ui::Sink& sink);

}  // namespace dais::clerk_station
