// Where characters as readers see them, words and lines begin and end, by Unicode's rules (UAX #29 and #14,
// as ICU has them). Offsets are bytes of well-formed UTF-8. Any thread.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace dais::ui {

// The start of the character (grapheme cluster) before, and the end of the one after, an offset.
std::size_t character_before(std::string_view text, std::size_t at);
std::size_t character_after(std::string_view text, std::size_t at);
// The offset where it is between two characters, else the start of the one that it is in.
std::size_t character_start(std::string_view text, std::size_t at);

// The start of the word before, and the end of the word after, an offset: spaces and punctuation are passed
// over.
std::size_t word_before(std::string_view text, std::size_t at);
std::size_t word_after(std::string_view text, std::size_t at);

// All offsets behind which a line may break, in order.
std::vector<std::size_t> line_breaks(std::string_view text);

}  // namespace dais::ui
