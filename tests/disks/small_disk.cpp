#include "disks/small_disk.hpp"

#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>

namespace dais::disks {
namespace {

constexpr std::uint64_t page = 4096;

// Root inside, the same user outside.
bool become_root_inside(uid_t user, gid_t group) {
    std::ofstream("/proc/self/setgroups") << "deny";
    std::ofstream users("/proc/self/uid_map");
    users << "0 " << user << " 1" << std::flush;
    std::ofstream groups("/proc/self/gid_map");
    groups << "0 " << group << " 1" << std::flush;
    return users.good() && groups.good();
}

}  // namespace

std::string mounts_of_our_own() {
    const auto user = ::geteuid();
    const auto group = ::getegid();
    if (::unshare(CLONE_NEWNS) != 0) {
        if (::unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0 || !become_root_inside(user, group))
            return std::string("no file system can be mounted here: ") + std::strerror(errno);
    }
    if (::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0)
        return std::string("no file system can be mounted here: ") + std::strerror(errno);
    return {};
}

base::Result<SmallDisk> SmallDisk::mount(const std::filesystem::path& at, std::uint64_t bytes) {
    std::filesystem::create_directories(at);
    const auto options = "size=" + std::to_string(bytes);
    if (::mount("dais-test", at.c_str(), "tmpfs", 0, options.c_str()) != 0)
        return base::Error{"no_mount", std::string("no tmpfs can be mounted here: ") + std::strerror(errno)};
    return SmallDisk(at);
}

SmallDisk::~SmallDisk() {
    if (!path_.empty()) ::umount2(path_.c_str(), MNT_DETACH);
}

void SmallDisk::fill(std::uint64_t but) const {
    const int file = ::open(ballast().c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    const std::array<char, page> bytes{};
    while (::write(file, bytes.data(), bytes.size()) > 0) continue;
    struct stat about {};
    if (but > 0 && ::fstat(file, &about) == 0) {
        const auto size = static_cast<std::uint64_t>(about.st_size);
        (void)!::ftruncate(file, static_cast<off_t>(size - std::min(size, but)));
    }
    ::close(file);
}

void SmallDisk::make_room() const {
    std::filesystem::remove(ballast());
}

}  // namespace dais::disks
