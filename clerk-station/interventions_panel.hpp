// The interventions as they happen: when, who, by what link, how long, and how much of each is written.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "ui/model.hpp"
#include "ui/rows.hpp"
#include "ui/ui.hpp"

namespace dais::clerk_station {

struct InterventionsDraft {
    ui::RowsState rows;
    std::vector<std::size_t> order;  // indices of interventions, in the order of the record
    std::uint64_t built_for = ~std::uint64_t{0};
    bool follows = true;  // the end of the list is shown when something happens
};

// `at`: whom the clerk writes for. Returns whom the clerk chose to write for, with Enter or a double click.
std::optional<meeting::InterventionId> interventions_panel(ui::Ui& ui, const ui::Model& model,
                                                           InterventionsDraft& draft,
                                                           meeting::InterventionId at, ui::Rect rect);
// The intervention of the chosen row, or 0.
meeting::InterventionId chosen_intervention(const ui::Model& model, const InterventionsDraft& draft);

}  // namespace dais::clerk_station
