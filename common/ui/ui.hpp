// The widget layer's ground: one Ui lives as long as its window and is begun and ended once a frame, drawn or
// not. It keeps the keyboard's focus, deals out the keys, answers for the pointer, sets text, and writes down
// every widget of the frame (the probes), so that a test without a screen can find, press and read them.
//
// Keys: the widget that has the focus may take the press of this frame; what it leaves, the view's shortcuts
// may take after all widgets were drawn; Tab and F6 come last. Dear ImGui draws and tracks the pointer; its
// own keyboard navigation is off.
//
// A widget's id is its place in words, "list.add": stable from frame to frame and unique in one.
// Thread: the window's.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/time.hpp"
#include "ui/fonts.hpp"
#include "ui/geometry.hpp"
#include "ui/input.hpp"
#include "ui/layout_cache.hpp"
#include "ui/sheets.hpp"
#include "ui/theme.hpp"

struct ImDrawList;

namespace dais::ui {

// A widget as it was drawn in the last frame.
struct Probe {
    std::string id;
    Rect rect;            // as laid out, also where it is clipped
    bool visible = true;  // some of it lies within what is shown
    bool enabled = true;  // can be pressed or typed into
    bool takes_focus = false;
    bool cut = false;  // its text did not fit and was elided
    std::string text;  // what it says
};

// What the pointer does at a widget.
struct Pointing {
    bool hovered = false;
    bool held = false;
    bool clicked = false;  // let go over the widget on which it was pressed
    bool pressed = false;  // went down in this frame
    int presses = 0;       // how many at this place in quick succession: 2 takes a word, 3 all
    bool shift = false;    // was held as it went down
};

enum class Align : std::uint8_t { start, center, end };

struct Clipboard {
    std::function<std::string()> get = [] { return std::string(); };
    std::function<void(const std::string&)> set = [](const std::string&) {};
};

// What a frame is begun with.
struct FrameStart {
    Extent extent;
    float scale = 1.0F;  // of the interface: 1 to 2.5
    ThemeName theme = ThemeName::light;
    base::Instant uptime;
    Batch batch;
    bool held = false;  // the key that makes the batch's text is held, so that the text is a repetition
};

class Ui {
  public:
    Ui(Fonts& fonts, Clipboard clipboard);

    // REQUIRES: ImGui::NewFrame() was called, and begin and end alternate.
    void begin(const FrameStart& start);
    void end();

    [[nodiscard]] Rect screen() const { return screen_; }
    [[nodiscard]] const Theme& theme() const { return *theme_; }
    [[nodiscard]] base::Instant uptime() const { return uptime_; }
    // Pixels of so many of the layout's units (96 to the inch at 100 %), whole.
    [[nodiscard]] float px(float units) const;
    [[nodiscard]] float scale() const { return scale_; }
    Fonts& fonts() { return fonts_; }
    ImDrawList* canvas() { return canvas_; }

    // --- Keys
    // ----------------------------------------------------------------------------------------------- The
    // press of this frame that nobody has taken, or null.
    [[nodiscard]] const KeyPress* key() const;
    // Takes the press where it is this chord. `repeats`: also while the key is held.
    bool take(Chord chord, bool repeats = false);
    void take_key();
    // The text typed in this frame, empty where there is none or it was taken.
    [[nodiscard]] const std::string& typed() const { return batch_.typed; }
    void take_typed() { batch_.typed.clear(); }
    // What an input method has put together, where that changed in this frame.
    [[nodiscard]] const std::optional<Composing>& composing() const { return batch_.composing; }
    // Where what is typed goes, said by the widget that has the focus.
    void text_input_at(Rect place) { text_input_ = place; }
    [[nodiscard]] const std::optional<Rect>& text_input() const { return text_input_; }
    // For a view, after its widgets: as take(), but a chord that would be typing (no Ctrl, no Alt, no F-key)
    // is left alone while a text is edited. '+' and '-' come as typed text, whatever keys make them, and only
    // once where the key is held.
    bool shortcut(Chord chord, bool repeats = false);
    bool shortcut(char typed);
    // Whether a press of this frame was taken as a command, so that its character must not be typed.
    [[nodiscard]] bool key_taken() const { return key_was_taken_; }

