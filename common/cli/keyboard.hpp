// A keyboard that the program plays itself, through xdotool, on the X display of DISPLAY: real key events, as
// a person's keyboard makes them, to whichever window has the focus.
#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "base/time.hpp"

namespace dais::cli {

class Keyboard {
  public:
    // `delay`: between two keys.
    explicit Keyboard(base::Span delay) : delay_(delay) {}

    // Chooses a layout that has the letters of the script (curly quotes, accents), as xdotool would otherwise
    // change the layout for each of them. Error: no_keyboard.
    static base::Status<> prepare();

    // Gives the window whose title begins so the focus. Errors: no_window where there is none yet;
    // no_keyboard where xdotool is not installed or does not answer.
    base::Status<> focus(const std::string& title);
    // Chords as strokes name them: "Ctrl+Enter", "m", "+".
    base::Status<> press(const std::vector<std::string>& chords);
    // As a person would: no-break spaces as plain ones.
    base::Status<> type(const std::string& text);

  private:
    base::Span delay_;
};

// xdotool's name of a chord: "ctrl+Return".
std::string xdotool_name(const std::string& chord);

}  // namespace dais::cli
