#include "tidy/markdown.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "tidy/tree.hpp"

namespace dais::tidy {
namespace {

Row cells(std::string_view line) {
    Row row;
    auto parts = base::split(base::trimmed(line), '|');
    if (parts.size() < 3) return row;
    for (std::size_t i = 1; i + 1 < parts.size(); ++i) {
        std::string cell(base::trimmed(parts[i]));
        std::erase(cell, '`');
        row.push_back(std::move(cell));
    }
    return row;
}

bool is_row(std::string_view line) {
    return base::trimmed(line).starts_with('|');
}

}  // namespace

std::vector<Row> table(std::string_view document, std::string_view first, std::string_view second) {
    std::vector<Row> rows;
    const auto lines = lines_of(document);
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
        const Row heading = cells(lines[i]);
        if (heading.size() < 2 || heading[0] != first || heading[1] != second) continue;
        for (std::size_t row = i + 2; row < lines.size() && is_row(lines[row]); ++row)
            rows.push_back(cells(lines[row]));
        break;
    }
    return rows;
}

std::vector<std::string> items(std::string_view cell) {
    std::vector<std::string> found;
    std::string item;
    int depth = 0;
    const auto finish = [&] {
        const std::string said(base::trimmed(item));
        if (!said.empty() && said != "–" && said != "-") found.push_back(said);
        item.clear();
    };
    for (const char c : cell) {
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        if (c == ',' && depth == 0) {
            finish();
        } else {
            item += c;
        }
    }
    finish();
    return found;
}

}  // namespace dais::tidy
