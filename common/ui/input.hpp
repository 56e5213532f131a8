// What a person did at the keyboard and the pointer, in order, and how it is dealt out to frames.
//
// Dear ImGui 1.86 looks at the state of keys once a frame: a key that went down and up between two frames was
// never pressed, and characters are taken after keys whatever their order was. So what came is dealt out in
// batches that hold one press at the most; every batch but the last is a frame that is not drawn.
#pragma once

#include <cstddef>
#include <deque>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "ui/key.hpp"

namespace dais::ui {

struct KeyPress {
    Key key = Key::none;
    Mods mods;
    bool repeat = false;  // the key is held down and the system repeats it
};
struct Typed {
    std::string text;  // UTF-8, what the layout or the input method made of the keys
};
// What an input method has put together and not handed over yet: shown where the caret is, and part of
// nothing. An empty text ends it, and so does what is typed.
struct Composing {
    std::string text;       // UTF-8
    std::size_t caret = 0;  // bytes of it

    friend bool operator==(const Composing&, const Composing&) = default;
};
struct PointerMoved {
    float x = 0;  // pixels of the window
    float y = 0;
};
struct ButtonChanged {
    int button = 0;  // 0 left, 1 right, 2 middle
    bool down = false;
    Mods mods = {};
};
struct Wheel {
    float lines = 0;  // positive: towards the beginning
};
struct FocusChanged {
    bool focused = true;
};
using InputEvent = std::variant<KeyPress, Typed, Composing, PointerMoved, ButtonChanged, Wheel, FocusChanged>;

// What one frame, drawn or not, is handed: at most one of key, typed, composing and button.
struct Batch {
    std::optional<KeyPress> key;
    std::string typed;
    std::optional<Composing> composing;
    std::optional<PointerMoved> pointer;
    std::optional<ButtonChanged> button;
    float wheel = 0;
    std::optional<bool> focused;
};

class InputQueue {
  public:
    // More than this waits for no frame: a key that got stuck, or a pasted book. What comes then is dropped.
    static constexpr std::size_t most = 100'000;

    void push(InputEvent event);
    [[nodiscard]] bool empty() const { return events_.empty(); }
    // The events of the next frame. Moves and turns of the wheel are put together; a press ends a batch.
    Batch next();

    // A key press was used as a command: the character that it also made is not typed anywhere.
    void drop_typed();

  private:
    std::deque<InputEvent> events_;
};

}  // namespace dais::ui
