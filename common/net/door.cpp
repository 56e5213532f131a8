#include "net/door.hpp"

#include <fmt/format.h>
#include <linux/tcp.h>
#include <netinet/in.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <mutex>
#include <thread>
#include <unordered_map>
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

// What came in on a TCP connection since it was accepted and was taken from the kernel; 0 where it has gone.
std::uint64_t taken_in(int fd) {
    tcp_info info{};
    socklen_t size = sizeof info;
    if (::getsockopt(fd, IPPROTO_TCP, TCP_INFO, &info, &size) != 0) return 0;
    if (size < offsetof(tcp_info, tcpi_bytes_received) + sizeof info.tcpi_bytes_received) return 0;
    int waiting = 0;
    if (::ioctl(fd, FIONREAD, &waiting) != 0) return 0;
    const auto came = static_cast<std::uint64_t>(info.tcpi_bytes_received);
    return came - std::min(came, static_cast<std::uint64_t>(waiting));
}

// What a message of so many bytes is on the wire: CURVE adds 33 bytes, and ZMTP 2 or 9.
constexpr std::uint64_t on_the_wire(std::size_t bytes) {
    return bytes + 33 + (bytes + 33 < 256 ? 2 : 9);
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
    [[nodiscard]] std::uint64_t shown_out() const { return shown_out_.load(); }

    void handed_out(int fd, std::size_t bytes) {
        const std::lock_guard lock(mutex_);
        handed_out_[fd] += on_the_wire(bytes);
    }

    // By the time this is called the connection may be gone and its number somebody else's. Only a connection
    // to our own port is shut down.
    void show_out(int fd) const {
        if (local_port(fd) == port_) ::shutdown(fd, SHUT_RDWR);
    }

  private:
    using Clock = std::chrono::steady_clock;

    void watch() {
        auto looked = Clock::now();
        for (;;) {
            zmq_pollitem_t items[] = {{monitor_.handle(), 0, ZMQ_POLLIN, 0},
                                      {nullptr, stop_.fd(), ZMQ_POLLIN, 0}};
            const auto pause = wary_ ? limits_.watch / 10 : limits_.watch;
            poll(items, 2, inside_.empty() ? std::chrono::hours(1) : pause);
            while (const auto event = monitor_.next()) take(*event);
            if (items[1].revents != 0) return;
            if (const auto now = Clock::now(); now - looked >= pause) {
                looked = now;
                look();
            }
        }
    }

    void look() {
        wary_ = false;
        for (const int fd : inside_) {
            const auto came = taken_in(fd);
            if (came < limits_.unreceived / 8) continue;
            std::uint64_t handed = 0;
            {
                const std::lock_guard lock(mutex_);
                handed = handed_out_[fd];
            }
            if (came <= handed + limits_.unreceived / 8) continue;
            wary_ = true;
            if (came <= handed + limits_.unreceived) continue;
            show_out(fd);
            ++shown_out_;
            reports_->add("without_end",
                          fmt::format("a connection was ended: it had sent {} bytes of messages that did not "
                                      "end, or that came faster than they could be received",
                                      came - handed));
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
            const std::lock_guard lock(mutex_);
            handed_out_[fd] = 0;
            return;
        }
        // If its number is somebody else's by now, that can only be another newcomer.
        show_out(fd);
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
        {
            const std::lock_guard lock(mutex_);
            handed_out_.erase(fd);
        }
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
    bool wary_ = false;  // something gathers: looked at more often

    std::mutex mutex_;
    std::unordered_map<int, std::uint64_t> handed_out_;  // bytes received by the hub, by descriptor

    std::atomic<std::uint16_t> port_{0};
    std::atomic<std::size_t> count_{0};
    std::atomic<std::uint64_t> turned_away_{0};
    std::atomic<std::uint64_t> shown_out_{0};
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
void Door::handed_out(int descriptor, std::size_t bytes) {
    keeper_->handed_out(descriptor, bytes);
}
void Door::show_out(int descriptor) {
    keeper_->show_out(descriptor);
}
std::size_t Door::inside() const {
    return keeper_->inside();
}
std::uint64_t Door::turned_away() const {
    return keeper_->turned_away();
}
std::uint64_t Door::shown_out() const {
    return keeper_->shown_out();
}

}  // namespace dais::net
