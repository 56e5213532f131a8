// A hub for a chair with one laptop: started by the console as a process of its own, which outlives the
// window, so that closing the window, or losing it, ends nothing for anybody else.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>

#include "base/result.hpp"

namespace dais::desk {

struct HostOptions {
    std::filesystem::path folder;  // the meeting
    std::filesystem::path keys;    // the ring; made, with a key for each usual desk and screen, where it is not there
    std::string listen;            // tcp://ADDRESS:PORT
    std::filesystem::path state;  // where address, process and log are noted; empty: under the data directory
    std::filesystem::path program;  // `dais`; empty: beside this one
};

struct Hosted {
    std::string address;  // to connect to
    pid_t process = 0;
    bool was_running = false;  // of an earlier window
};

// Finds the hub that an earlier window has started for this folder, or starts one and waits until it listens.
// Errors: those of keys and processes; hub_failed with the end of its log.
base::Result<Hosted> host(const HostOptions& options);

}  // namespace dais::desk
