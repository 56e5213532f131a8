// Pages of set lines as a PDF: text that can be searched and copied, in any script that a font is there for.
// Lengths are points (1/72 inch), y grows downwards.
//
// Any thread, but a document stays in the thread that made it, with the paragraphs that are put on it.
#pragma once

#include <memory>
#include <string>

#include "base/result.hpp"
#include "base/time.hpp"
#include "typeset/paragraph.hpp"

namespace dais::typeset {

struct Page {
    double width = 595.28;  // A4
    double height = 841.89;
};

class Document {
  public:
    // `title` and `made` are what a reader shows of the document; the same content gives the same bytes.
    Document(const Page& page, const std::string& title, base::Instant made);
    ~Document();
    Document(Document&&) noexcept;
    Document& operator=(Document&&) noexcept;

    // Puts a line of the paragraph on the page, its area's left edge at x, its baseline at y.
    // REQUIRES: the paragraph has such a line.
    void put(const Paragraph& paragraph, std::size_t line, double x, double y);
    // A thin line from left to right.
    void rule(double x, double y, double width);
    void next_page();
    // The bytes; the document is of no use afterwards. Error no_document, where Cairo failed.
    base::Result<std::string> finish() &&;

  private:
    struct Canvas;
    std::unique_ptr<Canvas> canvas_;
};

}  // namespace dais::typeset
