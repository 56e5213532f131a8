// The options that every desk's program has.
#pragma once

#include <CLI/CLI.hpp>
#include <filesystem>
#include <optional>
#include <string>

#include "base/result.hpp"
#include "desk/window_options.hpp"
#include "net/keys.hpp"
#include "ui/theme.hpp"

namespace dais::desk {

struct Options {
    std::string hub;             // tcp://ADDRESS:PORT
    std::filesystem::path keys;  // the key ring
    std::string name;            // of the station on the hub's list
    std::filesystem::path key;   // the station's key file, in place of the ring's
    std::filesystem::path hub_key;
    std::filesystem::path spool;  // empty: under the data directory
    std::optional<float> scale;
    std::optional<ui::ThemeName> theme;
    WindowOptions window;
    std::filesystem::path pictures;   // where F12 leaves them
    std::filesystem::path frame_log;  // a line of JSON for every frame that was shown; empty: none
    bool gallery = false;
    std::filesystem::path gallery_pictures;  // the gallery writes its scenes there and ends
};

// Adds them to a command line. `name`: the station's, where none is given.
void add_options(CLI::App& app, Options& options, const std::string& name);

// The station's keys, from the files or the ring. Errors: those of the ring.
base::Result<net::StationKeys> station_keys(const Options& options);
// The spool's path, which belongs to this station and this hub.
std::filesystem::path spool_path(const Options& options);

}  // namespace dais::desk
