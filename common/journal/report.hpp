// Putting a report together. Private to this room.
#pragma once

#include "journal/verify.hpp"

namespace dais::journal {

// Adds a finding unless there are max_findings.
void add_finding(Report& report, Finding finding);

// Writes Report::lost from what was verified and what is known to have been there.
void name_what_is_lost(Report& report);

}  // namespace dais::journal
