// A text that is being typed: the text, a caret, a selection, and what can be undone. One line of UTF-8: a
// paragraph of the record has no line breaks, so those that come in become spaces. Pure; one thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "meeting/limits.hpp"

namespace dais::ui {

// How far a move or an erasure goes.
enum class Step : std::uint8_t { character_back, character_on, word_back, word_on, start, end };

class TextEdit {
  public:
    explicit TextEdit(std::size_t most_bytes = meeting::max_text_bytes) : most_bytes_(most_bytes) {}

    [[nodiscard]] const std::string& text() const { return text_; }
    [[nodiscard]] bool empty() const { return text_.empty(); }
    // Offsets of bytes, between characters. The selection lies between anchor and caret.
    [[nodiscard]] std::size_t caret() const { return caret_; }
    [[nodiscard]] std::size_t anchor() const { return anchor_; }
    [[nodiscard]] std::size_t from() const { return caret_ < anchor_ ? caret_ : anchor_; }
    [[nodiscard]] std::size_t to() const { return caret_ < anchor_ ? anchor_ : caret_; }
    [[nodiscard]] bool has_selection() const { return caret_ != anchor_; }
    [[nodiscard]] std::string_view selected() const;
    // Grows with every change of the text.
    [[nodiscard]] std::uint64_t revision() const { return revision_; }

    // Another text, with the caret at its end; what was before cannot be undone.
    void set(std::string_view text);
    void clear() { set({}); }

    // In place of what is selected. Line breaks and tabs become spaces, other control characters and what is
    // no UTF-8 are left out. False where the limit did not let all of it in.
    bool insert(std::string_view text);
    // What is selected, else as far as the step goes.
    void erase(Step step);
    void move(Step step, bool select);
    void place(std::size_t caret, bool select);
    void select(std::size_t from, std::size_t to);
    void select_all() { select(0, text_.size()); }
    void select_word(std::size_t at);

    // A run of typing up to the space behind a word is one step, and so is a run of erasures.
    [[nodiscard]] bool can_undo() const { return !done_.empty(); }
    [[nodiscard]] bool can_redo() const { return !undone_.empty(); }
    void undo();
    void redo();

  private:
    static constexpr std::size_t most_steps = 1'000;

    // What stood at `at` before a change, what stands there after it, and where the caret was.
    struct Change {
        std::size_t at = 0;
        std::string before;
        std::string after;
        std::size_t caret_before = 0;
        std::size_t anchor_before = 0;
    };
    enum class Run : std::uint8_t { none, typing, erasing };

    void replace(std::size_t from, std::size_t to, std::string_view by, Run run);
    bool joins_last(const Change& change, Run run) const;
    [[nodiscard]] std::size_t target(Step step) const;

    std::string text_;
    std::size_t caret_ = 0;
    std::size_t anchor_ = 0;
    std::size_t most_bytes_;
    std::uint64_t revision_ = 0;
    std::vector<Change> done_;
    std::vector<Change> undone_;
    Run run_ = Run::none;
};

}  // namespace dais::ui
