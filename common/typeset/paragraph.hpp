// One paragraph in any script, set by Pango: its lines, where a caret stands in them, what a place on the
// screen means, what a selection covers, and what the glyphs of a line look like.
//
// Lengths are points without hinting, so that lines break alike at every scale of the screen and on paper; x
// is from the left edge of the area. Offsets are bytes of the UTF-8 text. A letter is a grapheme cluster. A
// paragraph runs as its first letter that has a direction says; one that runs from right to left stands at
// the right edge. A space at which a line breaks belongs to the line before.
//
// Any thread, but a paragraph stays in the thread that set it: Pango's fonts are the thread's own. 320 words
// take 1.5 ms and 30 to 110 kB; the first use of a script in a thread takes tens of ms more.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.hpp"

namespace dais::typeset {

// More is not set as one paragraph: four times what one on the record may hold.
inline constexpr std::size_t max_bytes = 262'144;

struct Type {
    // As fontconfig calls them, separated by commas, the first that has a letter is taken; behind the last,
    // whatever has it.
    std::string families =
        "Noto Sans,Noto Sans Arabic,Noto Sans Symbols,Noto Sans Symbols 2,Noto Sans Math,Noto Sans CJK SC";
    double em = 12;
    bool bold = false;

    friend bool operator==(const Type&, const Type&) = default;
};

// Where a line ends because the next word has no room, one place of the text is two on the screen: the end of
// this line (before) and the beginning of the next (after).
enum class Side : std::uint8_t { after, before };

struct Caret {
    std::size_t byte = 0;
    Side side = Side::after;

    friend bool operator==(const Caret&, const Caret&) = default;
};

struct Line {
    std::size_t from = 0;
    std::size_t to = 0;  // the space at which it breaks included
    double left = 0;     // of its text
    double right = 0;
};

struct Place {
    std::size_t line = 0;
    double x = 0;

    friend bool operator==(const Place&, const Place&) = default;
};

struct Stretch {
    std::size_t line = 0;
    double left = 0;
    double right = 0;

    friend bool operator==(const Stretch&, const Stretch&) = default;
};

// How a line is drawn: so many pixels to the point, into a strip of that size, with the left edge of the area
// `pad` pixels from its own and the baseline that far from its top.
struct Strip {
    double pixels = 1;
    int width = 0;
    int height = 0;
    int pad = 0;
    int baseline = 0;
};

class Document;

class Paragraph {
  public:
    // Errors: bad_text (a NUL, a line break, or not UTF-8), too_long, bad_width (not above 0).
    static base::Result<Paragraph> set(std::string_view text, double width, const Type& type);
    ~Paragraph();
    Paragraph(Paragraph&&) noexcept;
    Paragraph& operator=(Paragraph&&) noexcept;

    // At least one; their bytes follow each other without a gap.
    [[nodiscard]] const std::vector<Line>& lines() const& { return lines_; }
    [[nodiscard]] std::vector<Line> lines() && { return std::move(lines_); }  // for (… : set().lines())
    [[nodiscard]] bool rtl() const { return rtl_; }
    // Above and below the baseline, of the first family.
    [[nodiscard]] double ascent() const;
    [[nodiscard]] double descent() const;

    // Whether a caret may stand there.
    [[nodiscard]] bool is_stop(std::size_t byte) const;
    [[nodiscard]] std::size_t line_of(Caret caret) const;
    [[nodiscard]] Place place_of(Caret caret) const;
    // The stop that is nearest. Beyond its last letter this is the end of the line; see line_end.
    [[nodiscard]] Caret at(std::size_t line, double x) const;
    [[nodiscard]] Caret line_start(std::size_t line) const;
    // Behind the last letter that is seen: before the spaces at which it breaks, where there are any.
    [[nodiscard]] Caret line_end(std::size_t line) const;
    // The stop beside it as the line is seen, beyond its edge on the next line; nothing at the ends of the
    // text.
    [[nodiscard]] std::optional<Caret> left_of(Caret caret) const { return beside(caret, -1); }
    [[nodiscard]] std::optional<Caret> right_of(Caret caret) const { return beside(caret, 1); }

    // What the bytes cover, line by line, from left to right; where directions meet it may be several
    // stretches of a line.
    [[nodiscard]] std::vector<Stretch> stretches(std::size_t from, std::size_t to) const;
    [[nodiscard]] std::vector<Stretch> stretches_of(std::size_t line, std::size_t from, std::size_t to) const;

    // The same for two lines of one thread that look the same, wherever they stand; another for others.
    [[nodiscard]] std::uint64_t look_of(std::size_t line) const;
    // How much of each pixel the glyphs cover, 0 to 255, row by row from the top. REQUIRES: a strip with
    // pixels in it.
    [[nodiscard]] std::vector<std::uint8_t> draw(std::size_t line, const Strip& strip) const;

  private:
    friend class Document;
    struct Set;
    explicit Paragraph(std::unique_ptr<Set> set);
    [[nodiscard]] std::optional<Caret> beside(Caret caret, int direction) const;
    [[nodiscard]] std::optional<Caret> next_on(std::size_t line, double x, int direction) const;
    [[nodiscard]] Caret caret_of(int index, int trailing, std::size_t line) const;

    std::unique_ptr<Set> set_;
    std::vector<Line> lines_;
    bool rtl_ = false;
};

}  // namespace dais::typeset
