// Text files as they come from people: read with a limit, checked for what no file may have, and places in
// them.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "folder/fault.hpp"

namespace dais::folder {

struct FileLimits {
    std::size_t bytes;       // of the file
    std::size_t line_bytes;  // of one line
};

// meeting.toml and a house style: a thousand agenda items with their documents are a tenth of it.
inline constexpr FileLimits toml_limits{1U << 20U, 1U << 18U};
// participants.csv: five thousand people with a few long columns.
inline constexpr FileLimits csv_limits{16U << 20U, 1U << 18U};
// script.jsonl: a line holds one paragraph of 64 KiB, of which JSON may make six times as much.
inline constexpr FileLimits script_limits{128U << 20U, 1U << 19U};

// The whole file without its byte order mark, or nothing where that is a fault: no such file, no right to
// read it, a folder or a device in its place, a file or a line over the limit (reading stops there), bytes
// that are not UTF-8, a NUL. Symbolic links are followed.
std::optional<std::string> read_text_file(const std::filesystem::path& path, FileLimits limits,
                                          FileFaults faults);

// The same for a text that is there already: without its mark, or nothing where it holds what no file may.
std::optional<std::string> checked_text(std::string text, FileLimits limits, FileFaults faults);

// Where the byte at `offset` stands.
Place place_at(std::string_view text, std::size_t offset);
// The column of the byte at `offset` in a line.
std::size_t column_at(std::string_view line, std::size_t offset);

// Why a text cannot be what people wrote as one line, as a continuation of its name: "has a line break,
// expected one line". Nothing where it can. REQUIRES: UTF-8.
std::optional<std::string> fault_in_line(std::string_view text, std::size_t max_bytes);

}  // namespace dais::folder
