#include "sqlite/file_lock.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace dais::sqlite {
namespace {

std::string lock_path(const std::string& path) {
    return path + "-lock";
}

std::string holder(int file) {
    char room[32];
    const auto count = ::pread(file, room, sizeof room, 0);
    std::string digits;
    for (ssize_t at = 0; at < count && room[at] >= '0' && room[at] <= '9'; ++at) digits += room[at];
    return digits.empty() ? "another program" : "process " + digits;
}

}  // namespace

base::Result<FileLock> FileLock::take(const std::string& path) {
    const int file = ::open(lock_path(path).c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (file < 0)
        return base::Error{"cannot_open", "cannot open " + lock_path(path) + ": " + std::strerror(errno)};
    FileLock lock{file};
    if (::flock(file, LOCK_EX | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK) {
            return base::Error{"cannot_open", "cannot lock " + lock_path(path) + ": " + std::strerror(errno)};
        }
        return base::Error{"file_locked", path + " is in use by " + holder(file)};
    }
    const std::string number = std::to_string(::getpid()) + "\n";
    // The number is for people only: a disk too full to hold it must not stop a hub.
    if (::ftruncate(file, 0) == 0) (void)!::pwrite(file, number.data(), number.size(), 0);
    return lock;
}

bool FileLock::is_held(const std::string& path) {
    const int file = ::open(lock_path(path).c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    if (file < 0) return false;
    const bool held = ::flock(file, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK;
    ::close(file);
    return held;
}

FileLock::FileLock(FileLock&& other) noexcept : file_(std::exchange(other.file_, -1)) {}

FileLock& FileLock::operator=(FileLock&& other) noexcept {
    std::swap(file_, other.file_);
    return *this;
}

FileLock::~FileLock() {
    if (file_ >= 0) ::close(file_);
}

}  // namespace dais::sqlite
