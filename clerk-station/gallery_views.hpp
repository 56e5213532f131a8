// What a clerk has opened and typed in scenes of the gallery that are about it.
#pragma once

#include <string>

#include "clerk-station/clerk_view.hpp"

namespace dais::clerk_station {

// Brings a new view to where the scene is; of the other scenes it stays as it is.
void bring_to(ClerkView& view, const std::string& scene);

}  // namespace dais::clerk_station
