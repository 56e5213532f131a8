// What became of what was asked at a place: said there, in words.
#pragma once

#include <string>
#include <string_view>

#include "ui/model.hpp"
#include "ui/sink.hpp"
#include "ui/ui.hpp"
#include "ui/widgets.hpp"

namespace dais::ui {

// How an act is offered.
struct ActLook {
    Tone tone = Tone::plain;
    std::string_view keys = {};
    bool enabled = true;  // besides the link, the right and what waits already
};

// A button for an act: not drawn where the desk has no right to it, not to be pressed while there is no link
// or the same place waits for an answer (it then says "asked"). Hands the command to the sink, with the id as
// the place, when it is activated. Whether it was.
bool act_button(Ui& ui, const Model& model, Sink& sink, const std::string& id, Rect rect,
                std::string_view label, const meeting::Command& command, const ActLook& look = {});

// Whether an act can be asked now at this place.
bool can_act(const Model& model, const std::string& where, const meeting::Command& command);
// Asks, where it can be asked; whether it was.
bool act(const Model& model, Sink& sink, const std::string& where, const meeting::Command& command);

// The latest refusal or wait of the places that begin with `prefix`, in its sentence, with a button that says
// that it was read (Esc does the same where nothing else takes it). Draws nothing where there is nothing to
// say. Returns the height that was used, at the top of the rectangle.
float feedback(Ui& ui, const Model& model, Sink& sink, const std::string& id, const std::string& prefix,
               Rect rect);

}  // namespace dais::ui
