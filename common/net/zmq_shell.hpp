// Private to net: the one header that includes zmq, and the few things that its source files share.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <zmq.hpp>

#include "base/result.hpp"
#include "base/time.hpp"
#include "net/bytes.hpp"
#include "net/context.hpp"

namespace dais::net {

struct Context::Core {
    Core(int io_threads, int max_sockets) : zmq(io_threads, max_sockets) {}
    zmq::context_t zmq;
    std::atomic<unsigned> monitors{0};  // names for their inproc endpoints
};

inline constexpr const char* zap_endpoint = "inproc://zeromq.zap.01";
inline constexpr const char* zap_domain = "dais";

// The name under which the gate attaches a station's public key to every message that comes through its
// connection.
inline constexpr const char* station_key_property = "X-Station-Key";

// Monitor event: what happened to one of the socket's connections.
struct MonitorEvent {
    std::uint16_t what = 0;   // ZMQ_EVENT_…
    std::uint32_t value = 0;  // a file descriptor, an errno or a protocol error, by `what`
};

// Follows what becomes of a socket's connections. The I/O threads write events with a send that waits: into a
// full queue until it is read, and to a reader that has gone for ever. So the events stop before the reader
// closes, and a reader that may be late (a station's owner) takes an unbounded queue of what are a few small
// events a second.
class Monitor {
  public:
    enum class Queue { bounded, unbounded };

    Monitor() = default;
    // Throws zmq::error_t. REQUIRES: the socket outlives the monitor.
    Monitor(Context::Core& core, zmq::socket_t& socket, int events, Queue queue);
    ~Monitor();
    Monitor(Monitor&& other) noexcept;
    Monitor& operator=(Monitor&& other) noexcept;

    // No events from now on; those that came can still be read. Like the socket's close, not for use beside
    // its calls.
    void stop();

    // The next event, or nothing where none waits.
    std::optional<MonitorEvent> next();

    // For poll().
    [[nodiscard]] void* handle() { return reader_.handle(); }

  private:
    void* watched_ = nullptr;
    zmq::socket_t reader_;
};

// What every TCP socket of ours gets, on either side. Throws zmq::error_t.
void set_common_options(zmq::socket_t& socket, std::int64_t max_message, base::Span handshake);

// Bytes that wait to be sent, of one peer; the I/O threads take off what they have sent.
using Waiting = std::shared_ptr<std::atomic<std::size_t>>;

// Sends one part without waiting, again where a signal interrupted. Large bytes are shared with the I/O
// thread, which lets go of them when they are sent; small ones are copied, which is cheaper, and not counted
// in `waiting`. False: errno says why.
bool send_part(zmq::socket_t& socket, const SharedBytes& bytes, int flags, const Waiting& waiting = nullptr);

// zmq_poll that answers "nothing yet" where a signal interrupted it. Nothing else can go wrong with our own
// sockets.
void poll(zmq_pollitem_t* items, std::size_t count, base::Span timeout);

}  // namespace dais::net
