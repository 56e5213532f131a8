// What a desk's typography makes of a script's spaces, taken back. The scripts' texts and the records that
// are kept were written with plain spaces throughout; at a desk those after "No." or before "per cent" become
// no-break spaces, as docs/typing.md says. Everything else that is typed has to come out to the letter.
#pragma once

#include <string>

namespace dais::e2e {

inline std::string with_plain_spaces(std::string text) {
    const std::string no_break = "\u00A0";
    for (auto at = text.find(no_break); at != std::string::npos; at = text.find(no_break, at)) {
        text.replace(at, no_break.size(), " ");
    }
    return text;
}

}  // namespace dais::e2e
