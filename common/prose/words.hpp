// A text cut into words, spaces and marks, and where its letters part, as ICU sees them (UAX #29, root
// locale; scripts without spaces by its dictionaries).
//
// Total: whatever the bytes are, the pieces joined give the text. In well-formed UTF-8 all borders stand
// between characters. Any thread; each has its own iterators, because ICU takes longer to make one than to
// run it over a paragraph.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "prose/range.hpp"

namespace dais::prose {

struct Piece {
    enum class Kind : std::uint8_t {
        word,   // letters, digits, ideographs, kana, with what holds a word together: "l'an", "3.5"
        space,  // white space only, all that stands together, no-break spaces and line breaks too
        mark,   // anything else: punctuation, symbols, emoji
    };
    Kind kind = Kind::word;
    Range range;

    friend bool operator==(const Piece&, const Piece&) = default;
};

// In order and without gaps; none for an empty text, and none of them empty.
std::vector<Piece> pieces_of(std::string_view text);

// Where letters (grapheme clusters) begin, and the end of the text, in order: {0} for an empty text.
std::vector<std::size_t> letter_borders(std::string_view text);

// Letters and digits of any script, and the marks that belong to them. `c` is a code point.
bool is_word_character(char32_t c);
// White space, no-break spaces and line breaks too.
bool is_white_space(char32_t c);

// The code point that begins at `at`, or the one that ends there; U+FFFD for bytes that are none, 0 at the
// end or the beginning. The size is in bytes, 0 with the 0 only.
struct Character {
    char32_t code = 0;
    std::size_t size = 0;
};
Character character_at(std::string_view text, std::size_t at);
Character character_before(std::string_view text, std::size_t at);

}  // namespace dais::prose
