// The hub's program in the simulation: a Hub that lives between its disk and the network, on a machine with a
// clock, and that can end at any moment, also in the middle of carrying out one step.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "hub/hub.hpp"
#include "simulation/disk.hpp"
#include "simulation/figures.hpp"
#include "simulation/heard.hpp"
#include "support/network.hpp"

namespace dais::simulation {

// At which step of an append the hub is to end.
enum class Death : std::uint8_t { none, before_write, before_sync, after_sync, saying, welcoming };

class HubModel {
  public:
    HubModel(hub::Options options, support::Chance chance, Disk& disk, support::Network& network,
             Figures& figures)
        : options_(std::move(options)), chance_(chance), disk_(disk), network_(network), figures_(figures) {}

    // A first life, with the meeting's folder; and every later one, from what the journal hands over.
    void prepare(meeting::MeetingPrepared prepared, base::Instant now, Complaints& complaints);
    void start(base::Instant now, Complaints& complaints);

    // Ends now, or at the next such step within ten seconds; comes back after `away` by itself. `kept`: what
    // was under way to the disk is there.
    void die(base::Instant now, base::Span away, bool kept);
    void die_at(Death step, base::Instant now, base::Span away, bool kept);
    // Ends, and for so long each of its lives ends as it welcomes stations.
    void flap(base::Instant now, base::Span lasts);
    // Its machine does nothing until then.
    void sleep_until(base::Instant until) { asleep_until_ = until; }
    void jump_clock(base::Span by);
    // No death waits for it any more, and it comes back now, if it is away.
    void hasten(base::Instant now);

    void turn(base::Instant now, Complaints& complaints);

    [[nodiscard]] const hub::Hub* hub() const { return hub_ ? &*hub_ : nullptr; }
    [[nodiscard]] const Heard& heard() const { return heard_; }
    [[nodiscard]] base::Epoch epoch() const { return options_.epoch; }
    [[nodiscard]] bool may_write() const { return hub_ && options_.read_only.empty(); }

  private:
    [[nodiscard]] base::Instant clock(base::Instant now) const { return life_base_ + (now - life_began_); }
    void begin(base::Instant now, base::Instant last);
    base::Span soon_back() { return chance_.between(50, 400); }
    // Whether what comes is no hello, or that of a station which follows this history.
    [[nodiscard]] bool serves(const hub::Arrived& arrived) const;
    // False: the hub has ended.
    bool ask_disk(base::Instant now, std::vector<hub::Inbound>& in);
    // Whether it is a welcome.
    bool say(const hub::Send& send, Complaints& complaints);
    void carry_out(std::vector<hub::Outbound>& out, base::Instant now, Complaints& complaints);
    bool is_doomed(Death step, base::Instant now) const { return doom_ == step && now < doomed_until_; }

    hub::Options options_;
    support::Chance chance_;
    Disk& disk_;
    support::Network& network_;
    Figures& figures_;
    std::optional<hub::Hub> hub_;
    Heard heard_;
    base::Instant last_;
    base::Instant asleep_until_;
    bool slept_ = false;

    // Its machine's wall clock, looked at when a life begins; from then on only the time since counts, and it
    // never stands before the journal's last entry (program/clocks.hpp).
    base::Span wall_skew_{0};
    base::Instant life_base_;
    base::Instant life_began_;

    Death doom_ = Death::none;
    base::Instant doomed_until_;
    base::Instant flaps_until_;
    base::Span away_{0};  // after that doom
    bool kept_ = false;
    std::optional<base::Instant> back_at_;
};

}  // namespace dais::simulation
