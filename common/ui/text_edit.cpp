#include "ui/text_edit.hpp"

#include <algorithm>
#include <utility>

#include "ui/breaks.hpp"
#include "ui/shaping.hpp"

namespace dais::ui {
namespace {

bool is_break(char32_t letter) {
    return (letter >= U'\t' && letter <= U'\r') || letter == 0x85 || letter == 0x2028 || letter == 0x2029;
}

// What may stand in a paragraph, of at most so many bytes; `whole` says whether that was all of it.
std::string as_one_line(std::string_view text, std::size_t most_bytes, bool& whole) {
    std::string line;
    whole = true;
    bool after_return = false;
    for_each_letter(text, [&](char32_t letter, std::size_t from, std::size_t to) {
        const bool second_half = std::exchange(after_return, letter == U'\r') && letter == U'\n';
        if (second_half || letter == 0xFFFD) return;
        const bool is_control = letter < 0x20 || (letter >= 0x7F && letter < 0xA0);
        std::string_view bytes = text.substr(from, to - from);
        if (is_break(letter)) {
            bytes = " ";
        } else if (is_control) {
            return;
        }
        if (!whole || line.size() + bytes.size() > most_bytes) {
            whole = false;
            return;
        }
        line += bytes;
    });
    return line;
}

}  // namespace

std::string_view TextEdit::selected() const {
    return std::string_view(text_).substr(from(), to() - from());
}

void TextEdit::set(std::string_view text) {
    bool whole = true;
    text_ = as_one_line(text, most_bytes_, whole);
    caret_ = anchor_ = text_.size();
    done_.clear();
    undone_.clear();
    run_ = Run::none;
    ++revision_;
}

bool TextEdit::insert(std::string_view text) {
    bool whole = true;
    const auto room = most_bytes_ - std::min(most_bytes_, text_.size() - (to() - from()));
    auto line = as_one_line(text, room, whole);
    if (!whole) line.resize(character_start(line, line.size()));
    if (!line.empty() || has_selection()) replace(from(), to(), line, Run::typing);
    return whole;
}

void TextEdit::erase(Step step) {
    if (has_selection()) return replace(from(), to(), {}, Run::none);
    const auto other = target(step);
    if (other != caret_) replace(std::min(caret_, other), std::max(caret_, other), {}, Run::erasing);
}

std::size_t TextEdit::target(Step step) const {
    switch (step) {
        case Step::character_back:
            return character_before(text_, caret_);
        case Step::character_on:
            return character_after(text_, caret_);
        case Step::word_back:
            return word_before(text_, caret_);
        case Step::word_on:
            return word_after(text_, caret_);
        case Step::start:
            return 0;
        case Step::end:
            break;
    }
    return text_.size();
}

void TextEdit::move(Step step, bool select) {
    // A selection is left at the side to which the caret goes.
    if (!select && has_selection() && (step == Step::character_back || step == Step::character_on)) {
        return place(step == Step::character_back ? from() : to(), false);
    }
    place(target(step), select);
}

void TextEdit::place(std::size_t caret, bool select) {
    caret_ = std::min(caret, text_.size());
    if (!select) anchor_ = caret_;
    run_ = Run::none;
}

void TextEdit::select(std::size_t from, std::size_t to) {
    anchor_ = std::min(from, text_.size());
    caret_ = std::min(to, text_.size());
    run_ = Run::none;
}

void TextEdit::select_word(std::size_t at) {
    const auto end = word_after(text_, at);
    const auto start = word_before(text_, end);
    if (start <= at) select(start, end);
}

// Whether a change goes on with what the last one began.
bool TextEdit::joins_last(const Change& change, Run run) const {
    if (run == Run::none || run != run_ || done_.empty()) return false;
    const auto& last = done_.back();
    if (run == Run::erasing) return change.at + change.before.size() == last.at || change.at == last.at;
    const bool follows = last.at + last.after.size() == change.at && change.before.empty();
    const bool begins_word = last.after.ends_with(' ') && !change.after.starts_with(' ');
    return follows && !begins_word;
}

void TextEdit::replace(std::size_t from, std::size_t to, std::string_view by, Run run) {
    Change change{from, text_.substr(from, to - from), std::string(by), caret_, anchor_};
    text_.replace(from, to - from, by);
    caret_ = anchor_ = from + by.size();
    ++revision_;
    undone_.clear();
    if (joins_last(change, run)) {
        auto& last = done_.back();
        if (run == Run::typing) {
            last.after += change.after;
        } else if (change.at == last.at) {
            last.before += change.before;
        } else {
            last.before = change.before + last.before;
            last.at = change.at;
        }
    } else {
        if (done_.size() == most_steps) done_.erase(done_.begin());
        done_.push_back(std::move(change));
    }
    run_ = run;
}

void TextEdit::undo() {
    if (done_.empty()) return;
    auto change = std::move(done_.back());
    done_.pop_back();
    text_.replace(change.at, change.after.size(), change.before);
    caret_ = change.caret_before;
    anchor_ = change.anchor_before;
    undone_.push_back(std::move(change));
    run_ = Run::none;
    ++revision_;
}

void TextEdit::redo() {
    if (undone_.empty()) return;
    auto change = std::move(undone_.back());
    undone_.pop_back();
    text_.replace(change.at, change.before.size(), change.after);
    caret_ = anchor_ = change.at + change.after.size();
    done_.push_back(std::move(change));
    run_ = Run::none;
    ++revision_;
}

}  // namespace dais::ui
