// The procedural motions explained, over everything: F7. To read; what is decided is recorded as a decision.
#pragma once

#include <string>

#include "chair-console/motions.hpp"
#include "ui/ui.hpp"

namespace dais::chair_console {

struct MotionsDialog {
    Motions motions;
    std::string trouble;  // why there are none; a sentence
    bool open = false;
};

void motions_dialog(ui::Ui& ui, MotionsDialog& draft);
void open_motions(ui::Ui& ui, MotionsDialog& draft);

}  // namespace dais::chair_console
