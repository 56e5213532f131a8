#include "ui/feedback.hpp"

#include <algorithm>
#include <cmath>

namespace dais::ui {
namespace {

const Asked* latest(const Model& model, const std::string& prefix) {
    for (auto each = model.asked.rbegin(); each != model.asked.rend(); ++each) {
        if (each->where.starts_with(prefix)) return &*each;
    }
    return nullptr;
}

std::string sentence_of(const Asked& asked, const Model& model) {
    switch (asked.state) {
        case Asked::State::refused:
            return asked.sentence;
        case Asked::State::doubtful:
            return "No answer for five seconds. Whether it was done is being asked; it will not be sent "
                   "again.";
        case Asked::State::held:
            return "Typed, not on this disk: it is full.";
        case Asked::State::waiting:
            break;
    }
    // What is answered at once needs no word.
    return model.uptime - asked.since > base::Span{400} ? "Asked; waiting for the hub." : "";
}

}  // namespace

bool can_act(const Model& model, const std::string& where, const meeting::Command& command) {
    // Texts and observations are taken without a link as well, one after another: they wait on this machine.
    if (!model.may(command)) return false;
    return model.live() ? !model.waits_at(where) : !meeting::is_act(command);
}

bool act(const Model& model, Sink& sink, const std::string& where, const meeting::Command& command) {
    if (!can_act(model, where, command)) return false;
    // What still waits for its answer stays in sight.
    const auto* before = model.asked_at(where);
    if (before != nullptr && before->state == Asked::State::refused) sink.read(before->token);
    sink.ask(where, command);
    return true;
}

bool act_button(Ui& ui, const Model& model, Sink& sink, const std::string& id, Rect rect,
                std::string_view label, const meeting::Command& command, const ActLook& look) {
    if (!model.may(command)) return false;
    const bool waits = model.waits_at(id);
    const std::string text = waits ? "Asked: " + std::string(label) : std::string(label);
    const ButtonLook shown{look.enabled && can_act(model, id, command), look.tone, look.keys, false,
                           Align::center};
    return button(ui, id, rect, text, shown) && act(model, sink, id, command);
}

float feedback(Ui& ui, const Model& model, Sink& sink, const std::string& id, const std::string& prefix,
               Rect rect) {
    const auto* asked = latest(model, prefix);
    if (asked == nullptr) return 0;
    const auto sentence = sentence_of(*asked, model);
    if (sentence.empty()) return 0;
    const bool refused = asked->state == Asked::State::refused;
    const float read_width = refused ? button_width(ui, "Read", "Esc") : 0;
    const float text_width = rect.w - read_width - ui.px(40);
    const float text_height = paragraph_height(ui, text_width, sentence, Face::body);
    Rect box = rect.cut_top(std::max(ui.px(target), text_height) + ui.px(8));
    const auto state = refused ? State::over : State::warning;
    ui.fill(box, ui.theme().panel, ui.px(6));
    ui.frame(box, colour_of(ui.theme(), state), ui.px(6), ui.px(2));
    Rect inside = box.inset(ui.px(8), ui.px(4));
    const Rect read = inside.cut_right(read_width);
    status(ui, id + ".mark", inside.cut_left(ui.px(22)), state, "");
    const float spare = std::max(0.0F, inside.h - text_height);
    inside.cut_top(std::round(spare / 2));
    paragraph(ui, id, inside, sentence, Face::body, ui.theme().text);
    if (refused && (button(ui, id + ".read", read, "Read", {.tone = Tone::quiet, .keys = "Esc"}) ||
                    (ui.reachable() && ui.take({Key::escape, alone})))) {
        sink.read(asked->token);
    }
    return box.h;
}

}  // namespace dais::ui
