#include "net/key_ring.hpp"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <system_error>

#include "net/secret_file.hpp"

namespace dais::net {
namespace {

using base::Error;
using std::filesystem::path;

base::Result<toml::table> parse(const path& file, const std::string& text) {
    try {
        return toml::parse(text, file.string());
    } catch (const toml::parse_error& error) {
        return Error{"bad_key_file",
                     fmt::format("{}, line {}, column {}: {}", file.string(), error.source().begin.line,
                                 error.source().begin.column, error.description())};
    }
}

base::Result<std::string> key_in(const toml::table& table, const char* word, const path& file) {
    const auto key = table[word].value<std::string>();
    if (!key || !is_key(*key))
        return Error{"bad_key_file", fmt::format("{}: expected {} = \"…\" with the 40 characters of a key",
                                                 file.string(), word)};
    return *key;
}

base::Result<KeyPair> read_pair(const path& file) {
    const auto text = read_secret_file(file);
    if (!text) return text.error();
    const auto table = parse(file, *text);
    if (!table) return table.error();
    auto public_key = key_in(*table, "public", file);
    if (!public_key) return public_key.error();
    auto secret_key = key_in(*table, "secret", file);
    if (!secret_key) return secret_key.error();
    const auto derived = public_key_of(*secret_key);
    if (!derived || *derived != *public_key)
        return Error{"bad_key_file",
                     fmt::format("{}: the public and the secret key do not belong together", file.string())};
    return KeyPair{*std::move(public_key), *std::move(secret_key)};
}

base::Result<std::string> read_public(const path& file) {
    const auto text = read_plain_file(file);
    if (!text) return text.error();
    const auto table = parse(file, *text);
    if (!table) return table.error();
    return key_in(*table, "public", file);
}

// Z85 has neither quotes nor backslashes, so a key needs no escapes.
std::string pair_text(std::string_view whose, const KeyPair& pair) {
    return fmt::format(
        "# The secret key of {}. Whoever reads it can speak as it.\npublic = \"{}\"\nsecret = \"{}\"\n",
        whose, pair.public_key, pair.secret_key);
}

base::Status<> write_list(const path& file, const std::vector<Station>& stations, Existing existing) {
    std::string text = "# The stations that the hub lets in, each with its public key.\n";
    for (const auto& station : stations) {
        text += fmt::format("\n[{}]\npublic = \"{}\"\n", station.name, station.public_key);
    }
    return write_plain_file(file, text, existing);
}

base::Status<> make_directory(const path& directory) {
    std::error_code error;
    std::filesystem::create_directories(directory, error);
    if (!error) std::filesystem::permissions(directory, std::filesystem::perms::owner_all, error);
    if (error)
        return Error{"file_unwritable", fmt::format("{}: cannot make it a directory of one's own: {}",
                                                    directory.string(), error.message())};
    return base::Done{};
}

}  // namespace

// The secret key comes last: what a full disk or a kill leaves half-made is no ring, and create() makes it
// anew.
base::Status<> KeyRing::create() const {
    std::error_code ignored;
    if (std::filesystem::exists(hub_key_file(), ignored))
        return Error{"file_exists",
                     fmt::format("{}: is already there and is not overwritten", hub_key_file().string())};
    if (auto made = make_directory(directory_); !made) return made;
    if (auto made = make_directory(directory_ / "stations"); !made) return made;
    const auto pair = make_key_pair();
    if (!pair) return pair.error();
    const auto shared = fmt::format(
        "# The hub's public key: a station needs it to know its hub.\npublic = \"{}\"\n", pair->public_key);
    if (auto done = write_plain_file(hub_pub_file(), shared, Existing::replace); !done) return done;
    if (auto done = write_list(stations_file(), {}, Existing::replace); !done) return done;
    return write_secret_file(hub_key_file(), pair_text("the hub", *pair), Existing::keep);
}

base::Result<Station> KeyRing::add_station(const std::string& name,
                                           const std::optional<std::string>& public_key) const {
    auto listed = stations();
    if (!listed) return listed.error();
    KeyPair pair;
    if (public_key) {
        pair.public_key = *public_key;
    } else {
        auto made = make_key_pair();
        if (!made) return made.error();
        pair = *std::move(made);
    }
    const Station station{name, pair.public_key};
    listed->push_back(station);
    if (const auto good = check_stations(*listed); !good) return good.error();
    std::sort(listed->begin(), listed->end(), [](const auto& a, const auto& b) { return a.name < b.name; });
    if (!public_key) {
        // First the key, then the list: a key that no list names harms nobody, and the next attempt replaces
        // it.
        const auto kept = write_secret_file(station_key_file(name), pair_text(name, pair), Existing::replace);
        if (!kept) return kept.error();
    }
    if (const auto done = write_list(stations_file(), *listed, Existing::replace); !done) return done.error();
    return station;
}

base::Status<> KeyRing::remove_station(const std::string& name) const {
    auto listed = stations();
    if (!listed) return listed.error();
    const auto gone = std::erase_if(*listed, [&](const Station& station) { return station.name == name; });
    if (gone == 0)
        return Error{"no_such_station",
                     fmt::format("{} does not list {:.64}", stations_file().string(), name)};
    if (auto done = write_list(stations_file(), *listed, Existing::replace); !done) return done;
    std::error_code error;
    std::filesystem::remove(station_key_file(name), error);
    if (error)
        return Error{"file_unwritable",
                     fmt::format("{} is off the list, but its key file stays: {}", name, error.message())};
    return base::Done{};
}

base::Result<std::vector<Station>> KeyRing::stations() const {
    const auto file = stations_file();
    const auto text = read_plain_file(file);
    if (!text) return text.error();
    const auto table = parse(file, *text);
    if (!table) return table.error();
    std::vector<Station> stations;
    for (const auto& [name, node] : *table) {
        const auto* entry = node.as_table();
        if (entry == nullptr)
            return Error{"bad_key_file",
                         fmt::format("{}, line {}: expected stations as [NAME] with public = \"…\"",
                                     file.string(), node.source().begin.line)};
        const auto key = (*entry)["public"].value<std::string>();
        stations.push_back({std::string(name.str()), key.value_or("")});
    }
    if (const auto good = check_stations(stations); !good)
        return Error{good.error().code, fmt::format("{}: {}", file.string(), good.error().text)};
    std::sort(stations.begin(), stations.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
    return stations;
}

base::Result<HubKeys> KeyRing::load_hub() const {
    auto pair = read_pair(hub_key_file());
    if (!pair) return pair.error();
    auto listed = stations();
    if (!listed) return listed.error();
    return HubKeys{*std::move(pair), *std::move(listed)};
}

base::Result<StationKeys> KeyRing::load_station(const std::string& name) const {
    if (!is_station_name(name))
        return Error{"bad_name", fmt::format("'{:.64}' is no name for a station", name)};
    return load_station_keys(station_key_file(name), hub_pub_file());
}

base::Result<StationKeys> load_station_keys(const path& station_key, const path& hub_pub) {
    auto own = read_pair(station_key);
    if (!own) return own.error();
    auto hub = read_public(hub_pub);
    if (!hub) return hub.error();
    return StationKeys{*std::move(own), *std::move(hub)};
}

}  // namespace dais::net
