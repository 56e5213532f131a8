// A full disk without one: no file of this process may grow beyond a size (RLIMIT_FSIZE), until this is gone.
// Works for every user, on every file system, with all that a program does itself. A write beyond it fails
// with EFBIG, which Dais takes for a disk without room.
#pragma once

#include <sys/resource.h>

#include <cstdint>

namespace dais::test {

class FileSizeLimit {
  public:
    explicit FileSizeLimit(std::uint64_t bytes) {
        ::getrlimit(RLIMIT_FSIZE, &before_);
        rlimit limit = before_;
        limit.rlim_cur = bytes;
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit() { ::setrlimit(RLIMIT_FSIZE, &before_); }
    FileSizeLimit(const FileSizeLimit&) = delete;
    FileSizeLimit& operator=(const FileSizeLimit&) = delete;

  private:
    rlimit before_{};
};

}  // namespace dais::test
