// dais keys: the key ring of a site.
#include <fmt/format.h>

#include <cstdio>
#include <memory>

#include "cli/commands.hpp"
#include "meeting/actor.hpp"
#include "net/key_ring.hpp"
#include "program/exit_codes.hpp"
#include "program/places.hpp"
#include "program/print.hpp"

namespace dais::cli {
namespace {

struct KeysOptions {
    std::filesystem::path ring = program::data_directory() / "keys";
    std::string name;
    std::string public_key;
};

int report(const base::Error& error) {
    program::complain(error);
    return program::exit_cannot;
}

int create(const KeysOptions& options) {
    const net::KeyRing ring(options.ring);
    if (auto made = ring.create(); !made) return report(made.error());
    fmt::print("{}\n", ring.directory().string());
    return program::exit_ok;
}

int add(const KeysOptions& options) {
    if (!meeting::desk_of(options.name)) {
        program::complain("\"" + options.name +
                          "\" names no desk; expected chair, clerk, moderator, room or board, or one of " +
                          "these and a hyphen and more, as in clerk-2.");
        return program::exit_no;
    }
    const net::KeyRing ring(options.ring);
    const auto key = options.public_key.empty() ? std::nullopt : std::optional(options.public_key);
    auto station = ring.add_station(options.name, key);
    if (!station) return report(station.error());
    fmt::print("{}  {}\n", station->name, station->public_key);
    return program::exit_ok;
}

int remove(const KeysOptions& options) {
    if (auto removed = net::KeyRing(options.ring).remove_station(options.name); !removed) {
        return report(removed.error());
    }
    return program::exit_ok;
}

int list(const KeysOptions& options) {
    auto stations = net::KeyRing(options.ring).stations();
    if (!stations) return report(stations.error());
    for (const auto& station : *stations) {
        fmt::print("{:<20} {:<10} {}\n", station.name, station.role(), station.public_key);
    }
    return program::exit_ok;
}

}  // namespace

void add_keys(CLI::App& app, Job& job) {
    auto* keys = app.add_subcommand("keys", "Make and list the keys of the hub and its stations");
    keys->footer(
        "Example:\n  dais keys create\n  dais keys add clerk-2\n  dais keys list\n"
        "A station needs its own NAME.key and the hub's hub.pub; carry them to its machine.");
    auto options = std::make_shared<KeysOptions>();
    keys->add_option("--keys", options->ring, "The key ring (a directory)")->capture_default_str();
    keys->require_subcommand(1);
    auto* made = keys->add_subcommand("create", "Make a key ring, with the hub's keys and no station");
    made->callback([&job, options] { job = [options] { return create(*options); }; });
    auto* added = keys->add_subcommand("add", "Put a station on the list");
    added->add_option("NAME", options->name, "chair, clerk-2, moderator, room, board, …")->required();
    added->add_option("--public-key", options->public_key,
                      "The station's own public key, if it has made one");
    added->callback([&job, options] { job = [options] { return add(*options); }; });
    auto* removed = keys->add_subcommand("remove", "Take a station off the list");
    removed->add_option("NAME", options->name)->required();
    removed->callback([&job, options] { job = [options] { return remove(*options); }; });
    auto* listed = keys->add_subcommand("list", "The stations, with their roles and public keys");
    listed->callback([&job, options] { job = [options] { return list(*options); }; });
}

}  // namespace dais::cli
