#include "ui/text_edit.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "ui/text_breaks.hpp"

namespace dais::ui {
namespace {

// The length of the line break or tab at `at`, 0 where there is none. CR LF is one.
std::size_t blank_length(std::string_view text, std::size_t at) {
    if (text.substr(at, 2) == "\r\n") return 2;
    const auto c = static_cast<unsigned char>(text[at]);
    if (c >= 0x09 && c <= 0x0D) return 1;
    if (text.substr(at, 2) == "\u0085") return 2;
    const auto three = text.substr(at, 3);
    return three == "\u2028" || three == "\u2029" ? 3 : 0;
}

std::size_t control_length(std::string_view text, std::size_t at) {
    const auto c = static_cast<unsigned char>(text[at]);
    if (c < 0x20 || c == 0x7F) return 1;
    return c == 0xC2 && static_cast<unsigned char>(text[at + 1]) < 0xA0 ? 2 : 0;
}

// REQUIRES: well-formed UTF-8.
std::string as_one_line(std::string_view text) {
    std::string line;
    line.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        if (const auto blank = blank_length(text, at); blank > 0) {
            line += ' ';
            at += blank;
        } else if (const auto control = control_length(text, at); control > 0) {
            at += control;
        } else {
            line += text[at++];
        }
    }
    return line;
}

// Between the two a new step begins: a space after a word.
bool ends_word(std::string_view before, std::string_view after) {
    return after.front() == ' ' && before.back() != ' ';
}

}  // namespace

TextEdit::Range TextEdit::selection() const {
    return {std::min(anchor_, caret_), std::max(anchor_, caret_)};
}

std::string_view TextEdit::selected() const {
    const auto [from, to] = selection();
    return std::string_view(text_).substr(from, to - from);
}

std::size_t TextEdit::target(To to) const {
    switch (to) {
        case To::previous_letter:
            return previous_letter(text_, caret_);
        case To::next_letter:
            return next_letter(text_, caret_);
        case To::previous_word:
            return letter_at_or_before(text_, previous_word_start(text_, caret_));
        case To::next_word:
            return letter_at_or_after(text_, next_word_end(text_, caret_));
        case To::start:
            return 0;
        case To::end:
            break;
    }
    return text_.size();
}

void TextEdit::move(To to, bool extending) {
    const auto range = selection();
    if (!extending && !range.empty() && to == To::previous_letter) return place(range.from);
    if (!extending && !range.empty() && to == To::next_letter) return place(range.to);
    place(target(to), extending);
}

void TextEdit::place(std::size_t at, bool extending) {
    caret_ = letter_at_or_after(text_, at);
    if (!extending) anchor_ = caret_;
    running_ = false;
}

void TextEdit::select(std::size_t anchor, std::size_t caret) {
    place(anchor);
    place(caret, true);
}

TextEdit::Taken TextEdit::insert(std::string_view text) {
    if (base::first_bad_utf8(text)) return Taken::refused;
    const auto line = as_one_line(text);
    const auto range = selection();
    const auto room = limit_ - (text_.size() - (range.to - range.from));
    const auto fits = letter_at_or_before(line, std::min(room, line.size()));
    if (fits > 0) {
        const bool one_letter = next_letter(line, 0) == fits;
        change(one_letter ? Kind::typing : Kind::other, range, std::string_view(line).substr(0, fits));
    }
    return fits < line.size() ? Taken::cut : Taken::whole;
}

bool TextEdit::erase(To to) {
    auto range = selection();
    auto kind = Kind::other;
    if (range.empty()) {
        const auto other = target(to);
        range = {std::min(other, caret_), std::max(other, caret_)};
        if (to == To::previous_letter) kind = Kind::erasing_backwards;
        if (to == To::next_letter) kind = Kind::erasing_forwards;
    }
    if (range.empty()) return false;
    change(kind, range, {});
    return true;
}

