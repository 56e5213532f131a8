// The glyphs of a line as coverage.
#include <bit>

#include "base/check.hpp"
#include "typeset/set.hpp"

namespace dais::typeset {
namespace {

using Surface = std::unique_ptr<cairo_surface_t, Release<cairo_surface_destroy>>;
using Cairo = std::unique_ptr<cairo_t, Release<cairo_destroy>>;

// Cairo 1.16 puts glyphs at whole pixels. Lines are set without hinting, so their glyphs stand between
// pixels; drawn four times as wide and then pressed together they stand where they belong, to a quarter of a
// pixel.
constexpr int wider = 4;

std::uint64_t mixed(std::uint64_t seed, std::uint64_t value) {
    seed = (seed ^ value) * 0x9E3779B97F4A7C15u;
    return seed ^ (seed >> 29U);
}

std::uint64_t both(int high, int low) {
    return std::uint64_t{std::bit_cast<std::uint32_t>(high)} << 32U | std::bit_cast<std::uint32_t>(low);
}

std::uint64_t mixed(std::uint64_t sum, const PangoGlyphString& glyphs) {
    for (int i = 0; i < glyphs.num_glyphs; ++i) {
        const auto& each = glyphs.glyphs[i];
        sum = mixed(sum, both(static_cast<int>(each.glyph), each.geometry.width));
        sum = mixed(sum, both(each.geometry.x_offset, each.geometry.y_offset));
    }
    return sum;
}

std::vector<std::uint8_t> pressed_together(const Surface& surface, const Strip& strip) {
    cairo_surface_flush(surface.get());
    const auto* pixels = cairo_image_surface_get_data(surface.get());
    const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface.get()));
    const auto width = static_cast<std::size_t>(strip.width);
    const auto height = static_cast<std::size_t>(strip.height);
    std::vector<std::uint8_t> coverage(width * height);
    for (std::size_t y = 0; y < height; ++y) {
        const auto* from = pixels + y * stride;
        auto* to = coverage.data() + y * width;
        for (std::size_t x = 0; x < width; ++x, from += wider) {
            to[x] = static_cast<std::uint8_t>((from[0] + from[1] + from[2] + from[3] + 2) / wider);
        }
    }
    return coverage;
}

}  // namespace

std::uint64_t Paragraph::look_of(std::size_t line) const {
    auto& context = Context::of_thread();
    auto sum = std::bit_cast<std::uint64_t>(lines_[line].left);
    for (const auto* each = set_->line(line)->runs; each != nullptr; each = each->next) {
        const auto* run = static_cast<const PangoGlyphItem*>(each->data);
        sum = mixed(sum, context.number_of(run->item->analysis.font));
        sum = mixed(sum, *run->glyphs);
    }
    return sum;
}

std::vector<std::uint8_t> Paragraph::draw(std::size_t line, const Strip& strip) const {
    const Surface surface(cairo_image_surface_create(CAIRO_FORMAT_A8, strip.width * wider, strip.height));
    base::check(cairo_surface_status(surface.get()) == CAIRO_STATUS_SUCCESS, "a strip has pixels");
    const Cairo cairo(cairo_create(surface.get()));
    cairo_scale(cairo.get(), strip.pixels * wider, strip.pixels);
    cairo_move_to(cairo.get(), strip.pad / strip.pixels + lines_[line].left, strip.baseline / strip.pixels);
    pango_cairo_show_layout_line(cairo.get(), set_->line(line));
    return pressed_together(surface, strip);
}

}  // namespace dais::typeset
