#include "ui/marked_text.hpp"

#include <algorithm>
#include <cmath>

#include "ui/field.hpp"
#include "ui/text_breaks.hpp"

namespace dais::ui {
namespace {

constexpr std::string_view ellipsis = "…";

// Over the line `number` of the layout, which stands at x and y.
void draw_marks(Ui& ui, const TextLayout& layout, std::size_t number, float x, float y,
                const MarkedText& marked, Face face) {
    const auto& line = layout.lines()[number];
    const float high = ui.line(face);
    const float thick = std::max(1.0F, ui.px(2));
    for (const auto& passage : marked.passages) {
        if (passage.from >= line.to_byte) break;
        if (passage.to <= line.from_byte) continue;
        const bool added = passage.mark == MarkedText::Mark::added;
        const auto colour = added ? ui.theme().good : ui.theme().over;
        const float at = added ? y + high - thick : y + std::round(high * 0.55F);
        for (const auto& stretch : layout.stretches(std::max<std::size_t>(passage.from, line.from_byte),
                                                    std::min<std::size_t>(passage.to, line.to_byte))) {
            if (stretch.line == number) ui.fill({x + stretch.x0, at, stretch.x1 - stretch.x0, thick}, colour);
        }
    }
}

}  // namespace

void MarkedText::append(std::string_view words, Mark mark) {
    if (words.empty()) return;
    passages.push_back({text.size(), text.size() + words.size(), mark});
    text += words;
}

std::string spelt_out(const MarkedText& marked) {
    std::string out;
    std::size_t at = 0;
    for (const auto& passage : marked.passages) {
        const char sign = passage.mark == MarkedText::Mark::added ? '+' : '-';
        out += marked.text.substr(at, passage.from - at);
        out += '[';
        out += sign;
        out += marked.text.substr(passage.from, passage.to - passage.from);
        out += sign;
        out += ']';
        at = passage.to;
    }
    return out + marked.text.substr(at);
}

float marked_text(Ui& ui, const std::string& id, Rect rect, const MarkedText& marked, Face face, Colour ink) {
    const float high = ui.line(face);
    float y = rect.y;
    bool cut = false;
    const auto& layout = ui.layout(marked.text, rect.w, face);
    const auto& lines = layout.lines();
    for (std::size_t i = 0; i < lines.size() && !cut; ++i) {
        cut = y + high > rect.bottom() + 0.5F;
        if (cut) break;
        draw_line(ui, lines[i], rect.x, y, face, ink);
        draw_marks(ui, layout, i, rect.x, y, marked, face);
        y += high;
    }
    ui.note({id, rect, true, true, false, cut, spelt_out(marked)});
    return high * static_cast<float>(lines.size());
}

void scrolled_text(Ui& ui, const std::string& id, Rect rect, const MarkedText& marked, RowsState& state,
                   Face face, const std::string& what) {
    const float width = rect.w - ui.px(22);  // of which the track has its part
    const auto count = ui.layout(marked.text, width, face).lines().size();
    rows(ui, id, rect, count, ui.line(face), state, {what, ""}, [&](const Row& row) {
        const auto& layout = ui.layout(marked.text, width, face);
        draw_line(ui, layout.lines()[row.index], row.rect.x + ui.px(4), row.rect.y, face, row.ink);
        draw_marks(ui, layout, row.index, row.rect.x + ui.px(4), row.rect.y, marked, face);
    });
    ui.note({id + ".text", rect, true, true, false, false, spelt_out(marked)});
}

std::string elided_at_front(Ui& ui, std::string_view text, float width, std::size_t lines, Face face) {
    // Of a long text only what could have room at all is set: letters are a quarter of a line wide at least.
    const float letter = std::max(1.0F, ui.line(face) * 0.2F);
    const auto most = static_cast<std::size_t>(width / letter + 1) * lines * 4;
    std::size_t from = text.size() > most ? letter_at_or_after(text, text.size() - most) : 0;
    const auto fits = [&](std::size_t start) {
        const auto shown = start == 0 ? std::string(text) : std::string(ellipsis).append(text.substr(start));
        return ui.layout(shown, width, face).lines().size() <= lines;
    };
    if (fits(from)) return from == 0 ? std::string(text) : std::string(ellipsis).append(text.substr(from));
    std::size_t to = text.size();  // fits, as nothing is left
    while (from < to) {
        const auto middle = letter_at_or_after(text, from + (to - from) / 2);
        if (middle >= to) break;
        if (fits(middle)) {
            to = middle;
        } else {
            from = next_letter(text, middle);
        }
    }
    return std::string(ellipsis).append(text.substr(to));
}

}  // namespace dais::ui
