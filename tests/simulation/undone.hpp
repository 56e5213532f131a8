// What the chair takes back takes nothing of anybody else's with it.
#pragma once

#include <string>
#include <vector>

#include "wire/messages.hpp"

namespace dais::simulation {

// Each act that was taken back was its author's own, at most a minute old, with no act of another since that
// did more than the list; and what others wrote, logged or corrected stands in the record afterwards where it
// stood before. Judged by the journal alone, and by a model of its own: the hub may be the one that is wrong.
void check_undone(const std::vector<wire::Entry>& journal, std::vector<std::string>& complaints);

}  // namespace dais::simulation
