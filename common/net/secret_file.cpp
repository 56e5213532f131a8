#include "net/secret_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace dais::net {
namespace {

using base::Error;

class Descriptor {
  public:
    explicit Descriptor(int fd) : fd_(fd) {}
    ~Descriptor() {
        if (fd_ >= 0) ::close(fd_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int get() const { return fd_; }

  private:
    int fd_;
};

Error failed(const char* code, const std::filesystem::path& path, const char* doing) {
    return {code, fmt::format("{}: cannot {}: {}", path.string(), doing, std::strerror(errno))};
}

// The rights are asked of the open file, not of its name, so that nobody can swap the file between the two.
base::Result<std::string> read_file(const std::filesystem::path& path, bool secret) {
    // Without O_NONBLOCK a FIFO of that name would hold us until somebody writes to it.
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (file.get() < 0) return failed("file_unreadable", path, "open it for reading");
    struct stat about {};
    if (::fstat(file.get(), &about) != 0) return failed("file_unreadable", path, "ask for its rights");
    if (!S_ISREG(about.st_mode))
        return Error{"file_unreadable", fmt::format("{}: not a regular file", path.string())};
    if (secret && (about.st_mode & 077) != 0)
        return Error{"secret_exposed",
                     fmt::format("{}: others than its owner have rights on it (mode {:04o}, expected "
                                 "0600); make a new key, or run: chmod 600 {}",
                                 path.string(), about.st_mode & 07777, path.string())};
    std::string bytes;
    char part[4096];
    for (;;) {
        const auto got = ::read(file.get(), part, sizeof part);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return failed("file_unreadable", path, "read it");
        if (got == 0) return bytes;
        bytes.append(part, static_cast<std::size_t>(got));
        if (bytes.size() > max_key_file)
            return Error{"file_too_large", fmt::format("{}: larger than {} bytes, expected a key file",
                                                       path.string(), max_key_file)};
    }
}

bool write_all(int fd, std::string_view bytes) {
    while (!bytes.empty()) {
        const auto done = ::write(fd, bytes.data(), bytes.size());
        if (done < 0 && errno == EINTR) continue;
        if (done < 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(done));
    }
    return true;
}

// link() fails where the name is taken, rename() replaces it: each is one step for whoever looks.
base::Status<> put_in_place(const std::string& fresh, const std::filesystem::path& path, Existing existing) {
    if (existing == Existing::replace) {
        if (::rename(fresh.c_str(), path.c_str()) != 0)
            return failed("file_unwritable", path, "put it in place");
        return base::Done{};
    }
    if (::link(fresh.c_str(), path.c_str()) != 0) {
        if (errno == EEXIST)
            return Error{"file_exists",
                         fmt::format("{}: is already there and is not overwritten", path.string())};
        return failed("file_unwritable", path, "put it in place");
    }
    ::unlink(fresh.c_str());
    return base::Done{};
}

void sync_directory(const std::filesystem::path& path) {
    const auto parent = path.parent_path();
    const Descriptor directory(
        ::open(parent.empty() ? "." : parent.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (directory.get() >= 0) ::fsync(directory.get());
}

base::Status<> write_file(const std::filesystem::path& path, std::string_view bytes, Existing existing,
                          mode_t mode) {
    if (bytes.size() > max_key_file)
        return Error{"file_too_large",
                     fmt::format("{}: {} bytes are more than the {} that a key file may have", path.string(),
                                 bytes.size(), max_key_file)};
    const std::string fresh = fmt::format("{}.{}.new", path.string(), ::getpid());
    ::unlink(fresh.c_str());  // left by a process of the same number that died on the way
    {
        const Descriptor file(
            ::open(fresh.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode));
        if (file.get() < 0) return failed("file_unwritable", path, "make a file beside it");
        const bool written =
            ::fchmod(file.get(), mode) == 0 && write_all(file.get(), bytes) && ::fsync(file.get()) == 0;
        if (!written) {
            const auto error = failed("file_unwritable", path, "write it");
            ::unlink(fresh.c_str());
            return error;
        }
    }
    auto placed = put_in_place(fresh, path, existing);
    if (!placed) {
        ::unlink(fresh.c_str());
        return placed;
    }
    sync_directory(path);
    return base::Done{};
}

}  // namespace

base::Result<std::string> read_secret_file(const std::filesystem::path& path) {
    return read_file(path, true);
}

base::Status<> write_secret_file(const std::filesystem::path& path, std::string_view bytes,
                                 Existing existing) {
    return write_file(path, bytes, existing, 0600);
}

base::Result<std::string> read_plain_file(const std::filesystem::path& path) {
    return read_file(path, false);
}

base::Status<> write_plain_file(const std::filesystem::path& path, std::string_view bytes,
                                Existing existing) {
    return write_file(path, bytes, existing, 0644);
}

}  // namespace dais::net
