#include "record/formats/pdf.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "typeset/document.hpp"

namespace dais::record {
namespace {

// Points.
constexpr double margin = 56;
constexpr double leading = 1.35;
constexpr double number_width = 40;
constexpr double time_width = 44;
constexpr double foot = 28;  // from the page's end to the baseline of its number

const typeset::Type plain{.em = 11};
const typeset::Type strong{.em = 11, .bold = true};
const typeset::Type heading{.em = 15, .bold = true};
const typeset::Type small{.em = 9};

// Line feeds cannot be in what the meeting lets in; a control character is seen as a space.
std::string one_line(std::string text) {
    std::replace_if(
        text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
    return text;
}

// Puts one thing below the other, and begins a page where there is no room.
class Writer {
  public:
    Writer(const std::string& title, base::Instant made) : document_(page_, title, made) {}

    void text(const std::string& words, const typeset::Type& type) { put({{0, words}}, type); }
    void gap(double points) { y_ += points; }
    void row(const ListPaper::Row& row) {
        put({{0, row.number + (row.time.empty() ? "" : ".")},
             {number_width, row.time},
             {number_width + time_width, row.text}},
            plain);
    }
    base::Result<std::string> finish() && {
        number_page();
        if (error_) return *error_;
        return std::move(document_).finish();
    }

  private:
    struct Column {
        double x;
        std::string words;
    };

    std::optional<typeset::Paragraph> set(const std::string& words, double width, const typeset::Type& type) {
        auto made = typeset::Paragraph::set(one_line(words), width, type);
        if (made) return *std::move(made);
        if (!error_) error_ = made.error();
        return std::nullopt;
    }

    // The columns begin on one line; each wraps in its own width, the last up to the margin.
    void put(const std::vector<Column>& columns, const typeset::Type& type) {
        std::vector<std::pair<double, typeset::Paragraph>> paragraphs;
        std::size_t lines = 0;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const auto end = i + 1 < columns.size() ? columns[i + 1].x - 6 : page_.width - 2 * margin;
            auto paragraph = set(columns[i].words, end - columns[i].x, type);
            if (!paragraph) return;
            lines = std::max(lines, paragraph->lines().size());
            paragraphs.emplace_back(columns[i].x, *std::move(paragraph));
        }
        for (std::size_t line = 0; line < lines; ++line) {
            make_room(type.em * leading);
            y_ += type.em * leading;
            for (const auto& [x, paragraph] : paragraphs) {
                if (line < paragraph.lines().size()) document_.put(paragraph, line, margin + x, y_);
            }
        }
    }

    void make_room(double height) {
        if (y_ + height <= page_.height - margin) return;
        number_page();
        document_.next_page();
        y_ = margin;
    }

    void number_page() {
        const auto words = std::to_string(++pages_);
        if (const auto number = set(words, page_.width - 2 * margin, small)) {
            const auto& line = number->lines().front();
            document_.put(*number, 0, (page_.width - (line.right - line.left)) / 2, page_.height - foot);
        }
    }

    typeset::Page page_;
    typeset::Document document_;
    double y_ = margin;
    std::size_t pages_ = 0;
    std::optional<base::Error> error_;
};

}  // namespace

base::Result<std::string> list_pdf(const ListPaper& paper, base::Instant made) {
    Writer writer(paper.title, made);
    for (const auto& line : paper.masthead)
        writer.text(line, &line == paper.masthead.data() ? strong : plain);
    writer.gap(14);
    writer.text(paper.title, heading);
    writer.gap(8);
    if (!paper.floor.empty()) {
        writer.text(paper.floor, strong);
        writer.gap(8);
    }
    for (const auto& row : paper.list) writer.row(row);
    if (paper.list.empty()) writer.text(nobody_waits, plain);
    const auto part = [&](const char* title, const std::vector<ListPaper::Row>& rows) {
        if (rows.empty()) return;
        writer.gap(16);
        writer.text(title, strong);
        writer.gap(4);
        for (const auto& row : rows) writer.row(row);
    };
    part(replies_title, paper.replies);
    part(absences_title, paper.absences);
    return std::move(writer).finish();
}

}  // namespace dais::record
