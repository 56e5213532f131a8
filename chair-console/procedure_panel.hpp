// Procedure: opening, suspending, resuming and ending the meeting, decisions, who presides, and time limits.
#pragma once

#include <cstddef>

#include "chair-console/moderation.hpp"
#include "chair-console/resumption.hpp"
#include "ui/feedback.hpp"
#include "ui/field.hpp"
#include "ui/model.hpp"
#include "ui/person_box.hpp"
#include "ui/sink.hpp"
#include "ui/ui.hpp"

namespace dais::chair_console {

struct ProcedureDraft {
    ui::Field decision;
    ui::PersonBox chair;
    bool takes_chair = false;  // the dialog that asks who takes the chair is open
    std::size_t limit_of = 0;  // whose limit is set: an index into the panel's own list
    ui::Field limit{8};        // minutes and seconds as typed
    bool asks_end = false;     // the question before the end is open
    bool low = false;          // the panel has little room
    ModerationDraft moderation;
    ResumptionDraft resumption;
    std::uint64_t put_back = 0;  // the token of the refused decision whose text is in the field again
    std::uint64_t kept = 0;      // the decision's revision that was handed to the disk
};

void procedure_panel(ui::Ui& ui, const ui::Model& model, ProcedureDraft& draft, ui::Sink& sink,
                     ui::Rect rect);
void procedure_dialogs(ui::Ui& ui, const ui::Model& model, ProcedureDraft& draft, ui::Sink& sink);
// M opens, suspends or resumes; D to the decision; T who takes the chair; G lets a moderator give the floor,
// or takes that back; Ctrl+E ends the meeting.
void procedure_keys(ui::Ui& ui, const ui::Model& model, ProcedureDraft& draft, ui::Sink& sink);

// "3:00", "180" and "1:00:00" as seconds; nothing where it is no such time, or more than a day.
std::optional<std::int64_t> parse_length(std::string_view text);

}  // namespace dais::chair_console
