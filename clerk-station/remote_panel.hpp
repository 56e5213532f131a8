// Those who take part by link, or are expected to: how each is connected and since when, with the acts of a
// moderator.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "ui/feedback.hpp"
#include "ui/field.hpp"
#include "ui/finding.hpp"
#include "ui/model.hpp"
#include "ui/rows.hpp"
#include "ui/sink.hpp"
#include "ui/ui.hpp"

namespace dais::clerk_station {

struct RemoteDraft {
    ui::Field find{meeting::max_name_bytes};
    ui::Field observed{16};  // when it was seen, where that was not now
    ui::Field behalf{meeting::max_name_bytes};
    std::size_t kind = 0;
    std::uint64_t put_back = 0;  // the token of the refused request whose fields were put back
    bool everybody = false;      // also those in the room
    ui::RowsState rows;
    meeting::ParticipantId chosen;  // stays chosen when rows move
    std::vector<meeting::ParticipantId> shown;
    std::uint64_t built_for = ~std::uint64_t{0};
    std::uint64_t found_for = ~std::uint64_t{0};
    bool built_everybody = false;
};

void remote_panel(ui::Ui& ui, const ui::Model& model, RemoteDraft& draft, ui::Sink& sink, ui::Rect rect);
// 1 to 6 report a link, F asks for the floor, W withdraws, Ctrl+F to the box, Ctrl+O to the time seen. After
// all widgets.
void remote_keys(ui::Ui& ui, const ui::Model& model, RemoteDraft& draft, ui::Sink& sink);

}  // namespace dais::clerk_station
