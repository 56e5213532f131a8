// The key ring: the directory in which a site keeps the keys of its hub and its stations (`dais keys`).
//
//     hub.key            secret (0600): the hub's pair          public = "…", secret = "…"
//     hub.pub            handed to every station                public = "…"
//     stations.toml      the hub's list                         [clerk-2] public = "…"
//     stations/NAME.key  secret (0600): one station's pair; it may be moved to its machine and deleted here
//
// All of it is TOML. The directory is made with mode 0700. Other files may lie beside these and are left
// alone. Functions touch the disk and are meant for one process at a time; a reader beside a writer sees the
// old list or the new. Besides the errors named, each passes on those of secret_file.hpp and
// check_stations().
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "net/keys.hpp"

namespace dais::net {

// All that the hub needs.
struct HubKeys {
    KeyPair own;
    std::vector<Station> stations;  // in the order of their names
};

class KeyRing {
  public:
    // A ring at this place, which need not exist yet.
    explicit KeyRing(std::filesystem::path directory) : directory_(std::move(directory)) {}

    // Makes the directory, the hub's pair and an empty list. Error: file_exists where there is a hub.key
    // already.
    [[nodiscard]] base::Status<> create() const;

    // Puts a station on the list: with a new pair, kept in stations/NAME.key, or with the public key that it
    // sent us. Errors: bad_name, bad_key, duplicate_name, duplicate_key.
    [[nodiscard]] base::Result<Station> add_station(const std::string& name,
                                                    const std::optional<std::string>& public_key = {}) const;

    // Takes a station off the list and deletes its key file, if it is here. Error: no_such_station.
    // A running hub goes on knowing it until its list is replaced.
    [[nodiscard]] base::Status<> remove_station(const std::string& name) const;

    [[nodiscard]] base::Result<std::vector<Station>> stations() const;

    // What the hub reads at its start. Errors: bad_key_file (not our TOML, a key absent or malformed, a pair
    // that does not belong together), always with the file's name.
    [[nodiscard]] base::Result<HubKeys> load_hub() const;
    [[nodiscard]] base::Result<StationKeys> load_station(const std::string& name) const;

    [[nodiscard]] const std::filesystem::path& directory() const { return directory_; }
    [[nodiscard]] std::filesystem::path hub_key_file() const { return directory_ / "hub.key"; }
    [[nodiscard]] std::filesystem::path hub_pub_file() const { return directory_ / "hub.pub"; }
    [[nodiscard]] std::filesystem::path stations_file() const { return directory_ / "stations.toml"; }
    [[nodiscard]] std::filesystem::path station_key_file(const std::string& name) const {
        return directory_ / "stations" / (name + ".key");
    }

  private:
    std::filesystem::path directory_;
};

// A station's keys on its own machine: its NAME.key and the hub.pub that came with it, wherever they lie.
base::Result<StationKeys> load_station_keys(const std::filesystem::path& station_key,
                                            const std::filesystem::path& hub_pub);

}  // namespace dais::net
