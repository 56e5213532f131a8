// Until when a suspended meeting is suspended, for the room to see: a box on the procedure panel, there while
// the meeting is suspended.
#pragma once

#include <optional>
#include <string_view>

#include "ui/feedback.hpp"
#include "ui/field.hpp"
#include "ui/model.hpp"
#include "ui/sink.hpp"
#include "ui/ui.hpp"

namespace dais::chair_console {

struct ResumptionDraft {
    ui::Field at{5};  // hours and minutes as typed
};

// Its lines, cut off the top; nothing unless the meeting is suspended.
void resumption_lines(ui::Ui& ui, const ui::Model& model, ResumptionDraft& draft, ui::Sink& sink,
                      ui::Rect& inside);

// "15:30", "9:05" and "1530": the next time after `now` at which the clocks of the zone show that; nothing
// where it is no time of day.
std::optional<base::Instant> next_time_of_day(std::string_view text, const meeting::Zone& zone,
                                              base::Instant now);

}  // namespace dais::chair_console
