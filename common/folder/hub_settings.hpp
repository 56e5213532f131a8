// What a site settles for its meetings: config/hub.toml.
//
//   [clock]
//   pause_when_link_lost = true   # where the meeting's own folder says nothing
#pragma once

#include <filesystem>
#include <vector>

#include "folder/fault.hpp"

namespace dais::folder {

struct HubSettings {
    bool pause_when_link_lost = false;
};

struct HubSettingsReading {
    HubSettings settings;  // what is absent or wrong is as it comes with the product
    std::vector<Fault> faults;
};

// A file that is not there is no fault.
HubSettingsReading read_hub_settings(const std::filesystem::path& path);

}  // namespace dais::folder
