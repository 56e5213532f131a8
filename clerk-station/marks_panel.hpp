// Marks: points that were missed, and what is to be checked against delivery. Made from inside the text by
// one key, listed in place of the interventions until somebody clears them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "clerk-station/places.hpp"
#include "ui/model.hpp"
#include "ui/rows.hpp"
#include "ui/sink.hpp"
#include "ui/ui.hpp"

namespace dais::clerk_station {

struct MarksDraft {
    bool shown = false;  // in place of the interventions
    ui::RowsState rows;
    std::vector<meeting::MarkId> open;  // by the moment that is meant
    std::uint64_t built_for = ~std::uint64_t{0};
};

// Returns where the mark is that the clerk chose, with Enter or a double click: the paragraph at which it was
// made, to revise it, or else the intervention. Draws inside of the rectangle, without a panel's ground.
std::optional<Place> marks_panel(ui::Ui& ui, const ui::Model& model, MarksDraft& draft, ui::Sink& sink,
                                 const Place& at, ui::Rect rect);

// A mark of this moment, at what the clerk writes.
meeting::MakeMark mark_at(const ui::Model& model, meeting::MarkKind kind, const Place& at);
// Asks for it, where the desk may; not held up by one that waits for its answer.
void ask_mark(const ui::Model& model, ui::Sink& sink, const meeting::MakeMark& mark);
void make_mark(const ui::Model& model, ui::Sink& sink, meeting::MarkKind kind, const Place& at);
// "3 marks": those that are open.
std::string marks_label(std::size_t open);

}  // namespace dais::clerk_station
