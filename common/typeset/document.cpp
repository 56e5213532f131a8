#include "typeset/document.hpp"

#include <cairo-pdf.h>

#include <chrono>
#include <cstdio>

#include "typeset/set.hpp"

namespace dais::typeset {
namespace {

using Surface = std::unique_ptr<cairo_surface_t, Release<cairo_surface_destroy>>;
using Cairo = std::unique_ptr<cairo_t, Release<cairo_destroy>>;

cairo_status_t append(void* bytes, const unsigned char* data, unsigned int length) {
    static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

// "2021-10-08T13:10:00Z", as Cairo wants a date.
std::string iso_date(base::Instant at) {
    using namespace std::chrono;
    const sys_seconds seconds{std::chrono::seconds(at.ms / 1000)};
    const auto day = floor<days>(seconds);
    const year_month_day date{day};
    const hh_mm_ss time{seconds - day};
    char text[40];
    std::snprintf(text, sizeof text, "%04d-%02u-%02uT%02d:%02d:%02dZ", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                  static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                  static_cast<int>(time.seconds().count()));
    return text;
}

}  // namespace

struct Document::Canvas {
    std::string bytes;
    Surface surface;
    Cairo cairo;
};

Document::Document(const Page& page, const std::string& title, base::Instant made)
    : canvas_(std::make_unique<Canvas>()) {
    canvas_->surface.reset(
        cairo_pdf_surface_create_for_stream(append, &canvas_->bytes, page.width, page.height));
    cairo_pdf_surface_set_metadata(canvas_->surface.get(), CAIRO_PDF_METADATA_TITLE, title.c_str());
    cairo_pdf_surface_set_metadata(canvas_->surface.get(), CAIRO_PDF_METADATA_CREATE_DATE,
                                   iso_date(made).c_str());
    canvas_->cairo.reset(cairo_create(canvas_->surface.get()));
}

Document::~Document() = default;
Document::Document(Document&&) noexcept = default;
Document& Document::operator=(Document&&) noexcept = default;

void Document::put(const Paragraph& paragraph, std::size_t line, double x, double y) {
    cairo_move_to(canvas_->cairo.get(), x + paragraph.lines()[line].left, y);
    pango_cairo_show_layout_line(canvas_->cairo.get(), paragraph.set_->line(line));
}

void Document::rule(double x, double y, double width) {
    auto* cairo = canvas_->cairo.get();
    cairo_set_line_width(cairo, 0.5);
    cairo_move_to(cairo, x, y);
    cairo_line_to(cairo, x + width, y);
    cairo_stroke(cairo);
}

void Document::next_page() {
    cairo_show_page(canvas_->cairo.get());
}

base::Result<std::string> Document::finish() && {
    canvas_->cairo.reset();
    cairo_surface_finish(canvas_->surface.get());
    const auto status = cairo_surface_status(canvas_->surface.get());
    if (status != CAIRO_STATUS_SUCCESS) {
        return base::Error{"no_document",
                           std::string("The PDF could not be made: ") + cairo_status_to_string(status) + "."};
    }
    return std::move(canvas_->bytes);
}

}  // namespace dais::typeset
