// Stations of one process, all on one thread: real replicas (or followers) on real connections, without
// spools, whose disks would be measured with the hub's.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "bench/hub/follower.hpp"
#include "net/key_ring.hpp"
#include "net/station_socket.hpp"
#include "replica/replica.hpp"

namespace dais::bench {

struct CrewMember {
    std::unique_ptr<net::StationSocket> socket;
    std::unique_ptr<replica::Replica> replica;
    std::unique_ptr<Follower> follower;  // in place of a replica
    bool live = false;
};

class Crew {
  public:
    enum class Of { replicas, followers };
    // What a replica tells besides what it sends, by the member's place in the crew.
    using Hear = std::function<void(std::size_t, const replica::Outbound&)>;

    // One member for each name; the session of the nth is made of `first` + n, see author_of().
    static base::Result<Crew> open(const net::Context& context, const std::vector<std::string>& names,
                                   std::uint32_t first, const net::KeyRing& ring, const std::string& address,
                                   Of of = Of::replicas);
    ~Crew();
    Crew(Crew&&) noexcept;
    Crew& operator=(Crew&&) = delete;

    // Waits until something comes, so many milliseconds at most, and has those step for whom it came. Every
    // member steps four times a second in any case.
    void turn(int wait_ms, const Hear& hear);
    // Has one member step now: something was submitted.
    void step(std::size_t member, const Hear& hear);

    [[nodiscard]] std::size_t size() const { return members_.size(); }
    [[nodiscard]] replica::Replica& replica(std::size_t member) { return *members_[member].replica; }
    [[nodiscard]] std::size_t live() const { return live_; }
    // How many times a link was lost after it had been live.
    [[nodiscard]] std::size_t lost() const { return lost_; }

  private:
    Crew() = default;
    void watch(std::size_t member);
    void note_link(CrewMember& member);

    int epoll_ = -1;
    std::vector<CrewMember> members_;
    std::size_t live_ = 0;
    std::size_t lost_ = 0;
    std::size_t sweep_ = 0;
    std::int64_t swept_ = 0;
};

// The number that a session was made of; 0 where it is none of ours.
std::uint32_t author_of(const wire::SessionId& session);

}  // namespace dais::bench
