// What stands above the body of the record.
#pragma once

#include <vector>

#include "record/coverage.hpp"
#include "record/record.hpp"

namespace dais::record {

// Whether there is one: a symbol or a number was given.
bool has_masthead(const meeting::Meeting& meeting);

// Whether the record tells of a part of the meeting only.
bool is_partial(const meeting::Meeting& meeting, const Coverage& coverage);

// The lines, of which the contents list the agenda items of `body` and those above them.
std::vector<Block> masthead_of(const meeting::Meeting& meeting, const HouseStyle& style,
                               const Coverage& coverage, const std::vector<Block>& body);

}  // namespace dais::record
