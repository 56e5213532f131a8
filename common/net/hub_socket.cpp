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

// One call of receive() hands out about so many bytes at most, so that long messages do not hold up the hub
// and fill its memory.
constexpr std::size_t bytes_a_turn = std::size_t{4} << 20;
// Messages that were dropped before their peer is shown out; at once where one is as long as half a turn.
constexpr unsigned patience_with_dropped = 16;

base::Result<DoorLimits> limits_for(std::size_t wanted) {
    const auto limit = raise_descriptor_limit();
    const auto kept = open_descriptors() + descriptor_reserve(limit);
    if (wanted == 0 || limit <= kept)
        return Error{
            "too_few_descriptors",
            fmt::format(
                "of {} file descriptors {} are open or kept in reserve: no connection fits (ulimit -n)",
                limit, kept)};
    DoorLimits limits;
    limits.connections = std::min(wanted, limit - kept);
    limits.highest_descriptor = static_cast<int>(limit - descriptor_reserve(limit) / 2);
    return limits;
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

    struct Peer {
        int descriptor = -1;
        unsigned dropped = 0;
        Waiting waiting = std::make_shared<std::atomic<std::size_t>>(0);
    };
    // Those who have sent something; at most one for each descriptor, as a second one means that the first
    // has gone.
    std::unordered_map<PeerId, Peer> peers;
    std::unordered_map<int, PeerId> by_descriptor;

    void list(const std::vector<Station>& stations) {
        keys.clear();
        for (const auto& station : stations) keys.emplace(station.name, station.public_key);
    }

    base::Status<> open_gate();
    base::Status<> open_socket();
    void set_options();
    base::Status<> knock();
    void complain(const PeerId& peer, const std::string& code, std::string text);
    Peer& peer_of(const PeerId& id, zmq::message_t& message);
    bool judge(const PeerId& id, const std::string& user, zmq::message_t& payload, std::size_t extra_parts);
};

// libzmq marks a message with its connection's descriptor (the property behind ZMQ_SRCFD).
HubSocket::Wiring::Peer& HubSocket::Wiring::peer_of(const PeerId& id, zmq::message_t& message) {
    const auto [at, fresh] = peers.try_emplace(id);
    if (!fresh) return at->second;
    const int descriptor = zmq_msg_get(message.handle(), ZMQ_SRCFD);
    at->second.descriptor = descriptor;
    if (const auto [old, first] = by_descriptor.try_emplace(descriptor, id); !first) {
        peers.erase(std::exchange(old->second, id));
    }
    return peers.at(id);
}

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

// Whether the message is one to be handed out.
bool HubSocket::Wiring::judge(const PeerId& id, const std::string& user, zmq::message_t& payload,
                              std::size_t extra_parts) {
    const auto at = keys.find(user);
    if (at == keys.end() || at->second != property(payload, station_key_property)) {
        complain(id, "revoked_key",
                 fmt::format("{:.64} is still connected with a key that is no longer on the list; what it "
                             "sends is dropped",
                             user));
    } else if (extra_parts > 0) {
        complain(id, "multipart",
                 fmt::format("{} sent a message in {} parts, expected one; it was dropped", user,
                             extra_parts + 1));
    } else if (payload.size() > options.max_message) {
        complain(id, "oversized",
                 fmt::format("{} sent a message of {} bytes, at most {} are allowed; it was dropped", user,
                             payload.size(), options.max_message));
    } else {
        return true;
    }
    return false;
}

std::size_t HubSocket::receive(std::vector<Frame>& out, std::size_t max) {
    auto& socket = wiring_->socket;
    std::size_t read = 0;
    for (std::size_t bytes = 0; read < max && bytes < bytes_a_turn; ++read) {
        zmq::message_t id;
        if (zmq_msg_recv(id.handle(), socket.handle(), ZMQ_DONTWAIT) < 0) break;
        // ROUTER hands a message out whole, so the parts after the first are there already.
        zmq::message_t payload;
        if (!id.more() || zmq_msg_recv(payload.handle(), socket.handle(), 0) < 0) continue;
        PeerId name{id.to_string()};
        auto& peer = wiring_->peer_of(name, payload);
        bytes += payload.size();
        wiring_->door->handed_out(peer.descriptor, payload.size());
        std::size_t extra_parts = 0;
        for (bool more = payload.more(); more; ++extra_parts) {
            zmq::message_t part;
            if (zmq_msg_recv(part.handle(), socket.handle(), 0) < 0) break;
            more = part.more();
            bytes += part.size();
            wiring_->door->handed_out(peer.descriptor, part.size());
        }
        auto user = property(payload, "User-Id");
        if (wiring_->judge(name, user, payload, extra_parts)) {
            out.push_back({std::move(name), std::move(user), payload.to_string()});
        } else if (++peer.dropped % patience_with_dropped == 0 || payload.size() > bytes_a_turn / 2) {
            wiring_->door->show_out(peer.descriptor);
        }
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
    const auto known = wiring_->peers.find(peer);
    const Waiting waiting = known == wiring_->peers.end() ? nullptr : known->second.waiting;
    if (waiting && *waiting > wiring_->options.send_bytes) return SendResult::full;
    const auto address = [&] {
        return zmq_send(socket.handle(), peer.bytes.data(), peer.bytes.size(), ZMQ_SNDMORE | ZMQ_DONTWAIT);
    };
    int rc = address();
    while (rc < 0 && errno == EINTR) rc = address();
    if (rc < 0) return errno == EAGAIN ? SendResult::full : SendResult::gone;
    // The peer was found and has room, so this part goes to its queue, or nowhere if it leaves right now.
    return send_part(socket, bytes, 0, waiting) ? SendResult::sent : SendResult::gone;
}

void HubSocket::hang_up(const PeerId& peer) {
    const auto known = wiring_->peers.find(peer);
    if (known != wiring_->peers.end()) wiring_->door->show_out(known->second.descriptor);
}

base::Status<> HubSocket::replace_stations(std::vector<Station> stations) {
    if (auto good = check_stations(stations); !good) return good;
    wiring_->list(stations);
    if (!wiring_->gate) return base::Done{};
    return wiring_->gate->replace(std::move(stations));
}

void HubSocket::report(const std::string& code, std::string text) {
    wiring_->reports->add(code, std::move(text));
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
std::uint64_t HubSocket::shown_out() const {
    return wiring_->door->shown_out();
}

}  // namespace dais::net
