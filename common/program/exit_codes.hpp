// The exit codes of our programs and of every subcommand, as `dais --help` and docs/cli.md give them.
#pragma once

namespace dais::program {

inline constexpr int exit_ok = 0;
inline constexpr int exit_no = 1;  // the answer is no: faults found, a line refused, a digest differs, damage
inline constexpr int exit_usage = 2;  // the command line is wrong
inline constexpr int exit_cannot =
    3;  // something outside failed: a file, the disk, the network, another program

}  // namespace dais::program
