// What a site settles for its clerks: config/clerk.toml.
//
//   [takes]
//   minutes = 10   # how long a take is where the clerks say nothing else
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "folder/fault.hpp"

namespace dais::folder {

struct ClerkSettings {
    std::int64_t take_seconds = 600;
};

struct ClerkSettingsReading {
    ClerkSettings settings;  // what is absent or wrong is as it comes with the product
    std::vector<Fault> faults;
};

// A file that is not there is no fault.
ClerkSettingsReading read_clerk_settings(const std::filesystem::path& path);

}  // namespace dais::folder
