// A libzmq DEALER with a key of one's choice that says whatever its owner likes.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>

#include "hostile/attacks.hpp"
#include "wire/messages.hpp"

namespace zmq {
class context_t;
class socket_t;
}  // namespace zmq

namespace dais::hostile {

class Rogue {
  public:
    enum class Manner { curve, null, plain };

    // `queue`: messages that may wait in either direction before this one blocks the other.
    explicit Rogue(const Target& target, Manner manner = Manner::curve, int queue = 1000);
    ~Rogue();
    Rogue(Rogue&&) noexcept;
    Rogue& operator=(Rogue&&) noexcept;

    // Queues a message, where there is room and a connection; whether it did.
    bool say(const base::Bytes& bytes);
    bool say(wire::Message message);  // in the epoch of the last welcome
    // The next message, if one is there within the time.
    std::optional<base::Bytes> hear(std::chrono::milliseconds patience = std::chrono::milliseconds(0));
    void read_all();  // and forgets it

    // Says hello for that session, from nothing, and waits for the welcome.
    bool join(const wire::SessionId& session, std::uint64_t allowed = 1u << 20);
    [[nodiscard]] base::Epoch epoch() const { return epoch_; }

  private:
    std::unique_ptr<zmq::context_t> context_;
    std::unique_ptr<zmq::socket_t> socket_;
    base::Epoch epoch_;
};

wire::SessionId any_session();
wire::Hello hello_of(const wire::SessionId& session, std::uint64_t allowed = 1u << 20);

}  // namespace dais::hostile
