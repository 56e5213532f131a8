// Small files that hold secrets, and how they are kept: mode 0600, replaced whole or not at all.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace dais::net {

// A key file has a few hundred bytes, a list of stations some hundred kilobytes; what is larger is something
// else.
inline constexpr std::size_t max_key_file = std::size_t{1} << 20;

enum class Existing { keep, replace };

// The bytes of a file that only its owner may read. Errors: file_unreadable (absent, not a regular file),
// secret_exposed (group or others have any right on it), file_too_large.
base::Result<std::string> read_secret_file(const std::filesystem::path& path);

// Writes a file of mode 0600: into a new file beside it, synced, then put in place, so that a reader finds
// the old bytes or the new ones. With Existing::keep a file that is already there stays and the answer is
// file_exists; otherwise file_unwritable says why not.
base::Status<> write_secret_file(const std::filesystem::path& path, std::string_view bytes,
                                 Existing existing);

// The same without the secrecy: mode 0644, and reading does not look at the mode.
base::Result<std::string> read_plain_file(const std::filesystem::path& path);
base::Status<> write_plain_file(const std::filesystem::path& path, std::string_view bytes, Existing existing);

}  // namespace dais::net
