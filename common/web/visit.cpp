#include "web/visit.hpp"

#include <fmt/format.h>
#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include "web/head.hpp"

namespace dais::web {
namespace {

using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

constexpr auto patience = 5s;
constexpr auto parting = 200ms;

// What poll() says, 0 at the deadline.
short wait_for(int socket, short events, Clock::time_point deadline) {
    for (;;) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now()).count();
        pollfd waiting{socket, events, 0};
        const int count = ::poll(&waiting, 1, static_cast<int>(std::max<std::int64_t>(0, left)));
        if (count > 0) return waiting.revents;
        if (count == 0 || errno != EINTR) return 0;
    }
}

bool try_again() {
    return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR;
}

const char* reason(int status) {
    switch (status) {
        case 413:
            return "Payload Too Large";
        case 414:
            return "URI Too Long";
        case 431:
            return "Request Header Fields Too Large";
        case 503:
            return "Service Unavailable";
        default:
            return "Bad Request";
    }
}

}  // namespace

int Visit::read_head() {
    const auto deadline = Clock::now() + patience;
    std::string arrived;
    std::array<char, 4096> piece;
    while (head_length(arrived) == 0) {
        if (arrived.size() > max_head_bytes) return 431;
        if (wait_for(socket_, POLLIN, deadline) == 0) return -1;
        const auto count = ::recv(socket_, piece.data(), piece.size(), MSG_DONTWAIT);
        if (count < 0 && try_again()) continue;
        if (count <= 0) return -1;
        arrived.append(piece.data(), static_cast<std::size_t>(count));
    }
    if (head_length(arrived) > max_head_bytes) return 431;
    auto sifted = sift(std::string_view(arrived).substr(0, head_length(arrived)));
    if (const auto* status = std::get_if<int>(&sifted)) return *status;
    head_ = std::get<std::string>(std::move(sifted));
    return 0;
}

void Visit::refuse(int status) {
    const auto answer = fmt::format(
        "HTTP/1.1 {} {}\r\nConnection: close\r\nContent-Length: 0\r\nCache-Control: no-store\r\n"
        "X-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\n{}\r\n",
        status, reason(status), status == 503 ? "Retry-After: 5\r\n" : "");
    // A socket that is new has room for it; where not, nobody reads.
    [[maybe_unused]] const auto sent =
        ::send(socket_, answer.data(), answer.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
}

void Visit::part() {
    ::shutdown(socket_, SHUT_WR);
    const auto deadline = Clock::now() + parting;
    std::array<char, 4096> piece;
    while (wait_for(socket_, POLLIN, deadline) != 0) {
        const auto count = ::recv(socket_, piece.data(), piece.size(), MSG_DONTWAIT);
        if (count == 0 || (count < 0 && !try_again())) return;
        if (Clock::now() >= deadline) return;  // it goes on sending
    }
}

bool Visit::is_writable() const {
    pollfd looking{socket_, POLLOUT | POLLRDHUP, 0};
    if (::poll(&looking, 1, 0) <= 0) return true;  // full; write() waits for room
    return (looking.revents & (POLLRDHUP | POLLHUP | POLLERR)) == 0;
}

ssize_t Visit::read(char* to, size_t size) {
    const auto count = std::min(size, head_.size() - at_);
    std::memcpy(to, head_.data() + at_, count);
    at_ += count;
    return static_cast<ssize_t>(count);
}

ssize_t Visit::write(const char* from, size_t size) {
    const auto deadline = Clock::now() + patience;
    std::size_t done = 0;
    while (done < size) {
        const auto count = ::send(socket_, from + done, size - done, MSG_NOSIGNAL | MSG_DONTWAIT);
        if (count >= 0) {
            done += static_cast<std::size_t>(count);
            continue;
        }
        if (!try_again()) return -1;
        // The second asks as well whether it takes a byte now and then, and would for ever.
        if (wait_for(socket_, POLLOUT, deadline) == 0 || Clock::now() >= deadline) return -1;
    }
    return static_cast<ssize_t>(size);
}

}  // namespace dais::web
