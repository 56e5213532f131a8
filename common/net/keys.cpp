#include "net/keys.hpp"

#include <fmt/format.h>
#include <zmq.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <unordered_set>

namespace dais::net {

using base::Error;

namespace {

constexpr std::size_t key_text = 40;
constexpr std::size_t max_stations = 4096;  // a few for each seat of the largest hall

}  // namespace

std::string Station::role() const {
    return name.substr(0, name.find('-'));
}

base::Result<KeyPair> make_key_pair() {
    std::array<char, key_text + 1> public_key{};
    std::array<char, key_text + 1> secret_key{};
    if (zmq_curve_keypair(public_key.data(), secret_key.data()) != 0)
        return Error{"no_curve",
                     fmt::format("this libzmq makes no CURVE keys: {}", zmq_strerror(zmq_errno()))};
    return KeyPair{public_key.data(), secret_key.data()};
}

base::Result<std::string> public_key_of(const std::string& secret_key) {
    std::array<char, key_text + 1> public_key{};
    if (!is_key(secret_key) || zmq_curve_public(public_key.data(), secret_key.c_str()) != 0)
        return Error{"bad_key", "a secret key has 40 characters of Z85, this one does not"};
    return std::string(public_key.data());
}

bool is_key(std::string_view text) {
    if (text.size() != key_text || text.find('\0') != std::string_view::npos) return false;
    std::array<std::uint8_t, 32> bytes{};
    return zmq_z85_decode(bytes.data(), std::string(text).c_str()) != nullptr;
}

bool is_station_name(std::string_view name) {
    const auto allowed = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
    return !name.empty() && name.size() <= 64 && name.front() != '-' &&
           std::all_of(name.begin(), name.end(), allowed);
}

base::Status<> check_stations(const std::vector<Station>& stations) {
    if (stations.size() > max_stations)
        return Error{"too_many_stations",
                     fmt::format("{} stations are listed, at most {} can be", stations.size(), max_stations)};
    std::unordered_set<std::string_view> names;
    std::unordered_set<std::string_view> keys;
    for (const auto& station : stations) {
        if (!is_station_name(station.name))
            return Error{"bad_name",
                         fmt::format("'{:.64}' is no name for a station: expected 1 to 64 of a-z, 0-9 and "
                                     "hyphens, not beginning with a hyphen",
                                     station.name)};
        if (!is_key(station.public_key))
            return Error{"bad_key",
                         fmt::format("the public key of {} is not 40 characters of Z85", station.name)};
        if (!names.insert(station.name).second)
            return Error{"duplicate_name", fmt::format("{} is listed twice", station.name)};
        if (!keys.insert(station.public_key).second)
            return Error{
                "duplicate_key",
                fmt::format("{} has the public key of another station: each needs its own", station.name)};
    }
    return base::Done{};
}

}  // namespace dais::net
