// What came about in a run, counted: so that it can be shown that the faults are not only drawn but matter.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/time.hpp"
#include "simulation/fault.hpp"

namespace dais::simulation {

enum class Effect : std::uint8_t {
    message_lost,    // died with a connection
    message_held,    // was due and held back by a line
    message_echoed,  // came again, on the next connection
    text_sent_again,
    act_unanswered,    // for five seconds, and said so
    act_not_received,  // settled so: it never happens
    text_unplaced,
    request_refused,  // by the meeting's rules
    snapshot_taken,
    link_evasive,
    link_stale,
    station_behind,     // has seen more than the hub, and says so
    text_restored,      // from a spool, by a station that came back
    spool_refused,      // a text was not taken, as the station's disk was full
    spool_late,         // what was learned was written down later, when there was room
    spool_kept_unsaid,  // its disk had not confirmed it, and it was there
    batch_lost,         // with the hub, before it was durable
    batch_kept,         // it was there, and nobody had been told
    write_torn,         // the power went while it was written, on a disk whose writes tear
    said_nothing,       // the hub died after a sync
    said_in_part,
    append_refused,  // the hub's disk was full
    sync_failed,
    life_read_only,     // the journal was damaged
    refused_read_only,  // a command, meanwhile
    life_older,         // from an older copy
    entry_on_fork,      // accepted there
    trouble_shown,      // on a screen, what the hub said of itself
    hub_overslept,
    time_held,         // a life began with a clock behind the journal's last entry
    draft_seen,        // of another clerk
    drafts_forgotten,  // with the connection
    room_seen,         // by a room's screen
};
inline constexpr std::size_t effects = 33;
inline constexpr std::array<std::string_view, effects> effect_words{
    "message_lost",      "message_held",     "message_echoed",  "text_sent_again", "act_unanswered",
    "act_not_received",  "text_unplaced",    "request_refused", "snapshot_taken",  "link_evasive",
    "link_stale",        "station_behind",   "text_restored",   "spool_refused",   "spool_late",
    "spool_kept_unsaid", "batch_lost",       "batch_kept",      "write_torn",      "said_nothing",
    "said_in_part",      "append_refused",   "sync_failed",     "life_read_only",  "refused_read_only",
    "life_older",        "entry_on_fork",    "trouble_shown",   "hub_overslept",   "time_held",
    "draft_seen",        "drafts_forgotten", "room_seen"};

struct Figures {
    std::uint64_t runs = 0;
    std::uint64_t entries = 0;
    std::uint64_t stations = 0;
    std::uint64_t hub_lives = 0;
    std::uint64_t station_lives = 0;
    base::Span healed{0};                             // how long it took at most until all was quiet
    std::array<std::uint64_t, fault_kinds> struck{};  // faults that met somebody
    std::array<std::uint64_t, effects> came{};

    void count(Effect effect, std::uint64_t times = 1) { came[static_cast<std::size_t>(effect)] += times; }
    void count(FaultKind kind) { ++struck[static_cast<std::size_t>(kind)]; }
    void add(const Figures& other);
    // The words of what never came about; empty: all did.
    [[nodiscard]] std::string missing() const;
    [[nodiscard]] std::string text() const;
};

}  // namespace dais::simulation
