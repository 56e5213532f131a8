// A hub and stations in one process, on loopback, turned by one thread; and strangers who speak plain TCP.
#pragma once

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "net/hub_socket.hpp"
#include "net/station_socket.hpp"

namespace dais::net {

inline constexpr auto patience = std::chrono::seconds(20);  // a deadline for what should take milliseconds

// Turns until the condition holds. False: it did not in time.
template <class Turn, class Condition>
bool turn_until(Turn turn, Condition condition) {
    const auto deadline = std::chrono::steady_clock::now() + patience;
    while (!condition()) {
        if (std::chrono::steady_clock::now() > deadline) return false;
        turn();
    }
    return true;
}

inline KeyPair new_pair() {
    return make_key_pair().value();
}

// A station with all that came to it.
struct Desk {
    explicit Desk(StationSocket opened) : socket(std::move(opened)) {}

    StationSocket socket;
    std::vector<LinkEvent> events;
    std::vector<std::string> messages;

    void turn(base::Span timeout = base::Span{0}) {
        if (timeout.count() > 0) socket.wait(timeout);
        socket.receive(messages, 1000);
        for (const auto event : socket.events()) events.push_back(event);
    }
    [[nodiscard]] int count(LinkEvent event) const {
        return static_cast<int>(std::count(events.begin(), events.end(), event));
    }
};

// A hub's keys, options and socket, and the stations around it.
struct Room {
    KeyPair hub_keys = new_pair();
    std::vector<Station> list;
    std::vector<KeyPair> pairs;
    std::optional<HubSocket> hub;
    std::vector<Frame> frames;
    std::vector<Report> reports;
    Context context = Context::open().value();

    explicit Room(std::size_t stations = 1) {
        for (std::size_t i = 0; i < stations; ++i) {
            pairs.push_back(new_pair());
            list.push_back({"clerk-" + std::to_string(i + 1), pairs.back().public_key});
        }
    }

    [[nodiscard]] HubOptions options(const std::string& address = "tcp://127.0.0.1:*") const {
        HubOptions options;
        options.address = address;
        options.keys = hub_keys;
        options.stations = list;
        return options;
    }

    void open(const HubOptions& with) {
        auto opened = HubSocket::open(with);
        ASSERT_TRUE(opened.ok()) << opened.error().text;
        hub.emplace(std::move(opened).value());
    }
    void open() { open(options()); }

    [[nodiscard]] Desk desk(const KeyPair& own) const { return desk(own, hub->endpoint()); }
    [[nodiscard]] Desk desk(const KeyPair& own, const std::string& address) const {
        StationOptions with;
        with.address = address;
        with.keys = {own, hub_keys.public_key};
        with.retry = base::Span{10};
        with.retry_most = base::Span{50};
        return Desk(StationSocket::open(context, with).value());
    }

    void turn(base::Span timeout = base::Span{1}) {
        hub->wait(timeout);
        hub->receive(frames, 1000);
        for (auto& report : hub->reports()) reports.push_back(std::move(report));
    }
    [[nodiscard]] int reported(const std::string& code) const {
        return static_cast<int>(std::count_if(reports.begin(), reports.end(),
                                              [&](const Report& report) { return report.code == code; }));
    }
    bool connect(Desk& at) {
        return turn_until([&] { turn(), at.turn(); }, [&] { return at.count(LinkEvent::connected) > 0; });
    }
    // The desk's words arrive and come back: the link works both ways.
    bool echo(Desk& at, const std::string& words) {
        frames.clear();
        at.messages.clear();
        if (at.socket.send(share(words)) != SendResult::sent) return false;
        if (!turn_until([&] { turn(); }, [&] { return !frames.empty(); })) return false;
        if (frames.back().bytes != words) return false;
        if (hub->send(frames.back().peer, share(words)) != SendResult::sent) return false;
        return turn_until([&] { at.turn(base::Span{1}); }, [&] { return !at.messages.empty(); }) &&
               at.messages.back() == words;
    }
};

// A plain TCP connection to a hub's endpoint on loopback.
class Stranger {
  public:
    explicit Stranger(const std::string& endpoint) : fd_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port =
            htons(static_cast<std::uint16_t>(std::stoi(endpoint.substr(endpoint.rfind(':') + 1))));
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        connected_ = ::connect(fd_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    }
    ~Stranger() {
        if (fd_ >= 0) ::close(fd_);
    }
    Stranger(Stranger&& other) noexcept : fd_(std::exchange(other.fd_, -1)), connected_(other.connected_) {}
    Stranger& operator=(Stranger&&) = delete;

    [[nodiscard]] bool connected() const { return connected_; }
    void say(const std::string& bytes) const {
        EXPECT_GE(::send(fd_, bytes.data(), bytes.size(), MSG_NOSIGNAL), 0);
    }
    // Whether the hub has hung up; what it said before is read and thrown away.
    [[nodiscard]] bool hung_up() const {
        char bytes[512];
        for (;;) {
            const auto got = ::recv(fd_, bytes, sizeof bytes, MSG_DONTWAIT);
            if (got > 0) continue;
            return got == 0 || errno == ECONNRESET;
        }
    }

  private:
    int fd_;
    bool connected_ = false;
};

}  // namespace dais::net
