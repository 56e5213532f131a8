// The plain widgets. Each is drawn in the rectangle that it is given, is written down as a probe under its
// id, and can be reached and used by keyboard: Tab goes to it, Enter activates it. Space is not theirs: it
// belongs to the desk.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "ui/ui.hpp"

namespace dais::ui {

// What everything that can be pressed is at least high and wide (WCAG 2.2, 2.5.8 asks for 24; gloved or
// hurried hands want more).
inline constexpr float target = 40;

enum class Tone : std::uint8_t {
    plain,
    accent,  // the act that is likely to be next
    danger,  // what cannot be taken back
    quiet,   // no background until it is pointed at or has the focus
};

struct ButtonLook {
    bool enabled = true;
    Tone tone = Tone::plain;
    std::string_view keys = {};  // shown small at its end: "Space"
    bool on = false;             // of a switch
    Align align = Align::center;
};

// Whether it was activated: clicked, or Enter while it has the focus.
bool button(Ui& ui, const std::string& id, Rect rect, std::string_view label, const ButtonLook& look = {});
// How wide a button must be so that nothing is cut.
float button_width(Ui& ui, std::string_view label, std::string_view keys = {});

// A row of buttons from left to right: places for as many as have room. Where the next has none its place is
// empty, and it is left out; its keys are there all the same.
class ButtonRow {
  public:
    ButtonRow(Ui& ui, Rect rect) : ui_(ui), rect_(rect) {}
    Rect next(std::string_view label, std::string_view keys = {});
    [[nodiscard]] const Rect& rest() const { return rect_; }

  private:
    Ui& ui_;
    Rect rect_;
};

// A line of text.
void label(Ui& ui, const std::string& id, Rect rect, std::string_view text, Face face, Colour colour,
           Align align = Align::start);
void label(Ui& ui, const std::string& id, Rect rect, std::string_view text);  // body, in the text's colour

// One of a few, side by side; Left and Right choose while it has the focus. Whether the choice changed.
bool choice(Ui& ui, const std::string& id, Rect rect, std::span<const std::string_view> labels,
            std::size_t& chosen, bool enabled = true);
// How wide it must be so that nothing is cut.
float choice_width(Ui& ui, std::span<const std::string_view> labels);

// Text over several lines, as many as fit the rectangle; returns the height that all of them need.
float paragraph(Ui& ui, const std::string& id, Rect rect, std::string_view text, Face face, Colour colour);
float paragraph_height(Ui& ui, float width, std::string_view text, Face face);

// A state, said by word, shape and colour together, so that none of them is needed alone.
enum class State : std::uint8_t { good, warning, over, info, remote, quiet };
void status(Ui& ui, const std::string& id, Rect rect, State state, std::string_view word,
            Face face = Face::body);
float status_width(Ui& ui, std::string_view word, Face face = Face::body);
Colour colour_of(const Theme& theme, State state);
// Its shape alone, about that middle: a disc, a triangle, a square, a ring, a diamond, a dot.
void shape(Ui& ui, State state, float x, float y, float radius, Colour colour);

// A bar of which `part` (0 to 1) is filled.
void bar(Ui& ui, const std::string& id, Rect rect, float part, State state);

// A panel's ground with its title, drawn; returns what is left inside.
Rect panel(Ui& ui, const std::string& id, Rect rect, std::string_view title);

}  // namespace dais::ui
