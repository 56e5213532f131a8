// Paragraphs drawn by chance, in all scripts and in mixed directions: what must hold for every text and
// width.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>

#include "base/text.hpp"
#include "typeset/paragraph.hpp"
#include "ui/drawn_texts.hpp"

namespace dais::typeset {
namespace {

rc::Gen<double> widths() {
    return rc::gen::map(rc::gen::inRange(20, 300), [](int width) { return static_cast<double>(width); });
}

// Pango breaks a line behind a space also where an accent stands on the space; no caret can stand there.
bool begin_with_stops(const Paragraph& made) {
    const auto& lines = made.lines();
    return std::all_of(lines.begin(), lines.end(), [&](const Line& line) { return made.is_stop(line.from); });
}

std::vector<std::size_t> stops_of(const Paragraph& made, std::size_t end) {
    std::vector<std::size_t> stops;
    for (std::size_t i = 0; i <= end; ++i) {
        if (made.is_stop(i)) stops.push_back(i);
    }
    return stops;
}

RC_GTEST_PROP(ParagraphProperty, lines_share_out_the_text_and_stay_in_the_width, ()) {
    const auto text = *ui::drawn_texts();
    const auto made = Paragraph::set(text, *widths(), {}).value();
    std::size_t at = 0;
    for (const auto& line : made.lines()) {
        RC_ASSERT(line.from == at);
        RC_ASSERT(line.to >= line.from);
        at = line.to;
    }
    RC_ASSERT(at == text.size());
}

RC_GTEST_PROP(ParagraphProperty, what_is_hit_where_a_caret_stands_stands_there_too, ()) {
    const auto text = *ui::drawn_texts();
    const auto made = Paragraph::set(text, *widths(), {}).value();
    for (const auto stop : stops_of(made, text.size())) {
        for (const auto side : {Side::after, Side::before}) {
            const auto place = made.place_of({stop, side});
            RC_ASSERT(place.line < made.lines().size());
            const auto hit = made.at(place.line, place.x);
            RC_ASSERT(made.is_stop(hit.byte));
            if (begin_with_stops(made)) RC_ASSERT(made.place_of(hit).line == place.line);
        }
    }
}

RC_GTEST_PROP(ParagraphProperty, the_ends_of_a_line_are_on_it, ()) {
    const auto text = *ui::drawn_texts();
    const auto made = Paragraph::set(text, *widths(), {}).value();
    RC_PRE(begin_with_stops(made));
    for (std::size_t i = 0; i < made.lines().size(); ++i) {
        RC_ASSERT(made.place_of(made.line_start(i)).line == i);
        RC_ASSERT(made.place_of(made.line_end(i)).line == i);
        RC_ASSERT(made.place_of(made.at(i, -1000)).line == i);
        RC_ASSERT(made.place_of(made.at(i, 1000)).line == i);
    }
}

// Wherever it begins, a walk to the left or to the right goes that way on each line and ends.
RC_GTEST_PROP(ParagraphProperty, a_walk_in_one_direction_ends, ()) {
    const auto text = *ui::drawn_texts();
    const auto made = Paragraph::set(text, *widths(), {}).value();
    const auto stops = stops_of(made, text.size());
    const auto start = *rc::gen::elementOf(stops);
    for (const bool right : {false, true}) {
        auto caret = std::optional<Caret>(Caret{start, Side::after});
        std::size_t steps = 0;
        while (caret) {
            RC_ASSERT(made.is_stop(caret->byte));
            RC_ASSERT(++steps <= stops.size());
            const auto before = made.place_of(*caret);
            caret = right ? made.right_of(*caret) : made.left_of(*caret);
            if (!caret) break;
            const auto now = made.place_of(*caret);
            if (now.line == before.line) RC_ASSERT((now.x > before.x) == right);
        }
    }
}

RC_GTEST_PROP(ParagraphProperty, all_that_is_seen_can_be_selected_and_nothing_else, ()) {
    const auto text = *ui::drawn_texts();
    const auto made = Paragraph::set(text, *widths(), {}).value();
    // Of an emoji that no font has, Pango draws a box for each part and covers the last; a vowel of
    // Devanagari may be drawn before what it follows.
    RC_PRE(text.find('\xF0') == std::string::npos && text.find("\u0915") == std::string::npos);
    std::vector<double> covered(made.lines().size());
    for (const auto& each : made.stretches(0, text.size())) covered[each.line] += each.right - each.left;
    for (std::size_t i = 0; i < covered.size(); ++i) {
        RC_ASSERT(std::abs(covered[i] - (made.lines()[i].right - made.lines()[i].left)) < 0.5);
    }
    const auto stops = stops_of(made, text.size());
    const auto from = *rc::gen::elementOf(stops);
    const auto to = *rc::gen::elementOf(stops);
    for (const auto& each : made.stretches(from, to)) {
        const auto& line = made.lines()[each.line];
        RC_ASSERT(line.from < to && line.to > from);
        RC_ASSERT(each.right > each.left);
        RC_ASSERT(each.left > line.left - 0.1 && each.right < line.right + 0.1);
    }
}

RC_GTEST_PROP(ParagraphProperty, damage_is_refused_and_nothing_else, ()) {
    const auto text = *ui::damaged_texts();
    const auto made = Paragraph::set(text, 100, {});
    RC_ASSERT(bool(made) == !base::first_bad_utf8(text).has_value());
}

}  // namespace
}  // namespace dais::typeset
