// Private to this folder.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

#include "base/text.hpp"

namespace dais::wire {

// Whether the text is well-formed UTF-8. The plain ASCII that it starts with is passed over eight bytes at a
// time, which makes a paragraph in English some ten times faster to read.
inline bool is_valid_text(std::string_view text) {
    constexpr std::uint64_t high_bits = 0x8080808080808080u;
    std::uint64_t eight = 0;
    while (text.size() >= sizeof eight) {
        std::memcpy(&eight, text.data(), sizeof eight);
        if ((eight & high_bits) != 0) break;
        text.remove_prefix(sizeof eight);
    }
    return !base::first_bad_utf8(text);
}

}  // namespace dais::wire
