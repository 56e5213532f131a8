// Private to the folder: from UTF-8 to characters and back, one at a time, by ICU's macros.
#pragma once

#include <unicode/utf8.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace dais::ui {

// ICU's macros convert within themselves in ways that our warnings forbid.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"

// The character at `at`, which moves behind it; U+FFFD for a sequence that is not UTF-8.
// REQUIRES: at < text.size()
inline char32_t next_character(std::string_view text, std::size_t& at) {
    char32_t c = 0;
    U8_NEXT_OR_FFFD(text.data(), at, text.size(), c);
    return c;
}

// REQUIRES: a character of Unicode, and no surrogate.
inline void append_character(std::string& text, char32_t c) {
    std::array<char, U8_MAX_LENGTH> bytes{};
    std::size_t length = 0;
    U8_APPEND_UNSAFE(bytes.data(), length, c);
    text.append(bytes.data(), length);
}

#pragma GCC diagnostic pop

}  // namespace dais::ui
