#include "web/caller.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>

namespace dais::test_web {
namespace {

using Clock = std::chrono::steady_clock;

sockaddr_in address_of(const std::string& host, int port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    ::inet_pton(AF_INET, host.c_str(), &address.sin_addr);
    return address;
}

long long left(Clock::time_point deadline) {
    return std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
}

}  // namespace

Caller::Caller(int port, const std::string& from, int receive_buffer) {
    socket_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (receive_buffer > 0) {
        ::setsockopt(socket_, SOL_SOCKET, SO_RCVBUF, &receive_buffer, sizeof receive_buffer);
    }
    const auto here = address_of(from, 0);
    const auto there = address_of("127.0.0.1", port);
    connected_ = ::bind(socket_, reinterpret_cast<const sockaddr*>(&here), sizeof here) == 0 &&
                 ::connect(socket_, reinterpret_cast<const sockaddr*>(&there), sizeof there) == 0;
}

Caller::~Caller() {
    hang_up();
}

Caller::Caller(Caller&& other) noexcept
    : socket_(std::exchange(other.socket_, -1)),
      connected_(other.connected_),
      ended_(other.ended_),
      heard_(std::move(other.heard_)) {}

void Caller::hang_up() {
    if (socket_ >= 0) ::close(socket_);
    socket_ = -1;
}

void Caller::send(std::string_view text) const {
    while (!text.empty()) {
        const auto count = ::send(socket_, text.data(), text.size(), MSG_NOSIGNAL);
        if (count <= 0) return;  // refused; what it was told is there to read
        text.remove_prefix(static_cast<std::size_t>(count));
    }
}

bool Caller::read_more(long long milliseconds) {
    if (ended_ || socket_ < 0) return false;
    pollfd waiting{socket_, POLLIN, 0};
    if (::poll(&waiting, 1, static_cast<int>(std::max(0LL, milliseconds))) <= 0) return false;
    std::array<char, 16 * 1024> piece;
    const auto count = ::recv(socket_, piece.data(), piece.size(), 0);
    if (count <= 0) {
        ended_ = true;
        return false;
    }
    heard_.append(piece.data(), static_cast<std::size_t>(count));
    return true;
}

bool Caller::read_until(std::string_view text, std::size_t from, int seconds) {
    const auto deadline = Clock::now() + std::chrono::seconds(seconds);
    while (heard_.size() < from || heard_.find(text, from) == std::string::npos) {
        if (!read_more(left(deadline))) return false;
    }
    return true;
}

bool Caller::read_to_end(int seconds) {
    const auto deadline = Clock::now() + std::chrono::seconds(seconds);
    while (read_more(left(deadline))) {
    }
    return ended_;
}

std::string request_for(std::string_view path) {
    return "GET " + std::string(path) + " HTTP/1.1\r\nHost: board\r\n\r\n";
}

std::string answer_to(int port, std::string_view request) {
    Caller caller(port);
    caller.send(request);
    caller.read_to_end();
    return caller.heard();
}

std::string get(int port, std::string_view path) {
    return answer_to(port, request_for(path));
}

}  // namespace dais::test_web
