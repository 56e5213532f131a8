// Bytes as people read them.
#pragma once

#include <string>
#include <string_view>

namespace dais::wire {

inline std::string hex(std::string_view bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        text += digits[byte >> 4];
        text += digits[byte & 15];
    }
    return text;
}

inline std::string from_hex(std::string_view text) {
    const auto digit = [](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
    std::string bytes;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == ' ' || text[i] == '\n') continue;
        bytes += static_cast<char>(digit(text[i]) * 16 + digit(text[i + 1]));
        ++i;
    }
    return bytes;
}

}  // namespace dais::wire
