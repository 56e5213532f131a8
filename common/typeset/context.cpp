#include "typeset/context.hpp"

#include "base/check.hpp"

namespace dais::typeset {

Context& Context::of_thread() {
    thread_local Context context;
    return context;
}

Context::Context() : map_(pango_cairo_font_map_new()), context_(pango_font_map_create_context(map_.get())) {
    base::check(map_ && context_, "Pango came without its fonts");
    // A point is one unit of Cairo's, and nothing is moved to whole pixels: the same lines at every scale.
    pango_cairo_context_set_resolution(context_.get(), 72);
    pango_context_set_round_glyph_positions(context_.get(), FALSE);
    const std::unique_ptr<cairo_font_options_t, Release<cairo_font_options_destroy>> options(
        cairo_font_options_create());
    cairo_font_options_set_antialias(options.get(), CAIRO_ANTIALIAS_GRAY);
    cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context_.get(), options.get());
    // Not the machine's locale: a record looks the same on every machine.
    pango_context_set_language(context_.get(), pango_language_from_string("en"));
    pango_context_set_base_dir(context_.get(), PANGO_DIRECTION_LTR);  // of a text without a direction
}

std::uint32_t Context::number_of(PangoFont* font) {
    const auto found = fonts_.find(font);
    if (found != fonts_.end()) return found->second.number;
    const auto number = static_cast<std::uint32_t>(fonts_.size() + 1);
    g_object_ref(font);
    fonts_.emplace(font, Kept{Object<PangoFont>(font), number});
    return number;
}

}  // namespace dais::typeset
