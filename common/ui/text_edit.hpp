// The text of a field while it is edited: one line, with a caret, a selection and a way back. No window and
// no drawing; a field feeds it keys and lays out what it holds (ui/text_layout.hpp).
//
// Offsets are bytes of the UTF-8 text. Caret and anchor always stand between two letters (grapheme clusters),
// so that no accent is ever parted from what it stands on. "Next" and "previous" mean the order of the text,
// not of the screen: in a line that runs from right to left the left arrow key is `next`.
//
// The text is what a paragraph on the record may be: well-formed UTF-8 without line breaks and control
// characters. One thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>

#include "meeting/limits.hpp"

namespace dais::ui {

class TextEdit {
  public:
    // How much of a text was taken: all of it; as many letters as there was room for, perhaps none; or
    // nothing, because it is not UTF-8.
    enum class Taken { whole, cut, refused };
    enum class To { previous_letter, next_letter, previous_word, next_word, start, end };
    struct Range {
        std::size_t from = 0;
        std::size_t to = 0;

        [[nodiscard]] bool empty() const { return from == to; }
        friend bool operator==(const Range&, const Range&) = default;
    };

    static constexpr std::size_t max_undo_steps = 1'000;
    static constexpr std::size_t max_undo_bytes = 4'194'304;  // of text that steps remember
    static constexpr std::size_t max_run_bytes = 64;  // one step of typing, for scripts that use no spaces

    // The text never has more bytes than the limit.
    explicit TextEdit(std::size_t limit = meeting::max_text_bytes) : limit_(limit) {}

    [[nodiscard]] const std::string& text() const { return text_; }
    [[nodiscard]] bool empty() const { return text_.empty(); }
    [[nodiscard]] std::size_t caret() const { return caret_; }
    // Where the selection was begun; the caret where there is none.
    [[nodiscard]] std::size_t anchor() const { return anchor_; }
    [[nodiscard]] Range selection() const;
    [[nodiscard]] std::string_view selected() const;
    // Grows with each change of the text, and with nothing else.
    [[nodiscard]] std::uint64_t revision() const { return revision_; }

    // Without `extending` the selection is given up; a step by one letter then goes to the end of it on that
    // side.
    void move(To to, bool extending = false);
    // A place that is not between letters becomes the next that is; one behind the end becomes the end.
    void place(std::size_t at, bool extending = false);
    void select(std::size_t anchor, std::size_t caret);
    void select_all() { select(0, text_.size()); }

    // Puts the text in place of the selection. Line breaks and tabs become spaces, other control characters
    // are left out; where nothing is left to put, nothing changes and the selection stays.
    Taken insert(std::string_view text);
    // Removes the selection or, where there is none, what lies between the caret and that place. Says whether
    // anything was removed.
    bool erase(To to);

    // Puts the text in place of the range and the caret at that offset of the whole, as a step of its own:
    // what the program does for somebody is taken back without what he or she has typed. Nothing happens
    // where the text is not UTF-8, the range not in the text, or the whole too long; says whether it was
    // done.
    bool replace(Range range, std::string_view text, std::size_t caret);

    // Replaces everything, puts the caret at the end, and forgets the way back. `clear` is set("").
    Taken set(std::string_view text);
    void clear() { set({}); }

    // One step back or forth; false where there is none. A step is a run of typing or of erasing, which ends
    // at a space after a word, at a move, and at whatever else is done; or one insertion of more than a
    // letter.
    bool undo();
    bool redo();
    [[nodiscard]] bool can_undo() const { return done_ > 0; }
    [[nodiscard]] bool can_redo() const { return done_ < steps_.size(); }

  private:
    enum class Kind { typing, erasing_backwards, erasing_forwards, other };
    struct Step {
        Kind kind = Kind::other;
        std::size_t at = 0;
        std::string removed;
        std::string inserted;
        std::size_t anchor = 0;  // before the step
        std::size_t caret = 0;
    };

    [[nodiscard]] std::size_t target(To to) const;
    void change(Kind kind, Range range, std::string_view inserted);
    bool join(const Step& step);
    void remember(Step step);
    void forget_all();
    void put(std::size_t at, std::size_t removed, std::string_view inserted);

    std::size_t limit_;
    std::string text_;
    std::size_t caret_ = 0;
    std::size_t anchor_ = 0;
    std::uint64_t revision_ = 0;
    std::deque<Step> steps_;      // those done, then those undone
    std::size_t done_ = 0;        // how many of them are done
    std::size_t remembered_ = 0;  // bytes of text in them
    bool running_ = false;        // the last step may grow
};

}  // namespace dais::ui