    // --- Focus
    // ---------------------------------------------------------------------------------------------- Puts the
    // widget into the order of Tab; whether it has the focus. Where it cannot be used it is passed over.
    bool focusable(const std::string& id, bool enabled);
    void focus(std::string id) { focus_wanted_ = std::move(id); }
    // The same for a dialog that is drawn from the next frame on; when it is gone, the focus goes back.
    void focus_in_dialog(std::string id);
    void leave_focus() { focused_.clear(); }
    [[nodiscard]] const std::string& focused() const { return focused_; }
    // Said by a text field that has the focus.
    void edits_text() { edits_text_ = true; }
    [[nodiscard]] bool is_editing() const { return edits_text_; }
    // The widgets until the next call form a group, between which F6 moves.
    void group(std::string name) { group_ = std::move(name); }
    void outline(Rect rect);  // what has the focus

    // --- A dialog that must be answered first
    // ---------------------------------------------------------------- Between the two calls widgets belong
    // to the dialog; while one is drawn, all others are out of reach.
    void begin_dialog(const std::string& id);
    // `closed`: it will not be drawn again; the next frame's key already finds everything else in reach.
    void end_dialog(bool closed = false);
    [[nodiscard]] bool reachable() const { return dialog_.empty() || in_dialog_; }

    // --- Pointer
    // --------------------------------------------------------------------------------------------
    Pointing pointing(const std::string& id, Rect rect, bool enabled = true);
    // Lines of the wheel over the rectangle; 0 where the pointer is elsewhere.
    float wheel_over(Rect rect);
    [[nodiscard]] float pointer_x() const;
    [[nodiscard]] float pointer_y() const;
    // Draws and points nowhere outside of it until pop_clip().
    void push_clip(Rect rect);
    void pop_clip();

    // --- Text and shapes
    // ------------------------------------------------------------------------------------ One line, elided
    // where it does not fit; returns whether it had to be. Any script.
    bool text(Rect rect, std::string_view text, Face face, Colour colour, Align align = Align::start);
    [[nodiscard]] float width(std::string_view text, Face face);
    [[nodiscard]] float line(Face face);  // the height of a line
    // A text in lines of that width, laid out anew only when it was not seen lately. Good until the next
    // call.
    const TextLayout& layout(std::string_view text, float width, Face face, float first_indent = 0,
                             bool wrap = true);
    Sheets& sheets() { return sheets_; }
    void fill(Rect rect, Colour colour, float rounding = 0);
    void frame(Rect rect, Colour colour, float rounding = 0, float thickness = 1);

    // --- Probes
    // ---------------------------------------------------------------------------------------------
    void note(Probe probe);
    // Of the last frame that was ended.
    [[nodiscard]] const std::vector<Probe>& probes() const { return probes_; }
    [[nodiscard]] const Probe* probe(std::string_view id) const;

    Clipboard& clipboard() { return clipboard_; }

  private:
    struct Stop {
        std::string id;
        std::string group;
    };
    void settle_focus();
    void move_focus();
    [[nodiscard]] std::size_t place_of_focus() const;
    int count_press(const std::string& id);

    Fonts& fonts_;
    LayoutCache layouts_;
    Sheets sheets_;
    Clipboard clipboard_;
    const Theme* theme_ = nullptr;
    ImDrawList* canvas_ = nullptr;
    Rect screen_;
    Rect clip_;
    std::vector<Rect> clips_;
    float scale_ = 1.0F;
    base::Instant uptime_;
    Batch batch_;
    bool key_was_taken_ = false;
    bool held_ = false;
    std::optional<Rect> text_input_;
    struct Press {
        std::string id;
        base::Instant at;
        float x = 0;
        float y = 0;
        int count = 0;
    };
    Press last_press_;

    std::string focused_;
    std::string focus_wanted_;
    bool edits_text_ = false;
    std::string group_;
    std::vector<Stop> stops_;  // of this frame, in the order in which they were drawn

    std::string dialog_;      // drawn in the frame before: what is not in it is out of reach
    std::string dialog_now_;  // drawn in this frame
    std::string focus_before_dialog_;
    bool in_dialog_ = false;

    std::vector<Probe> noting_;
    std::vector<Probe> probes_;
    std::unordered_map<std::string_view, std::size_t> by_id_;
};

}  // namespace dais::ui
