// Values to bytes and back, in msgpack: the one place that knows how. Arrays only, fields in the order of the
// layout, so that a value has exactly one encoding (the digest of a state depends on it). docs/wire-format.md
// describes the bytes.
//
// Decoding is for bytes from strangers: nothing is believed before it was counted, and memory grows only with
// what was read. Every function refuses (word `bad_message`; the sentence says where and what was expected)
// what is longer, deeper or other than it should be, also what could have been written shorter, and never
// throws: bytes that are taken are exactly those that encode() makes of the value. An array with more fields
// than known is refused as well: what is new comes with a new protocol version, and decode_envelope has the
// word `wrong_version` for that. Encoding refuses nothing: whoever sends looks after the lengths and the
// UTF-8. Any thread; no state.
#pragma once

#include "base/result.hpp"
#include "base/sequence.hpp"
#include "meeting/meeting.hpp"
#include "wire/messages.hpp"

namespace dais::wire {

// The longest message, and the longest entry. The first entry holds the meeting folder and may be longer than
// a message: it leaves the hub only as part of a snapshot.
inline constexpr std::size_t max_message_bytes = 2u << 20;
inline constexpr std::size_t max_entry_bytes = 1u << 20;
inline constexpr std::size_t max_first_entry_bytes = 16u << 20;
inline constexpr std::size_t max_snapshot_bytes = 512u << 20;
inline constexpr std::size_t max_nesting = 24;
inline constexpr std::size_t max_entries_per_message = 65'536;
inline constexpr std::size_t max_events_per_entry = 1'000;  // one command brings about a handful

base::Bytes encode(const Envelope& envelope);
base::Result<Envelope> decode_envelope(base::BytesView bytes);

// The `entries` message from entries that are bytes already: what the hub sends, without decoding them.
base::Bytes encode_entries(base::Epoch epoch, base::Sequence first,
                           const std::vector<base::BytesView>& entries);

base::Bytes encode(const Entry& entry);
base::Result<Entry> decode_entry(base::BytesView bytes);

base::Bytes encode(const meeting::Command& command);
base::Result<meeting::Command> decode_command(base::BytesView bytes);

// The canonical snapshot of a meeting; its BLAKE2b-256 is the digest of the state.
base::Bytes encode(const meeting::Meeting& meeting);
base::Result<meeting::Meeting> decode_meeting(base::BytesView bytes);

base::Digest state_digest(const meeting::Meeting& meeting);

}  // namespace dais::wire
