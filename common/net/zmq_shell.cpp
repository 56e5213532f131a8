#include "net/zmq_shell.hpp"

#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstring>
#include <utility>

#include "base/check.hpp"

namespace dais::net {

Monitor::Monitor(Context::Core& core, zmq::socket_t& socket, int events, Queue queue) {
    const auto endpoint = "inproc://monitor-" + std::to_string(core.monitors.fetch_add(1));
    if (zmq_socket_monitor(socket.handle(), endpoint.c_str(), events) != 0) throw zmq::error_t();
    watched_ = socket.handle();
    try {
        reader_ = zmq::socket_t(core.zmq, zmq::socket_type::pair);
        reader_.set(zmq::sockopt::linger, 0);
        if (queue == Queue::unbounded) reader_.set(zmq::sockopt::rcvhwm, 0);
        reader_.connect(endpoint);
    } catch (const zmq::error_t&) {
        stop();
        throw;
    }
}

Monitor::~Monitor() {
    stop();
}

Monitor::Monitor(Monitor&& other) noexcept
    : watched_(std::exchange(other.watched_, nullptr)), reader_(std::move(other.reader_)) {}

Monitor& Monitor::operator=(Monitor&& other) noexcept {
    stop();
    watched_ = std::exchange(other.watched_, nullptr);
    reader_ = std::move(other.reader_);
    return *this;
}

void Monitor::stop() {
    if (watched_ != nullptr) zmq_socket_monitor(std::exchange(watched_, nullptr), nullptr, 0);
}

std::optional<MonitorEvent> Monitor::next() {
    zmq::message_t first;
    if (zmq_msg_recv(first.handle(), reader_.handle(), ZMQ_DONTWAIT) < 0) return std::nullopt;
    zmq::message_t address;
    zmq_msg_recv(address.handle(), reader_.handle(), 0);  // a message comes whole
    base::check(first.size() == 6, "a monitor event has 6 bytes");
    MonitorEvent event;
    std::memcpy(&event.what, first.data<char>(), sizeof event.what);
    std::memcpy(&event.value, first.data<char>() + sizeof event.what, sizeof event.value);
    return event;
}

void set_common_options(zmq::socket_t& socket, std::int64_t max_message, base::Span handshake) {
    // Nothing waits for a peer when a socket closes: what was not delivered is in the journal or the spool.
    socket.set(zmq::sockopt::linger, 0);
    // libzmq's default is no limit. A message above it ends the connection, before memory is taken for it.
    socket.set(zmq::sockopt::maxmsgsize, max_message);
    // Whoever connects and then says nothing is shown out after this.
    socket.set(zmq::sockopt::handshake_ivl, static_cast<int>(handshake.count()));
    // A cable that was pulled says nothing: after 20 s of silence three questions, one every 5 s.
    socket.set(zmq::sockopt::tcp_keepalive, 1);
    socket.set(zmq::sockopt::tcp_keepalive_idle, 20);
    socket.set(zmq::sockopt::tcp_keepalive_intvl, 5);
    socket.set(zmq::sockopt::tcp_keepalive_cnt, 3);
    // The same for a peer to whom bytes are under way; without it the kernel tries for a quarter of an hour.
    socket.set(zmq::sockopt::tcp_maxrt, 35'000);
}

namespace {

// What libzmq holds of a large message until it is sent.
struct Shared {
    Shared(SharedBytes bytes, Waiting of) : held(std::move(bytes)), waiting(std::move(of)) {
        if (waiting) *waiting += held->size();
    }
    ~Shared() {
        if (waiting) *waiting -= held->size();
    }
    Shared(const Shared&) = delete;
    Shared& operator=(const Shared&) = delete;

    SharedBytes held;
    Waiting waiting;
};

}  // namespace

bool send_part(zmq::socket_t& socket, const SharedBytes& bytes, int flags, const Waiting& waiting) {
    constexpr std::size_t small = 256;
    zmq::message_t message;
    if (bytes->size() <= small) {
        message.rebuild(bytes->data(), bytes->size());
    } else {
        // The const is kept in spirit: libzmq reads a message that it encrypts and writes the result
        // elsewhere.
        message.rebuild(
            const_cast<char*>(bytes->data()), bytes->size(),
            [](void*, void* held) { delete static_cast<Shared*>(held); }, new Shared(bytes, waiting));
    }
    for (;;) {
        if (zmq_msg_send(message.handle(), socket.handle(), flags | ZMQ_DONTWAIT) >= 0) return true;
        if (errno != EINTR) return false;
    }
}

void poll(zmq_pollitem_t* items, std::size_t count, base::Span timeout) {
    const auto ms = std::clamp<std::int64_t>(timeout.count(), 0, INT_MAX);
    if (zmq_poll(items, static_cast<int>(count), static_cast<long>(ms)) >= 0) return;
    base::check(errno == EINTR, "polling our own sockets cannot fail");
    for (std::size_t i = 0; i < count; ++i) items[i].revents = 0;
}

}  // namespace dais::net
