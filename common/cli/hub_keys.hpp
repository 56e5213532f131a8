// The key by which a hub signs for its journal.
#pragma once

#include <filesystem>

#include "base/result.hpp"
#include "seal/signature.hpp"

namespace dais::cli {

// RING/journal.key (mode 0600, 64 hex digits): made where it is not there. Errors: bad_key_file and those of secret files.
base::Result<seal::KeyPair> signing_key(const std::filesystem::path& ring);

}  // namespace dais::cli
