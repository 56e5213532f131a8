// Private to net. The door: how many connections the hub has, and turning away those that would be too many.
//
// Measured on libzmq 4.3.4: when accept() finds no descriptor left, the I/O thread spins at full speed and
// says nothing; and zmq_unbind() is no way out, since it ends the connections that were accepted through that
// listener as well. Nor does it say that a peer sends a message which never ends: its parts gather in the I/O
// thread, without a limit, and no receive() sees one of them. So the door follows the socket's monitor on a
// thread of its own, which no busy hub holds up, counts who is inside, and shuts down each connection beyond
// the limit as soon as it was accepted: the newcomer sees its connection end and tries again later (where the
// handshake was quicker than the door, it was in for a moment and sees a disconnection), those inside notice
// nothing, and the listener stays. It also shuts down a connection of which far more came in than was handed
// out.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>

#include "base/result.hpp"
#include "base/time.hpp"
#include "net/context.hpp"
#include "net/reports.hpp"

namespace zmq {
class socket_t;
}

namespace dais::net {

struct DoorLimits {
    std::size_t connections = 0;
    // A connection whose descriptor is above this is turned away whatever the count says: descriptors are
    // dealt lowest first, so it means that somebody else in the process has taken what the count took to be
    // free.
    int highest_descriptor = 0;
    // Bytes that one connection may have sent and that nobody could receive yet: a full queue of the longest
    // messages that are sent in earnest, and more. A message in parts that goes on beyond it is never
    // received. Looked at every `watch`, and ten times as often once an eighth has gathered; what comes
    // between two looks is on top.
    std::uint64_t unreceived = std::uint64_t{16} << 20;
    base::Span watch{50};
};

class Door {
  public:
    // Starts watching; call before the socket is bound. Errors: no_monitor, no_descriptor.
    static base::Result<Door> open(const Context& context, zmq::socket_t& listener, DoorLimits limits,
                                   std::shared_ptr<ReportQueue> reports);
    // REQUIRES: the listener still exists (its monitor is stopped first).
    ~Door();
    Door(Door&&) noexcept;
    Door& operator=(Door&&) noexcept;

    // The port that was bound. Only connections to it are ever shut down.
    void guard_port(std::uint16_t port);

    // A part of so many bytes was received from a connection, by its descriptor. Thread-safe.
    void handed_out(int descriptor, std::size_t bytes);
    // Ends a connection. Where the descriptor is by now another connection's, to the same port, that one ends
    // and comes again. Thread-safe.
    void show_out(int descriptor);

    [[nodiscard]] std::size_t inside() const;
    [[nodiscard]] std::uint64_t turned_away() const;
    // How many were shut down because of what they sent without an end.
    [[nodiscard]] std::uint64_t shown_out() const;

  private:
    class Keeper;
    explicit Door(std::unique_ptr<Keeper> keeper);
    std::unique_ptr<Keeper> keeper_;
};

}  // namespace dais::net
