// What goes into a replica and what comes out. The shell around it (a station's program, the simulation)
// carries the orders out as they stand: Keep before the Send that follows it, so that text is on the
// station's disk before it leaves.
#pragma once

#include <cstdint>
#include <string>
#include <variant>

#include "base/sequence.hpp"
#include "base/time.hpp"
#include "seal/head.hpp"
#include "wire/messages.hpp"

namespace dais::replica {

// In: the connection to the hub stands (its handshake is done), or is gone, or came with bytes, or was turned
// away by the gate (the key is not on the list).
struct Connected {};
struct Disconnected {};
struct TurnedAway {};
struct Received {
    base::Bytes bytes;
};
using Inbound = std::variant<Connected, Disconnected, TurnedAway, Received>;

// Out: send to the hub.
struct Send {
    base::Bytes bytes;
};
// Out: throw the connection away and make a new one.
struct Reconnect {};
// Out: keep a request on the station's disk until Forget; `bytes` is the encoded command.
struct Keep {
    std::uint64_t request = 0;
    base::Bytes bytes;
};
struct Forget {
    std::uint64_t request = 0;
};
// Out: a text was refused: keep it as its author's, unplaced, with the reason.
struct Unplaced {
    std::uint64_t request = 0;
    std::string reason;
};
// Out: what became of a request of this station. For an accepted one its entry has been applied.
struct Settled {
    std::uint64_t request = 0;
    wire::Fate fate = wire::Fate::accepted;
    base::Sequence sequence;
    std::string word;
    std::string sentence;
};
// Out: an act has had no answer for five seconds; it is asked about, not sent again, and is settled later.
struct Unanswered {
    std::uint64_t request = 0;
};
// Out: an entry was applied; for logs, labels and what wants to know more than the state.
struct Applied {
    wire::Entry entry;
};
// Out: the state was replaced as a whole by a snapshot.
struct Replaced {};
// Out: the hub's digest of its state at `sequence`, as asked by ask_digest().
struct HubDigest {
    base::Sequence sequence;
    base::Digest state{};
};
// Out: the hub has signed for where the journal stands, and it is where this station stands. The last one is
// worth keeping: a journal can be held against it later.
struct HeadSeen {
    seal::SignedHead head;
};
// Out: what another station is writing, or with an empty text: has there no more.
struct DraftSeen {
    wire::DraftOf draft;
};
// Out: nothing is known any more of what others are writing.
struct DraftsGone {};
// Out, of a room's screen: what the room may know, as it now is.
struct RoomSeen {
    meeting::RoomView view;
};
using Outbound = std::variant<Send, Reconnect, Keep, Forget, Unplaced, Settled, Unanswered, Applied, Replaced,
                              HubDigest, HeadSeen, DraftSeen, DraftsGone, RoomSeen>;

}  // namespace dais::replica
