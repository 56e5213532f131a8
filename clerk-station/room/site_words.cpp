// The room's words from the site's config.
#include "clerk-station/room/room_display.hpp"
#include "program/places.hpp"

namespace dais::clerk_station {

base::Result<folder::RoomWords> load_room_words(const std::string& language) {
    const auto file = program::room_words_file(language);
    if (!file) return file.error();
    return folder::read_room_words(*file);
}

}  // namespace dais::clerk_station
