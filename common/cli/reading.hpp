// Reading meeting folders and journals, as several subcommands do.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "base/result.hpp"
#include "base/sequence.hpp"
#include "folder/folder.hpp"
#include "meeting/meeting.hpp"

namespace dais::cli {

enum class Unread { faulty, unreadable };

// Reads a meeting folder with its house style and prints every fault on standard error.
// `style` empty: the one of the meeting's language. `script`: it must have a script with lines.
base::Result<folder::Folder, Unread> read_for(const std::filesystem::path& folder, const std::filesystem::path& style,
                                              bool script);

// The record as text, in the house style that the meeting brings along, or in `style` where a file is given.
base::Result<std::string> record_text(const meeting::Meeting& meeting, bool body, const std::filesystem::path& style);

// Folds a journal up to an entry (0: all of it) into the state there. Shows progress. What is damaged is said on
// standard error, and `whole` is then false: the state is that of the longest prefix that holds.
struct Folded {
    meeting::Meeting meeting;
    base::Sequence head;
    bool whole = true;
};
base::Result<Folded> fold(const std::filesystem::path& journal, base::Sequence until);

}  // namespace dais::cli
