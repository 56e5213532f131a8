// What stands at the top of every desk: the body and its meeting, the agenda item, the clock, the sitting,
// and the link to the hub in words. Below it, where there is cause, one banner.
#pragma once

#include "ui/feedback.hpp"
#include "ui/model.hpp"
#include "ui/ui.hpp"
#include "ui/words.hpp"

namespace dais::ui {

// Cuts the header, and a banner where there is one, off the top of the rectangle. `desk`: "Chair". `further`:
// what this desk wants to know besides, beside the agenda item where there is room; before it, on every desk,
// who moderates the debate. `stations`: beside the body, likewise.
void header(Ui& ui, const Model& model, std::string_view desk, Rect& area, const Phrase& further = {},
            const Phrase& stations = {});

}  // namespace dais::ui
