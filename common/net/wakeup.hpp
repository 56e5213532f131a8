// An eventfd: how another thread (the disk, a signal handler, a window) wakes one that waits on sockets.
#pragma once

#include "base/result.hpp"

namespace dais::net {

class Wakeup {
  public:
    // Error: no_descriptor.
    static base::Result<Wakeup> open();
    ~Wakeup();
    Wakeup(Wakeup&& other) noexcept;
    Wakeup& operator=(Wakeup&& other) noexcept;

    // From any thread and from a signal handler. Many signals before one clear() are one.
    void signal() const;

    // By the thread that was woken, before it looks at what it was woken for: a signal that comes while it
    // looks then wakes it again instead of being lost.
    void clear() const;

    // What to hand to wait().
    [[nodiscard]] int fd() const { return fd_; }

  private:
    explicit Wakeup(int fd) : fd_(fd) {}
    int fd_ = -1;
};

}  // namespace dais::net
