// What goes into a hub and what comes out: values, so that a whole room can run inside one test. The shell
// around a hub (cli/hub_program.cpp, tests/simulation) carries them out in the order in which they stand.
#pragma once

#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "base/sequence.hpp"

namespace dais::hub {

// A connection, as the shell names it: a new name for every new connection of a station.
using PeerId = std::string;

// Bytes that may go to hundreds of peers without being copied.
using SharedBytes = std::shared_ptr<const base::Bytes>;

// In: a message came. `user` is whom the connection's key belongs to, never what the message says.
struct Arrived {
    PeerId peer;
    std::string user;
    base::Bytes bytes;
};
// In: a connection is gone, where the shell can tell. Peers that fall silent are let go in any case.
struct Left {
    PeerId peer;
};
// In: the journal has made every entry up to here durable.
struct Synced {
    base::Sequence upto;
};
// In: there was no room on the disk for what is under way, and nothing of it was stored.
struct NotAppended {};
// In: after NotAppended, the disk has room again.
struct Room {};
// In: the whole journal up to the checkpoint that the hub was restored from was read, and comes to what the
// checkpoint says. With the chain's digests from entry 1 on, as far as the hub's tail does not know them.
struct Proved {
    std::shared_ptr<const std::vector<base::Digest>> digests;
};
// In: the journal, or the checkpoint, is not what the hub took it for: nothing may be appended any more. The
// sentence is for every screen.
struct Damaged {
    std::string sentence;
};
using Inbound = std::variant<Arrived, Left, Synced, NotAppended, Room, Proved, Damaged>;

// Out: append these to the journal in one transaction, sync, and hand Synced back. There is never more than
// one under way.
struct Append {
    base::Sequence first;
    std::vector<SharedBytes> entries;
};
// Out: send to one peer.
struct Send {
    PeerId peer;
    SharedBytes bytes;
};
// Out: end that connection: it was told why, and goes on.
struct HangUp {
    PeerId peer;
};
// Out: a line for the log.
struct Say {
    std::string code;
    std::string sentence;
};
using Outbound = std::variant<Append, Send, HangUp, Say>;

}  // namespace dais::hub
