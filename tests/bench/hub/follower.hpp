// A station that keeps no state: it decodes every entry, sees that each is the next one, beats and gives
// credit. So much the floor's stations do. Two hundred whole replicas on one machine would measure their own
// folding, which in life is done by two hundred machines.
#pragma once

#include <vector>

#include "base/time.hpp"
#include "replica/traffic.hpp"
#include "wire/messages.hpp"

namespace dais::bench {

class Follower {
  public:
    explicit Follower(const wire::SessionId& session) : session_(session) {}

    // As a replica's; it says Send and Applied only.
    std::vector<replica::Outbound> step(base::Instant now, std::vector<replica::Inbound> inbound);

    // It has the journal as far as the hub had it at the welcome.
    [[nodiscard]] bool live() const { return live_; }

  private:
    void take(const base::Bytes& bytes);
    void follow(const wire::Entries& message);
    void send(wire::Message message);

    wire::SessionId session_;
    base::Epoch epoch_;
    base::Sequence head_;
    base::Sequence target_;
    bool live_ = false;
    bool welcomed_ = false;
    std::uint64_t received_ = 0;
    std::uint64_t allowed_ = 0;
    base::Instant beat_at_;
    std::vector<replica::Outbound> out_;
};

}  // namespace dais::bench
