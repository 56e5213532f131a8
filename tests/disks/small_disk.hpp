// A file system of two megabytes that can be filled and emptied: a tmpfs in a name space of mounts of this
// program's own, so that it goes with the program, however it ends.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>

#include "base/result.hpp"

namespace dais::disks {

// Before the first thread: gives this program and its children mounts of their own. As root it needs the
// right to mount; another user needs a system that lets users have name spaces. Empty, or why it is not
// possible here.
std::string mounts_of_our_own();

class SmallDisk {
  public:
    static base::Result<SmallDisk> mount(const std::filesystem::path& at,
                                         std::uint64_t bytes = 2 * 1024 * 1024);
    ~SmallDisk();
    SmallDisk(SmallDisk&& other) noexcept : path_(std::exchange(other.path_, {})) {}
    SmallDisk& operator=(SmallDisk&&) = delete;

    // Takes all the room that there is but for so many bytes.
    void fill(std::uint64_t but = 0) const;
    void make_room() const;
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

  private:
    explicit SmallDisk(std::filesystem::path path) : path_(std::move(path)) {}
    [[nodiscard]] std::filesystem::path ballast() const { return path_ / "ballast"; }

    std::filesystem::path path_;
};

}  // namespace dais::disks
