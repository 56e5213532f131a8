// Private to net. The door: how many connections the hub has, and turning away those that would be too many.
//
// Measured on libzmq 4.3.4: when accept() finds no descriptor left, the I/O thread spins at full speed and
// says nothing; and zmq_unbind() is no way out, since it ends the connections that were accepted through that
// listener as well. So the door follows the socket's monitor on a thread of its own, which no busy hub holds
// up, counts who is inside, and shuts down each connection beyond the limit as soon as it was accepted: the
// newcomer sees its connection end and tries again later (where the handshake was quicker than the door, it
// was in for a moment and sees a disconnection), those inside notice nothing, and the listener
// stays.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>

#include "base/result.hpp"
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

    [[nodiscard]] std::size_t inside() const;
    [[nodiscard]] std::uint64_t turned_away() const;

  private:
    class Keeper;
    explicit Door(std::unique_ptr<Keeper> keeper);
    std::unique_ptr<Keeper> keeper_;
};

}  // namespace dais::net
