#include <filesystem>
#include <random>
#include <utility>

#include "journal/sqlite_journal.hpp"
#include "simulation/medium.hpp"
#include "support/faulty_disk.hpp"
#include "support/temporary_directory.hpp"

namespace dais::simulation {
namespace {

namespace fs = std::filesystem;

class FileMedium final : public Medium {
  public:
    explicit FileMedium(std::uint64_t seed) : chance_(seed) { fs::create_directory(directory()); }

    base::Result<std::unique_ptr<journal::Journal>> open() override {
        return journal::open_journal({path(), hub_key(), disk_->name()});
    }
    base::Result<journal::Prefix> open_prefix() override { return journal::open_read_only_prefix(path()); }

    void fail_next(journal::DiskFault fault) override {
        if (fault == journal::DiskFault::full) {
            disk_->set_room(0);
        } else {
            disk_->fail_syncs_after(0);
        }
    }
    void heal() override { disk_->heal(); }

    void stop(bool power_too) override {
        disk_->cut_power();
        const auto before = directory();
        ++lives_;
        fs::create_directory(directory());
        if (power_too) {
            disk_->copy_after_power_cut(directory(), chance_);
            return;
        }
        for (const auto* name : {"journal.sqlite", "journal.sqlite-wal"}) {
            std::error_code not_there;
            fs::copy_file(before + "/" + name, directory() + "/" + name, not_there);
        }
    }
    void restart() override {
        disk_ = std::make_unique<test::FaultyDisk>();
        fs::remove_all(root_ / std::to_string(lives_ - 1));
    }

    [[nodiscard]] bool can_be_copied() const override { return false; }
    [[nodiscard]] std::unique_ptr<Medium> copy() const override { return nullptr; }
    void flip(base::Sequence, std::uint64_t) override {}
    void cut_back(base::Sequence) override {}

  private:
    [[nodiscard]] std::string directory() const { return root_ / std::to_string(lives_); }
    [[nodiscard]] std::string path() const { return directory() + "/journal.sqlite"; }

    test::TemporaryDirectory root_;
    std::mt19937_64 chance_;
    std::uint64_t lives_ = 0;  // each has a directory of its own
    std::unique_ptr<test::FaultyDisk> disk_ = std::make_unique<test::FaultyDisk>();
};

}  // namespace

std::unique_ptr<Medium> file_medium(std::uint64_t seed) {
    return std::make_unique<FileMedium>(seed);
}

}  // namespace dais::simulation
