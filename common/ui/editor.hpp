// The editor of paragraphs: a text of any script that wraps its words, set as the record will print it, with
// what stands before it in grey. A clerk's view knows no more of it than this.
//
// Left and Right go by letters as the line is seen, with Ctrl by words; Up and Down by the lines that are
// seen, keeping to their column; Home and End to the ends of the line, with Ctrl of the text; Page Up and
// Down by what is seen at once. With Shift each selects. Backspace, Delete, Ctrl+A, C, X, V, Z, Y as in any
// field. A press places the caret, a second takes the word, a third all; dragging selects, by words after a
// second press; with Shift a press selects up to it. Enter, Tab and Escape are left to the panel. What an
// input method puts together stands underlined at the caret until it is typed.
//
// Lines are drawn onto a sheet (ui/sheets.hpp) when they look as none there does; caret, selection and marks
// are drawn over it. One thread, the window's.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "prose/range.hpp"
#include "ui/field.hpp"
#include "ui/input.hpp"
#include "ui/set_text.hpp"
#include "ui/text_edit.hpp"
#include "ui/ui.hpp"

namespace dais::ui {

class Editor {
  public:
    // A place with a wavy line under it.
    struct Mark {
        TextEdit::Range range;
        Colour colour;
    };

    // What the house style makes of what was typed: of the text, the caret and what was typed before it.
    using AfterTyping = std::function<std::optional<prose::Edit>(std::string_view text, std::size_t caret,
                                                                 std::string_view typed)>;

    Editor() = default;
    explicit Editor(std::size_t most_bytes) : edit_(most_bytes) {}

    [[nodiscard]] const std::string& text() const { return edit_.text(); }
    [[nodiscard]] bool empty() const { return edit_.empty(); }
    // Grows with every change of the text.
    [[nodiscard]] std::uint64_t revision() const { return edit_.revision(); }
    // Whether the last thing typed or pasted was more than a paragraph may hold.
    [[nodiscard]] bool full() const { return full_; }
    void set(std::string_view text);
    // What the program does for the clerk: one step back undoes it. Says whether it could be done.
    bool apply(const prose::Edit& edit);
    void select(TextEdit::Range range);
    [[nodiscard]] const TextEdit& edit() const { return edit_; }
    [[nodiscard]] const std::string& composing() const { return composing_.text; }

    // `lead`: the attribution, in grey before the text. Takes keys while it has the focus.
    FieldEvent draw(Ui& ui, const std::string& id, Rect rect, std::string_view lead, std::string_view hint,
                    std::span<const Mark> marks = {}, const AfterTyping& after_typing = {});

  private:
    // How points of the paragraph become pixels of the window.
    struct Page {
        Rect rect;
        Rect inside;
        float pitch = 0;    // from line to line
        double pixels = 1;  // to the point
        float top = 0;      // of the first line, scrolled
        [[nodiscard]] float x(double points) const;
        [[nodiscard]] float y(std::size_t line) const { return top + pitch * static_cast<float>(line); }
        [[nodiscard]] Rect of(const typeset::Stretch& stretch) const;
        // Of so many lines the first that is seen and the one behind the last, with so many pixels more.
        [[nodiscard]] std::pair<std::size_t, std::size_t> seen(std::size_t lines, float beyond) const;
    };

    void lay_out(const Page& page, std::string_view lead);
    void take_keys(Ui& ui, const Page& page, const AfterTyping& after_typing);
    bool take_typed(Ui& ui, const AfterTyping& after_typing);
    bool moves(const KeyPress& press, std::ptrdiff_t lines_seen);
    void move_beside(bool to_the_right, bool extending);
    void move_by_lines(std::ptrdiff_t by, bool extending);
    void move_to(typeset::Caret caret, bool extending);
    void follow_pointer(Ui& ui, const std::string& id, const Page& page);
    void scroll_to_caret(const Page& page);
    [[nodiscard]] typeset::Caret caret() const { return {edit_.caret(), side_}; }
    [[nodiscard]] typeset::Place place_of_caret() const;

    void draw_page(Ui& ui, const std::string& id, const Page& page, bool focused,
                   std::span<const Mark> marks) const;
    void draw_lines(Ui& ui, const std::string& id, const Page& page) const;
    static void draw_wave(Ui& ui, Rect rect, Colour colour);
    void draw_caret(Ui& ui, const Page& page) const;
    [[nodiscard]] std::string lead_towards(Ui& ui, std::string_view lead, std::string_view hint) const;
    void draw_hint(Ui& ui, const Page& page, std::string_view hint) const;

    TextEdit edit_;
    typeset::Side side_ = typeset::Side::after;
    std::optional<double> wish_;  // the column that Up and Down keep to
    Composing composing_;
    SetText set_;
    float scroll_ = 0;
    bool full_ = false;
    bool follow_ = false;      // the caret has moved, and must be seen
    TextEdit::Range pressed_;  // the word that was pressed twice
};

}  // namespace dais::ui
