// What was spoken: every intervention with when it began and how long it took, the latest first; or the sums
// by person, affiliation, role and how people took part; or who was called and was not there.
#pragma once

#include <vector>

#include "meeting/outlook.hpp"
#include "ui/model.hpp"
#include "ui/rows.hpp"
#include "ui/ui.hpp"

namespace dais::chair_console {

struct SpokenDraft {
    ui::RowsState rows;
    std::size_t shows = 0;           // 0: interventions; 1 to 4: totals of meeting::TotalOf; 5: absences
    std::vector<std::size_t> order;  // indices of interventions, those that were taken back left out
    std::vector<meeting::Total> totals;
    std::uint64_t built_for = ~std::uint64_t{0};
    std::size_t built_shows = 0;
};

void spoken_panel(ui::Ui& ui, const ui::Model& model, SpokenDraft& draft, ui::Rect rect);
// To what the panel shows next: interventions, then each of the totals.
void next_sums(SpokenDraft& draft);

}  // namespace dais::chair_console
