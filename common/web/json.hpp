// Private to the folder: what the page is told, as JSON. Written by hand, because it is one object of fixed
// shape, and a member that nobody wrote here can reach nobody.
//
// Pure; any thread.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "meeting/room_view.hpp"

namespace dais::web {

// In quotes. Safe inside a script element and in one line: <, >, & and control characters, U+2028 and U+2029
// are escaped, and bytes that are not UTF-8 become U+FFFD.
std::string json_string(std::string_view text);

std::string json(const std::map<std::string, std::string>& texts);
// Instants and spans are in ms; what is not there is null.
std::string json(const meeting::RoomView& view);

}  // namespace dais::web
