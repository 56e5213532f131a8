#include "ui/input.hpp"

#include <utility>

namespace dais::ui {

void InputQueue::push(InputEvent event) {
    if (events_.size() < most) events_.push_back(std::move(event));
}

Batch InputQueue::next() {
    Batch batch;
    while (!events_.empty()) {
        auto event = std::move(events_.front());
        events_.pop_front();
        if (auto* moved = std::get_if<PointerMoved>(&event)) {
            batch.pointer = *moved;
        } else if (auto* wheel = std::get_if<Wheel>(&event)) {
            batch.wheel += wheel->lines;
        } else if (auto* focus = std::get_if<FocusChanged>(&event)) {
            batch.focused = focus->focused;
        } else {
            if (auto* key = std::get_if<KeyPress>(&event)) batch.key = *key;
            if (auto* typed = std::get_if<Typed>(&event)) batch.typed = std::move(typed->text);
            if (auto* composing = std::get_if<Composing>(&event)) batch.composing = std::move(*composing);
            if (auto* button = std::get_if<ButtonChanged>(&event)) batch.button = *button;
            break;
        }
    }
    return batch;
}

void InputQueue::drop_typed() {
    for (auto each = events_.begin(); each != events_.end(); ++each) {
        if (std::holds_alternative<KeyPress>(*each)) return;
        if (std::holds_alternative<Typed>(*each)) {
            events_.erase(each);
            return;
        }
    }
}

}  // namespace dais::ui
