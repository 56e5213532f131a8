// Private to the folder: what of a request's head reaches the HTTP library, which is its first line and
// nothing else. No answer of ours depends on a header, and a header that nobody parses can harm nobody.
//
// Pure; any thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>

namespace dais::web {

inline constexpr std::size_t max_head_bytes = 16 * 1024;
inline constexpr std::size_t max_first_line_bytes = 2048;

// The length of the head in what has arrived, with the empty line that ends it; 0: there is more to come.
std::size_t head_length(std::string_view arrived);

// The head to hand on, or the status to answer with: 400 where it has bytes that no head has or is no HTTP/1,
// 413 where it announces a body, 414 where the first line is too long. REQUIRES: a whole head.
std::variant<std::string, int> sift(std::string_view head);

}  // namespace dais::web
