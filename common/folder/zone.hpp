// Private to the folder: time zones, from the system's IANA database and ICU's names.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/result.hpp"
#include "base/time.hpp"
#include "meeting/setup.hpp"

namespace dais::folder {

// Whether the database knows a zone. Errors: unknown_zone, no_zone_database.
base::Status<> check_zone(const std::string& name);

// The day that it is in a zone. REQUIRES: a zone that check_zone accepts.
meeting::Date day_in_zone(const std::string& name, base::Instant now);

// The zone as it is on a day at a local time (seconds after midnight): offset, and name in a language. A time
// that a change of the clocks makes twice means the first; one that it leaves out has the offset after it.
meeting::Zone zone_at(const std::string& name, const meeting::Date& date, std::int32_t seconds,
                      const std::string& language);

}  // namespace dais::folder
