// The board's own work: a station with the room's rights, and the page that it serves.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

#include "base/result.hpp"

namespace dais::cli {

struct BoardProgramOptions {
    std::string hub;             // tcp://ADDRESS:PORT
    std::string name = "board";  // of the station on the hub's list
    std::filesystem::path keys;  // the key ring
    std::filesystem::path key;   // the station's key file, in place of the ring's
    std::filesystem::path hub_key;
    std::filesystem::path spool;            // empty: under the data directory
    std::string listen = "127.0.0.1:8040";  // ADDRESS:PORT; an IPv6 address in brackets; port 0: any
    std::string language;                   // of the page; empty: the meeting's
    std::filesystem::path announce;         // a file that gets the page's address; empty: none
    std::size_t streams = 512;              // at once
    std::size_t per_address = 256;          // connections of one address at once
};

struct Place {
    std::string address;
    int port = 0;
};
// Error: bad_address, with what was expected.
base::Result<Place> parse_place(const std::string& text);

// Serves until SIGINT or SIGTERM. Returns an exit code.
int run_board(const BoardProgramOptions& options);

}  // namespace dais::cli
