#include "web/door.hpp"

#include <netinet/in.h>
#include <sys/socket.h>

#include <cstring>

namespace dais::web {

std::string peer_of(int socket) {
    sockaddr_storage address{};
    socklen_t length = sizeof address;
    if (::getpeername(socket, reinterpret_cast<sockaddr*>(&address), &length) != 0) return {};
    if (address.ss_family == AF_INET) {
        const auto& four = reinterpret_cast<const sockaddr_in&>(address);
        return {reinterpret_cast<const char*>(&four.sin_addr), sizeof four.sin_addr};
    }
    if (address.ss_family == AF_INET6) {
        const auto& six = reinterpret_cast<const sockaddr_in6&>(address);
        const auto* bytes = reinterpret_cast<const char*>(&six.sin6_addr);
        if (IN6_IS_ADDR_V4MAPPED(&six.sin6_addr)) return {bytes + 12, 4};
        return {bytes, 8};
    }
    return "?";
}

std::unique_ptr<Door::Pass> Door::enter(int socket, const std::string& peer) {
    const std::lock_guard lock(mutex_);
    if (closed_ || peer.empty() || sockets_.size() >= limits_.connections) return nullptr;
    auto& of_peer = by_peer_[peer];
    if (of_peer >= limits_.per_address) return nullptr;
    ++of_peer;
    sockets_.insert(socket);
    return std::make_unique<Pass>(*this, socket, peer);
}

Door::Pass::~Pass() {
    const std::lock_guard lock(door_->mutex_);
    door_->sockets_.erase(socket_);
    const auto at = door_->by_peer_.find(peer_);
    if (--at->second == 0) door_->by_peer_.erase(at);
}

std::shared_ptr<Door::Stream> Door::stream() {
    const std::lock_guard lock(mutex_);
    if (closed_ || streams_ >= limits_.streams) return nullptr;
    ++streams_;
    return std::make_shared<Stream>(*this);
}

Door::Stream::~Stream() {
    const std::lock_guard lock(door_->mutex_);
    --door_->streams_;
}

std::size_t Door::streams() const {
    const std::lock_guard lock(mutex_);
    return streams_;
}

void Door::close() {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    for (const int socket : sockets_) ::shutdown(socket, SHUT_RDWR);
}

}  // namespace dais::web
