// The subcommands of `dais`: each file adds its own to the command line and says what runs when it is called.
// What runs returns an exit code (exit_codes.hpp).
#pragma once

#include <CLI/CLI.hpp>
#include <functional>

namespace dais::cli {

// Set by the subcommand that was called.
using Job = std::function<int()>;

void add_hub(CLI::App& app, Job& job);
void add_rehearse(CLI::App& app, Job& job);
void add_record(CLI::App& app, Job& job);
void add_list(CLI::App& app, Job& job);
void add_verify(CLI::App& app, Job& job);
void add_replay(CLI::App& app, Job& job);
void add_check(CLI::App& app, Job& job);
void add_keys(CLI::App& app, Job& job);
void add_board(CLI::App& app, Job& job);
void add_desks(CLI::App& app, Job& job);

}  // namespace dais::cli
