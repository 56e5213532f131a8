#include "net/door.hpp"

#include <fmt/format.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <thread>
#include <unordered_set>

#include "net/wakeup.hpp"
#include "net/zmq_shell.hpp"

namespace dais::net {
namespace {

constexpr int watched = ZMQ_EVENT_ACCEPTED | ZMQ_EVENT_ACCEPT_FAILED | ZMQ_EVENT_DISCONNECTED |
                        ZMQ_EVENT_HANDSHAKE_FAILED_PROTOCOL | ZMQ_EVENT_HANDSHAKE_FAILED_NO_DETAIL;

// The port at our end of a TCP connection, 0 for whatever else the descriptor may be.
std::uint16_t local_port(int fd) {
    sockaddr_storage address{};
    socklen_t size = sizeof address;
    if (::getsockname(fd, reinterpret_cast<sockaddr*>(&address), &size) != 0) return 0;
    if (address.ss_family == AF_INET) return ntohs(reinterpret_cast<const sockaddr_in*>(&address)->sin_port);
    if (address.ss_family == AF_INET6)
        return ntohs(reinterpret_cast<const sockaddr_in6*>(&address)->sin6_port);
    return 0;
}

}  // namespace

class Door::Keeper {
  public:
    Keeper(const Context& context, zmq::socket_t& listener, DoorLimits limits,
           std::shared_ptr<ReportQueue> reports, Wakeup stop)
        : core_(context.core()),
          limits_(limits),
          reports_(std::move(reports)),
          stop_(std::move(stop)),
          monitor_(*core_, listener, watched, Monitor::Queue::bounded) {
        thread_ = std::thread([this] { watch(); });
    }

    ~Keeper() {
        // The I/O threads write to the monitor and may wait for us to read, so it ends first and we read to
        // its end.
        monitor_.stop();
        stop_.signal();
        thread_.join();
    }
    Keeper(const Keeper&) = delete;
    Keeper& operator=(const Keeper&) = delete;

    void guard_port(std::uint16_t port) { port_ = port; }
    [[nodiscard]] std::size_t inside() const { return count_.load(); }
    [[nodiscard]] std::uint64_t turned_away() const { return turned_away_.load(); }

  private:
    void watch() {
        for (;;) {
            zmq_pollitem_t items[] = {{monitor_.handle(), 0, ZMQ_POLLIN, 0},
                                      {nullptr, stop_.fd(), ZMQ_POLLIN, 0}};
            poll(items, 2, std::chrono::hours(1));
            while (const auto event = monitor_.next()) take(*event);
            if (items[1].revents != 0) return;
        }
    }

    void take(const MonitorEvent& event) {
        const int fd = static_cast<int>(event.value);
        switch (event.what) {
            case ZMQ_EVENT_ACCEPTED:
                accepted(fd);
                break;
            case ZMQ_EVENT_DISCONNECTED:
                left(fd);
                break;
            case ZMQ_EVENT_ACCEPT_FAILED:
                if (fd == EMFILE || fd == ENFILE)
                    reports_->add("descriptors_used_up",
                                  "no file descriptor is left for a new connection: something else in this "
                                  "process took "
                                  "those that were kept free");
                break;
            case ZMQ_EVENT_HANDSHAKE_FAILED_PROTOCOL:
                reports_->add("bad_handshake", "something connected that does not speak as a station does");
                break;
            case ZMQ_EVENT_HANDSHAKE_FAILED_NO_DETAIL:
                reports_->add("unfinished_handshake", "something connected and did not finish its handshake");
                break;
            default:
                break;
        }
    }

    void accepted(int fd) {
        if (inside_.size() < limits_.connections && fd <= limits_.highest_descriptor) {
            inside_.insert(fd);
            count_ = inside_.size();
            return;
        }
        // By the time we read this the connection may be gone and its number somebody else's. Only a
        // connection to our own port is shut down, and one of those can only be another newcomer.
        if (local_port(fd) == port_) ::shutdown(fd, SHUT_RDWR);
        ++turned_away_;
        if (full_) return;
        full_ = true;
        reports_->add(
            "full",
            fmt::format("the hub is full with {} connections (it has room for {}): newcomers are turned "
                        "away until some leave",
                        inside_.size(), limits_.connections));
    }

    void left(int fd) {
        inside_.erase(fd);
        count_ = inside_.size();
        // A little room first, so that a hub at its limit does not say "full" and "room again" by turns.
        const auto room = limits_.connections - std::max<std::size_t>(1, limits_.connections / 16);
        if (!full_ || inside_.size() > room) return;
        full_ = false;
        reports_->add("room_again", fmt::format("the hub has room again: {} connections of {}",
                                                inside_.size(), limits_.connections));
    }

    std::shared_ptr<Context::Core> core_;
    DoorLimits limits_;
    std::shared_ptr<ReportQueue> reports_;
    Wakeup stop_;
    Monitor monitor_;  // the thread's, like what follows
    std::unordered_set<int> inside_;
    bool full_ = false;

    std::atomic<std::uint16_t> port_{0};
    std::atomic<std::size_t> count_{0};
    std::atomic<std::uint64_t> turned_away_{0};
    std::thread thread_;
};

base::Result<Door> Door::open(const Context& context, zmq::socket_t& listener, DoorLimits limits,
                              std::shared_ptr<ReportQueue> reports) {
    auto stop = Wakeup::open();
    if (!stop) return stop.error();
    try {
        return Door(
            std::make_unique<Keeper>(context, listener, limits, std::move(reports), *std::move(stop)));
    } catch (const zmq::error_t& error) {
        return base::Error{"no_monitor", fmt::format("cannot watch the hub's connections: {}", error.what())};
    }
}

Door::Door(std::unique_ptr<Keeper> keeper) : keeper_(std::move(keeper)) {}
Door::~Door() = default;
Door::Door(Door&&) noexcept = default;
Door& Door::operator=(Door&&) noexcept = default;

void Door::guard_port(std::uint16_t port) {
    keeper_->guard_port(port);
}
std::size_t Door::inside() const {
    return keeper_->inside();
}
std::uint64_t Door::turned_away() const {
    return keeper_->turned_away();
}

}  // namespace dais::net
