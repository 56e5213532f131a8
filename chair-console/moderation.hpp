// The moderator of a debate, whom the chair lets give the floor for a while: said on a line of the procedure
// panel, given by a dialog, taken back by one key.
#pragma once

#include "ui/feedback.hpp"
#include "ui/model.hpp"
#include "ui/person_box.hpp"
#include "ui/sink.hpp"
#include "ui/ui.hpp"

namespace dais::chair_console {

struct ModerationDraft {
    ui::PersonBox who;
    bool asks = false;  // the dialog that asks who moderates is open
};

// One line, cut off the top. REQUIRES: the desk has the right to it.
void moderation_line(ui::Ui& ui, const ui::Model& model, ModerationDraft& draft, ui::Sink& sink,
                     ui::Rect& inside);
void moderation_dialog(ui::Ui& ui, const ui::Model& model, ModerationDraft& draft, ui::Sink& sink);
// G asks who moderates, and takes it back where somebody does.
void moderation_keys(ui::Ui& ui, const ui::Model& model, ModerationDraft& draft, ui::Sink& sink);

}  // namespace dais::chair_console
