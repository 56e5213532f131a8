// What this station has asked for and has no answer to yet.
//
// An act is meant now: it is sent once, never again; when no answer comes its fate is asked. Text and
// observations stay true: they are sent again on every new connection, in their order, until the hub has
// answered.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/time.hpp"
#include "meeting/commands.hpp"

namespace dais::replica {

// So many requests may be unanswered; the station says so and takes no more until some are.
inline constexpr std::size_t max_unanswered = 4096;
// So many of them have left and are unanswered at one time; the rest follows in order. The hub turns away who
// has four times as many, and a socket's queue takes a thousand.
inline constexpr std::size_t max_under_way = 64;
inline constexpr base::Span act_patience{5'000};

struct Waiting {
    meeting::Command command;
    std::optional<base::Instant> script_time;
    bool act = false;
    bool sent = false;      // on this connection
    bool doubtful = false;  // an act that was sent, and whose fate must be asked
    bool asked = false;     // on this connection
    bool told = false;      // Unanswered was said
    base::Instant since;    // when it was submitted
};

class Outbox {
  public:
    // Requests are numbered from `next` on; numbers are never used twice in a session, not even after a
    // crash.
    explicit Outbox(std::uint64_t next) : next_(next) {}

    std::uint64_t put(Waiting waiting);
    // Puts back what was kept on disk, under the number that it had.
    void restore(std::uint64_t request, Waiting waiting);
    // Numbers below are used up (the hub knows of them).
    void skip_to(std::uint64_t next);

    Waiting* find(std::uint64_t request);
    void erase(std::uint64_t request) { waiting_.erase(request); }
    // The connection is gone: text will be sent again, acts that had left become doubtful.
    void lose_connection();

    std::map<std::uint64_t, Waiting>& all() { return waiting_; }
    [[nodiscard]] const std::map<std::uint64_t, Waiting>& all() const { return waiting_; }
    [[nodiscard]] bool full() const { return waiting_.size() >= max_unanswered; }
    [[nodiscard]] std::uint64_t next() const { return next_; }

  private:
    std::map<std::uint64_t, Waiting> waiting_;
    std::uint64_t next_;
};

}  // namespace dais::replica
