// The peers of a hub: each is a cursor into the journal with credit. Feeding a peer sends it what lies after
// its cursor, as far as its credit goes; a peer that sleeps or reads slowly is only a cursor that stands
// further back.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "base/time.hpp"
#include "hub/tail.hpp"
#include "hub/traffic.hpp"
#include "meeting/actor.hpp"
#include "wire/messages.hpp"

namespace dais::hub {

// A state as the messages that carry it, shared by all peers that are given it: a hall that joins at once
// costs the hub one copy.
struct Snapshot {
    base::Sequence sequence;
    base::Digest state{};
    std::vector<SharedBytes> parts;
};
// `bytes`: the state at `sequence`, where the chain's digest is `chain`.
Snapshot make_snapshot(base::Epoch epoch, base::Sequence sequence, const base::Digest& chain,
                       base::BytesView bytes);

struct Peer {
    PeerId id;
    meeting::Actor actor;
    wire::SessionId session{};
    base::Sequence cursor;      // the last entry that it was sent
    std::uint64_t sent = 0;     // bytes of entries and snapshots on this connection
    std::uint64_t allowed = 0;  // its credit, in the same count
    base::Instant heard;
    bool attended = false;  // has just spoken, or waits for what became durable: is fed before the others
    std::shared_ptr<const Snapshot> snapshot;  // what it is being given, if anything
    std::size_t snapshot_part = 0;             // the next of its parts
    bool writes = false;                       // its desk has drafts, and is told those of others
    SharedBytes room;                          // of a room's screen: the last view that it was sent
    struct {
        std::uint64_t upto = 0;           // the last change that it was told of (drafts.hpp)
        std::uint64_t joined = 0;         // the last when it came
        std::size_t under_way = 0;        // those that it was sent since it granted credit
        std::size_t bytes_under_way = 0;  // and their messages
    } drafts;                             // a room's screen has none, and views under way instead
};

// Whether it is a room's screen.
inline bool is_room(const Peer& peer) {
    return peer.actor.desk == meeting::Desk::room;
}

// An entries message or a snapshot part is about this big: big enough that headers do not count, small enough
// that also a line of 7 KB a second brings one before its station takes the silence for an end (10 s).
inline constexpr std::size_t part_bytes = 64 * 1024;
// Credit beyond this is not believed: it bounds what the hub's sockets hold for a peer that does not read.
inline constexpr std::uint64_t max_credit = 4u << 20;

// Sends to peers, sharing one encoding of the same entries among all who stand at the same place. Lives for
// one step.
class Feeder {
  public:
    Feeder(base::Epoch epoch, const Tail& tail, std::vector<Outbound>& out)
        : epoch_(epoch), tail_(tail), out_(out) {}

    // All that the peer's credit allows; nothing to a peer without a snapshot whose cursor the tail has left
    // behind.
    void feed(Peer& peer);

  private:
    void feed_snapshot(Peer& peer);
    void send(Peer& peer, SharedBytes bytes);
    // The entries after `cursor`, at least one, about part_bytes of them; and the last of them.
    std::pair<SharedBytes, base::Sequence> entries_after(base::Sequence cursor);

    base::Epoch epoch_;
    const Tail& tail_;
    std::vector<Outbound>& out_;
    std::map<base::Sequence, std::pair<SharedBytes, base::Sequence>> made_;
};

}  // namespace dais::hub
