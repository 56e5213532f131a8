// A font for tests: a character is ten wide, an ideograph twenty, a space five, a mark nothing.
#pragma once

#include <unicode/uchar.h>

namespace dais::ui {

inline float ten_wide(char32_t c) {
    if (c == U' ') return 5;
    if (c >= 0x3000 && c <= 0x9FFF) return 20;
    return u_charType(static_cast<UChar32>(c)) == U_NON_SPACING_MARK ? 0 : 10;
}

}  // namespace dais::ui
