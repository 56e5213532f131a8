#include "typeset/paragraph.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "typeset/set.hpp"

namespace dais::typeset {
namespace {

template <class T>
using Freed = std::unique_ptr<T, Release<g_free>>;
using Description = std::unique_ptr<PangoFontDescription, Release<pango_font_description_free>>;
using Metrics = std::unique_ptr<PangoFontMetrics, Release<pango_font_metrics_unref>>;
using Attributes = std::unique_ptr<PangoAttrList, Release<pango_attr_list_unref>>;
using Lines = std::unique_ptr<PangoLayoutIter, Release<pango_layout_iter_free>>;

double points(int pango_units) {
    return static_cast<double>(pango_units) / PANGO_SCALE;
}

int pango_units(double points) {
    return static_cast<int>(points * PANGO_SCALE + 0.5);
}

Description description_of(const Type& type) {
    Description made(pango_font_description_new());
    pango_font_description_set_family(made.get(), type.families.c_str());
    pango_font_description_set_absolute_size(made.get(), type.em * PANGO_SCALE);
    pango_font_description_set_weight(made.get(), type.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    return made;
}

std::size_t character_end(std::string_view text, std::size_t at) {
    do ++at;
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80);
    return at;
}

// Pango counts characters here, and everywhere else bytes.
std::vector<bool> stops_of(std::string_view text, PangoLayout* layout) {
    std::vector<bool> stops(text.size() + 1);
    int count = 0;
    const auto* attributes = pango_layout_get_log_attrs_readonly(layout, &count);
    std::size_t byte = 0;
    for (int i = 0; i < count && byte < text.size(); ++i) {
        stops[byte] = attributes[i].is_cursor_position != 0;
        byte = character_end(text, byte);
    }
    stops.front() = true;
    stops.back() = true;
    return stops;
}

std::vector<Line> lines_of(PangoLayout* layout, std::size_t end) {
    std::vector<Line> lines;
    const Lines each(pango_layout_get_iter(layout));
    do {
        PangoRectangle logical{};
        pango_layout_iter_get_line_extents(each.get(), nullptr, &logical);
        const auto* line = pango_layout_iter_get_line_readonly(each.get());
        lines.push_back({static_cast<std::size_t>(line->start_index), end, points(logical.x),
                         points(logical.x + logical.width)});
    } while (pango_layout_iter_next_line(each.get()) != FALSE);
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) lines[i].to = lines[i + 1].from;
    return lines;
}

// Where a line may break only inside of a word, Pango measures all that is left of the word's run for each
// line: 64 kB without a space took four seconds. So what has no space for long is parted into shorter runs,
// by giving every other part the size that it has anyway. Letters join across runs as they do within.
void part_long_words(PangoAttrList* attributes, std::string_view text, const Type& type) {
    constexpr std::size_t long_word = 2'000;
    constexpr std::size_t part = 500;
    for (std::size_t from = 0; from < text.size();) {
        const auto to = std::min(text.find(' ', from), text.size());
        for (auto at = from + part; to - from > long_word && at < to;) {
            auto* size = pango_attr_size_new_absolute(static_cast<int>(type.em * PANGO_SCALE));
            size->start_index = static_cast<unsigned int>(character_end(text, at));
            size->end_index = static_cast<unsigned int>(character_end(text, std::min(at + part, to - 1)));
            at = size->end_index + part;
            pango_attr_list_insert(attributes, size);
        }
        from = to + 1;
    }
}

base::Status<> fit(std::string_view text, double width) {
    if (text.size() > max_bytes) return base::Error{"too_long", "This is too long for one paragraph."};
    if (!(width > 0) || width > 100'000) return base::Error{"bad_width", "A line needs a width."};
    if (base::first_bad_utf8(text) || text.find('\0') != std::string_view::npos ||
        base::first_line_break(text)) {
        return base::Error{"bad_text", "A paragraph is one line of UTF-8."};
    }
    return base::Done{};
}

}  // namespace

base::Result<Paragraph> Paragraph::set(std::string_view text, double width, const Type& type) {
    if (auto good = fit(text, width); !good) return good.error();
    auto& context = Context::of_thread();
    auto made = std::make_unique<Set>();
    made->text = text;
    made->layout.reset(pango_layout_new(context.pango()));
    auto* layout = made->layout.get();
    const auto description = description_of(type);
    pango_layout_set_font_description(layout, description.get());
    pango_layout_set_single_paragraph_mode(layout, TRUE);
    pango_layout_set_auto_dir(layout, TRUE);
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_width(layout, std::max(1, pango_units(width)));
    const Attributes attributes(pango_attr_list_new());
    pango_attr_list_insert(attributes.get(), pango_attr_insert_hyphens_new(FALSE));
    part_long_words(attributes.get(), text, type);
    pango_layout_set_attributes(layout, attributes.get());
    pango_layout_set_text(layout, made->text.data(), static_cast<int>(made->text.size()));
    const Metrics metrics(pango_context_get_metrics(context.pango(), description.get(), nullptr));
    made->ascent = points(pango_font_metrics_get_ascent(metrics.get()));
    made->descent = points(pango_font_metrics_get_descent(metrics.get()));
    made->stops = stops_of(made->text, layout);
    return Paragraph(std::move(made));
}

Paragraph::Paragraph(std::unique_ptr<Set> set)
    : set_(std::move(set)),
      lines_(lines_of(set_->layout.get(), set_->text.size())),
      rtl_(set_->line(0)->resolved_dir == PANGO_DIRECTION_RTL) {}

Paragraph::~Paragraph() = default;
Paragraph::Paragraph(Paragraph&&) noexcept = default;
Paragraph& Paragraph::operator=(Paragraph&&) noexcept = default;

double Paragraph::ascent() const {
    return set_->ascent;
}

double Paragraph::descent() const {
    return set_->descent;
}

bool Paragraph::is_stop(std::size_t byte) const {
    return byte < set_->stops.size() && set_->stops[byte];
}

std::size_t Paragraph::line_of(Caret caret) const {
    const auto behind = std::upper_bound(lines_.begin(), lines_.end(), caret.byte,
                                         [](std::size_t byte, const Line& line) { return byte < line.from; });
    const auto line = static_cast<std::size_t>(behind - lines_.begin()) - 1;
    const bool at_end = caret.side == Side::before && line > 0 && lines_[line].from == caret.byte;
    return at_end ? line - 1 : line;
}

Place Paragraph::place_of(Caret caret) const {
    caret.byte = std::min(caret.byte, set_->text.size());
    const auto line = line_of(caret);
    if (lines_[line].to == caret.byte && line + 1 < lines_.size()) {
        int x = 0;
        const auto last = static_cast<int>(set_->stop_before(caret.byte));
        pango_layout_line_index_to_x(set_->line(line), last, TRUE, &x);
        return {line, lines_[line].left + points(x)};
    }
    PangoRectangle strong{};
    pango_layout_get_cursor_pos(set_->layout.get(), static_cast<int>(caret.byte), &strong, nullptr);
    return {line, points(strong.x)};
}

// Of a place as Pango has it: `trailing` counts characters.
Caret Paragraph::caret_of(int index, int trailing, std::size_t line) const {
    auto byte = static_cast<std::size_t>(index);
    for (; trailing > 0 && byte < set_->text.size(); --trailing) byte = character_end(set_->text, byte);
    while (!is_stop(byte)) ++byte;
    const bool at_end = byte == lines_[line].to && line + 1 < lines_.size();
    return {byte, at_end ? Side::before : Side::after};
}

Caret Paragraph::at(std::size_t line, double x) const {
    const auto& place = lines_[line];
    if (x < place.left || x > place.right) {
        return (x < place.left) == rtl_ ? line_end(line) : line_start(line);
    }
    int index = 0;
    int trailing = 0;
    pango_layout_line_x_to_index(set_->line(line), pango_units(x - place.left), &index, &trailing);
    const auto caret = caret_of(index, trailing, line);
    return caret.side == Side::before ? line_end(line) : caret;
}

// A line may begin with an accent on the space before it, and then no caret stands at its beginning.
Caret Paragraph::line_start(std::size_t line) const {
    auto start = lines_[line].from;
    while (!is_stop(start)) ++start;
    return {start, Side::after};
}

Caret Paragraph::line_end(std::size_t line) const {
    auto end = lines_[line].to;
    if (line + 1 == lines_.size()) return {end, Side::after};
    while (end > lines_[line].from && set_->text[end - 1] == ' ') --end;
    if (end == lines_[line].from || !is_stop(end)) end = lines_[line].to;
    while (!is_stop(end)) ++end;
    return {end, end == lines_[line].to ? Side::before : Side::after};
}

// By where the carets stand, and not by Pango's own movement, which walks in circles in some mixed texts.
std::optional<Caret> Paragraph::beside(Caret caret, int direction) const {
    const auto [line, x] = place_of(caret);
    if (const auto found = next_on(line, x, direction)) return found;
    const bool onwards = (direction > 0) != rtl_;
    if (onwards ? line + 1 == lines_.size() : line == 0) return std::nullopt;
    const double edge = direction > 0 ? -1e9 : 1e9;
    for (auto other = line; onwards ? ++other < lines_.size() : other-- > 0;) {
        if (const auto found = next_on(other, edge, direction)) return found;
    }
    return std::nullopt;
}

// The stop of the line that is nearest to x on that side of it.
std::optional<Caret> Paragraph::next_on(std::size_t line, double x, int direction) const {
    constexpr double nearly = 0.01;
    std::optional<Caret> found;
    double least = 0;
    const auto end = line + 1 == lines_.size() ? lines_[line].to + 1 : lines_[line].to;
    for (auto byte = lines_[line].from; byte < end; ++byte) {
        if (!is_stop(byte)) continue;
        const double away = (place_of({byte}).x - x) * direction;
        if (away < nearly || (found && away >= least)) continue;
        found = Caret{byte, Side::after};
        least = away;
    }
    return found;
}

std::vector<Stretch> Paragraph::stretches_of(std::size_t line, std::size_t from, std::size_t to) const {
    std::vector<Stretch> found;
    // Beyond its own bytes Pango would go on to the edge of the area.
    from = std::max(from, lines_[line].from);
    to = std::min(to, lines_[line].to);
    if (from >= to) return found;
    int* ranges = nullptr;
    int count = 0;
    pango_layout_line_get_x_ranges(set_->line(line), static_cast<int>(from), static_cast<int>(to), &ranges,
                                   &count);
    const Freed<int> freed(ranges);
    for (int i = 0; i < count; ++i) {
        const double left = points(std::min(ranges[2 * i], ranges[2 * i + 1]));
        const double right = points(std::max(ranges[2 * i], ranges[2 * i + 1]));
        if (right > left) found.push_back({line, left, right});
    }
    std::sort(found.begin(), found.end(), [](const Stretch& a, const Stretch& b) { return a.left < b.left; });
    return found;
}

std::vector<Stretch> Paragraph::stretches(std::size_t from, std::size_t to) const {
    std::vector<Stretch> found;
    for (std::size_t line = line_of({from}); line < lines_.size() && lines_[line].from < to; ++line) {
        const auto here = stretches_of(line, from, to);
        found.insert(found.end(), here.begin(), here.end());
    }
    return found;
}

}  // namespace dais::typeset
