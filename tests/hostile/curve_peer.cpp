#include "hostile/curve_peer.hpp"

#include <arpa/inet.h>
#include <sodium.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>
#include <zmq.h>

#include <cerrno>
#include <utility>

namespace dais::hostile {
namespace {

const unsigned char* raw(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}
unsigned char* raw(std::string& text) {
    return reinterpret_cast<unsigned char*>(text.data());
}

std::string from_z85(const std::string& key) {
    std::string bytes(32, '\0');
    zmq_z85_decode(raw(bytes), key.c_str());
    return bytes;
}

std::string big_endian(std::uint64_t value) {
    std::string bytes(8, '\0');
    for (std::size_t i = 8; i-- > 0; value >>= 8) bytes[i] = static_cast<char>(value & 0xFF);
    return bytes;
}

std::string sealed(std::string_view text, const std::string& nonce, std::string_view their_public,
                   std::string_view our_secret) {
    std::string out(text.size() + crypto_box_MACBYTES, '\0');
    if (crypto_box_easy(raw(out), raw(text), text.size(), raw(nonce), raw(their_public), raw(our_secret)) !=
        0)
        out.clear();  // the hub's key is no point on the curve
    return out;
}

}  // namespace

Wire::Wire(const std::string& endpoint) : fd_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(std::stoi(endpoint.substr(endpoint.rfind(':') + 1))));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const timeval second{1, 0};
    ::setsockopt(fd_, SOL_SOCKET, SO_RCVTIMEO, &second, sizeof second);
    ::setsockopt(fd_, SOL_SOCKET, SO_SNDTIMEO, &second, sizeof second);
    connected_ = ::connect(fd_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
}

Wire::~Wire() {
    if (fd_ >= 0) ::close(fd_);
}

Wire::Wire(Wire&& other) noexcept : fd_(std::exchange(other.fd_, -1)), connected_(other.connected_) {}

bool Wire::say(std::string_view bytes) const {
    while (!bytes.empty()) {
        const auto sent = ::send(fd_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

std::string Wire::hear(std::size_t count) const {
    std::string bytes(count, '\0');
    const auto got = ::recv(fd_, bytes.data(), count, MSG_WAITALL);
    return got == static_cast<ssize_t>(count) ? bytes : std::string();
}

bool Wire::hung_up() const {
    char bytes[4096];
    for (;;) {
        const auto got = ::recv(fd_, bytes, sizeof bytes, MSG_DONTWAIT);
        if (got > 0) continue;
        return got == 0 || (errno != EAGAIN && errno != EINTR);
    }
}

std::string greeting(std::string_view mechanism) {
    std::string bytes("\xFF\0\0\0\0\0\0\0\x01\x7F\x03\x01", 12);
    bytes += mechanism;
    bytes.resize(64, '\0');
    return bytes;
}

std::string command_frame(std::string_view body) {
    std::string frame;
    if (body.size() < 256) {
        frame = {'\x04', static_cast<char>(body.size())};
    } else {
        frame = '\x06' + big_endian(body.size());
    }
    return frame.append(body);
}

CurvePeer::CurvePeer(const std::string& endpoint, const net::StationKeys& keys)
    : wire_(endpoint),
      own_public_(from_z85(keys.own.public_key)),
      own_secret_(from_z85(keys.own.secret_key)),
      hub_public_(from_z85(keys.hub_public_key)),
      short_public_(32, '\0'),
      short_secret_(32, '\0') {
    crypto_box_keypair(raw(short_public_), raw(short_secret_));
}

// A box whose nonce is the prefix and our counter; the counter stands before it.
std::string CurvePeer::box(const std::string& prefix, std::string_view text, std::string_view their_public,
                           std::string_view our_secret) {
    const auto counter = big_endian(++nonce_);
    return counter + sealed(text, prefix + counter, their_public, our_secret);
}

bool CurvePeer::greet() {
    return wire_.connected() && wire_.say(greeting("CURVE")) && wire_.hear(64).size() == 64;
}

bool CurvePeer::hello() {
    std::string body("\x05HELLO\x01\x00", 8);
    body.append(72, '\0');
    body += short_public_;
    body += box("CurveZMQHELLO---", std::string(64, '\0'), hub_public_, short_secret_);
    if (!wire_.say(command_frame(body))) return false;
    const auto welcome = wire_.hear(2 + 168);
    if (welcome.size() != 170 || welcome.substr(2, 8) != "\x07WELCOME") return false;
    const auto nonce = "WELCOME-" + welcome.substr(10, 16);
    const auto boxed = welcome.substr(26);
    std::string text(boxed.size() - crypto_box_MACBYTES, '\0');
    if (crypto_box_open_easy(raw(text), raw(std::string_view(boxed)), boxed.size(),
                             raw(std::string_view(nonce)), raw(std::string_view(hub_public_)),
                             raw(std::string_view(short_secret_))) != 0)
        return false;
    hub_short_public_ = text.substr(0, 32);
    cookie_ = text.substr(32);
    return true;
}

bool CurvePeer::initiate() {
    std::string random(16, '\0');
    randombytes_buf(random.data(), random.size());
    const auto vouch =
        random + sealed(short_public_ + hub_public_, "VOUCH---" + random, hub_short_public_, own_secret_);
    const std::string metadata(
        "\x0BSocket-Type\0\0\0\x06"
        "DEALER\x08Identity\0\0\0\0",
        35);
    const auto body =
        "\x08INITIATE" + cookie_ +
        box("CurveZMQINITIATE", own_public_ + vouch + metadata, hub_short_public_, short_secret_);
    if (!wire_.say(command_frame(body))) return false;
    const auto head = wire_.hear(2);
    if (head.size() != 2 || head[0] != '\x04') return false;
    return wire_.hear(static_cast<unsigned char>(head[1])).starts_with("\x05READY");
}

bool CurvePeer::seal_and_say(std::string_view bytes, char flags) {
    const auto body =
        "\x07MESSAGE" + box("CurveZMQMESSAGEC", flags + std::string(bytes), hub_short_public_, short_secret_);
    std::string frame;
    if (body.size() < 256) {
        frame = {'\0', static_cast<char>(body.size())};
    } else {
        frame = '\x02' + big_endian(body.size());
    }
    return wire_.say(frame += body);
}

}  // namespace dais::hostile
