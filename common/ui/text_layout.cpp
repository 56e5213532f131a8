#include "ui/text_layout.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/letters.hpp"
#include "ui/text_breaks.hpp"

namespace dais::ui {
namespace {

constexpr float rounding = 0.01F;  // sums of floats; far below what can be seen

// Spaces that hang: all but those that hold two words together.
bool hangs(char32_t c) {
    if (c < 0x80) return c == U' ';
    return c != 0xA0 && c != 0x2007 && c != 0x202F && u_isUWhiteSpace(static_cast<UChar32>(c)) != 0;
}

struct Traits {
    float advance = 0;
    bool hangs = false;
    bool begins_letter = false;  // what precedes is another letter
    bool may_begin_line = false;

    [[nodiscard]] bool takes_room() const { return advance > 0 && !hangs; }
};

using Trait = bool Traits::*;

void mark(Trait trait, const std::vector<std::uint32_t>& bytes, const Letters& letters,
          std::vector<Traits>& traits) {
    std::size_t i = 0;
    for (const auto byte : bytes) {
        while (i < letters.size() && letters[i].from < byte) ++i;
        if (i < letters.size() && letters[i].from == byte) traits[i].*trait = true;
    }
}

std::vector<Traits> traits_of(std::string_view text, const Letters& letters, const Measure& measure) {
    std::vector<Traits> traits(letters.size());
    for (std::size_t i = 0; i < letters.size(); ++i) {
        const auto shown = letters[i].shown;
        traits[i].advance = shown == 0 ? 0.0F : measure(shown);
        traits[i].hangs = hangs(shown);
    }
    mark(&Traits::begins_letter, letter_starts(text), letters, traits);
    return traits;
}

// Where the line that begins with letter `first` ends.
class LineBreaker {
  public:
    LineBreaker(const Letters& letters, const std::vector<Traits>& traits, float width)
        : letters_(letters), traits_(traits), width_(width) {}

    [[nodiscard]] std::size_t end_of_line(std::size_t first, float indent) const {
        float used = 0;
        std::size_t between_words = first;
        std::size_t within_word = first;
        for (auto i = first; i < traits_.size(); ++i) {
            if (i > first && begins_word(i)) between_words = i;
            if (i > first && may_be_parted(i)) within_word = i;
            used += traits_[i].advance;
            if (!traits_[i].takes_room() || used <= width_ - indent + rounding) continue;
            if (between_words > first) return between_words;
            if (indent > 0 && (within_word == first || fits_alone(first))) return first;
            if (within_word > first) return within_word;
        }
        return traits_.size();
    }

  private:
    // UAX #14 would part a space from an accent that stands on it.
    [[nodiscard]] bool begins_word(std::size_t i) const {
        return traits_[i].may_begin_line && traits_[i].begins_letter;
    }
    // Not inside of a letter, and not between the two that one glyph stands for.
    [[nodiscard]] bool may_be_parted(std::size_t i) const {
        return traits_[i].begins_letter && letters_[i].shown != 0;
    }

    // Whether the word has room on a line without an indent.
    [[nodiscard]] bool fits_alone(std::size_t first) const {
        float used = 0;
        for (auto i = first; i < traits_.size() && (i == first || !begins_word(i)); ++i) {
            used += traits_[i].advance;
            if (traits_[i].takes_room() && used > width_ + rounding) return false;
        }
        return true;
    }

    const Letters& letters_;
    const std::vector<Traits>& traits_;
    float width_;
};

// Makes lines of letters that are measured and broken already.
class LineMaker {
  public:
    LineMaker(const Letters& letters, const std::vector<Traits>& traits, float width)
        : letters_(letters), traits_(traits), width_(width) {}

    [[nodiscard]] LaidLine line(std::size_t first, std::size_t last, float indent) {
        LaidLine line;
        line.from_byte = byte_of(first);
        line.to_byte = byte_of(last);
        line.shown.rtl = letters_.rtl();
        const auto [all, ink] = widths(first, last);
        line.width = ink;
        const float beginning = letters_.rtl() ? width_ - indent : indent;
        set_glyphs(line, first, last, letters_.rtl() ? beginning - all : beginning);
        set_stops(line, first, last, beginning);
        return line;
    }

  private:
    struct Span {
        float leading = 0;
        float trailing = 0;
    };

    [[nodiscard]] std::uint32_t byte_of(std::size_t i) const {
        if (i < letters_.size()) return letters_[i].from;
        return letters_.size() == 0 ? 0 : letters_.end_of(letters_.size() - 1);
    }

    [[nodiscard]] std::pair<float, float> widths(std::size_t first, std::size_t last) const {
        float all = 0;
        float ink = 0;
        for (auto i = first; i < last; ++i) {
            all += traits_[i].advance;
            if (traits_[i].takes_room()) ink = all;
        }
        return {all, ink};
    }

    void set_glyphs(LaidLine& line, std::size_t first, std::size_t last, float x) {
        const auto order = letters_.in_visual_order(first, last);
        spans_.assign(last - first, {});
        line.shown.glyphs.reserve(order.size());
        line.edges.reserve(order.size() + 1);
        for (const auto i : order) {
            const auto& glyph = line.shown.glyphs.emplace_back(letters_.glyph(i));
            line.edges.push_back(x);
            const float right = x + traits_[i].advance;
            Span& span = spans_[i - first];
            span = glyph.rtl ? Span{right, x} : Span{x, right};
            if (letters_[i].part == Letter::Part::ligature) {  // each letter has half of it
                const float middle = (x + right) / 2;
                spans_[letters_.joined_to(i) - first] = {middle, span.trailing};
                span.trailing = middle;
            }
            x = right;
        }
        line.edges.push_back(x);
    }

