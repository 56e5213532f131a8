// The few things to do with files that must reach the disk, or must be known before SQLite is let at a file.
// May be called from any thread. Errors: `cannot_open`, `io_failed`, `disk_full`, `sync_failed`.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "base/result.hpp"
#include "base/sequence.hpp"

namespace dais::sqlite {

enum class FileState { absent, empty, filled, not_a_file };

// What stands at a path; a link is followed, and one byte is no more than none. A path that cannot be looked
// at counts as absent.
FileState file_state(const std::string& path);

// Makes the directories above a file (mode 0700), and sees to it that their names are on the disk.
base::Status<> make_parents(const std::string& path);

// The path of the file without links and dots; for a file that is not there yet, that of its directory with
// the name added.
base::Result<std::string> real_path(const std::string& path);

// Sees to it that the names in the directory of `path` are on the disk.
base::Status<> sync_parent(const std::string& path);

// Makes an empty file of mode 0600, which must not be there yet.
base::Status<> make_private_file(const std::string& path);

// Whether a file may be as long as this one and its log and have so many bytes more, beside it: writes them,
// syncs them and takes them away again. `disk_full` where there is no room.
base::Status<> try_room(const std::string& path, std::size_t bytes);

// Gives a file another name in the same directory, durably. Whatever has that name is replaced.
base::Status<> rename_file(const std::string& from, const std::string& to);

// Writes a whole file of mode 0600 from its parts, durably: into PATH.new first, which then takes its place.
// Where that fails the old one stays, and nothing is left beside it.
base::Status<> replace_file(const std::string& path, std::span<const base::BytesView> parts);

// A whole file; `too_long`, unread, where it has more bytes than that.
base::Result<base::Bytes> read_file(const std::string& path, std::size_t max_bytes);

void remove_file(const std::string& path);

// Whether a rollback journal stands beside the file that names another file, as those of transactions over
// several files do. Ours never do, and SQLite removes the file that is named when it has rolled back: in a
// file from somebody else that may be any file of the user's.
bool rollback_names_another_file(const std::string& path);

}  // namespace dais::sqlite
