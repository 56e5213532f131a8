// Texts as they are compared when neither case nor accents count, in any script.
//
// Pure; any thread. Each character is folded by itself, so that what was found can be shown where it stands.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dais::prose {

// The text as it is compared: decomposed (NFKD), without marks (Mn) and characters that are never seen, case
// folded, and with plain letters for those that are no letter with a mark in Unicode (ß æ œ ø ł đ ð ħ ı þ)
// and for curly quotation marks, long hyphens and all kinds of space. Folding what is folded changes nothing.
// Bad UTF-8 becomes U+FFFD.
std::string folded(std::string_view text);

// The same, with the way back.
struct Folded {
    std::string text;
    // For each byte of it, and for its end, the offset in the original of the character that it came from.
    std::vector<std::uint32_t> origin;
};
Folded folded_with_origins(std::string_view text);

}  // namespace dais::prose
