// What no list names is not built: every source is named by a CMakeLists.txt, and every CMakeLists.txt by the
// one above.
#pragma once

#include "tidy/tree.hpp"

namespace dais::tidy {

Findings check_lists(const Tree& tree);

}  // namespace dais::tidy
