// Private to the folder: the page as it is sent. The file (config/board/page.html) has marks, which are put
// in wherever they stand:
//
//   {{language}}, {{direction}}   of the words: "ar", "rtl"
//   {{words}}                     the words as JSON, for a script element of type application/json
//   {{nonce}}                     of the policy below, new with each page
//
// Any thread.
#pragma once

#include <string>
#include <string_view>

#include "web/board.hpp"

namespace dais::web {

// "rtl" or "ltr".
std::string_view direction(std::string_view language);

std::string fill_page(std::string_view page, const BoardWords& words, std::string_view nonce);

// 128 bits that nobody can foresee, in hexadecimal.
std::string new_nonce();
// The page may run its own script and style, talk to its own server, and do nothing else.
std::string content_policy(std::string_view nonce);

}  // namespace dais::web
