// A journal as long as one likes, made by the product's own code: what clerks, a chair and a moderator write
// in one endless sitting, mostly revisions of 10,000 paragraphs.
#pragma once

#include <cstdint>
#include <filesystem>

#include "base/result.hpp"
#include "seal/signature.hpp"

namespace dais::bench {

inline constexpr std::size_t most_paragraphs = 10'000;

// Appends to the journal (which is made where it is not there) until it has this many entries. Every entry
// was decided, not drawn; the same number gives the same entries.
base::Status<> write_long_meeting(const std::filesystem::path& journal, const seal::KeyPair& key,
                                  std::uint64_t entries);

}  // namespace dais::bench
