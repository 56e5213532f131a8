#include "net/wakeup.hpp"

#include <sys/eventfd.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <cstring>
#include <utility>

namespace dais::net {

base::Result<Wakeup> Wakeup::open() {
    const int fd = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    if (fd < 0)
        return base::Error{"no_descriptor", std::string("cannot make an eventfd: ") + std::strerror(errno)};
    return Wakeup(fd);
}

Wakeup::~Wakeup() {
    if (fd_ >= 0) ::close(fd_);
}

Wakeup::Wakeup(Wakeup&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}

Wakeup& Wakeup::operator=(Wakeup&& other) noexcept {
    std::swap(fd_, other.fd_);
    return *this;
}

void Wakeup::signal() const {
    const int before = errno;  // a signal handler must leave it as it was
    const std::uint64_t one = 1;
    // EAGAIN would mean that 2^64 - 2 signals wait already, and those wake the reader as well.
    while (::write(fd_, &one, sizeof one) < 0 && errno == EINTR) {
    }
    errno = before;
}

void Wakeup::clear() const {
    std::uint64_t count = 0;
    while (::read(fd_, &count, sizeof count) < 0 && errno == EINTR) {
    }
}

}  // namespace dais::net
