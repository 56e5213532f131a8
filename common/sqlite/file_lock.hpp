// The right to write a file, held by one object in one program at a time.
//
// SQLite's own locks let two programs write in turn, and that is what must not happen here: two hubs on one
// journal would each number the next entry. So the right is a lock (flock) on a file beside it, FILE-lock,
// which is made when it is first needed, is never removed, and holds the number of the process for whoever
// wonders. The system gives the lock back when the process ends, however it ends. Readers do not need it.
//
// Not for files on a network share: neither this lock nor SQLite's WAL can be relied on there.
#pragma once

#include <string>

#include "base/result.hpp"

namespace dais::sqlite {

class FileLock {
  public:
    // `file_locked` where somebody holds it, with the process in the text; `cannot_open` where FILE-lock
    // cannot be made.
    static base::Result<FileLock> take(const std::string& path);
    // Whether somebody holds the lock on this file now.
    static bool is_held(const std::string& path);

    FileLock(FileLock&& other) noexcept;
    FileLock& operator=(FileLock&& other) noexcept;
    ~FileLock();

  private:
    explicit FileLock(int file) : file_(file) {}

    int file_ = -1;
};

}  // namespace dais::sqlite
