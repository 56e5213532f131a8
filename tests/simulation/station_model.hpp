// One station of the simulation: a Replica with its real spool on a disk that survives crashes and may be
// full, a clock that is wrong and jumps, a lid that may be closed, and the person in front of it.
//
// It does what station/station.cpp does between them, without a socket.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "meeting/words.hpp"
#include "replica/replica.hpp"
#include "simulation/figures.hpp"
#include "simulation/ledger.hpp"
#include "simulation/typist.hpp"
#include "spool/memory_spool.hpp"
#include "support/chance.hpp"
#include "support/network.hpp"

namespace dais::simulation {

struct StationPlan {
    std::string name;
    std::uint64_t window = 1u << 20;
    base::Span pause{400};    // between two commands, at most twice as long
    bool long_texts = false;  // some of 20 KB and more
};

class StationModel {
  public:
    StationModel(StationPlan plan, support::Chance chance, support::Network& network, Figures& figures);

    void start(base::Instant now, Complaints& complaints);
    void crash(base::Instant now);

    void jump_clock(base::Span by) { skew_ += by; }
    void sleep(base::Instant now, base::Instant until, bool clock_too);
    void wake(base::Instant now);
    void set_disk_full(bool full) { disk_full_ = full; }
    // The next write is not confirmed, and is there or not; then the disk takes nothing any more.
    void fail_sync(bool kept);
    // From now on it may find that it and the hub do not share one history.
    void allow_divergence() { may_diverge_ = true; }

    // One turn of the station's program. Complaints are what must never be.
    void turn(base::Instant now, Complaints& complaints);
    // The person asks for something, if it is time, and a clerk types.
    void act(base::Instant now);

    [[nodiscard]] const std::string& name() const { return plan_.name; }
    [[nodiscard]] const StationPlan& plan() const { return plan_; }
    [[nodiscard]] const wire::SessionId& session() const { return session_; }
    [[nodiscard]] const replica::Replica* replica() const { return replica_ ? &*replica_ : nullptr; }
    [[nodiscard]] const spool::Contents& kept() const { return spool_->contents(); }
    [[nodiscard]] Ledger& ledger() { return ledger_; }
    [[nodiscard]] const Ledger& ledger() const { return ledger_; }
    // Whether it is a room's screen; and what it was shown last.
    [[nodiscard]] bool is_room() const { return desk_ == meeting::Desk::room; }
    [[nodiscard]] const std::optional<meeting::RoomView>& room() const { return room_; }
    // Whether its desk writes; and what its person has begun to write, by place.
    [[nodiscard]] bool writes() const { return desk_ == meeting::Desk::clerk; }
    [[nodiscard]] const std::map<std::string, wire::Draft>& unfinished() const {
        return typist_.unfinished();
    }
    [[nodiscard]] bool owes_nothing() const { return owed_.empty(); }
    [[nodiscard]] base::Instant hub_time(base::Instant now) const { return replica_->hub_time(clock(now)); }
    // The connection on which it said hello last, how often it did so there (each time it grants credit
    // anew), and how many bytes it has granted there in all.
    [[nodiscard]] const std::string& greeted() const { return greeted_; }
    [[nodiscard]] std::uint64_t hellos() const { return hellos_; }
    [[nodiscard]] std::uint64_t granted() const { return granted_before_ + allowed_; }
    // What was settled since the last call.
    std::vector<std::uint64_t> take_settled() { return std::exchange(settled_, {}); }

  private:
    [[nodiscard]] base::Instant clock(base::Instant now) const { return now + skew_; }
    std::vector<replica::Inbound> inbound(base::Instant now);
    base::Result<std::uint64_t> submit(meeting::Command command, const Asked& asked, base::Instant now);
    base::Status<> write(const spool::Changes& changes);
    void write_owed(base::Instant now);
    void watch_link(Complaints& complaints);
    void carry_out(replica::Outbound& order, base::Instant now, Complaints& complaints);
    void note_hello(const wire::Hello& hello);
    // Whether it is a hello.
    bool note_sent(const base::Bytes& bytes, Complaints& complaints);
    void note_settled(const replica::Settled& settled, Complaints& complaints);
    std::string new_text();
    void ask(base::Instant now);
    void show(const std::optional<wire::Draft>& draft, base::Instant now);

    StationPlan plan_;
    meeting::Desk desk_;
    support::Chance chance_;
    support::Network& network_;
    Figures& figures_;
    Typist typist_;
    wire::SessionId session_{};
    std::unique_ptr<spool::MemorySpool> spool_;
    Ledger ledger_;
    std::map<std::uint64_t, Asked> unsaid_;  // texts of which the disk did not say that it has them
    std::optional<replica::Replica> replica_;
    std::optional<meeting::RoomView> room_;
    std::uint64_t reserved_ = 1;
    std::map<std::uint64_t, std::optional<std::string>> owed_;  // as station::Station
    std::optional<seal::SignedHead> owed_head_;
    base::Instant owed_tried_;
    bool in_trouble_ = false;
    bool disk_full_ = false;
    bool may_diverge_ = false;
    std::vector<std::uint64_t> settled_;
    std::string greeted_;
    std::uint64_t hellos_ = 0;
    std::uint64_t granted_before_ = 0;  // on this connection, before its last hello there
    std::uint64_t allowed_ = 0;         // since
    replica::LinkState link_before_ = replica::LinkState::connecting;
    std::string trouble_before_;
    base::Span skew_{0};
    std::optional<base::Instant> asleep_since_;
    base::Instant asleep_until_;
    bool clock_sleeps_ = false;
    base::Instant next_act_;
    std::uint64_t texts_ = 0;
};

}  // namespace dais::simulation
