// check(): what must be true whatever the outside does. It stays on in every build, because a hub that goes
// on with a broken invariant would journal nonsense; input from outside is never tested with it.
#pragma once

#include <string_view>

namespace dais::base {

// Writes "check failed: MESSAGE" to standard error and aborts.
[[noreturn]] void check_failed(std::string_view message);

constexpr void check(bool holds, std::string_view message) {
    if (!holds) check_failed(message);
}

}  // namespace dais::base
