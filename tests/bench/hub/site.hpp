// Where the hub under measurement lives: keys, a journal that has a record already, and the process.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "e2e/process.hpp"
#include "net/key_ring.hpp"

namespace dais::bench {

// So many paragraphs, each of between these numbers of bytes.
struct RecordSize {
    std::size_t paragraphs = 1'000;
    std::size_t shortest = 112;
    std::size_t longest = 112;
};

class Site {
  public:
    // Keys for writers (clerk-1, …) and listeners (clerk-1001, …), so many of each.
    static base::Result<Site> make(const std::filesystem::path& directory, std::size_t writers,
                                   std::size_t listeners);

    // Makes a new journal with an open meeting and its record, and starts a hub on it.
    base::Status<> start(const RecordSize& record);
    void stop();

    [[nodiscard]] const net::KeyRing& ring() const { return ring_; }
    [[nodiscard]] const std::string& address() const { return address_; }
    [[nodiscard]] const std::vector<std::string>& writers() const { return writers_; }
    [[nodiscard]] const std::vector<std::string>& listeners() const { return listeners_; }
    // A line of the hub's /proc/PID/status ("VmRSS:"), in MiB.
    [[nodiscard]] double memory(const std::string& line) const;
    // Processor seconds that the hub has used.
    [[nodiscard]] double processor() const;

  private:
    explicit Site(const std::filesystem::path& directory)
        : directory_(directory), ring_(directory / "keys") {}
    base::Status<> write_journal(const RecordSize& record);
    [[nodiscard]] std::filesystem::path journal() const { return directory_ / "journal.sqlite"; }

    std::filesystem::path directory_;
    net::KeyRing ring_;
    std::vector<std::string> writers_;
    std::vector<std::string> listeners_;
    std::string address_;
    std::unique_ptr<e2e::Process> hub_;
};

}  // namespace dais::bench
