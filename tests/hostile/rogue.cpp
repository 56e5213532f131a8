#include "hostile/rogue.hpp"

#include <utility>
#include <zmq.hpp>

#include "seal/random.hpp"
#include "wire/codec.hpp"

namespace dais::hostile {

Rogue::Rogue(const Target& target, Manner manner, int queue)
    : context_(std::make_unique<zmq::context_t>(1)),
      socket_(std::make_unique<zmq::socket_t>(*context_, zmq::socket_type::dealer)) {
    socket_->set(zmq::sockopt::linger, 0);
    socket_->set(zmq::sockopt::sndhwm, queue);
    socket_->set(zmq::sockopt::rcvhwm, queue);
    socket_->set(zmq::sockopt::reconnect_ivl, 1);
    socket_->set(zmq::sockopt::sndtimeo, 10);
    if (manner == Manner::plain) {
        socket_->set(zmq::sockopt::plain_username, "chair");
        socket_->set(zmq::sockopt::plain_password, "chair");
    } else if (manner == Manner::curve) {
        socket_->set(zmq::sockopt::curve_serverkey, target.keys.hub_public_key);
        socket_->set(zmq::sockopt::curve_publickey, target.keys.own.public_key);
        socket_->set(zmq::sockopt::curve_secretkey, target.keys.own.secret_key);
    }
    socket_->connect(target.address);
}

Rogue::~Rogue() = default;
Rogue::Rogue(Rogue&&) noexcept = default;

// The socket goes before its context.
Rogue& Rogue::operator=(Rogue&& other) noexcept {
    socket_ = std::move(other.socket_);
    context_ = std::move(other.context_);
    epoch_ = other.epoch_;
    return *this;
}

bool Rogue::say(const base::Bytes& bytes) {
    return zmq_send(socket_->handle(), bytes.data(), bytes.size(), 0) >= 0;
}

bool Rogue::say(wire::Message message) {
    return say(wire::encode(wire::Envelope{epoch_, std::move(message)}));
}

std::optional<base::Bytes> Rogue::hear(std::chrono::milliseconds patience) {
    zmq_pollitem_t item{socket_->handle(), 0, ZMQ_POLLIN, 0};
    if (zmq_poll(&item, 1, patience.count()) <= 0) return std::nullopt;
    zmq::message_t message;
    if (zmq_msg_recv(message.handle(), socket_->handle(), ZMQ_DONTWAIT) < 0) return std::nullopt;
    return message.to_string();
}

void Rogue::read_all() {
    while (hear()) {
    }
}

bool Rogue::join(const wire::SessionId& session, std::uint64_t allowed) {
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(5);
    while (!say(wire::encode(wire::Envelope{{}, hello_of(session, allowed)}))) {
        if (std::chrono::steady_clock::now() > deadline) return false;
    }
    while (std::chrono::steady_clock::now() < deadline) {
        const auto bytes = hear(std::chrono::milliseconds(100));
        if (!bytes) continue;
        const auto envelope = wire::decode_envelope(*bytes);
        if (!envelope) continue;
        if (std::holds_alternative<wire::Refused>(envelope->message)) return false;
        if (!std::holds_alternative<wire::Welcome>(envelope->message)) continue;
        epoch_ = envelope->epoch;
        return true;
    }
    return false;
}

wire::SessionId any_session() {
    wire::SessionId session{};
    seal::fill_random(session.data(), session.size());
    return session;
}

wire::Hello hello_of(const wire::SessionId& session, std::uint64_t allowed) {
    wire::Hello hello;
    hello.session = session;
    hello.allowed = allowed;
    hello.program = "hostile";
    return hello;
}

}  // namespace dais::hostile
