// A station without a window: the shell around a Replica, with its connection and its spool. The rehearsal
// runs many of them in one thread; a desk has one in a Runner.
#pragma once

#include <cstdint>
#include <map>
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
                                      const spool::OpenSpool& spool, const std::string& program);

    // Takes in what has come, steps, carries out what the replica orders, and hands back what it tells:
    // Settled, Unanswered, Unplaced, Applied, Replaced, HubDigest, DraftSeen, DraftsGone. `now` is uptime().
    // A spool that fails loses nothing of it, see trouble().
    std::vector<replica::Outbound> turn(base::Instant now);

    // As Replica::submit. A request number is reserved on disk before it is used, and a text is on disk
    // before it is taken; where it was written as the draft at the place `from`, that draft is forgotten in
    // the same moment, so that the words are at every moment on disk once. Errors besides: the spool's;
    // nothing was asked for then.
    base::Result<std::uint64_t> submit(meeting::Command command, base::Instant now,
                                       std::optional<base::Instant> script_time = std::nullopt,
                                       const std::string& from = "");

    // Changes to what the station keeps besides its requests: drafts, texts that were given up. Errors: the
    // spool's.
    base::Status<> keep(const spool::Changes& changes) { return spool_->apply(changes); }
    [[nodiscard]] const spool::Contents& kept() const { return spool_->contents(); }

    // Why the last turn could not write down what it learned; nothing where it could. What
    // was learned and is not on disk (that a request was settled, the head) is tried again at least every two
    // seconds as long as the station is turned; if the program ends before, the hub is asked again.
    [[nodiscard]] const std::optional<base::Error>& trouble() const { return trouble_; }
    // What a person must know of the opening: that the spool was damaged and set aside, and a new one begun.
    // Empty: nothing.
    [[nodiscard]] const std::string& notice() const { return notice_; }

    // The last head that the hub has signed and that this station has seen, in this run of it.
    [[nodiscard]] const std::optional<seal::SignedHead>& head_seen() const { return head_seen_; }
    [[nodiscard]] net::StationSocket& socket() { return socket_; }
    [[nodiscard]] replica::Replica& replica() { return replica_; }
    [[nodiscard]] const replica::Replica& replica() const { return replica_; }

  private:
    Station(net::StationSocket socket, std::unique_ptr<spool::Spool> spool, replica::Replica replica);
    std::vector<replica::Inbound> arrived();
    // Carries an order out or notes it as owed; false: it is not an order but something told.
    bool carry_out(replica::Outbound& order);
    void write_owed(base::Instant now);

    net::StationSocket socket_;
    std::unique_ptr<spool::Spool> spool_;
    replica::Replica replica_;
    std::uint64_t reserved_;  // request numbers below are reserved on disk
    std::string notice_;
    std::optional<seal::SignedHead> head_seen_;
    // What is to be written down: requests that were settled, with the reason where a text was refused.
    std::map<std::uint64_t, std::optional<std::string>> owed_;
    bool owes_head_ = false;
    base::Instant owed_tried_;
    std::optional<base::Error> trouble_;
};

}  // namespace dais::station
