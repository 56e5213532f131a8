// The hub as a program: the socket-free hub, with a socket, a disk and a clock around it.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace dais::cli {

struct HubProgramOptions {
    std::filesystem::path folder;
    std::string listen;
    std::filesystem::path journal;         // empty: under the data directory, named after the folder
    std::filesystem::path keys;
    std::filesystem::path style;           // empty: that of the meeting's language
    std::filesystem::path announce;        // a file that gets the address once the hub listens; empty: none
    std::string script_clock;              // "START:RATE" for a rehearsal; empty: the real time
    bool quiet = false;                    // no line for what is in good order
};

// Runs until SIGTERM or SIGINT, or until the disk fails. Returns an exit code.
int run_hub(const HubProgramOptions& options);

}  // namespace dais::cli
