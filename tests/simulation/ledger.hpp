// What a station was asked for and what it was told, over all its lives: what the checkers hold against the
// journal.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "meeting/commands.hpp"
#include "replica/traffic.hpp"

namespace dais::simulation {

using Complaints = std::vector<std::string>;

struct Asked {
    std::string word;  // "write"
    bool act = false;
    std::string text;  // the unique one that it brings, if any
    meeting::Command command;
    int sent = 0;            // how often it left the station
    std::string sent_on;     // the connection on which it left last
    base::Epoch sent_to;     // the life of the hub that the station followed then
    int settled = 0;         // how often its fate was told
    bool forgotten = false;  // an act under way when the station crashed
    bool unplaced = false;
    std::optional<replica::Settled> fate;
    std::size_t told_by = 0;  // the history (disk.hpp) of the hub that settled it
};

using Ledger = std::map<std::uint64_t, Asked>;  // by request

}  // namespace dais::simulation
