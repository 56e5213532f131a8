// SQLite's words where the journal has its own. Private to this room.
#pragma once

#include "base/result.hpp"

namespace dais::journal {

base::Error journal_error(const base::Error& error, const std::string& path);

}  // namespace dais::journal
