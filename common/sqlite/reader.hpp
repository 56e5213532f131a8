// Opening a file to read it, whoever else has it open and whatever may not be written.
#pragma once

#include <string>

#include "base/result.hpp"
#include "sqlite/database.hpp"

namespace dais::sqlite {

// A directory that is removed with everything in it when this dies.
class ScratchDirectory {
  public:
    ScratchDirectory() = default;
    static base::Result<ScratchDirectory> make();
    ScratchDirectory(ScratchDirectory&& other) noexcept;
    ScratchDirectory& operator=(ScratchDirectory&& other) noexcept;
    ~ScratchDirectory();

    [[nodiscard]] const std::string& path() const { return path_; }

  private:
    std::string path_;
};

// A database to read from. The members die in the right order: first the connection, then the copy under it.
struct ReadOnly {
    ScratchDirectory copy;  // empty where the file itself is read
    Database database;
};

// Opens a file to read, in the first way that works:
//   1. like any SQLite reader, beside a program that writes it or alone;
//   2. where the directory cannot be written and no log stands beside the file: the file alone;
//   3. where a log stands beside it (a program died, and nobody has cleaned up): a copy of both in a scratch
//   directory.
// Nothing is changed in the file or its log. `not_a_database` for a file that is empty or something else,
// `cannot_open` where there is none, `database_busy` where a program is writing it and its log cannot be read
// beside it.
base::Result<ReadOnly> open_to_read(const std::string& path);

}  // namespace dais::sqlite
