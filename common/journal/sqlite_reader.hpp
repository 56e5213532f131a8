// A journal file, read while a hub writes it or while nobody does, also from a directory that cannot be
// written. Nothing is changed in the file or its log.
#pragma once

#include <memory>
#include <string>

#include "journal/journal.hpp"

namespace dais::journal {

// Opens a journal to read, without verifying it: see prefix.hpp for readers that must not be told lies.
// Errors:
//   cannot_open        there is no such file, or it may not be read
//   not_a_journal      it is empty, no SQLite file, or another program's
//   wrong_version      it was written by another version of Dais
//   database_damaged   it is too damaged to be opened at all
//   database_busy      a hub is writing it and this user may not read its log
base::Result<std::unique_ptr<JournalReader>> open_read_only(const std::string& path);

}  // namespace dais::journal
