// The honest stations of a meeting under attack: each asks for something every few milliseconds, waits for no
// answer before it goes on, and writes down when each answer came. They run on a thread of their own, so that
// an attack neither helps nor hinders them but through the hub.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "base/result.hpp"
#include "net/key_ring.hpp"
#include "net/station_socket.hpp"
#include "replica/replica.hpp"

namespace dais::hostile {

using Clock = std::chrono::steady_clock;

// A replica and its connection. A station without a spool, whose disk would be measured with the hub's.
class Desk {
  public:
    Desk(std::string name, net::StationSocket socket, replica::Options options)
        : name_(std::move(name)), socket_(std::move(socket)), replica_(std::move(options)) {}

    // What it tells besides what it sends.
    std::vector<replica::Outbound> turn();
    base::Result<std::uint64_t> submit(meeting::Command command);

    [[nodiscard]] const std::string& name() const { return name_; }
    [[nodiscard]] net::StationSocket& socket() { return socket_; }
    [[nodiscard]] const replica::Replica& replica() const { return replica_; }

  private:
    std::string name_;
    net::StationSocket socket_;
    replica::Replica replica_;
};

struct Request {
    std::size_t desk = 0;
    std::uint64_t number = 0;
    bool act = false;
    Clock::time_point asked;
    std::optional<Clock::time_point> answered;
    wire::Fate fate = wire::Fate::not_received;
    base::Sequence sequence;
    std::string word;
};

class Company {
  public:
    static constexpr std::chrono::milliseconds pace{20};  // of each desk

    // A chair and clerks, by the names that the ring has keys for. Returns when all are live and the chair
    // has opened the meeting.
    static base::Result<std::unique_ptr<Company>> open(const std::vector<std::string>& names,
                                                       const net::KeyRing& ring, const std::string& address);
    ~Company();
    Company(const Company&) = delete;
    Company& operator=(const Company&) = delete;

    void begin();
    // Asks for nothing more, and waits until all is answered and all desks stand at one entry, at most so
    // long. False: they did not.
    bool end(std::chrono::seconds patience);

    // How long the answers took to what was asked between two moments, in milliseconds, sorted.
    [[nodiscard]] std::vector<double> latencies(Clock::time_point from, Clock::time_point to);
    [[nodiscard]] const std::vector<wire::SessionId>& sessions() const { return sessions_; }
    // REQUIRES: end() was called, like for all below.
    [[nodiscard]] const std::vector<Request>& requests() const { return requests_; }
    [[nodiscard]] const std::vector<std::unique_ptr<Desk>>& desks() const { return desks_; }
    // How many connections of ours ended.
    [[nodiscard]] int disconnections() const { return disconnections_; }

  private:
    Company() = default;
    void work();
    void turn(std::chrono::milliseconds wait);
    void ask(std::size_t desk, meeting::Command command);
    [[nodiscard]] bool settled() const;
    [[nodiscard]] bool all_live() const;

    std::vector<std::unique_ptr<Desk>> desks_;
    std::vector<net::StationSocket*> sockets_;
    std::vector<wire::SessionId> sessions_;
    std::vector<Clock::time_point> due_;
    std::vector<std::uint64_t> count_;  // of what each has asked for
    std::map<std::pair<std::size_t, std::uint64_t>, std::size_t> place_;
    int disconnections_ = 0;
    std::atomic<bool> asking_{false};
    std::atomic<bool> over_{false};
    std::atomic<bool> quiet_{false};  // asked for nothing more, and all is answered
    std::mutex mutex_;                // of the requests, while the thread runs
    std::vector<Request> requests_;
    std::thread thread_;
};

double median(const std::vector<double>& sorted);

}  // namespace dais::hostile
