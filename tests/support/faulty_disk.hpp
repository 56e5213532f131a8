// A disk under SQLite that can fail, and lose its power: a VFS that passes everything on to the system's and
// knows what was synced and what was not.
//
// Nothing waits for the real disk: a sync is what this one remembers. Register one for a test, hand its
// name() to what opens a database, break it, and look. One thread only.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <vector>

namespace dais::test {

class FaultyDisk {
  public:
    FaultyDisk();
    ~FaultyDisk();
    FaultyDisk(const FaultyDisk&) = delete;
    FaultyDisk& operator=(const FaultyDisk&) = delete;

    [[nodiscard]] const std::string& name() const { return name_; }

    // The name of a disk that works, remembers nothing and never waits for the real one: for tests that are
    // about something else. Lives as long as the program.
    static const std::string& quick();

    // How many bytes may still be written before the disk is full.
    void set_room(std::uint64_t bytes) { room_ = bytes; }
    // The sync after `successes` more successful ones fails, and so does every later one until heal().
    // `reason`: the errno that it leaves.
    void fail_syncs_after(std::uint64_t successes, int reason = 0) {
        syncs_left_ = successes;
        reason_ = reason;
    }
    // The index of the log finds no room to grow, until heal().
    void fill_index() { index_is_full_ = true; }
    void heal();

    // From now on everything fails, so that closing a database changes nothing any more.
    void cut_power() { dead_ = true; }
    // Writes into `directory` what the files may look like after the power came back: all that was synced,
    // and of what was not, any part (each write whole, in half or not at all).
    void copy_after_power_cut(const std::string& directory, std::mt19937_64& chance) const;

    [[nodiscard]] std::uint64_t syncs() const { return syncs_; }

    // For the VFS's own functions.
    struct Write {
        std::uint64_t offset;
        std::string bytes;
    };
    struct File {
        std::string synced;
        std::vector<Write> unsynced;
    };
    bool may_write(std::uint64_t bytes);
    bool may_sync();
    [[nodiscard]] bool dead() const { return dead_; }
    [[nodiscard]] int reason() const { return reason_; }
    [[nodiscard]] bool index_is_full() const { return index_is_full_; }
    [[nodiscard]] bool remembers() const { return remembers_; }
    File& file(const std::string& path) { return files_[path]; }
    void forget(const std::string& path) { files_.erase(path); }
    struct Vfs;

  private:
    std::string name_;
    std::unique_ptr<Vfs> vfs_;
    std::map<std::string, File> files_;
    std::uint64_t room_ = UINT64_MAX;
    std::uint64_t syncs_left_ = UINT64_MAX;
    std::uint64_t syncs_ = 0;
    int reason_ = 0;
    bool dead_ = false;
    bool index_is_full_ = false;
    bool remembers_ = true;
};

}  // namespace dais::test
