// The record so far, as it would be printed, with its texts to pick, revise, move, remove and restore.
#pragma once

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "clerk-station/history_panel.hpp"
#include "clerk-station/record_rows.hpp"
#include "ui/feedback.hpp"
#include "ui/height_cache.hpp"
#include "ui/model.hpp"
#include "ui/rows.hpp"
#include "ui/sink.hpp"
#include "ui/ui.hpp"

namespace dais::clerk_station {

enum class Side : std::uint8_t {
    record,
    removed,  // the texts that were taken out
    history,  // of the chosen text
};

struct RecordDraft {
    ui::RowsState rows;
    meeting::TextId chosen;  // stays chosen when others come before it
    bool follows = true;     // the end is in sight, and stays so when more comes
    Side side = Side::record;
    bool reviser = false;  // the reviser's view: what changed is marked, and the filter holds
    RecordFilter filter = RecordFilter::all;
    std::set<meeting::TextId> unfinished;  // said by the view: texts with a revision that is being typed
    HistoryDraft history;

    std::shared_ptr<const ui::Preview> built_for;
    bool reveal_chosen = false;  // scroll to the chosen text once
    std::uint64_t built_revision = 0;
    bool built_reviser = false;
    RecordFilter built_filter = RecordFilter::all;
    std::vector<std::size_t> shown;  // the blocks that the rows are
    std::vector<meeting::TextId> removed_texts;
    meeting::TextId last_removed;  // by this station's keys
    std::uint64_t removed_for = ~std::uint64_t{0};
    ui::HeightCache heights;
    float width = 0;  // for which the heights are
    float scale = 0;
    std::unordered_map<std::uint64_t, float> measured;  // by block, those that were drawn
    Changes changes;
    std::optional<base::Instant> fresh_until;  // by the hub's time: when the last "on the record" is past
};

// Returns the text that the clerk wants to revise: Enter or a double click.
std::optional<meeting::TextId> record_panel(ui::Ui& ui, const ui::Model& model, RecordDraft& draft,
                                            ui::Sink& sink, ui::Rect rect);
// Ctrl+Up and Ctrl+Down walk the texts; Delete, Alt+Up, Alt+Down act on the chosen one while no text is
// edited; Ctrl+Shift+Delete removes it from anywhere, Ctrl+Shift+U restores what was removed last. Ctrl+T
// shows what was removed, Ctrl+Shift+Y the history of the chosen text, Ctrl+Shift+V the reviser's view,
// Ctrl+Shift+D its next filter.
void record_keys(ui::Ui& ui, const ui::Model& model, RecordDraft& draft, ui::Sink& sink);

// Chooses a text and brings it into sight.
void choose_text(RecordDraft& draft, meeting::TextId text);
// The list that has the keyboard when the panel has it.
std::string list_of(const RecordDraft& draft);

}  // namespace dais::clerk_station
