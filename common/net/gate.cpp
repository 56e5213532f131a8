#include "net/gate.hpp"

#include <fmt/format.h>

#include <array>
#include <atomic>
#include <mutex>
#include <thread>
#include <unordered_map>
#include <unordered_set>

#include "net/wakeup.hpp"
#include "net/zmq_shell.hpp"

namespace dais::net {
namespace {

using base::Error;

constexpr std::size_t remembered_keys = 1024;

// A ZAP request, as far as it could be read.
struct Request {
    bool well_formed = false;
    std::string id;
    std::string domain;
    std::string address;
    std::string mechanism;
    std::string public_key;  // Z85; empty unless CURVE
};

// Version, id, domain, address, routing id, mechanism, and for CURVE one credential of 32 bytes.
Request read_request(zmq::socket_t& socket) {
    std::vector<std::string> parts;
    bool more = true;
    bool sane = true;
    while (more) {
        zmq::message_t part;
        if (zmq_msg_recv(part.handle(), socket.handle(), 0) < 0) return {};
        more = part.more();
        sane = sane && parts.size() < 7 && part.size() <= 255;
        if (sane) parts.push_back(part.to_string());
    }
    Request request;
    if (parts.size() > 1) request.id = parts[1];
    if (!sane || parts.size() < 6 || parts[0] != "1.0") return request;
    request.well_formed = true;
    request.domain = parts[2];
    request.address = parts[3];
    request.mechanism = parts[5];
    if (request.mechanism == "CURVE" && parts.size() == 7 && parts[6].size() == 32) {
        std::array<char, 41> text{};
        zmq_z85_encode(text.data(), reinterpret_cast<const std::uint8_t*>(parts[6].data()), 32);
        request.public_key = text.data();
    }
    return request;
}

void answer(zmq::socket_t& socket, const std::string& id, const std::string& user,
            const std::string& metadata) {
    const bool granted = !user.empty();
    const std::array<std::string, 6> parts{
        "1.0", id, granted ? "200" : "400", granted ? "welcome" : "not on the list", user, metadata};
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const int more = i + 1 < parts.size() ? ZMQ_SNDMORE : 0;
        // A session that has gone in the meantime takes no answer; nothing is lost with it.
        if (zmq_send(socket.handle(), parts[i].data(), parts[i].size(), more | ZMQ_DONTWAIT) < 0) return;
    }
}

// One property in ZMTP's form: a length byte and the name, four length bytes and the value. With the key
// beside the name on every message, HubSocket notices that a station got another key while its old connection
// still stands.
std::string key_metadata(const std::string& public_key) {
    const std::string name = station_key_property;
    std::string bytes(1, static_cast<char>(name.size()));
    bytes += name;
    bytes += {'\0', '\0', '\0', static_cast<char>(public_key.size())};
    return bytes + public_key;
}

}  // namespace

class Gate::Keeper {
  public:
    Keeper(const Context& context, std::shared_ptr<ReportQueue> reports, Wakeup stop)
        : core_(context.core()),
          reports_(std::move(reports)),
          stop_(std::move(stop)),
          socket_(core_->zmq, zmq::socket_type::rep) {
        socket_.set(zmq::sockopt::linger, 0);
        socket_.bind(zap_endpoint);
    }

    ~Keeper() {
        stop_.signal();
        if (thread_.joinable()) thread_.join();
    }
    Keeper(const Keeper&) = delete;
    Keeper& operator=(const Keeper&) = delete;

    void start() {
        thread_ = std::thread([this] { serve(); });
    }

    void replace(const std::vector<Station>& stations) {
        std::unordered_map<std::string, std::string> names;
        for (const auto& station : stations) names.emplace(station.public_key, station.name);
        const std::lock_guard lock(mutex_);
        names_ = std::move(names);
        reported_.clear();  // a key that is refused under the new list is news again
    }

    void expect_stranger(const std::string& public_key) {
        const std::lock_guard lock(mutex_);
        stranger_ = public_key;
    }

    [[nodiscard]] std::uint64_t refused() const { return refused_.load(); }

  private:
    void serve() {
        for (;;) {
            zmq_pollitem_t items[] = {{socket_.handle(), 0, ZMQ_POLLIN, 0},
                                      {nullptr, stop_.fd(), ZMQ_POLLIN, 0}};
            poll(items, 2, std::chrono::hours(1));
            if (items[1].revents != 0) return;
            if ((items[0].revents & ZMQ_POLLIN) == 0) continue;
            const auto request = read_request(socket_);
            const auto user = name_for(request);
            answer(socket_, request.id, user,
                   user.empty() ? std::string() : key_metadata(request.public_key));
        }
    }

    // The station's name, or nothing. Everything that is not exactly right ends at the bottom.
    std::string name_for(const Request& request) {
        const std::lock_guard lock(mutex_);
        if (request.well_formed && request.domain == zap_domain && !request.public_key.empty()) {
            if (const auto at = names_.find(request.public_key); at != names_.end()) return at->second;
            if (request.public_key == stranger_) return {};
        }
        ++refused_;
        report(request);
        return {};
    }

    void report(const Request& request) {
        if (request.public_key.empty()) {
            reports_->add("refused_mechanism",
                          fmt::format("{} asked to be let in without a CURVE key and was refused",
                                      request.address.empty() ? "somebody" : request.address));
            return;
        }
        if (reported_.size() >= remembered_keys || !reported_.insert(request.public_key).second) return;
        reports_->add("refused_key",
                      fmt::format("the key {} from {} is not on the list of stations and was refused",
                                  request.public_key, request.address));
    }

    std::shared_ptr<Context::Core> core_;
    std::shared_ptr<ReportQueue> reports_;
    Wakeup stop_;
    zmq::socket_t socket_;  // the thread's, once it runs

    std::mutex mutex_;
    std::unordered_map<std::string, std::string> names_;  // by public key
    std::unordered_set<std::string> reported_;
    std::string stranger_;

    std::atomic<std::uint64_t> refused_{0};
    std::thread thread_;
};

base::Result<Gate> Gate::open(const Context& context, std::vector<Station> stations,
                              std::shared_ptr<ReportQueue> reports) {
    if (const auto good = check_stations(stations); !good) return good.error();
    auto stop = Wakeup::open();
    if (!stop) return stop.error();
    try {
        auto keeper = std::make_unique<Keeper>(context, std::move(reports), *std::move(stop));
        keeper->replace(stations);
        keeper->start();
        return Gate(std::move(keeper));
    } catch (const zmq::error_t& error) {
        return Error{"gate_taken", fmt::format("cannot bind the gate at {}: {}", zap_endpoint, error.what())};
    }
}

Gate::Gate(std::unique_ptr<Keeper> keeper) : keeper_(std::move(keeper)) {}
Gate::~Gate() = default;
Gate::Gate(Gate&&) noexcept = default;
Gate& Gate::operator=(Gate&&) noexcept = default;

base::Status<> Gate::replace(std::vector<Station> stations) {
    if (auto good = check_stations(stations); !good) return good;
    keeper_->replace(stations);
    return base::Done{};
}

void Gate::expect_stranger(const std::string& public_key) {
    keeper_->expect_stranger(public_key);
}

std::uint64_t Gate::refused() const {
    return keeper_->refused();
}

}  // namespace dais::net
