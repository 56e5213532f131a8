// What was asked for on the command line.
#pragma once

#include <filesystem>
#include <string>

namespace dais::bench {

struct Options {
    std::filesystem::path floor;      // a directory with the floor's programs; empty: without
    std::filesystem::path directory;  // journals are made here; empty: a temporary one
    std::string measure;              // those whose names begin so
    int pairs = 5;
    bool smoke = false;  // a few commands of each
    bool list = false;
};

// Ends the program where the command line is wrong, or asks for help.
Options read_options(int argc, char** argv);

}  // namespace dais::bench
