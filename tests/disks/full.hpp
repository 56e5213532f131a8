// The two kinds of full disk that the tests have: a small file system, and a limit on the sizes of files,
// which every machine has.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "disks/small_disk.hpp"
#include "e2e/process.hpp"
#include "support/file_size_limit.hpp"

namespace dais::disks {

enum class Kind { tmpfs, limit };
inline std::string name_of_kind(const testing::TestParamInfo<Kind>& about) {
    return about.param == Kind::tmpfs ? "on_a_small_file_system" : "under_a_limit_on_files";
}

// Full as long as it is there; programs that are started meanwhile find it so, too.
class Full {
  public:
    Full(const std::optional<SmallDisk>& disk, std::uint64_t limit) : disk_(disk ? &*disk : nullptr) {
        if (disk_ != nullptr) {
            disk_->fill();
        } else {
            limit_ = std::make_unique<test::FileSizeLimit>(limit);
        }
    }
    ~Full() {
        if (disk_ != nullptr) disk_->make_room();
    }
    Full(const Full&) = delete;
    Full& operator=(const Full&) = delete;

  private:
    const SmallDisk* disk_;
    std::unique_ptr<test::FileSizeLimit> limit_;
};

// A test with a place of its own that can be filled.
class FullTest : public testing::TestWithParam<Kind> {
  protected:
    void SetUp() override {
        place_ = e2e::fresh_directory("full");
        if (limited()) return;
        static const std::string why_not = mounts_of_our_own();
        if (!why_not.empty()) GTEST_SKIP() << why_not;
        auto disk = SmallDisk::mount(place_);
        if (!disk) GTEST_SKIP() << disk.error().text;
        disk_.emplace(*std::move(disk));
    }
    // `limit`: where it is one, how large a file may still be. The programs' own words go to a file, too.
    [[nodiscard]] Full fill(std::uint64_t limit = 400) const { return Full(disk_, limit); }
    [[nodiscard]] static bool limited() { return GetParam() == Kind::limit; }
    [[nodiscard]] const std::optional<SmallDisk>& disk() const { return disk_; }
    [[nodiscard]] const std::filesystem::path& place() const { return place_; }
    // Every file at the place, in order.
    [[nodiscard]] std::vector<std::string> names() const {
        std::vector<std::string> found;
        for (const auto& each : std::filesystem::recursive_directory_iterator(place_)) {
            if (each.is_regular_file()) found.push_back(each.path().filename().string());
        }
        std::sort(found.begin(), found.end());
        return found;
    }

  private:
    std::filesystem::path place_;
    std::optional<SmallDisk> disk_;
};

}  // namespace dais::disks
