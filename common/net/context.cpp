#include "net/context.hpp"

#include <string>

#include "net/descriptors.hpp"
#include "net/zmq_shell.hpp"

namespace dais::net {

base::Result<Context> Context::open() {
    constexpr int io_threads = 2;
    constexpr int max_sockets = 16384;
    raise_descriptor_limit();
    try {
        return Context(std::make_shared<Core>(io_threads, max_sockets));
    } catch (const zmq::error_t& error) {
        return base::Error{"no_context", std::string("cannot start ZeroMQ: ") + error.what()};
    }
}

}  // namespace dais::net
