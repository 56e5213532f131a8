#include "ui/text_layout.hpp"

#include <algorithm>
#include <cmath>

#include "ui/breaks.hpp"

namespace dais::ui {
namespace {

constexpr float most_width = 1e9F;

// Finds the glyphs of each line.
class Breaker {
  public:
    Breaker(std::string_view text, const Shaped& shaped, const std::vector<float>& advances)
        : glyphs_(shaped.glyphs), advances_(advances), breaks_(line_breaks(text)) {}

    // The glyph after the last of a line that begins at `first`.
    [[nodiscard]] std::size_t end_of_line(std::size_t first, float width) {
        float across = 0;
        std::size_t good = first;  // after it the line may break
        for (std::size_t at = first; at < glyphs_.size(); ++at) {
            const bool hangs = glyphs_[at].letter == U' ';
            if (!hangs && across + advances_[at] > width && at > first) {
                return good > first ? good : at;
            }
            across += advances_[at];
            if (may_break_after(at)) good = at + 1;
        }
        return glyphs_.size();
    }

  private:
    bool may_break_after(std::size_t at) {
        const std::size_t end = glyphs_[at].to;
        while (next_ < breaks_.size() && breaks_[next_] < end) ++next_;
        if (next_ > 0 && (next_ == breaks_.size() || breaks_[next_] > end)) {
            // The glyphs were gone back over: look anew.
            next_ = static_cast<std::size_t>(std::lower_bound(breaks_.begin(), breaks_.end(), end) -
                                             breaks_.begin());
        }
        return next_ < breaks_.size() && breaks_[next_] == end;
    }

    const std::vector<Glyph>& glyphs_;
    const std::vector<float>& advances_;
    std::vector<std::size_t> breaks_;
    std::size_t next_ = 0;
};

Line set_line(const Shaped& shaped, const std::vector<float>& advances, std::size_t first, std::size_t last) {
    Line line;
    auto shown = last;
    while (shown > first && shaped.glyphs[shown - 1].letter == U' ' && last != shaped.glyphs.size()) --shown;
    line.glyphs.reserve(shown - first);
    for (const auto index : visual_order(shaped, first, shown)) {
        const auto& glyph = shaped.glyphs[index];
        line.glyphs.push_back({glyph.letter, glyph.from, glyph.to, line.width, advances[index], glyph.rtl()});
        line.width += advances[index];
    }
    return line;
}

float leading_edge(const SetGlyph& glyph) {
    return glyph.rtl ? glyph.x + glyph.advance : glyph.x;
}

float trailing_edge(const SetGlyph& glyph) {
    return glyph.rtl ? glyph.x : glyph.x + glyph.advance;
}

}  // namespace

TextLayout lay_out(std::string_view text, float width, float first_indent, const Measure& measure) {
    TextLayout layout;
    const auto shaped = shape(text);
    layout.length_ = text.size();
    layout.rtl_ = shaped.rtl;
    std::vector<float> advances;
    advances.reserve(shaped.glyphs.size());
    for (const auto& glyph : shaped.glyphs) advances.push_back(measure(glyph.letter));
    Breaker breaker(text, shaped, advances);
    std::size_t first = 0;
    do {
        const bool is_first = layout.lines_.empty();
        const float room = width - (is_first ? first_indent : 0);
        // Where not one word fits beside what stands before the text, the text begins in the next line.
        auto last = breaker.end_of_line(first, room);
        auto line = set_line(shaped, advances, first, last);
        if (is_first && first_indent > 0 && line.width > room && last > first) {
            last = first;
            line = {};
        }
        line.from = first < shaped.glyphs.size() ? shaped.glyphs[first].from : text.size();
        line.to = last > first ? shaped.glyphs[last - 1].to : line.from;
        line.left = is_first ? first_indent : 0;
        if (shaped.rtl) line.left = std::max(0.0F, room - line.width);
        for (auto& glyph : line.glyphs) glyph.x += line.left;
        layout.lines_.push_back(std::move(line));
        first = last;
    } while (first < shaped.glyphs.size());
    return layout;
}

std::size_t TextLayout::line_of(std::size_t byte) const {
    const auto after = std::upper_bound(lines_.begin(), lines_.end(), byte,
                                        [](std::size_t b, const Line& line) { return b < line.from; });
    return after == lines_.begin() ? 0 : static_cast<std::size_t>(after - lines_.begin()) - 1;
}

Caret TextLayout::caret_at(std::size_t byte) const {
    const auto index = line_of(std::min(byte, length_));
    const auto& line = lines_[index];
    const SetGlyph* before = nullptr;
    for (const auto& glyph : line.glyphs) {
        if (glyph.from <= byte && byte < glyph.to) return {index, leading_edge(glyph)};
        if (glyph.to <= byte && (before == nullptr || glyph.to > before->to)) before = &glyph;
    }
    if (before != nullptr) return {index, trailing_edge(*before)};
    return {index, rtl_ ? line.left + line.width : line.left};
}

std::size_t TextLayout::byte_at(std::size_t index, float x) const {
    const auto& line = lines_[std::min(index, lines_.size() - 1)];
    std::size_t best = line.from;
    float distance = std::abs(caret_at(line.from).x - x);
    const auto offer = [&](std::size_t byte, float edge) {
        const float away = std::abs(edge - x);
        if (away < distance) {
            distance = away;
            best = byte;
        }
    };
    for (const auto& glyph : line.glyphs) {
        offer(glyph.from, leading_edge(glyph));
        // Behind the last letter of a line that goes on, the caret would be shown in the next one.
        if (glyph.to < line.to || index + 1 == lines_.size()) offer(glyph.to, trailing_edge(glyph));
    }
    return best;
}

std::vector<Span> TextLayout::spans(std::size_t from, std::size_t to) const {
    std::vector<Span> spans;
    for (std::size_t index = line_of(from); index < lines_.size() && lines_[index].from < to; ++index) {
        for (const auto& glyph : lines_[index].glyphs) {
            if (glyph.to <= from || glyph.from >= to) continue;
            if (!spans.empty() && spans.back().line == index && spans.back().right >= glyph.x - 0.01F) {
                spans.back().right = glyph.x + glyph.advance;
            } else {
                spans.push_back({index, glyph.x, glyph.x + glyph.advance});
            }
        }
    }
    return spans;
}

std::string elided(std::string_view text, float width, const Measure& measure) {
    const auto shaped = shape(text);
    float all = 0;
    for (const auto& glyph : shaped.glyphs) all += measure(glyph.letter);
    if (all <= width + 0.5F || width >= most_width) return std::string(text);
    const float room = width - measure(U'…');
    float across = 0;
    std::size_t end = 0;
    for (const auto& glyph : shaped.glyphs) {
        across += measure(glyph.letter);
        if (across > room) break;
        end = glyph.to;
    }
    if (end > 0 && end < text.size()) end = character_start(text, end);
    while (end > 0 && text[end - 1] == ' ') --end;
    return std::string(text.substr(0, end)) + "…";
}

}  // namespace dais::ui
