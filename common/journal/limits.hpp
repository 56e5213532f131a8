// The journal's limits, all of them. A writer refuses what exceeds one; a verifier calls it damage.
#pragma once

#include <cstddef>
#include <cstdint>

namespace dais::journal {

// One entry is one accepted command with its events. The longest text of a meeting (a paragraph, 64 KiB) fits
// many times; a hub that is asked for more is being abused.
inline constexpr std::size_t max_entry_bytes = 1024 * 1024;

// The first entry holds the meeting folder: participants, agenda, house style.
inline constexpr std::size_t max_first_entry_bytes = 16 * 1024 * 1024;

// One commit: what the hub gathered while the disk was busy with the commit before.
inline constexpr std::size_t max_batch_entries = 16 * 1024;
inline constexpr std::size_t max_batch_bytes = 64 * 1024 * 1024;

// A commit that crosses a multiple of this stores a signed head, so that a tail cut off a journal after a
// crash shows at the latest this far back, at a cost of half a byte an entry. (At every epoch's start and
// clean close there is one too.)
inline constexpr std::uint64_t entries_per_signed_head = 256;

}  // namespace dais::journal
