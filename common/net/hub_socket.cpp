#include "net/hub_socket.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <optional>
#include <unordered_map>
#include <unordered_set>

#include "net/context.hpp"
#include "net/descriptors.hpp"
#include "net/door.hpp"
#include "net/gate.hpp"
#include "net/zmq_shell.hpp"

namespace dais::net {
namespace {

using base::Error;

// The end of a bound TCP endpoint, "tcp://0.0.0.0:7340" or "tcp://[::]:7340".
std::uint16_t port_of(const std::string& endpoint) {
    std::uint16_t port = 0;
    const auto colon = endpoint.rfind(':');
    if (colon != std::string::npos)
        std::from_chars(endpoint.data() + colon + 1, endpoint.data() + endpoint.size(), port);
    return port;
}

std::string property(zmq::message_t& message, const char* name) {
    const char* value = zmq_msg_gets(message.handle(), name);
    return value == nullptr ? std::string() : std::string(value);
}

base::Result<DoorLimits> limits_for(std::size_t wanted) {
    const auto limit = raise_descriptor_limit();
    const auto kept = open_descriptors() + descriptor_reserve(limit);
    if (wanted == 0 || limit <= kept)
        return Error{
            "too_few_descriptors",
            fmt::format(
                "of {} file descriptors {} are open or kept in reserve: no connection fits (ulimit -n)",
                limit, kept)};
    return DoorLimits{std::min(wanted, limit - kept),
                      static_cast<int>(limit - descriptor_reserve(limit) / 2)};
}

base::Status<> check_options(const HubOptions& options) {
    if (!options.address.starts_with("tcp://"))
        return Error{
            "bad_address",
            fmt::format("'{:.200}' is no address to listen at: expected tcp://HOST:PORT", options.address)};
    const auto derived = public_key_of(options.keys.secret_key);
    if (!derived || *derived != options.keys.public_key)
        return Error{"bad_key", "the hub's public and secret key do not belong together"};
    return check_stations(options.stations);
}

}  // namespace

// In the order in which the parts come to life; they end in the opposite one: the door lets go of the socket,
// the socket closes, and the gate answers to the last.
struct HubSocket::Wiring {
    Wiring(HubOptions with, Context made) : options(std::move(with)), context(std::move(made)) {}

    HubOptions options;
    Context context;
    std::shared_ptr<ReportQueue> reports = std::make_shared<ReportQueue>();
    std::optional<Gate> gate;
    zmq::socket_t socket;
    std::optional<Door> door;
    DoorLimits limits;
    std::string endpoint;
    std::unordered_map<std::string, std::string> keys;  // of the list, by name
    std::unordered_set<PeerId> complained;              // peers that were reported for what they sent

    void list(const std::vector<Station>& stations) {
        keys.clear();
        for (const auto& station : stations) keys.emplace(station.name, station.public_key);
    }

