// CURVE keys: who a machine is on the wire. A key is 32 bytes, written as 40 characters of Z85 (ZeroMQ RFC
// 32).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace dais::net {

struct KeyPair {
    std::string public_key;  // Z85, 40 characters
    std::string secret_key;  // Z85, 40 characters; never logged, never in an error's text

    friend bool operator==(const KeyPair&, const KeyPair&) = default;
};

// A station as the hub's list has it.
struct Station {
    std::string name;        // "clerk-2"
    std::string public_key;  // Z85

    // What stands before the first hyphen of its name: chair, clerk, moderator, room, … Whether the word
    // means anything is for the hub to say.
    [[nodiscard]] std::string role() const;

    friend bool operator==(const Station&, const Station&) = default;
};

// All that one station needs to speak with its hub.
struct StationKeys {
    KeyPair own;
    std::string hub_public_key;  // Z85
};

// A new pair, from the system's random numbers. Error: no_curve where this libzmq was built without CURVE.
base::Result<KeyPair> make_key_pair();

// The public key that belongs to a secret one. Error: bad_key.
base::Result<std::string> public_key_of(const std::string& secret_key);

// 40 characters of Z85 that stand for 32 bytes.
bool is_key(std::string_view text);

// 1 to 64 bytes of [a-z0-9-], beginning with a letter or a digit: it becomes a file name, a User-Id and a
// word in the log.
bool is_station_name(std::string_view name);

// A list that a gate can use: good names, good keys, no name and no key twice.
// Errors: bad_name, bad_key, duplicate_name, duplicate_key, too_many_stations (more than 4,096).
base::Status<> check_stations(const std::vector<Station>& stations);

}  // namespace dais::net
