// The words and numbers of a text with their places, as rules and dictionaries compare them.
//
// Pure; any thread. Total: bad UTF-8 belongs to no word.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "prose/range.hpp"

namespace dais::prose {

struct Token {
    Range range;
    bool number = false;  // digits of any script with what stands between them, and no letter: "1,200", "3.5"
    std::string folded;   // see folded_word()

    friend bool operator==(const Token&, const Token&) = default;
};

// In order; spaces and marks are left out. An apostrophe or a full stop between two letters belongs to the
// word ("don't", "a.m"), a hyphen does not.
std::vector<Token> tokens_of(std::string_view text);

// Case folded, composed (NFC), with straight apostrophes. Accents stay.
std::string folded_word(std::string_view word);

// How the letters of a word are written. A word of one letter that is a capital is `first_capital`; digits
// and marks do not count; what has no letter with case is `none`.
enum class Case : std::uint8_t { none, small, first_capital, capitals, mixed };
Case case_of(std::string_view word);

}  // namespace dais::prose
