// What the screens in the room say, in the meeting's language: config/room/LANGUAGE.toml.
#pragma once

#include <array>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace dais::folder {

// A text for every key, and no other: "floor.nobody" -> "Nobody has the floor". Braces in them ({name},
// {time}, {count}, {number}, {whom}) stand for what is put in.
class RoomWords {
  public:
    static constexpr std::size_t max_text_bytes = 200;
    static constexpr std::array<std::string_view, 29> keys{"not_begun",
                                                           "suspended",
                                                           "suspended_until",
                                                           "ended",
                                                           "item",
                                                           "chair",
                                                           "moderator",
                                                           "floor.now",
                                                           "floor.nobody",
                                                           "floor.on_behalf_of",
                                                           "floor.by_video",
                                                           "floor.by_audio",
                                                           "floor.link_lost",
                                                           "kind.point_of_order",
                                                           "kind.right_of_reply",
                                                           "kind.reply",
                                                           "clock.left",
                                                           "clock.spent",
                                                           "clock.warning",
                                                           "clock.over",
                                                           "clock.stands",
                                                           "list.next",
                                                           "list.nobody",
                                                           "list.more",
                                                           "list.closed",
                                                           "end.near",
                                                           "end.past",
                                                           "link.connecting",
                                                           "link.lost"};

    // Errors: missing_key, unknown_key, too_long; the text names the key.
    static base::Result<RoomWords> from(std::map<std::string, std::string> texts);

    // REQUIRES: one of the keys.
    [[nodiscard]] const std::string& operator()(std::string_view key) const;
    // With what is put in for "{name}" and the like.
    [[nodiscard]] std::string operator()(std::string_view key, std::string_view brace,
                                         std::string_view value) const;
    [[nodiscard]] const std::map<std::string, std::string>& all() const { return texts_; }

  private:
    std::map<std::string, std::string> texts_;
};

// Errors besides: wrong_words, of a file that cannot be read, with where and what.
base::Result<RoomWords> read_room_words(const std::filesystem::path& path);

}  // namespace dais::folder
