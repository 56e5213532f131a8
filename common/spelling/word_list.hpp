// The words that a site adds to a language: config/words/LANG.txt, one a line, # begins a comment. A word may
// have spaces; its parts then count each. Any thread.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace dais::spelling {

inline constexpr std::size_t max_list_bytes = 1U << 20U;
inline constexpr std::size_t max_list_words = 20'000;
inline constexpr std::size_t max_list_line_bytes = 200;

// Errors: `bad_list`; the sentence names the line.
base::Result<std::vector<std::string>> parse_word_list(std::string_view text);

// A file that is not there is a list without words. Errors: `bad_list`, with the path.
base::Result<std::vector<std::string>> read_word_list(const std::filesystem::path& path);

}  // namespace dais::spelling
