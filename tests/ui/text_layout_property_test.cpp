// What holds of every layout: nothing is lost, nothing is too wide, and carets are where clicks go.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <numeric>
#include <set>

#include "base/text.hpp"
#include "ui/drawn_texts.hpp"
#include "ui/ten_wide.hpp"
#include "ui/text_breaks.hpp"
#include "ui/text_layout.hpp"

namespace dais::ui {
namespace {

struct Drawn {
    std::string text;
    float width = 0;
    float indent = 0;
    Direction direction = Direction::automatic;
};

std::ostream& operator<<(std::ostream& out, const Drawn& drawn) {
    return out << "'" << drawn.text << "' in " << drawn.width << ", indent " << drawn.indent << ", direction "
               << static_cast<int>(drawn.direction);
}

rc::Gen<Drawn> drawn(const rc::Gen<std::string>& texts) {
    const auto sizes = rc::gen::map(rc::gen::inRange(0, 40), [](int n) { return static_cast<float>(n) * 5; });
    return rc::gen::build<Drawn>(
        rc::gen::set(&Drawn::text, texts), rc::gen::set(&Drawn::width, sizes),
        rc::gen::set(&Drawn::indent, sizes),
        rc::gen::set(&Drawn::direction, rc::gen::element(Direction::automatic, Direction::left_to_right,
                                                         Direction::right_to_left)));
}

TextLayout laid_out(const Drawn& d) {
    return lay_out(d.text, d.width, d.indent, ten_wide, {.direction = d.direction});
}

// How many letters take room on the line, spaces apart; a lam-alef is one.
std::size_t letters_seen(const Drawn& d, const LaidLine& line) {
    std::set<std::size_t> seen;
    for (const auto& glyph : line.shown.glyphs) {
        if (ten_wide(glyph.letter) == 0 || glyph.letter == U' ' || glyph.letter == 0x3000) continue;
        seen.insert(letter_at_or_before(d.text, glyph.from_byte));
    }
    return seen.size();
}

// Where a line may begin without parting a letter, and the end.
std::set<std::size_t> word_starts(const std::string& text) {
    std::set<std::size_t> starts{text.size()};
    for (const auto at : line_opportunities(text)) {
        if (letter_at_or_after(text, at) == at) starts.insert(at);
    }
    return starts;
}

void assert_nothing_is_lost(const Drawn& d, const TextLayout& layout) {
    std::size_t end = 0;
    for (std::size_t i = 0; i < layout.lines().size(); ++i) {
        const auto& line = layout.lines()[i];
        RC_ASSERT(line.from_byte == end);
        RC_ASSERT(line.to_byte > line.from_byte || d.text.empty() || (i == 0 && d.indent > 0));
        RC_ASSERT(line.edges.size() == line.shown.glyphs.size() + 1);
        RC_ASSERT(std::is_sorted(line.edges.begin(), line.edges.end()));
        end = line.to_byte;
    }
    RC_ASSERT(end == d.text.size());
}

RC_GTEST_PROP(TextLayoutProperty, every_byte_is_on_one_line_in_order, ()) {
    const auto d = *drawn(drawn_texts());
    assert_nothing_is_lost(d, laid_out(d));
}

RC_GTEST_PROP(TextLayoutProperty, damaged_text_is_laid_out_too, ()) {
    const auto d = *drawn(damaged_texts());
    const auto layout = laid_out(d);
    assert_nothing_is_lost(d, layout);
    for (std::size_t byte = 0; byte <= d.text.size(); ++byte) {
        RC_ASSERT(layout.caret_at(byte).line == layout.line_of(byte));
        for (const auto& stretch : layout.stretches(byte, d.text.size())) RC_ASSERT(stretch.x0 < stretch.x1);
    }
}

RC_GTEST_PROP(TextLayoutProperty, no_line_is_too_wide_but_for_a_letter_that_is, ()) {
    const auto d = *drawn(drawn_texts());
    const auto layout = laid_out(d);
    for (std::size_t i = 0; i < layout.lines().size(); ++i) {
        const auto& line = layout.lines()[i];
        const float room = i == 0 ? d.width - d.indent : d.width;
        RC_ASSERT(line.width == 0 || line.width <= room + 0.5F || letters_seen(d, line) <= 1U);
    }
}

RC_GTEST_PROP(TextLayoutProperty, the_next_word_would_not_have_had_room, ()) {
    auto d = *drawn(drawn_texts());
    d.indent = 0;
    const auto layout = laid_out(d);
    const auto words = word_starts(d.text);
    for (const auto& line : layout.lines()) {
        if (line.to_byte == d.text.size()) break;
        const bool between_words = words.contains(line.to_byte);
        const auto to = between_words ? *words.upper_bound(line.to_byte) : next_letter(d.text, line.to_byte);
        const auto more = d.text.substr(line.from_byte, to - line.from_byte);
        RC_ASSERT(lay_out(more, 0, 0, ten_wide, {.wrap = false}).lines()[0].width > d.width);
    }
}

RC_GTEST_PROP(TextLayoutProperty, words_are_broken_only_where_one_is_wider_than_a_line, ()) {
    const auto d = *drawn(drawn_texts());
    const auto layout = laid_out(d);
    const auto words = word_starts(d.text);
    for (const auto& line : layout.lines()) {
        if (line.to_byte == 0 || words.contains(line.to_byte)) continue;
        const auto end = *words.upper_bound(line.to_byte);
        const auto begin = words.lower_bound(line.to_byte);
        const auto from = begin == words.begin() ? 0 : *std::prev(begin);
        const auto word = d.text.substr(from, end - from);
        RC_ASSERT(lay_out(word, 0, 0, ten_wide, {.wrap = false}).lines()[0].width > d.width);
    }
}

RC_GTEST_PROP(TextLayoutProperty, a_click_on_the_caret_stays_there, ()) {
    const auto d = *drawn(drawn_texts());
    const auto layout = laid_out(d);
    auto starts = letter_starts(d.text);
    starts.push_back(static_cast<std::uint32_t>(d.text.size()));
    for (const auto byte : starts) {
        const auto place = layout.caret_at(byte);
        const auto& line = layout.lines()[place.line];
        RC_ASSERT(line.from_byte <= byte);
        RC_ASSERT(byte <= line.to_byte);
        const auto back = layout.byte_at(place.line, place.x);
        RC_ASSERT(layout.caret_at(back) == place);
    }
}

RC_GTEST_PROP(TextLayoutProperty, without_another_direction_each_place_has_its_byte, ()) {
    Drawn d =
        *drawn(joined_texts(rc::gen::element<std::string>("a", " ", "word", "e\u0301", "主", "席", ",")));
    d.direction = Direction::automatic;
    const auto layout = laid_out(d);
    for (const auto byte : letter_starts(d.text)) {
        if (layout.lines()[layout.line_of(byte)].from_byte != byte &&
            d.text.substr(byte).starts_with("\u0301"))
            continue;
        const auto place = layout.caret_at(byte);
        const auto back = layout.byte_at(place.line, place.x);
        RC_ASSERT(back <= byte);
        RC_ASSERT(layout.caret_at(back) == place);
    }
}

RC_GTEST_PROP(TextLayoutProperty, a_selection_is_as_wide_as_what_it_covers, ()) {
    const auto d = *drawn(drawn_texts());
    const auto layout = laid_out(d);
    const auto middle = letter_at_or_after(d.text, *rc::gen::inRange<std::size_t>(0, d.text.size() + 1));
    const auto width = [](const std::vector<TextLayout::Stretch>& stretches) {
        return std::accumulate(stretches.begin(), stretches.end(), 0.0F,
                               [](float sum, const auto& s) { return sum + s.x1 - s.x0; });
    };
    const float all = width(layout.stretches(0, d.text.size()));
    float glyphs = 0;
    for (const auto& line : layout.lines()) glyphs += line.edges.back() - line.edges.front();
    RC_ASSERT(std::abs(all - glyphs) < 0.5F);
    const float parts = width(layout.stretches(0, middle)) + width(layout.stretches(middle, d.text.size()));
    RC_ASSERT(std::abs(all - parts) < 0.5F);
}

RC_GTEST_PROP(ElidedProperty, fits_and_begins_as_the_text_does, ()) {
    const auto text = *drawn_texts();
    const auto width = static_cast<float>(*rc::gen::inRange(0, 200));
    const auto shortened = elided(text, width, ten_wide);
    RC_ASSERT(!base::first_bad_utf8(shortened));
    if (shortened == text) return;
    RC_ASSERT(shortened.ends_with("…"));
    const auto kept = shortened.substr(0, shortened.size() - std::string_view("…").size());
    RC_ASSERT(text.starts_with(kept));
    RC_ASSERT(letter_at_or_after(text, kept.size()) == kept.size());
    const auto line = lay_out(shortened, 0, 0, ten_wide, {.wrap = false}).lines()[0];
    RC_ASSERT(line.width <= width + 0.5F || kept.empty());
}

}  // namespace
}  // namespace dais::ui
