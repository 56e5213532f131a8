// Private to the folder: a CSV text as rows of fields with their places. What breaks the rules of CSV (RFC
// 4180) is reported, and reading goes on with the next line, so that one bad line hides no others.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "folder/fault.hpp"

namespace dais::folder {

struct CsvField {
    std::string text;  // without the spaces and tabs around it
    Place place;       // of its first character; of the comma or line end behind it where it is empty
};

struct CsvRow {
    std::vector<CsvField> fields;
    Place end;  // of the line end
};

// All rows that are not blank. REQUIRES: UTF-8.
std::vector<CsvRow> read_csv(std::string_view text, FileFaults faults);

}  // namespace dais::folder