bool TextEdit::replace(Range range, std::string_view text, std::size_t caret) {
    if (base::first_bad_utf8(text) || range.from > range.to || range.to > text_.size()) return false;
    const auto line = as_one_line(text);
    if (text_.size() - (range.to - range.from) + line.size() > limit_) return false;
    // Between letters, as everything else that is done here.
    const auto from = letter_at_or_before(text_, range.from);
    const auto to = letter_at_or_after(text_, range.to);
    if (from != range.from || to != range.to) return false;
    change(Kind::other, range, line);
    place(caret);
    return true;
}

TextEdit::Taken TextEdit::set(std::string_view text) {
    if (base::first_bad_utf8(text)) return Taken::refused;
    auto line = as_one_line(text);
    const auto fits = letter_at_or_before(line, std::min(limit_, line.size()));
    const auto taken = fits < line.size() ? Taken::cut : Taken::whole;
    line.resize(fits);
    if (line != text_) {
        text_ = std::move(line);
        ++revision_;
    }
    anchor_ = caret_ = text_.size();
    forget_all();
    return taken;
}

void TextEdit::change(Kind kind, Range range, std::string_view inserted) {
    Step step{kind,    range.from, text_.substr(range.from, range.to - range.from), std::string(inserted),
              anchor_, caret_};
    put(range.from, range.to - range.from, inserted);
    if (!join(step)) remember(std::move(step));
    running_ = true;
}

// Adds the step to the last one if the two are of one run.
bool TextEdit::join(const Step& step) {
    if (!running_ || done_ == 0 || done_ < steps_.size()) return false;
    Step& last = steps_.back();
    if (step.kind == Kind::other || step.kind != last.kind) return false;
    const auto grown = step.kind == Kind::typing ? last.inserted.size() : last.removed.size();
    if (grown >= max_run_bytes) return false;
    switch (step.kind) {
        case Kind::typing:
            if (!step.removed.empty() || step.at != last.at + last.inserted.size()) return false;
            if (ends_word(last.inserted, step.inserted)) return false;
            last.inserted += step.inserted;
            break;
        case Kind::erasing_backwards:
            if (step.at + step.removed.size() != last.at) return false;
            if (ends_word({&last.removed.front(), 1}, step.removed)) return false;
            last.removed.insert(0, step.removed);
            last.at = step.at;
            break;
        case Kind::erasing_forwards:
            if (step.at != last.at || ends_word(last.removed, step.removed)) return false;
            last.removed += step.removed;
            break;
        case Kind::other:
            return false;
    }
    remembered_ += step.inserted.size() + step.removed.size();
    return true;
}

void TextEdit::remember(Step step) {
    const auto bytes = [](const Step& s) { return s.removed.size() + s.inserted.size(); };
    while (steps_.size() > done_) {
        remembered_ -= bytes(steps_.back());
        steps_.pop_back();
    }
    remembered_ += bytes(step);
    steps_.push_back(std::move(step));
    while (steps_.size() > max_undo_steps || (remembered_ > max_undo_bytes && steps_.size() > 1)) {
        remembered_ -= bytes(steps_.front());
        steps_.pop_front();
    }
    done_ = steps_.size();
}

void TextEdit::forget_all() {
    steps_.clear();
    done_ = 0;
    remembered_ = 0;
    running_ = false;
}

// The caret goes behind what was put in. What follows may be an accent that now stands on it, so the place
// between two letters is looked for.
void TextEdit::put(std::size_t at, std::size_t removed, std::string_view inserted) {
    text_.replace(at, removed, inserted);
    anchor_ = caret_ = letter_at_or_after(text_, at + inserted.size());
    ++revision_;
}

bool TextEdit::undo() {
    if (!can_undo()) return false;
    const Step& step = steps_[--done_];
    put(step.at, step.inserted.size(), step.removed);
    anchor_ = step.anchor;
    caret_ = step.caret;
    running_ = false;
    return true;
}

bool TextEdit::redo() {
    if (!can_redo()) return false;
    const Step& step = steps_[done_++];
    put(step.at, step.removed.size(), step.inserted);
    running_ = false;
    return true;
}

}  // namespace dais::ui
