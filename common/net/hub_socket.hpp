// The hub's end of the wire: one ROUTER socket with CURVE, its gate, its door. It moves opaque bytes.
//
// Everything here belongs to one thread, but for what says otherwise. A peer is one connection: a station
// that reconnects is another peer with the same user.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "base/time.hpp"
#include "net/bytes.hpp"
#include "net/keys.hpp"
#include "net/reports.hpp"

namespace dais::net {

// A connection, by the bytes that libzmq has given it (5 of them, dealt at random and upwards, new for every
// connection).
struct PeerId {
    std::string bytes;
    friend auto operator<=>(const PeerId&, const PeerId&) = default;
};

struct Frame {
    PeerId peer;
    std::string user;  // the station's name, from the key of its connection: it cannot be forged in a message
    std::string bytes;  // at most HubOptions::max_message
};

struct HubOptions {
    std::string
        address;   // "tcp://127.0.0.1:7340"; port * or 0 takes a free one; "tcp://*:7340" listens everywhere
    KeyPair keys;  // the hub's own
    std::vector<Station> stations;  // who is let in

    // What a message of a station may have. A message up to twice as long is received, dropped and reported;
    // a longer one ends its connection before memory is taken for it, and libzmq does not say why (the log
    // then has nothing).
    std::size_t max_message = std::size_t{2} << 20;

    // Messages that may wait for one peer. libzmq's ROUTER would silently drop above it; with
    // ROUTER_MANDATORY, set here, send() answers `full` instead. The protocol's credit keeps a peer far
    // below: this is only the wall behind it.
    int send_queue = 10'000;

    // Bytes of longer messages (above 256 bytes each) that may wait for one peer; beyond it send() answers
    // `full` as well. Messages are shared among peers, but one who never reads must not hold the whole
    // journal in memory. Four times the protocol's credit.
    std::size_t send_bytes = std::size_t{16} << 20;

    // Messages of one peer that may wait to be received. Beyond it its TCP connection is left unread, which
    // holds up that station and no other.
    int receive_queue = 100;

    base::Span handshake{5000};  // a connection that has not proven itself by then is closed

    // Connections at most, lowered to what the process's file descriptors allow, less a reserve
    // (descriptors.hpp).
    std::size_t max_connections = 4096;

    // Only tests turn this off, to see that open() notices and fails.
    bool gate = true;
};

class HubSocket {
  public:
    // Binds the gate, then the socket, then knocks at it with a key of no list: what is returned has turned
    // that away. Takes the time of one handshake, up to 5 s where that goes wrong. Errors: bad_address,
    // bad_key and the others of check_stations(), address_taken (and other reasons not to bind),
    // too_few_descriptors, gate_open, gate_unproven, no_context, no_monitor, no_descriptor, gate_taken.
    static base::Result<HubSocket> open(HubOptions options);
    ~HubSocket();
    HubSocket(HubSocket&&) noexcept;
    HubSocket& operator=(HubSocket&&) noexcept;

    // Where it really listens, with the port that was taken.
    [[nodiscard]] const std::string& endpoint() const;

    // Adds what has arrived to `out`, without waiting, and returns how many messages were read, at most
    // `max`, or fewer where they are long: those dropped count as well, so that a flood of them cannot hold
    // the hub up. Peers take turns, a message each. Dropped, and reported once for each peer: oversized,
    // multipart, and those of a key that the list no longer has (revoked_key). A peer that goes on with these
    // is shown out.
    std::size_t receive(std::vector<Frame>& out, std::size_t max);

    // Waits until a message is there, the extra descriptor (a Wakeup's, say) can be read, or the time is
    // over.
    Ready wait(base::Span timeout, int extra_fd = -1);

    // Queues the bytes for one peer; never waits, copies large bytes never. REQUIRES: bytes is not null.
    SendResult send(const PeerId& peer, const SharedBytes& bytes);

    // Ends the peer's connection, and what waits for it is thrown away; the station may come again as another
    // peer. Nothing where it has gone, or has never sent anything.
    void hang_up(const PeerId& peer);

    // Another list of stations. A station that is no longer on it, or has another key there, is not heard any
    // more; to send nothing more to its peers is the caller's part, and its connection ends when it leaves.
    // The old list stays on an error.
    [[nodiscard]] base::Status<> replace_stations(std::vector<Station> stations);

    // Adds a report of the caller's to those of the network.
    void report(const std::string& code, std::string text);
    // What happened since the last call, rate limited: see ReportQueue.
    std::vector<Report> reports();

    [[nodiscard]] std::size_t connections() const;    // open ones, proven or not yet
    [[nodiscard]] std::size_t room() const;           // how many there can be
    [[nodiscard]] std::uint64_t refused() const;      // by the gate
    [[nodiscard]] std::uint64_t turned_away() const;  // by the door, because it was full
    [[nodiscard]] std::uint64_t shown_out() const;    // by the door, for a message without an end

  private:
    struct Wiring;
    explicit HubSocket(std::unique_ptr<Wiring> wiring);
    std::unique_ptr<Wiring> wiring_;
};

}  // namespace dais::net

template <>
struct std::hash<dais::net::PeerId> {
    std::size_t operator()(const dais::net::PeerId& id) const noexcept {
        return std::hash<std::string>{}(id.bytes);
    }
};
