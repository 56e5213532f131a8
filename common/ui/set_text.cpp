#include "ui/set_text.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <utility>

#include "base/check.hpp"
#include "ui/text_breaks.hpp"
#include "ui/utf8.hpp"

namespace dais::ui {

namespace {

// A mark that is not seen and makes the paragraph run as the text does, whatever stands before it: a lead in
// Latin letters does not turn an Arabic text round. Nothing where the text has no direction yet.
std::string_view mark_of(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto direction = u_charDirection(static_cast<UChar32>(next_character(text, at)));
        if (direction == U_LEFT_TO_RIGHT) return "\u200E";
        if (direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC) return "\u200F";
    }
    return {};
}

}  // namespace

bool SetText::set(const What& what, double width, const typeset::Type& type) {
    const auto at = std::min(what.at, what.text.size());
    std::string shown;
    shown.reserve(what.lead.size() + 4 + what.text.size() + what.composing.text.size());
    if (!what.lead.empty()) {
        const auto mark = mark_of(what.text);
        shown.append(mark.empty() ? mark_of(what.composing.text) : mark).append(what.lead).append(" ");
    }
    begin_ = shown.size();
    shown.append(what.text.substr(0, at)).append(what.composing.text).append(what.text.substr(at));
    at_ = begin_ + at;
    composed_ = what.composing.text.size();
    if (paragraph_ && shown == shown_ && width == width_ && type == type_) return false;
    auto set = typeset::Paragraph::set(shown, width, type);
    if (!set) {
        begin_ = 0;
        at_ = at;
        composed_ = 0;
        set = typeset::Paragraph::set(what.text, width, type);
        base::check(set.ok(), "a text that can be edited can be set");
        shown.clear();  // tried again the next time
    }
    paragraph_.emplace(*std::move(set));
    shown_ = std::move(shown);
    width_ = width;
    type_ = type;
    return true;
}

std::size_t SetText::shown(std::size_t byte) const {
    const auto place = begin_ + byte;
    return place <= at_ ? place : place + composed_;
}

typeset::Caret SetText::in_text(typeset::Caret shown) const {
    if (shown.byte < begin_) return {0, typeset::Side::after};
    if (shown.byte <= at_) return {shown.byte - begin_, shown.side};
    if (shown.byte <= at_ + composed_) return {at_ - begin_, typeset::Side::after};
    return {shown.byte - composed_ - begin_, shown.side};
}

std::optional<typeset::Caret> SetText::beside(typeset::Caret caret, bool to_the_right,
                                              std::string_view text) const {
    auto place = shown(caret);
    for (;;) {
        const auto next = to_the_right ? paragraph_->right_of(place) : paragraph_->left_of(place);
        if (!next || next->byte < begin_) return std::nullopt;
        place = *next;
        const auto found = in_text(place);
        if (found.byte != caret.byte && letter_at_or_after(text, found.byte) == found.byte) return found;
    }
}

}  // namespace dais::ui
