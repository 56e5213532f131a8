// A station without a window: the shell around a Replica, with its connection and its spool. The rehearsal
// runs many of them in one thread; the desks run one each.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "base/time.hpp"
#include "net/station_socket.hpp"
#include "replica/replica.hpp"
#include "spool/spool.hpp"

namespace dais::station {

class Station {
  public:
    // Opens the spool (made where it is not there), takes up what it holds, and begins to connect.
    // Errors: those of the spool and of the socket.
    static base::Result<Station> open(const net::Context& context, net::StationOptions options,
                                      const std::filesystem::path& spool, const std::string& program);

    // Takes in what has come, steps, carries out what the replica orders, and hands back what it tells:
    // Settled, Unanswered, Applied, Replaced, HubDigest. `now` is uptime(). Errors: the spool's, after which
    // nothing was sent.
    base::Result<std::vector<replica::Outbound>> turn(base::Instant now);

    // As Replica::submit. A request number is reserved on disk before it is used.
    base::Result<std::uint64_t> submit(meeting::Command command, base::Instant now,
                                       std::optional<base::Instant> script_time = std::nullopt);

    // The last head that the hub has signed and that this station has seen, in this run of it.
    [[nodiscard]] const std::optional<seal::SignedHead>& head_seen() const { return head_seen_; }
    [[nodiscard]] net::StationSocket& socket() { return socket_; }
    [[nodiscard]] replica::Replica& replica() { return replica_; }
    [[nodiscard]] const replica::Replica& replica() const { return replica_; }

  private:
    Station(net::StationSocket socket, std::unique_ptr<spool::Spool> spool, replica::Replica replica,
            std::uint64_t reserved)
        : socket_(std::move(socket)),
          spool_(std::move(spool)),
          replica_(std::move(replica)),
          reserved_(reserved) {}

    net::StationSocket socket_;
    std::unique_ptr<spool::Spool> spool_;
    replica::Replica replica_;
    std::uint64_t reserved_;  // request numbers below are reserved on disk
    std::optional<seal::SignedHead> head_seen_;
};

}  // namespace dais::station
