// The speakers' list as the paper that is handed round: who has the floor, who waits, rights of reply apart,
// and who was called and was not there. Pure.
#pragma once

#include <string>

#include "base/time.hpp"
#include "meeting/meeting.hpp"

namespace dais::record {

// UTF-8 lines, each with its line feed. In English, names as they stand; `now` is the hub's time. A line of a
// request says its place, its limit (where there is one), who, for what and for whom:
//
//     2.   3:00  Mr. Moreau (Marenne), point of order
std::string list_paper(const meeting::Meeting& meeting, base::Instant now);

}  // namespace dais::record
