// A station's end of the wire: one DEALER socket with CURVE to one hub. It moves opaque bytes.
//
// A StationSocket belongs to one thread at a time; many of them, on one or several threads, can share a
// Context. It keeps trying for as long as it lives: after a lost connection libzmq connects again by itself,
// after a handshake that failed the socket is thrown away and, after a rest, made anew.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/time.hpp"
#include "net/bytes.hpp"
#include "net/context.hpp"
#include "net/keys.hpp"

namespace dais::net {

enum class LinkEvent {
    connected,         // the hub has proven its key and accepted ours
    disconnected,      // after `connected`: the connection has ended; what was queued or under way is lost
    refused,           // the hub does not know our key
    handshake_failed,  // something answered and it was no hub of ours, or it hung up: full, restarting,
                       // another hub's key
};

struct StationOptions {
    std::string address;  // "tcp://192.168.1.5:7340"
    StationKeys keys;

    // A message beyond it ends the connection. The hub sends whole commits and parts of snapshots, never more
    // than this.
    std::size_t max_message = std::size_t{32} << 20;
    // Messages that may wait to be sent, or to be received: then send() answers `full`, and the hub is left
    // waiting.
    int queue = 1000;
    base::Span retry{100};        // between attempts to connect: at first, doubling …
    base::Span retry_most{2000};  // … up to this, which is also the rest after a failed handshake
    base::Span handshake{5000};
};

class StationSocket {
  public:
    // Starts to connect and returns at once; whether the hub is there the events will tell.
    // Errors: bad_address, bad_key, no_socket.
    static base::Result<StationSocket> open(const Context& context, StationOptions options);
    ~StationSocket();
    StationSocket(StationSocket&&) noexcept;
    StationSocket& operator=(StationSocket&&) noexcept;

    // Queues the bytes on the finished connection; `gone` where there is none, and nothing is then kept for
    // later: a station says what it has to say when it is connected. REQUIRES: bytes is not null.
    SendResult send(const SharedBytes& bytes);

    // Adds what has arrived to `out`, without waiting; returns how many messages were read, at most `max`.
    // A message in more than one part is dropped.
    std::size_t receive(std::vector<std::string>& out, std::size_t max);

    // What became of the link since the last call, in order. Messages and events come by different ways: the
    // last messages of a connection may be received before or after its end is told, and the first ones
    // before `connected`.
    std::vector<LinkEvent> events();

    // Waits until something can be received, an event is there, the extra descriptor can be read, or the time
    // is over.
    Ready wait(base::Span timeout, int extra_fd = -1);

    // For an epoll over many sockets, where wait_any() would ask each of them: what becomes readable when
    // there may be something to receive, or an event. It is told once: both must be read until nothing comes,
    // also after send(). A socket that was made anew, by reconnect() or after a rest, has other descriptors;
    // one that rests has none, and is woken by being called.
    [[nodiscard]] std::vector<int> descriptors() const;

    // Throws the socket away and makes a new one: to the hub another peer, and nothing of the old queues
    // arrives, either way. No `disconnected` is told for the old one. Error: no_socket (then it tries again
    // by itself after a rest).
    [[nodiscard]] base::Status<> reconnect();

  private:
    friend Ready wait_any(std::span<StationSocket* const> sockets, base::Span timeout, int extra_fd);
    struct Wiring;
    explicit StationSocket(std::unique_ptr<Wiring> wiring);
    std::unique_ptr<Wiring> wiring_;
};

// wait() over many sockets of one thread. Which of them is ready is found by asking each: receive() and
// events() cost little where there is nothing.
Ready wait_any(std::span<StationSocket* const> sockets, base::Span timeout, int extra_fd = -1);

}  // namespace dais::net
