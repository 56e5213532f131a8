// The messages between a station and the hub, as values. docs/protocol.md gives their frames, order and
// limits; codec.hpp turns them into bytes and back. One ROUTER/DEALER connection carries all of them.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/sequence.hpp"
#include "base/time.hpp"
#include "meeting/actor.hpp"
#include "meeting/commands.hpp"
#include "meeting/events.hpp"
#include "meeting/room_view.hpp"

namespace dais::wire {

inline constexpr std::uint32_t protocol_version = 5;

// A station's session: 16 random bytes, made once and kept on its disk. (session, request) names a command
// for ever.
using SessionId = std::array<std::uint8_t, 16>;

using Signature = std::array<std::uint8_t, 64>;

// One journal entry: one accepted command with all its events. `fact.stamp.entry` is its place in the
// journal. The hub's own entry, the first, has a session of zeros and request 0.
struct Entry {
    SessionId session{};
    std::uint64_t request = 0;
    meeting::Fact fact;
};

// Station to hub, first on every connection and again after any doubt: who continues, and from where.
struct Hello {
    SessionId session{};
    base::Sequence head;        // the last entry that the station has applied; 0 for none
    base::Digest digest{};      // the chain's digest there
    std::uint64_t allowed = 0;  // credit: how many bytes the hub may have sent on this connection in all
    std::string program;        // "dais rehearse 0.1.0", for the log
};

// Hub to station, the answer to hello. What follows is either every entry after the station's head or a
// snapshot.
struct Welcome {
    meeting::Actor you;
    base::Sequence head;        // the hub's last durable entry
    bool by_snapshot = false;   // a snapshot comes first
    bool script_clock = false;  // the hub's clock follows the times in the commands (a rehearsal)
    base::Instant now;          // the hub's time
    std::uint64_t highest_request =
        0;  // of this session among the accepted; a station that lost its disk counts on from it
};

// Hub to station: a piece of the state at `sequence`. Swapped in whole, once the last part came and the
// digest matches.
struct SnapshotPart {
    base::Sequence sequence;
    base::Digest chain{};      // the chain's digest at `sequence`
    base::Digest state{};      // BLAKE2b-256 of all parts' bytes in order: the digest of the state
    std::uint64_t total = 0;   // bytes of all parts
    std::uint64_t offset = 0;  // of this part
    base::Bytes bytes;
};

// Hub to station: the entries `first`, `first` + 1, …, each as it stands in the journal.
struct Entries {
    base::Sequence first;
    std::vector<base::Bytes> entries;
};

// Station to hub: the new sum of bytes that the hub may have sent on this connection.
struct Credit {
    std::uint64_t allowed = 0;
};

// Station to hub.
struct CommandMessage {
    std::uint64_t request = 0;                 // from 1, growing by one with each command of the session
    std::optional<base::Instant> script_time;  // only for a hub whose clock follows the script
    meeting::Command command;
};

// What became of a request.
enum class Fate : std::uint8_t {
    accepted,      // `sequence` says where it stands in the journal
    refused,       // `word` and `sentence` say why
    not_received,  // the hub has not accepted it and from now on never will
};

// Words of a refusal that is not for ever: the hub's disk is full; its journal is damaged, and the sound one
// may tell another story. A station sends texts again.
inline constexpr std::string_view disk_full = "disk_full";
inline constexpr std::string_view read_only = "read_only";

// Hub to station. An accepted command is answered by the `entries` that bring its entry; this message comes
// for a refusal, for a request asked about, and for a command that was accepted earlier.
struct Answer {
    std::uint64_t request = 0;
    Fate fate = Fate::accepted;
    base::Sequence sequence;
    std::string word;
    std::string sentence;
};

// Station to hub: what became of request n?
struct Ask {
    std::uint64_t request = 0;
};

// How many stations are connected, by their desks.
struct Present {
    std::uint32_t chairs = 0;
    std::uint32_t clerks = 0;
    std::uint32_t moderators = 0;
    std::uint32_t rooms = 0;

    friend bool operator==(const Present&, const Present&) = default;
};

// Both ways, every second: facts, and nothing moves by them. The hub's says what its last durable entry is,
// signed, for the station to keep (journal.md, "Heads"); a hub that may not write its journal signs nothing.
// It also says what every desk must know of the hub itself. A room's screen is told the hub's time and
// nothing more: its beats have zeros in all other places.
struct Beat {
    base::Instant sent;                    // the sender's clock
    base::Instant echo;                    // `sent` of the last beat that came from the other side
    base::Span held{0};                    // how long ago that beat came, by the sender's clock
    base::Sequence head;                   // the sender's last entry (the hub's: durable)
    base::Digest digest{};                 // the chain's digest there; zeros from a station
    std::optional<Signature> signature{};  // Ed25519, of the head, by the hub's key
    std::string trouble{};  // the hub's, as a sentence (its disk is full, say); empty: all is well
    Present present{};      // the hub's; zeros from a station
};

// Station to hub: what is the digest of your state? And the answer, taken at its last durable entry.
struct DigestAsk {};
struct DigestAnswer {
    base::Sequence sequence;
    base::Digest state{};
};

// Hub to station: the connection cannot go on like this. Words: wrong_version, say_hello, old_epoch,
// bad_message, session_of_another, superseded, hub_behind, diverged, too_many_stations, too_fast,
// no_such_desk, hub_stopping.
struct Refused {
    std::string word;
    std::string sentence;
};

// Station to hub: what is being written at a place and is not asked for yet, for the other desks that write
// to see. The latest counts; it is in no journal, and nothing rests on it.
struct Draft {
    std::string place;       // see is_draft_place()
    std::uint32_t base = 0;  // so many revisions the text had when this was begun; 0: there was none
    std::string text;        // empty: nothing is being written there any more
};

// Hub to station, only where the desk may write: the draft of another station.
struct DraftOf {
    std::string author;  // the station's name
    std::string place;
    std::uint32_t base = 0;
    std::string text;
};

// Hub to station, only to a room's: what the room may know, whole, whenever it has changed. The latest
// counts.
struct Room {
    meeting::RoomView view;
};

// What a station may have as drafts at one time; it keeps within that itself, and tells the rest once there
// is room. A place is at most so long, and a draft counts as what cost_of_draft() says.
inline constexpr std::size_t max_draft_place_bytes = 32;
inline constexpr std::size_t max_drafts_of_one = 64;
inline constexpr std::size_t max_draft_bytes_of_one = 256u << 10;
constexpr std::size_t cost_of_draft(std::size_t text_bytes) {
    return text_bytes + 256;
}

// Whether a text can be written there: "p:12" (a new paragraph in intervention 12), "r:34" (a revision of
// text 34), "a:34" (what stands before it), "n" (a note), "h" (a heading). A letter of these and, where there
// is one, a number.
constexpr bool is_draft_place(std::string_view place) {
    constexpr std::string_view letters = "pranh";
    if (place.empty() || place.size() > max_draft_place_bytes) return false;
    if (letters.find(place[0]) == std::string_view::npos) return false;
    if (place.size() == 1) return true;
    return place.size() > 2 && place[1] == ':' &&
           place.find_first_not_of("0123456789", 2) == std::string_view::npos;
}

using Message = std::variant<Hello, Welcome, SnapshotPart, Entries, Credit, CommandMessage, Answer, Ask, Beat,
                             DigestAsk, DigestAnswer, Refused, Draft, DraftOf, Room>;

// A message with what stands before it in the frame: the sender's epoch. A station that has seen none yet
// says {0, 0}.
struct Envelope {
    base::Epoch epoch;
    Message message;
};

}  // namespace dais::wire
