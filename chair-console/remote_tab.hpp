// Those who take part by link, or are expected to, as the moderators report them: how each is connected, and
// since when. To look at; a moderator's desk reports.
#pragma once

#include <cstdint>
#include <vector>

#include "ui/model.hpp"
#include "ui/rows.hpp"
#include "ui/ui.hpp"

namespace dais::chair_console {

struct RemoteTab {
    ui::RowsState rows;
    std::vector<std::size_t> shown;  // indices of participants: those whose link is lost first
    std::uint64_t built_for = ~std::uint64_t{0};
};

void remote_tab(ui::Ui& ui, const ui::Model& model, RemoteTab& draft, ui::Rect rect);

}  // namespace dais::chair_console
