// One station of the simulation: a Replica, its spool on a disk that survives crashes, a clock that is wrong
// and jumps, and the person in front of it.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "meeting/words.hpp"
#include "replica/replica.hpp"
#include "simulation/ledger.hpp"
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
    StationModel(StationPlan plan, support::Chance chance, support::Network& network);

    void start(base::Instant now);
    void crash(base::Instant now);
    void jump_clock(base::Span by) { skew_ += by; }

    // One turn of the station's program. Complaints are what must never be.
    void turn(base::Instant now, std::vector<std::string>& complaints);
    // The person asks for something, if it is time.
    void act(base::Instant now);

    [[nodiscard]] const std::string& name() const { return plan_.name; }
    [[nodiscard]] const StationPlan& plan() const { return plan_; }
    [[nodiscard]] const wire::SessionId& session() const { return session_; }
    [[nodiscard]] const replica::Replica* replica() const { return replica_ ? &*replica_ : nullptr; }
    [[nodiscard]] const Ledger& ledger() const { return ledger_; }
    [[nodiscard]] base::Instant hub_time(base::Instant now) const { return replica_->hub_time(clock(now)); }

  private:
    struct Spool {
        std::map<std::uint64_t, base::Bytes> kept;
        std::uint64_t next = 1;
    };

    [[nodiscard]] base::Instant clock(base::Instant now) const { return now + skew_; }
    std::vector<replica::Inbound> inbound(base::Instant now);
    void carry_out(replica::Outbound& order, base::Instant now, std::vector<std::string>& complaints);
    void note_sent(const base::Bytes& bytes, std::vector<std::string>& complaints);
    void note_settled(const replica::Settled& settled, std::vector<std::string>& complaints);
    std::string new_text();

    StationPlan plan_;
    meeting::Desk desk_;
    support::Chance chance_;
    support::Network& network_;
    wire::SessionId session_{};
    Spool spool_;
    Ledger ledger_;
    std::optional<replica::Replica> replica_;
    base::Span skew_{0};
    base::Instant next_act_;
    std::uint64_t texts_ = 0;
};

}  // namespace dais::simulation
