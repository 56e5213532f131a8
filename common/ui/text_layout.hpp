// A paragraph broken into lines of a width, and where caret and selection are in it.
//
// Offsets are bytes of the text, x is in the measure's unit from the left edge of the area. A paragraph that
// runs from right to left stands at the right edge. Lines break where UAX #14 lets them (which knows
// Chinese), inside of a word only when the word alone is wider than a line; spaces at the end of a line hang
// over its edge, so the x of a caret among them may be outside of the width. The text is one line, as
// TextEdit has it; line breaks in it are spaces here. Bad UTF-8 does no harm.
//
// Pure; any thread. 10,000 characters take half a millisecond, Arabic more; a list of paragraphs keeps the
// layouts that are seen, and the heights of the others (ui/height_cache.hpp).
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ui/shaping.hpp"

namespace dais::ui {

// The advance of a character as it is shown. Asked once for every character.
using Measure = std::function<float(char32_t)>;

struct LayoutOptions {
    Direction direction = Direction::automatic;
    bool wrap = true;  // false: one line however long it is, for boxes that scroll
};

struct LaidLine {
    // Between two letters; there is one at the beginning of each letter, and one at the end of the last line.
    struct Stop {
        std::uint32_t byte = 0;
        float x = 0;  // the leading edge of the letter that follows
    };

    std::uint32_t from_byte = 0;
    std::uint32_t to_byte = 0;  // spaces at the end included
    ShownLine shown;
    std::vector<float> edges;  // the left edge of each glyph of `shown`, and the right edge of the last
    std::vector<Stop> stops;   // in the order of the text
    float width = 0;           // without the spaces that hang
};

class TextLayout {
  public:
    struct Place {
        std::size_t line = 0;
        float x = 0;

        friend bool operator==(const Place&, const Place&) = default;
    };
    struct Stretch {
        std::size_t line = 0;
        float x0 = 0;
        float x1 = 0;

        friend bool operator==(const Stretch&, const Stretch&) = default;
    };

    TextLayout(std::vector<LaidLine> lines, bool rtl) : lines_(std::move(lines)), rtl_(rtl) {}

    // At least one. The lines' bytes follow each other without a gap. The first is empty where the first word
    // has no room beside the indent.
    [[nodiscard]] const std::vector<LaidLine>& lines() const& { return lines_; }
    [[nodiscard]] std::vector<LaidLine> lines() && {
        return std::move(lines_);
    }  // for (… : lay_out().lines())
    [[nodiscard]] bool rtl() const { return rtl_; }

    // A byte where one line ends and the next begins is on the next; behind the text is on the last.
    [[nodiscard]] std::size_t line_of(std::size_t byte) const;
    // Where a caret stands; inside of a letter it is that of the letter's beginning.
    [[nodiscard]] Place caret_at(std::size_t byte) const;
    // The stop of the line that is nearest. Beyond the end of a line that goes on in the next this is before
    // its last letter (mostly a space), because what is behind it would be shown on the next line.
    [[nodiscard]] std::size_t byte_at(std::size_t line, float x) const;

    // The place at that x on the line above or below that of the byte; nothing where there is no such line.
    [[nodiscard]] std::optional<std::size_t> above(std::size_t byte, float x) const;
    [[nodiscard]] std::optional<std::size_t> below(std::size_t byte, float x) const;
    // The first and the last stop of the line of the byte.
    [[nodiscard]] std::size_t line_start(std::size_t byte) const;
    [[nodiscard]] std::size_t line_end(std::size_t byte) const;

    // What a selection covers, line by line, from left to right; in mixed directions it may be several
    // stretches of a line.
    [[nodiscard]] std::vector<Stretch> stretches(std::size_t from, std::size_t to) const;

  private:
    std::vector<LaidLine> lines_;
    bool rtl_ = false;
};

// `first_indent`: how far from its beginning edge the first line begins, since something else stands there.
TextLayout lay_out(std::string_view text, float width, float first_indent, const Measure& measure,
                   const LayoutOptions& options = {});

// The text, or as many letters of its beginning as fit into the width with an ellipsis behind them; just the
// ellipsis where not even that fits. In the order of the text: shown_text comes after.
std::string elided(std::string_view text, float width, const Measure& measure);

}  // namespace dais::ui
