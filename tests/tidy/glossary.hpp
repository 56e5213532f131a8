// docs/glossary.md: one paragraph a term, "**term** – meaning".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tidy/tree.hpp"

namespace dais::tidy {

// The terms defined, in order.
std::vector<std::string> terms(std::string_view glossary);

// Terms that are missing, that are defined twice, and definitions without a meaning.
Findings check_glossary(std::string_view glossary, const std::vector<std::string>& needed);

}  // namespace dais::tidy
