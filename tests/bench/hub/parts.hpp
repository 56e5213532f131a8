// What a process of a round does. All of these end with the process.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "bench/hub/board.hpp"
#include "bench/hub/round.hpp"

namespace dais::bench {

// A writer for each of the site's first plan.writers names.
[[noreturn]] void write_all(const Site& site, const Plan& plan, Board& board);
// The listeners of one group, `count` names from `first` on.
[[noreturn]] void listen_all(const Site& site, const Plan& plan, Board& board, std::size_t group,
                             std::size_t first, std::size_t count);

// One station after the other joins with nothing, as many as the board has places: how long each took, in
// `answered`.
[[noreturn]] void join_all(const Site& site, Board& board);

}  // namespace dais::bench
