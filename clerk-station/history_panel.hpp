// Every wording that a text has had: who wrote it and when, what changed, and the way back to it. The third
// side of the record's panel. Thread: the window's.
#pragma once

#include <cstddef>

#include "ui/feedback.hpp"
#include "ui/marked_text.hpp"
#include "ui/model.hpp"
#include "ui/rows.hpp"
#include "ui/sink.hpp"
#include "ui/ui.hpp"

namespace dais::clerk_station {

struct HistoryDraft {
    meeting::TextId of;
    ui::RowsState rows;       // the newest first
    std::size_t against = 0;  // what the chosen wording is compared with: 0 the one before, 1 what stands
    ui::RowsState text;       // of the comparison
    // What is drawn, and of what it was made.
    ui::MarkedText shown;
    std::size_t shown_revision = 0;  // 1 for the first; 0: none
    std::size_t shown_of = 0;        // how many there were
    std::size_t shown_against = 0;
};

// `of`: the text whose history it is; 0: none is chosen.
void history_panel(ui::Ui& ui, const ui::Model& model, HistoryDraft& draft, ui::Sink& sink,
                   meeting::TextId of, ui::Rect rect);
// Ctrl+D: compared with the one before, or with what stands. After all widgets, while the history is shown.
void history_keys(ui::Ui& ui, HistoryDraft& draft);

}  // namespace dais::clerk_station
