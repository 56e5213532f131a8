// TextEdit against a plain string: whatever is done in whatever order, the text is what the string is, it is
// fit for the record, and the way back passes through what was there before.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "base/text.hpp"
#include "ui/drawn_texts.hpp"
#include "ui/text_breaks.hpp"
#include "ui/text_edit.hpp"

namespace dais::ui {
namespace {

constexpr std::size_t limit = 120;
using To = TextEdit::To;

struct Act {
    int what = 0;
    To to = To::start;
    std::size_t at = 0;
    bool extending = false;
    std::string text;
};

std::ostream& operator<<(std::ostream& out, const Act& act) {
    return out << "{" << act.what << ", to " << static_cast<int>(act.to) << ", at " << act.at
               << (act.extending ? ", extending" : "") << ", '" << act.text << "'}";
}

rc::Gen<Act> acts() {
    return rc::gen::build<Act>(
        rc::gen::set(&Act::what, rc::gen::inRange(0, 12)),
        rc::gen::set(&Act::to, rc::gen::element(To::previous_letter, To::next_letter, To::previous_word,
                                                To::next_word, To::start, To::end)),
        rc::gen::set(&Act::at, rc::gen::inRange<std::size_t>(0, limit + 10)), rc::gen::set(&Act::extending),
        rc::gen::set(&Act::text, rough_texts()));
}

std::string first_piece(const std::string& text) {
    return text.substr(0, next_letter(text, 0));
}

void perform(TextEdit& edit, const Act& act) {
    switch (act.what) {
        case 0:
            edit.move(act.to, act.extending);
            break;
        case 1:
            edit.place(act.at, act.extending);
            break;
        case 2:
            edit.insert(act.text);
            break;
        case 3:
        case 4:
            edit.erase(act.to);
            break;
        case 5:
            edit.undo();
            break;
        case 6:
            edit.redo();
            break;
        case 7:
            edit.select_all();
            break;
        default:
            edit.insert(first_piece(act.text));
    }
}

void assert_whole(const TextEdit& edit) {
    RC_ASSERT(edit.text().size() <= limit);
    RC_ASSERT(!base::first_bad_utf8(edit.text()));
    RC_ASSERT(!base::first_line_break(edit.text()));
    RC_ASSERT(!base::first_control(edit.text()));
    RC_ASSERT(letter_at_or_after(edit.text(), edit.caret()) == edit.caret());
    RC_ASSERT(letter_at_or_after(edit.text(), edit.anchor()) == edit.anchor());
}

RC_GTEST_PROP(TextEditProperty, stays_fit_for_the_record, ()) {
    TextEdit edit(limit);
    for (const auto& act : *rc::gen::container<std::vector<Act>>(acts())) {
        perform(edit, act);
        assert_whole(edit);
    }
}

RC_GTEST_PROP(TextEditProperty, a_plain_string_cut_and_joined_is_the_same, ()) {
    TextEdit edit(limit);
    for (const auto& act : *rc::gen::container<std::vector<Act>>(acts())) {
        const auto before = edit.text();
        const auto [from, to] = edit.selection();
        const auto caret = edit.caret();
        const bool inserts = act.what == 2 || act.what > 7;
        perform(edit, act);
        if (inserts && edit.text() != before) {
            // What was inserted is what now stands between the two ends that did not change.
            const auto behind = before.size() - to;
            RC_ASSERT(edit.text().substr(0, from) == before.substr(0, from));
            RC_ASSERT(edit.text().substr(edit.text().size() - behind) == before.substr(to));
            RC_ASSERT(edit.text().size() >= from + behind);
        } else if (act.what == 3 || act.what == 4) {
            auto gone = TextEdit::Range{from, to};
            if (gone.empty()) {
                TextEdit other(limit);
                other.set(before);
                other.place(caret);
                other.move(act.to);
                gone = {std::min(caret, other.caret()), std::max(caret, other.caret())};
            }
            RC_ASSERT(edit.text() == before.substr(0, gone.from) + before.substr(gone.to));
        }
    }
}

RC_GTEST_PROP(TextEditProperty, the_way_back_passes_through_what_was_there, ()) {
    TextEdit edit(limit);
    std::vector<std::string> were{edit.text()};
    for (auto act : *rc::gen::container<std::vector<Act>>(acts())) {
        if (act.what == 5 || act.what == 6) act.what = 8;
        perform(edit, act);
        were.push_back(edit.text());
    }
    const auto last = edit.text();
    auto at = were.rbegin();
    std::vector<std::string> passed{last};
    while (edit.undo()) {
        at = std::find(at, were.rend(), edit.text());
        RC_ASSERT(at != were.rend());
        passed.push_back(edit.text());
        assert_whole(edit);
    }
    RC_ASSERT(edit.text().empty());
    for (auto again = passed.rbegin() + 1; again != passed.rend(); ++again) {
        RC_ASSERT(edit.redo());
        RC_ASSERT(edit.text() == *again);
    }
    RC_ASSERT(!edit.redo());
    RC_ASSERT(edit.text() == last);
}

RC_GTEST_PROP(TextEditProperty, undo_and_redo_end_where_they_began, ()) {
    TextEdit edit(limit);
    for (const auto& act : *rc::gen::container<std::vector<Act>>(acts())) perform(edit, act);
    if (!edit.can_undo()) edit.insert("x");
    const auto before = edit.text();
    edit.undo();
    RC_ASSERT(edit.redo());
    RC_ASSERT(edit.text() == before);
}

RC_GTEST_PROP(TextEditProperty, damage_is_refused, ()) {
    TextEdit edit(limit);
    edit.set("as it was");
    const auto text = *damaged_texts();
    const auto taken = edit.insert(text);
    RC_ASSERT((taken == TextEdit::Taken::refused) == base::first_bad_utf8(text).has_value());
    if (taken == TextEdit::Taken::refused) RC_ASSERT(edit.text() == "as it was");
    assert_whole(edit);
}

}  // namespace
}  // namespace dais::ui
