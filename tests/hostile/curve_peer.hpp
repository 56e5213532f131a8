// ZMTP 3.1 with CURVE (ZeroMQ RFCs 23 and 26) spoken by hand over plain TCP, from the client's side: for what
// libzmq would never send. Every step can be left out or held back.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "net/keys.hpp"

namespace dais::hostile {

// A TCP connection to a hub's endpoint on loopback. Sends and receives wait a second at most.
class Wire {
  public:
    explicit Wire(const std::string& endpoint);
    ~Wire();
    Wire(Wire&& other) noexcept;
    Wire& operator=(Wire&&) = delete;

    [[nodiscard]] bool connected() const { return connected_; }
    // False: the other side has hung up, or takes nothing.
    bool say(std::string_view bytes) const;
    // Exactly so many bytes, or nothing.
    [[nodiscard]] std::string hear(std::size_t count) const;
    // Whether the hub has hung up; what it said before is thrown away.
    [[nodiscard]] bool hung_up() const;

  private:
    int fd_;
    bool connected_ = false;
};

std::string greeting(std::string_view mechanism);
// A frame that is a command of ZMTP: flag 4, or 6 with a length of eight bytes.
std::string command_frame(std::string_view body);

class CurvePeer {
  public:
    CurvePeer(const std::string& endpoint, const net::StationKeys& keys);

    // The steps of the handshake, in order; each is false where the hub did not answer as it should.
    bool greet();
    bool hello();     // and the hub's WELCOME
    bool initiate();  // and its READY
    bool shake_hands() { return greet() && hello() && initiate(); }

    // One part of a message. False: the hub has hung up, or has taken nothing for a second.
    bool part(std::string_view bytes, bool more) { return seal_and_say(bytes, more ? 1 : 0); }
    // A command of ZMTP after the handshake (PING, say).
    bool command(std::string_view bytes) { return seal_and_say(bytes, 2); }
    [[nodiscard]] const Wire& wire() const { return wire_; }

  private:
    bool seal_and_say(std::string_view bytes, char flags);
    std::string box(const std::string& prefix, std::string_view text, std::string_view their_public,
                    std::string_view our_secret);

    Wire wire_;
    std::string own_public_, own_secret_, hub_public_;  // 32 bytes each, like those below
    std::string short_public_, short_secret_, hub_short_public_;
    std::string cookie_;
    std::uint64_t nonce_ = 0;
};

}  // namespace dais::hostile
