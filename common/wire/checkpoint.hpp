// What a checkpoint holds: all that a hub would have, had it read its journal up to an entry. Its bytes
// follow from the journal alone, so that a checkpoint can be proved by reading the journal and comparing
// them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "base/sequence.hpp"
#include "base/time.hpp"
#include "meeting/meeting.hpp"
#include "wire/messages.hpp"

namespace dais::wire {

struct AcceptedRequest {
    std::uint64_t request = 0;
    base::Sequence sequence;  // where it stands in the journal

    friend bool operator==(const AcceptedRequest&, const AcceptedRequest&) = default;
};

// One session of the hub's table.
struct SessionRecord {
    SessionId session{};
    std::string owner;                      // the station
    std::uint64_t forgotten = 0;            // requests up to here are not remembered one by one
    std::vector<AcceptedRequest> accepted;  // by ascending request
};

struct CheckpointFacts {
    base::Sequence sequence;
    base::Digest chain{};  // the chain's digest there
    base::Instant now;     // when the entry was recorded, or an earlier one where that was later
    std::vector<SessionRecord> sessions;
};

struct Checkpoint {
    CheckpointFacts facts;
    meeting::Meeting state;
};

// A state (max_snapshot_bytes) and the largest table that a hub holds in practice.
inline constexpr std::size_t max_checkpoint_bytes = 768u << 20;
inline constexpr std::size_t max_checkpoint_sessions = 65'536;
inline constexpr std::size_t max_checkpoint_requests = 65'536;  // of one session

// As in codec.hpp: one encoding of each value, and nothing believed before it was read.
base::Bytes encode(const CheckpointFacts& facts, const meeting::Meeting& state);
base::Result<Checkpoint> decode_checkpoint(base::BytesView bytes);

}  // namespace dais::wire
