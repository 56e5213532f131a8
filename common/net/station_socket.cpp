#include "net/station_socket.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <utility>

#include "base/check.hpp"
#include "net/zmq_shell.hpp"

namespace dais::net {
namespace {

using base::Error;
using Clock = std::chrono::steady_clock;

constexpr int watched = ZMQ_EVENT_DISCONNECTED | ZMQ_EVENT_HANDSHAKE_SUCCEEDED |
                        ZMQ_EVENT_HANDSHAKE_FAILED_AUTH | ZMQ_EVENT_HANDSHAKE_FAILED_PROTOCOL |
                        ZMQ_EVENT_HANDSHAKE_FAILED_NO_DETAIL;

base::Status<> check_keys(const StationKeys& keys) {
    const auto derived = public_key_of(keys.own.secret_key);
    if (!derived || *derived != keys.own.public_key)
        return Error{"bad_key", "the station's public and secret key do not belong together"};
    if (!is_key(keys.hub_public_key))
        return Error{"bad_key", "the hub's public key is not 40 characters of Z85"};
    return base::Done{};
}

int descriptor_of(void* socket) {
    int descriptor = -1;
    std::size_t size = sizeof descriptor;
    base::check(zmq_getsockopt(socket, ZMQ_FD, &descriptor, &size) == 0, "a socket has a descriptor");
    return descriptor;
}

}  // namespace

struct StationSocket::Wiring {
    Wiring(Context with, StationOptions and_these)
        : context(std::move(with)), options(std::move(and_these)) {}

    Context context;
    StationOptions options;
    zmq::socket_t socket;  // none while resting
    Monitor monitor;       // as long as there is a socket
    bool connected = false;
    Clock::time_point rest_until;
    std::vector<LinkEvent> told;

