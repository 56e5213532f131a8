// What was spoken: every intervention with when it began and how long it took, the latest first.
#pragma once

#include "ui/model.hpp"
#include "ui/rows.hpp"
#include "ui/ui.hpp"

namespace dais::chair_console {

struct SpokenDraft {
    ui::RowsState rows;
    std::vector<std::size_t> order;  // indices of interventions, those that were taken back left out
    std::uint64_t built_for = ~std::uint64_t{0};
};

void spoken_panel(ui::Ui& ui, const ui::Model& model, SpokenDraft& draft, ui::Rect rect);

}  // namespace dais::chair_console
