// The record as plain text: one block a line, an empty line between blocks, "12. text" for what is numbered.
#pragma once

#include <string>

#include "record/record.hpp"

namespace dais::record {

// UTF-8 with a newline at the end; nothing at all for a record without blocks.
std::string to_text(const Record& record);

}  // namespace dais::record
