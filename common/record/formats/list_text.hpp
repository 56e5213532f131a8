// The speakers' list as plain text.
#pragma once

#include <string>

#include "record/list_paper.hpp"

namespace dais::record {

// UTF-8 lines, each with its line feed:
//
//     2.   3:00  Mr. Moreau (Marenne), point of order
std::string list_text(const ListPaper& paper);

}  // namespace dais::record
