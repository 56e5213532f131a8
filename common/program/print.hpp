// What the program says: results on standard output, everything else on standard error, one line each.
#pragma once

#include <filesystem>
#include <string_view>

#include "base/result.hpp"

namespace dais::program {

// What stands before every sentence: "dais" until a program says otherwise, first thing in main().
void set_program_name(std::string_view name);

// "dais: SENTENCE" on standard error.
void complain(std::string_view sentence);
void complain(const base::Error& error);

// Writes a whole file: into a new one beside it, synced, then put in its place. Where that fails the old one
// stays as it was, and nothing is left beside it. Errors: disk_full, cannot_write.
base::Status<> write_file(const std::filesystem::path& path, std::string_view content);

// To a file, or to standard output where the path is empty. Returns an exit code.
int deliver(const std::filesystem::path& path, std::string_view content);

}  // namespace dais::program
