// Logging an intervention that was made without the chair's key, and correcting one: a dialog.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "ui/field.hpp"
#include "ui/model.hpp"
#include "ui/person_box.hpp"
#include "ui/sink.hpp"

namespace dais::clerk_station {

struct InterventionDialog {
    bool open = false;
    meeting::InterventionId corrected;  // 0: one is logged
    meeting::InterventionId after;      // of one that is logged: 0: at this moment
    ui::PersonBox who;
    meeting::ParticipantId person;  // who was chosen
    std::size_t kind = 0;           // of one that is logged: meeting::Kind; of a correction: 0 leaves it
    std::size_t link = 0;           // of a correction: 0 leaves it, else in the room, audio, video
    ui::Field behalf{meeting::max_name_bytes};
    ui::Field began{16};
    ui::Field reason{meeting::max_name_bytes};
};

void open_log(ui::Ui& ui, InterventionDialog& dialog, meeting::InterventionId after);
void open_correction(ui::Ui& ui, const ui::Model& model, InterventionDialog& dialog,
                     meeting::InterventionId corrected);
void intervention_dialog(ui::Ui& ui, const ui::Model& model, InterventionDialog& dialog, ui::Sink& sink);

// "10:19:48" or "10:19" of the meeting's day as an instant; nothing where it is no such time. Hours up to 47.
std::optional<base::Instant> parse_hour(const meeting::Facts& facts, std::string_view text);

}  // namespace dais::clerk_station
