#include "folder/room_words.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/check.hpp"
#include "folder/folder.hpp"

namespace dais::folder {

base::Result<RoomWords> RoomWords::from(std::map<std::string, std::string> texts) {
    for (const auto key : keys) {
        const auto found = texts.find(std::string(key));
        if (found == texts.end()) {
            return base::Error{"missing_key",
                               fmt::format("{} is missing, expected the room's words for it.", key)};
        }
        if (found->second.empty() || found->second.size() > max_text_bytes) {
            return base::Error{"too_long", fmt::format("{} has {} bytes, expected 1 to {}.", key,
                                                       found->second.size(), max_text_bytes)};
        }
    }
    for (const auto& [key, text] : texts) {
        if (std::find(keys.begin(), keys.end(), key) == keys.end()) {
            return base::Error{"unknown_key", fmt::format("{} is no key of the room's words.", key)};
        }
    }
    RoomWords made;
    made.texts_ = std::move(texts);
    return made;
}

const std::string& RoomWords::operator()(std::string_view key) const {
    const auto found = texts_.find(std::string(key));
    base::check(found != texts_.end(), "a key of the room's words");
    return found->second;
}

std::string RoomWords::operator()(std::string_view key, std::string_view brace,
                                  std::string_view value) const {
    std::string text = (*this)(key);
    if (const auto at = text.find(brace); at != std::string::npos) text.replace(at, brace.size(), value);
    return text;
}

base::Result<RoomWords> read_room_words(const std::filesystem::path& path) {
    auto reading = read_style(path);
    if (!reading.style) {
        return base::Error{"wrong_words", reading.faults.empty() ? path.string() + " cannot be read."
                                                                 : to_text(reading.faults.front())};
    }
    auto made = RoomWords::from(*std::move(reading.style));
    if (!made) return base::Error{made.error().code, path.string() + ": " + made.error().text};
    return made;
}

}  // namespace dais::folder
