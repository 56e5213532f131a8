// The hub of a rehearsal: a process of its own on loopback TCP with CURVE, with keys made for the occasion;
// or a hub that runs already, with the keys that it was given.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "base/time.hpp"
#include "net/key_ring.hpp"
#include "program/child.hpp"

namespace dais::cli {

struct StageOptions {
    std::filesystem::path folder;       // the meeting
    std::filesystem::path out;          // journal and keys lie here
    std::vector<std::string> stations;  // names
    std::optional<base::Instant>
        start;               // where the clock of a rehearsal's hub begins; nothing: the real time
    double rate = 0;         // of a rehearsal's clock; 0: the script moves it
    bool keep_keys = false;  // those that an earlier stage made there go on being used
    std::optional<std::filesystem::path> style;
    std::filesystem::path program;  // `dais`; empty: this program itself
};

class HubStage {
  public:
    // Makes keys, starts the hub and waits until it listens. Errors: those of files, keys and processes;
    // hub_failed where it ended or did not listen within 30 s.
    static base::Result<HubStage> start(StageOptions options);

    [[nodiscard]] const std::string& address() const { return address_; }
    [[nodiscard]] const net::KeyRing& ring() const { return ring_; }
    [[nodiscard]] std::filesystem::path journal() const { return journal_file(options_.out); }
    // Under `out`; names that nobody else gives a folder, because a new rehearsal deletes them.
    static constexpr const char* keys_folder = "rehearsal-keys";
    static constexpr const char* spools_folder = "rehearsal-stations";
    static std::filesystem::path journal_file(const std::filesystem::path& out) {
        return out / "journal.sqlite";
    }

    // Starts the hub again where it has died, as a site would; at most five times. Errors as of start().
    base::Status<> keep_running();
    [[nodiscard]] int restarts() const { return restarts_; }
    void stop();

  private:
    HubStage(StageOptions options, net::KeyRing ring)
        : options_(std::move(options)), ring_(std::move(ring)) {}
    base::Status<> launch();

    StageOptions options_;
    net::KeyRing ring_;
    std::string address_ = "tcp://127.0.0.1:*";
    std::optional<program::Child> child_;
    int restarts_ = 0;
};

}  // namespace dais::cli
