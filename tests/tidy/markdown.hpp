// The tables of a document: the rules are written where people read them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dais::tidy {

using Row = std::vector<std::string>;  // cells, trimmed, without backticks

// The rows under the table whose first two headings are `first` and `second`; none where there is no such
// table.
std::vector<Row> table(std::string_view document, std::string_view first, std::string_view second);

// The parts of a cell between commas, but for commas in parentheses; a lone dash is no part.
std::vector<std::string> items(std::string_view cell);

}  // namespace dais::tidy
