// A text set in lines of a width: where they break, where each letter stands, and where a caret is. Pure; any
// thread. Pixels; x counts from the left edge of the lines.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "ui/shaping.hpp"

namespace dais::ui {

// The advance of a letter.
using Measure = std::function<float(char32_t)>;

struct SetGlyph {
    char32_t letter = 0;
    std::uint32_t from = 0;  // the bytes of the text that it stands for
    std::uint32_t to = 0;
    float x = 0;  // its left edge
    float advance = 0;
    bool rtl = false;
};

struct Line {
    std::size_t from = 0;  // bytes of the text, the spaces at which it breaks included
    std::size_t to = 0;
    std::vector<SetGlyph> glyphs;  // from left to right, without the spaces that hang at the end
    float left = 0;                // where the line's first letter stands
    float width = 0;
};

struct Caret {
    std::size_t line = 0;
    float x = 0;
};

// A piece of a line, for what is selected.
struct Span {
    std::size_t line = 0;
    float left = 0;
    float right = 0;
};

class TextLayout {
  public:
    [[nodiscard]] const std::vector<Line>& lines() const { return lines_; }  // never empty
    [[nodiscard]] bool rtl() const { return rtl_; }

    [[nodiscard]] std::size_t line_of(std::size_t byte) const;
    // The leading edge of the letter that begins at the byte, or the end of what is before it.
    [[nodiscard]] Caret caret_at(std::size_t byte) const;
    // The byte whose caret is nearest.
    [[nodiscard]] std::size_t byte_at(std::size_t line, float x) const;
    [[nodiscard]] std::vector<Span> spans(std::size_t from, std::size_t to) const;

  private:
    friend TextLayout lay_out(std::string_view, float, float, const Measure&);
    std::vector<Line> lines_;
    std::size_t length_ = 0;
    bool rtl_ = false;
};

// Breaks where Unicode lets lines break (UAX #14, by ICU), inside a word only where it is wider than a line.
// The first line begins that far from its start edge. A paragraph that runs from right to left is set against
// the right edge.
TextLayout lay_out(std::string_view text, float width, float first_indent, const Measure& measure);

// The text where it is not wider than that; else its beginning with "…" after it, cut between two characters
// that a reader sees as such.
std::string elided(std::string_view text, float width, const Measure& measure);

}  // namespace dais::ui