    void set_stops(LaidLine& line, std::size_t first, std::size_t last, float beginning) const {
        line.stops.reserve(last - first + 1);
        float behind = beginning;  // the trailing edge of what was shown last
        for (auto i = first; i < last; ++i) {
            const bool unseen = letters_[i].part == Letter::Part::unseen;
            const Span span = unseen ? Span{behind, behind} : spans_[i - first];
            if (traits_[i].begins_letter) line.stops.push_back({letters_[i].from, span.leading});
            // A mark has no width; what follows it begins where its base ended.
            if (traits_[i].begins_letter || traits_[i].advance > 0) behind = span.trailing;
        }
        if (last == letters_.size()) line.stops.push_back({line.to_byte, behind});
    }

    const Letters& letters_;
    const std::vector<Traits>& traits_;
    float width_;
    std::vector<Span> spans_;  // of the letters of the line under way
};

}  // namespace

TextLayout lay_out(std::string_view text, float width, float first_indent, const Measure& measure,
                   const LayoutOptions& options) {
    const Letters letters(text, options.direction);
    auto traits = traits_of(text, letters, measure);
    if (options.wrap) mark(&Traits::may_begin_line, line_opportunities(text), letters, traits);
    const LineBreaker breaker(letters, traits, width);
    LineMaker maker(letters, traits, width);
    std::vector<LaidLine> lines;
    std::size_t first = 0;
    do {
        const float indent = lines.empty() ? std::max(0.0F, first_indent) : 0.0F;
        const auto last = options.wrap ? breaker.end_of_line(first, indent) : letters.size();
        lines.push_back(maker.line(first, last, indent));
        first = last;
    } while (first < letters.size());
    return {std::move(lines), letters.rtl()};
}

std::size_t TextLayout::line_of(std::size_t byte) const {
    const auto after =
        std::upper_bound(lines_.begin(), lines_.end(), byte,
                         [](std::size_t b, const LaidLine& line) { return b < line.from_byte; });
    return static_cast<std::size_t>(after - lines_.begin()) - 1;  // the first line begins with byte 0
}

TextLayout::Place TextLayout::caret_at(std::size_t byte) const {
    const auto line = line_of(byte);
    const auto& stops = lines_[line].stops;
    auto after = std::upper_bound(stops.begin(), stops.end(), byte,
                                  [](std::size_t b, const LaidLine::Stop& stop) { return b < stop.byte; });
    if (after != stops.begin()) --after;
    return {line, after->x};
}

std::size_t TextLayout::byte_at(std::size_t line, float x) const {
    const auto& laid = lines_[std::min(line, lines_.size() - 1)];
    const auto distance = [x](const LaidLine::Stop& stop) { return std::abs(stop.x - x); };
    const auto nearest =
        std::min_element(laid.stops.begin(), laid.stops.end(),
                         [&](const auto& a, const auto& b) { return distance(a) < distance(b); });
    return nearest == laid.stops.end() ? laid.from_byte : nearest->byte;
}

std::optional<std::size_t> TextLayout::above(std::size_t byte, float x) const {
    const auto line = line_of(byte);
    if (line == 0 || lines_[line - 1].stops.empty()) return std::nullopt;
    return byte_at(line - 1, x);
}

std::optional<std::size_t> TextLayout::below(std::size_t byte, float x) const {
    const auto line = line_of(byte);
    if (line + 1 == lines_.size()) return std::nullopt;
    return byte_at(line + 1, x);
}

std::size_t TextLayout::line_start(std::size_t byte) const {
    return lines_[line_of(byte)].from_byte;
}

std::size_t TextLayout::line_end(std::size_t byte) const {
    return lines_[line_of(byte)].stops.back().byte;
}

std::vector<TextLayout::Stretch> TextLayout::stretches(std::size_t from, std::size_t to) const {
    std::vector<Stretch> found;
    const auto add = [&found](std::size_t line, float x0, float x1) {
        if (x1 - x0 <= 0) return;
        if (!found.empty() && found.back().line == line && x0 - found.back().x1 < rounding) {
            found.back().x1 = x1;
        } else {
            found.push_back({line, x0, x1});
        }
    };
    for (auto line = line_of(from); from < to && line < lines_.size() && lines_[line].from_byte < to;
         ++line) {
        const auto& laid = lines_[line];
        for (std::size_t i = 0; i < laid.shown.glyphs.size(); ++i) {
            const auto& glyph = laid.shown.glyphs[i];
            if (glyph.to_byte <= from || glyph.from_byte >= to) continue;
            float x0 = laid.edges[i];
            float x1 = laid.edges[i + 1];
            // Of a ligature perhaps only one half: its second letter has a stop inside of it.
            if (glyph.from_byte < from) (glyph.rtl ? x1 : x0) = caret_at(from).x;
            if (glyph.to_byte > to) (glyph.rtl ? x0 : x1) = caret_at(to).x;
            add(line, x0, x1);
        }
    }
    return found;
}

}  // namespace dais::ui
