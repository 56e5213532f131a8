#include "clerk-station/room/sdl_monitors.hpp"

namespace dais::clerk_station {

int monitor_meant(std::optional<int> wanted, int count) {
    return wanted && *wanted >= 1 && *wanted <= count ? *wanted - 1 : count - 1;
}

SDL_Rect bounds_of_monitor(std::optional<int> wanted) {
    SDL_Rect bounds{0, 0, 1280, 800};
    const int count = SDL_GetNumVideoDisplays();
    if (count > 0) SDL_GetDisplayBounds(monitor_meant(wanted, count), &bounds);
    return bounds;
}

}  // namespace dais::clerk_station
