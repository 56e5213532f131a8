// One ZeroMQ context: the I/O threads, shared by all sockets that are made from it.
#pragma once

#include <memory>

#include "base/result.hpp"

namespace dais::net {

// A handle; copies are the same context. It ends when the last handle and the last socket are gone.
// Thread-safe.
class Context {
  public:
    struct Core;  // zmq_shell.hpp

    // Two I/O threads: encryption happens there, and one thread saturates at a few hundred busy stations. Up
    // to 16,384 sockets instead of libzmq's 1,023, for a rehearsal that has hundreds of stations in one
    // process (each takes two, one of them for its monitor). Raises the limit of file descriptors, see
    // descriptors.hpp. Error: no_context.
    static base::Result<Context> open();

    [[nodiscard]] const std::shared_ptr<Core>& core() const { return core_; }

  private:
    explicit Context(std::shared_ptr<Core> core) : core_(std::move(core)) {}
    std::shared_ptr<Core> core_;
};

}  // namespace dais::net
