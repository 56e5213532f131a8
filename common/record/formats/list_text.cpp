#include "record/formats/list_text.hpp"

#include <fmt/format.h>

#include "base/text.hpp"

namespace dais::record {
namespace {

// By code points, as the dash is one column and three bytes; fmt counts columns by itself only for numbers.
std::string to_the_right(const std::string& text, std::size_t columns) {
    const auto has = base::code_points(text);
    return std::string(has < columns ? columns - has : 0, ' ') + text;
}

void put_rows(std::string& text, const std::vector<ListPaper::Row>& rows) {
    for (const auto& row : rows) {
        text +=
            fmt::format("{}.  {}  {}\n", to_the_right(row.number, 4), to_the_right(row.time, 5), row.text);
    }
}

}  // namespace

std::string list_text(const ListPaper& paper) {
    std::string text;
    for (const auto& line : paper.masthead) text += line + "\n";
    text += "\n" + paper.title + "\n\n";
    if (!paper.floor.empty()) text += paper.floor + "\n\n";
    put_rows(text, paper.list);
    if (paper.list.empty()) text += std::string(nobody_waits) + "\n";
    if (!paper.replies.empty()) {
        text += fmt::format("\n{}\n\n", replies_title);
        put_rows(text, paper.replies);
    }
    if (paper.absences.empty()) return text;
    text += fmt::format("\n{}\n\n", absences_title);
    for (const auto& row : paper.absences) text += row.number + "  " + row.text + "\n";
    return text;
}

}  // namespace dais::record
