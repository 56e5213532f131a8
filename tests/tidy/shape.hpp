// Sizes, headers and names.
#pragma once

#include <cstddef>

#include "tidy/tree.hpp"

namespace dais::tidy {

// A page of a book has about 40 lines: a function of 70 is two, and what is longer is not read but searched.
inline constexpr std::size_t function_limit = 70;
inline constexpr std::size_t file_limit = 600;

Findings check_file_lengths(const Tree& tree);
Findings check_function_lengths(const Tree& tree);
Findings check_headers(const Tree& tree);     // #pragma once, no using namespace
Findings check_type_names(const Tree& tree);  // none that ends in a word which says nothing

}  // namespace dais::tidy
