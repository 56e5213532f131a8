#include "base/check.hpp"

#include <cstdio>
#include <cstdlib>

namespace dais::base {

void check_failed(std::string_view message) {
    std::fprintf(stderr, "check failed: %.*s\n", static_cast<int>(message.size()), message.data());
    std::abort();
}

}  // namespace dais::base
