// The body of the record: what stands between the masthead and the asterisk's note.
#pragma once

#include <string>
#include <vector>

#include "record/coverage.hpp"
#include "record/record.hpp"

namespace dais::record {

std::vector<Block> body_of(const meeting::Meeting& meeting, const HouseStyle& style,
                           const Coverage& coverage);

// "Agenda item 4: Promotion of the Convention (continued)", without documents.
std::string item_text(const HouseStyle& style, const meeting::AgendaItem& item);

}  // namespace dais::record