    base::Status<> open_gate();
    base::Status<> open_socket();
    void set_options();
    base::Status<> knock();
    void complain(const PeerId& peer, const std::string& code, std::string text);
    void judge(Frame frame, const std::string& key, std::size_t extra_parts, std::vector<Frame>& out);
};

base::Status<> HubSocket::Wiring::open_gate() {
    if (!options.gate) return base::Done{};
    auto opened = Gate::open(context, options.stations, reports);
    if (!opened) return opened.error();
    gate = *std::move(opened);
    return base::Done{};
}

void HubSocket::Wiring::set_options() {
    // Twice the limit, and what encryption adds: see HubOptions::max_message.
    set_common_options(socket, static_cast<std::int64_t>(options.max_message) * 2 + 1024, options.handshake);
    socket.set(zmq::sockopt::curve_server, true);
    socket.set(zmq::sockopt::curve_secretkey, options.keys.secret_key);
    socket.set(zmq::sockopt::zap_domain, zap_domain);
    socket.set(zmq::sockopt::router_mandatory, true);
    socket.set(zmq::sockopt::sndhwm, options.send_queue);
    socket.set(zmq::sockopt::rcvhwm, options.receive_queue);
    // After a restart all stations of a hall come at once; the kernel keeps them until the I/O thread has
    // taken them in.
    socket.set(zmq::sockopt::backlog, 512);
}

base::Status<> HubSocket::Wiring::open_socket() {
    const char* doing = "set the socket up";
    try {
        socket = zmq::socket_t(context.core()->zmq, zmq::socket_type::router);
        set_options();
        auto opened = Door::open(context, socket, limits, reports);
        if (!opened) return opened.error();
        door = *std::move(opened);
        doing = "listen there";
        socket.bind(options.address);
    } catch (const zmq::error_t& error) {
        const char* code = error.num() == EADDRINUSE ? "address_taken" : "bad_address";
        return Error{code, fmt::format("{:.200}: cannot {}: {}", options.address, doing, error.what())};
    }
    endpoint = socket.get(zmq::sockopt::last_endpoint);
    door->guard_port(port_of(endpoint));
    return base::Done{};
}

base::Status<> HubSocket::Wiring::knock() {
    const auto stranger = make_key_pair();
    if (!stranger) return stranger.error();
    if (gate) gate->expect_stranger(stranger->public_key);
    return probe(context, endpoint, options.keys.public_key, *stranger);
}

base::Result<HubSocket> HubSocket::open(HubOptions options) {
    if (const auto good = check_options(options); !good) return good.error();
    auto context = Context::open();
    if (!context) return context.error();
    auto wiring = std::make_unique<Wiring>(std::move(options), *std::move(context));
    wiring->list(wiring->options.stations);
    if (const auto gated = wiring->open_gate(); !gated) return gated.error();
    // Counted here, when the context and the gate have taken theirs.
    const auto limits = limits_for(wiring->options.max_connections);
    if (!limits) return limits.error();
    wiring->limits = *limits;
    if (const auto bound = wiring->open_socket(); !bound) return bound.error();
    if (const auto refused = wiring->knock(); !refused) return refused.error();
    return HubSocket(std::move(wiring));
}

HubSocket::HubSocket(std::unique_ptr<Wiring> wiring) : wiring_(std::move(wiring)) {}
HubSocket::~HubSocket() = default;
HubSocket::HubSocket(HubSocket&&) noexcept = default;
HubSocket& HubSocket::operator=(HubSocket&&) noexcept = default;

const std::string& HubSocket::endpoint() const {
    return wiring_->endpoint;
}

// Once for each peer; of more than 1,024 who err the later ones go unmentioned.
void HubSocket::Wiring::complain(const PeerId& peer, const std::string& code, std::string text) {
    if (complained.size() >= 1024 || !complained.insert(peer).second) return;
    reports->add(code, std::move(text));
}

void HubSocket::Wiring::judge(Frame frame, const std::string& key, std::size_t extra_parts,
                              std::vector<Frame>& out) {
    const auto at = keys.find(frame.user);
    if (at == keys.end() || at->second != key) {
        complain(frame.peer, "revoked_key",
                 fmt::format("{:.64} is still connected with a key that is no longer on the list; what it "
                             "sends is dropped",
                             frame.user));
    } else if (extra_parts > 0) {
        complain(frame.peer, "multipart",
                 fmt::format("{} sent a message in {} parts, expected one; it was dropped", frame.user,
                             extra_parts + 1));
    } else if (frame.bytes.size() > options.max_message) {
        complain(frame.peer, "oversized",
                 fmt::format("{} sent a message of {} bytes, at most {} are allowed; it was dropped",
                             frame.user, frame.bytes.size(), options.max_message));
    } else {
        out.push_back(std::move(frame));
    }
}

std::size_t HubSocket::receive(std::vector<Frame>& out, std::size_t max) {
    auto& socket = wiring_->socket;
    std::size_t read = 0;
    for (; read < max; ++read) {
        zmq::message_t id;
        if (zmq_msg_recv(id.handle(), socket.handle(), ZMQ_DONTWAIT) < 0) break;
        // ROUTER hands a message out whole, so the parts after the first are there already.
        zmq::message_t payload;
        if (!id.more() || zmq_msg_recv(payload.handle(), socket.handle(), 0) < 0) continue;
        std::size_t extra_parts = 0;
        for (bool more = payload.more(); more; ++extra_parts) {
            zmq::message_t part;
            if (zmq_msg_recv(part.handle(), socket.handle(), 0) < 0) break;
            more = part.more();
        }
        auto user = property(payload, "User-Id");
        const auto key = property(payload, station_key_property);
        wiring_->judge({PeerId{id.to_string()}, std::move(user), payload.to_string()}, key, extra_parts, out);
    }
    return read;
}

Ready HubSocket::wait(base::Span timeout, int extra_fd) {
    zmq_pollitem_t items[] = {{wiring_->socket.handle(), 0, ZMQ_POLLIN, 0},
                              {nullptr, extra_fd, ZMQ_POLLIN, 0}};
    poll(items, extra_fd < 0 ? 1 : 2, timeout);
    return {items[0].revents != 0, items[1].revents != 0};
}

SendResult HubSocket::send(const PeerId& peer, const SharedBytes& bytes) {
    auto& socket = wiring_->socket;
    const auto address = [&] {
        return zmq_send(socket.handle(), peer.bytes.data(), peer.bytes.size(), ZMQ_SNDMORE | ZMQ_DONTWAIT);
    };
    int rc = address();
    while (rc < 0 && errno == EINTR) rc = address();
    if (rc < 0) return errno == EAGAIN ? SendResult::full : SendResult::gone;
    // The peer was found and has room, so this part goes to its queue, or nowhere if it leaves right now.
    return send_part(socket, bytes, 0) ? SendResult::sent : SendResult::gone;
}

base::Status<> HubSocket::replace_stations(std::vector<Station> stations) {
    if (auto good = check_stations(stations); !good) return good;
    wiring_->list(stations);
    if (!wiring_->gate) return base::Done{};
    return wiring_->gate->replace(std::move(stations));
}

std::vector<Report> HubSocket::reports() {
    return wiring_->reports->drain();
}

std::size_t HubSocket::connections() const {
    return wiring_->door->inside();
}
std::size_t HubSocket::room() const {
    return wiring_->limits.connections;
}
std::uint64_t HubSocket::refused() const {
    return wiring_->gate ? wiring_->gate->refused() : 0;
}
std::uint64_t HubSocket::turned_away() const {
    return wiring_->door->turned_away();
}

}  // namespace dais::net
