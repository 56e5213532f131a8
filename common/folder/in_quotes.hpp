// Words for messages: what was found, cut to a length that fits a line, and lists of what was expected.
#pragma once

#include <string>
#include <string_view>

#include "meeting/words.hpp"

namespace dais::folder {

// "lewis" in double quotes, cut after 40 characters, without line breaks. REQUIRES: UTF-8.
std::string in_quotes(std::string_view text);

// What a library says of a text, as one line of at most 300 bytes: it may repeat what it read there, and what
// it read may be an escape sequence for the terminal, or cut in the middle of a character.
std::string in_one_line(std::string_view said);

// "chair, member or state": all words of a closed set.
template <class E>
std::string any_word() {
    std::string text;
    const auto& list = meeting::Words<E>::list;
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (i != 0) text += i + 1 == list.size() ? " or " : ", ";
        text += list[i];
    }
    return text;
}

}  // namespace dais::folder
