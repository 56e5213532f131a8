// A request as a row: its place, who, for what and for whom, how he or she takes part, what was spoken so
// far, the limit, and since when the request waits. Where there is no room the further columns are left out.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "meeting/outlook.hpp"
#include "ui/model.hpp"
#include "ui/rows.hpp"
#include "ui/ui.hpp"
#include "ui/words.hpp"

namespace dais::chair_console {

// Sums of the meeting that rows and the line above them show; made anew when the meeting has changed.
struct ListSums {
    meeting::ListOutlook outlook;
    std::map<meeting::ParticipantId, base::Span> spoken;
    std::uint64_t built_for = ~std::uint64_t{0};

    void bring_up_to_date(const ui::Model& model);
};

// The names of the columns, in a line of the small face.
void draw_columns(ui::Ui& ui, const std::string& id, ui::Rect line);
void draw_request(ui::Ui& ui, const ui::Model& model, const ListSums& sums, const std::string& id,
                  const meeting::Request& request, const ui::Row& row);

// "8:00 at their limits, 1 without a limit; until 15:14, 46 min before the end": what the list takes.
ui::Phrase outlook_phrase(const ui::Model& model, const ListSums& sums);

}  // namespace dais::chair_console
