// The record so far, as it would be printed, with its texts to pick, revise, move, remove and restore.
#pragma once

#include <memory>
#include <optional>
#include <unordered_map>

#include "ui/feedback.hpp"
#include "ui/height_cache.hpp"
#include "ui/model.hpp"
#include "ui/rows.hpp"
#include "ui/sink.hpp"
#include "ui/ui.hpp"

namespace dais::clerk_station {

struct RecordDraft {
    ui::RowsState rows;
    meeting::TextId chosen;  // stays chosen when others come before it
    bool follows = true;     // the end is in sight, and stays so when more comes
    bool removed = false;    // the texts that were taken out are shown, in place of the record
    std::shared_ptr<const ui::Preview> built_for;
    std::vector<meeting::TextId> removed_texts;
    meeting::TextId last_removed;  // by this station's keys
    std::uint64_t removed_for = ~std::uint64_t{0};
    ui::HeightCache heights;
    float width = 0;  // for which the heights are
    float scale = 0;
    std::unordered_map<std::uint64_t, float> measured;  // by block, those that were drawn
};

// Returns the text that the clerk wants to revise: Enter or a double click.
std::optional<meeting::TextId> record_panel(ui::Ui& ui, const ui::Model& model, RecordDraft& draft,
                                            ui::Sink& sink, ui::Rect rect);
// Chooses a text and brings it into sight.
void choose_text(const ui::Model& model, RecordDraft& draft, meeting::TextId text);
// Ctrl+Up and Ctrl+Down walk the texts; Delete, Alt+Up, Alt+Down act on the chosen one while no text is
// edited; Ctrl+Shift+Delete removes it from anywhere, Ctrl+Shift+U restores what was removed last.
void record_keys(ui::Ui& ui, const ui::Model& model, RecordDraft& draft, ui::Sink& sink);

}  // namespace dais::clerk_station
