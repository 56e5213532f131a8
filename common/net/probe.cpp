#include <fmt/format.h>

#include <chrono>

#include "net/gate.hpp"
#include "net/zmq_shell.hpp"

namespace dais::net {
namespace {

using base::Error;
using Clock = std::chrono::steady_clock;

enum class Knock { refused, let_in, unclear };

// One attempt: connect, and watch what becomes of the handshake.
Knock knock(Context::Core& core, const std::string& endpoint, const std::string& hub, const KeyPair& stranger,
            Clock::time_point until) {
    zmq::socket_t socket(core.zmq, zmq::socket_type::dealer);
    set_common_options(socket, 1024, base::Span{2000});
    socket.set(zmq::sockopt::curve_serverkey, hub);
    socket.set(zmq::sockopt::curve_publickey, stranger.public_key);
    socket.set(zmq::sockopt::curve_secretkey, stranger.secret_key);
    Monitor monitor(core, socket,
                    ZMQ_EVENT_HANDSHAKE_SUCCEEDED | ZMQ_EVENT_HANDSHAKE_FAILED_AUTH |
                        ZMQ_EVENT_HANDSHAKE_FAILED_PROTOCOL | ZMQ_EVENT_HANDSHAKE_FAILED_NO_DETAIL,
                    Monitor::Queue::unbounded);
    socket.connect(endpoint);
    for (;;) {
        const auto left = std::chrono::ceil<base::Span>(until - Clock::now());
        if (left.count() <= 0) return Knock::unclear;
        zmq_pollitem_t item{monitor.handle(), 0, ZMQ_POLLIN, 0};
        poll(&item, 1, left);
        const auto event = monitor.next();
        if (!event) continue;
        if (event->what == ZMQ_EVENT_HANDSHAKE_SUCCEEDED) return Knock::let_in;
        if (event->what == ZMQ_EVENT_HANDSHAKE_FAILED_AUTH) return Knock::refused;
        return Knock::unclear;
    }
}

}  // namespace

base::Status<> probe(const Context& context, const std::string& endpoint, const std::string& hub_public_key,
                     const KeyPair& stranger, base::Span patience) {
    const auto until = Clock::now() + patience;
    try {
        // libzmq's server sometimes hangs up before its refusal is on the way; that proves nothing, so we
        // knock again.
        while (Clock::now() < until) {
            switch (knock(*context.core(), endpoint, hub_public_key, stranger, until)) {
                case Knock::refused:
                    return base::Done{};
                case Knock::let_in:
                    return Error{
                        "gate_open",
                        fmt::format("{} let a key in that is on no list: the gate does not hold", endpoint)};
                case Knock::unclear:
                    break;
            }
        }
    } catch (const zmq::error_t& error) {
        return Error{"gate_unproven", fmt::format("cannot knock at {}: {}", endpoint, error.what())};
    }
    return Error{"gate_unproven",
                 fmt::format("{} neither refused a stranger's key nor let it in within {} ms", endpoint,
                             patience.count())};
}

}  // namespace dais::net