    base::Status<> connect();
    void close();
    void rest();
    void revive();
    void watch();
    void take(const MonitorEvent& event);
    [[nodiscard]] base::Span at_most(base::Span timeout) const;
};

base::Status<> StationSocket::Wiring::connect() {
    close();
    try {
        socket = zmq::socket_t(context.core()->zmq, zmq::socket_type::dealer);
        set_common_options(socket, static_cast<std::int64_t>(options.max_message) + 1024, options.handshake);
        socket.set(zmq::sockopt::curve_serverkey, options.keys.hub_public_key);
        socket.set(zmq::sockopt::curve_publickey, options.keys.own.public_key);
        socket.set(zmq::sockopt::curve_secretkey, options.keys.own.secret_key);
        // Queue to a finished connection only: an act that was meant for a moment must not arrive after an
        // outage.
        socket.set(zmq::sockopt::immediate, true);
        socket.set(zmq::sockopt::reconnect_ivl, static_cast<int>(options.retry.count()));
        socket.set(zmq::sockopt::reconnect_ivl_max, static_cast<int>(options.retry_most.count()));
        // A machine that is off answers nothing; the kernel alone would ask it for two minutes.
        socket.set(zmq::sockopt::connect_timeout, 5000);
        socket.set(zmq::sockopt::sndhwm, options.queue);
        socket.set(zmq::sockopt::rcvhwm, options.queue);
        monitor = Monitor(*context.core(), socket, watched, Monitor::Queue::unbounded);
        socket.connect(options.address);
    } catch (const zmq::error_t& error) {
        close();
        const char* code =
            error.num() == EINVAL || error.num() == EPROTONOSUPPORT ? "bad_address" : "no_socket";
        return Error{code, fmt::format("{:.200}: cannot connect: {}", options.address, error.what())};
    }
    return base::Done{};
}

void StationSocket::Wiring::close() {
    monitor = Monitor();
    socket.close();
    connected = false;
}

void StationSocket::Wiring::rest() {
    close();
    rest_until = Clock::now() + options.retry_most;
}

void StationSocket::Wiring::revive() {
    if (socket.handle() != nullptr || Clock::now() < rest_until) return;
    if (!connect()) rest();
}

// A wait must end when a rest does.
base::Span StationSocket::Wiring::at_most(base::Span timeout) const {
    if (socket.handle() != nullptr) return timeout;
    const auto left = std::chrono::ceil<base::Span>(rest_until - Clock::now());
    return std::clamp(left, base::Span{0}, std::max(timeout, base::Span{0}));
}

void StationSocket::Wiring::take(const MonitorEvent& event) {
    switch (event.what) {
        case ZMQ_EVENT_HANDSHAKE_SUCCEEDED:
            connected = true;
            told.push_back(LinkEvent::connected);
            return;
        case ZMQ_EVENT_DISCONNECTED:
            if (std::exchange(connected, false)) told.push_back(LinkEvent::disconnected);
            return;
        case ZMQ_EVENT_HANDSHAKE_FAILED_AUTH:
            told.push_back(LinkEvent::refused);
            break;
        default:
            told.push_back(LinkEvent::handshake_failed);
            break;
    }
    // After a failed handshake libzmq tries again at once and for ever, or, after some failures, never more.
    // Both are wrong for a station that may be put on the list in a minute.
    rest();
}

void StationSocket::Wiring::watch() {
    while (socket.handle() != nullptr) {
        const auto event = monitor.next();
        if (!event) return;
        take(*event);
    }
}

base::Result<StationSocket> StationSocket::open(const Context& context, StationOptions options) {
    if (const auto good = check_keys(options.keys); !good) return good.error();
    if (!options.address.starts_with("tcp://"))
        return Error{"bad_address", fmt::format("'{:.200}' is no address of a hub: expected tcp://HOST:PORT",
                                                options.address)};
    auto wiring = std::make_unique<Wiring>(context, std::move(options));
    if (const auto done = wiring->connect(); !done) return done.error();
    return StationSocket(std::move(wiring));
}

StationSocket::StationSocket(std::unique_ptr<Wiring> wiring) : wiring_(std::move(wiring)) {}
StationSocket::~StationSocket() = default;
StationSocket::StationSocket(StationSocket&&) noexcept = default;
StationSocket& StationSocket::operator=(StationSocket&&) noexcept = default;

SendResult StationSocket::send(const SharedBytes& bytes) {
    wiring_->revive();
    if (wiring_->socket.handle() == nullptr) return SendResult::gone;
    if (send_part(wiring_->socket, bytes, 0)) return SendResult::sent;
    wiring_->watch();
    return wiring_->connected ? SendResult::full : SendResult::gone;
}

std::size_t StationSocket::receive(std::vector<std::string>& out, std::size_t max) {
    wiring_->revive();
    auto& socket = wiring_->socket;
    std::size_t read = 0;
    for (; socket.handle() != nullptr && read < max; ++read) {
        zmq::message_t message;
        if (zmq_msg_recv(message.handle(), socket.handle(), ZMQ_DONTWAIT) < 0) break;
        if (!message.more()) {
            out.push_back(message.to_string());
            continue;
        }
        for (bool more = true; more;) {
            if (zmq_msg_recv(message.handle(), socket.handle(), 0) < 0) break;
            more = message.more();
        }
    }
    return read;
}

std::vector<LinkEvent> StationSocket::events() {
    wiring_->revive();
    wiring_->watch();
    return std::exchange(wiring_->told, {});
}

Ready StationSocket::wait(base::Span timeout, int extra_fd) {
    StationSocket* self = this;
    return wait_any({&self, 1}, timeout, extra_fd);
}

std::vector<int> StationSocket::descriptors() const {
    if (wiring_->socket.handle() == nullptr) return {};
    return {descriptor_of(wiring_->socket.handle()), descriptor_of(wiring_->monitor.handle())};
}

base::Status<> StationSocket::reconnect() {
    auto done = wiring_->connect();
    if (!done) wiring_->rest();
    return done;
}

Ready wait_any(std::span<StationSocket* const> sockets, base::Span timeout, int extra_fd) {
    std::vector<zmq_pollitem_t> items;
    items.reserve(sockets.size() * 2 + 1);
    for (auto* socket : sockets) {
        auto& wiring = *socket->wiring_;
        wiring.revive();
        if (!wiring.told.empty()) timeout = base::Span{0};
        timeout = wiring.at_most(timeout);
        if (wiring.socket.handle() == nullptr) continue;
        items.push_back({wiring.socket.handle(), 0, ZMQ_POLLIN, 0});
        items.push_back({wiring.monitor.handle(), 0, ZMQ_POLLIN, 0});
    }
    if (extra_fd >= 0) items.push_back({nullptr, extra_fd, ZMQ_POLLIN, 0});
    poll(items.data(), items.size(), timeout);
    Ready ready;
    if (extra_fd >= 0) {
        ready.extra = items.back().revents != 0;
        items.pop_back();
    }
    for (const auto* socket : sockets) ready.messages = ready.messages || !socket->wiring_->told.empty();
    for (const auto& item : items) ready.messages = ready.messages || item.revents != 0;
    return ready;
}

}  // namespace dais::net
