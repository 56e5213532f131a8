#include "sqlite/files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <string_view>

#include "sqlite/error.hpp"

namespace dais::sqlite {
namespace {

base::Error system_error(const std::string& what, int number) {
    const bool full = says_no_room(number);
    const bool barred =
        number == EACCES || number == EPERM || number == EROFS || number == ENOENT || number == ENOTDIR;
    const auto text = what + ": " + std::strerror(number);
    if (full) return {"disk_full", no_room(text)};
    return {barred ? "cannot_open" : "io_failed", text};
}

std::string parent_of(const std::string& path) {
    const std::string parent = std::filesystem::path{path}.parent_path().string();
    return parent.empty() ? "." : parent;
}

base::Status<> write_all(int file, const std::string& path, base::BytesView bytes) {
    while (!bytes.empty()) {
        const auto written = ::write(file, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return system_error("cannot write " + path, written == 0 ? ENOSPC : errno);
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return base::Done{};
}

}  // namespace

FileState file_state(const std::string& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) return FileState::absent;
    if (!S_ISREG(status.st_mode)) return FileState::not_a_file;
    // SQLite takes a file of one byte for an empty one, and removes the log beside it when it reads it.
    return status.st_size <= 1 ? FileState::empty : FileState::filled;
}

base::Status<> sync_parent(const std::string& path) {
    const std::string parent = parent_of(path);
    const int directory = ::open(parent.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (directory < 0) return system_error("cannot open the directory " + parent, errno);
    const int synced = ::fsync(directory);
    const int number = errno;
    ::close(directory);
    // Some file systems cannot sync a directory and say so; they need not.
    if (synced != 0 && number != EINVAL) {
        return base::Error{"sync_failed",
                           "cannot sync the directory " + parent + ": " + std::strerror(number)};
    }
    return base::Done{};
}

base::Status<> make_parents(const std::string& path) {
    const std::string parent = parent_of(path);
    struct stat status {};
    if (::stat(parent.c_str(), &status) == 0) {
        if (S_ISDIR(status.st_mode)) return base::Done{};
        return base::Error{"cannot_open", parent + " is not a directory"};
    }
    const auto above = make_parents(parent);
    if (!above) return above;
    if (::mkdir(parent.c_str(), 0700) != 0 && errno != EEXIST) {
        return system_error("cannot make the directory " + parent, errno);
    }
    return sync_parent(parent);
}

base::Result<std::string> real_path(const std::string& path) {
    char room[PATH_MAX];
    if (::realpath(path.c_str(), room) != nullptr) return std::string{room};
    if (errno != ENOENT) return system_error("cannot open " + path, errno);
    if (::realpath(parent_of(path).c_str(), room) == nullptr) {
        return system_error("cannot open the directory of " + path, errno);
    }
    const std::string name = std::filesystem::path{path}.filename().string();
    if (name.empty())
        return base::Error{"cannot_open", "expected the path of a file, found \"" + path + "\""};
    return std::string{room} + "/" + name;
}

base::Status<> make_private_file(const std::string& path) {
    const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (file < 0) return system_error("cannot make " + path, errno);
    ::close(file);
    return base::Done{};
}

base::Status<> try_room(const std::string& path, std::size_t bytes) {
    const std::string probe = path + ".room-" + std::to_string(::getpid());
    const int file = ::open(probe.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (file < 0) return system_error("cannot make " + probe, errno);
    ::unlink(probe.c_str());
    // A limit on the sizes of files is met where the file ends, and a hole takes no room.
    off_t at = 0;
    struct stat status {};
    for (const char* suffix : {"", "-wal"}) {
        if (::stat((path + suffix).c_str(), &status) == 0) at = std::max(at, status.st_size);
    }
    base::Status<> done = base::Done{};
    const std::string block(4096, 'r');
    for (std::size_t written = 0; done && written < bytes; written += block.size(), at += 4096) {
        errno = ENOSPC;  // a part that was written says no more
        if (::pwrite(file, block.data(), block.size(), at) != static_cast<ssize_t>(block.size()))
            done = system_error("cannot write beside " + path, errno);
    }
    if (done && ::fsync(file) != 0) done = system_error("cannot sync beside " + path, errno);
    ::close(file);
    return done;
}

base::Status<> rename_file(const std::string& from, const std::string& to) {
    if (std::rename(from.c_str(), to.c_str()) != 0)
        return system_error("cannot rename " + from + " to " + to, errno);
    return sync_parent(to);
}

bool rollback_names_another_file(const std::string& path) {
    static constexpr std::string_view mark{"\xD9\xD5\x05\xF9\x20\xA1\x63\xD7"};  // ends the name
    if (file_state(path + "-journal") != FileState::filled) return false;
    std::ifstream journal(path + "-journal", std::ios::binary);
    std::array<char, mark.size()> end{};
    journal.seekg(-static_cast<std::streamoff>(mark.size()), std::ios::end);
    journal.read(end.data(), end.size());
    return journal.good() && std::string_view(end.data(), end.size()) == mark;
}

base::Status<> replace_file(const std::string& path, std::span<const base::BytesView> parts) {
    const std::string beside = path + ".new";
    ::unlink(beside.c_str());  // left by one who died over it
    const int file = ::open(beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (file < 0) return system_error("cannot make " + beside, errno);
    base::Status<> done = base::Done{};
    for (const auto part : parts) {
        if (done) done = write_all(file, beside, part);
    }
    if (done && ::fsync(file) != 0) done = system_error("cannot sync " + beside, errno);
    if (::close(file) != 0 && done) done = system_error("cannot write " + beside, errno);
    if (done) done = rename_file(beside, path);
    if (!done) ::unlink(beside.c_str());
    return done;
}

base::Result<base::Bytes> read_file(const std::string& path, std::size_t max_bytes) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (file < 0) return system_error("cannot open " + path, errno);
    struct stat status {};
    base::Bytes bytes;
    base::Status<> done = base::Done{};
    if (::fstat(file, &status) != 0) {
        done = system_error("cannot read " + path, errno);
    } else if (static_cast<std::uint64_t>(status.st_size) > max_bytes) {
        done = base::Error{"too_long", path + " is longer than " + std::to_string(max_bytes) + " bytes"};
    } else {
        bytes.resize(static_cast<std::size_t>(status.st_size));
    }
    std::size_t at = 0;
    while (done && at < bytes.size()) {
        const auto got = ::read(file, bytes.data() + at, bytes.size() - at);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) done = system_error("cannot read " + path, errno);
        if (got == 0) bytes.resize(at);  // it was cut meanwhile
        if (got > 0) at += static_cast<std::size_t>(got);
    }
    ::close(file);
    if (!done) return done.error();
    return bytes;
}

void remove_file(const std::string& path) {
    ::unlink(path.c_str());
}

}  // namespace dais::sqlite
