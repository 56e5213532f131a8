// A running meeting of real processes, which are killed: a hub and the authors, each with its disk.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/time.hpp"
#include "e2e/process.hpp"
#include "support/chance.hpp"

namespace dais::disks {

struct Killed {
    int hubs = 0;
    int authors = 0;
    int while_starting = 0;  // of both: within 50 ms of their start
};

class Room {
  public:
    Room(std::filesystem::path directory, std::vector<std::string> names, std::uint64_t seed);

    // Keys, the hub, the authors. Empty, or why it does not begin.
    std::string begin();
    // Kills so many of them at random moments, several at a time now and then, and starts each again after a
    // random delay.
    void kill(int kills);
    // Starts what is dead, lets everybody finish, and waits until all authors are live with nothing
    // unanswered and the same state; whether that came within so many seconds. `what` says how it stands.
    bool quieten(int seconds, std::string& what);
    // Ends the hub in good order, and kills the authors once more: what is on their disks now is what is
    // checked.
    int end();

    [[nodiscard]] const Killed& killed() const { return killed_; }
    // Of processes that ended and were not killed.
    [[nodiscard]] const std::vector<std::string>& complaints() const { return complaints_; }
    [[nodiscard]] std::filesystem::path journal() const { return directory_ / "journal.sqlite"; }

  private:
    struct Actor {
        std::string name;  // empty: the hub
        std::unique_ptr<e2e::Process> process;
        std::filesystem::path output;
        base::Instant started;
        std::optional<base::Instant> due;  // to be started again
        int lives = 0;
    };

    void launch(Actor& actor);
    std::vector<std::string> command_of(const Actor& actor);
    void strike(Actor& actor);
    // Starts what is due, and complains of what ended by itself.
    void tend();
    [[nodiscard]] std::string status_of(const std::string& name) const;

    std::filesystem::path directory_;
    std::vector<Actor> actors_;  // the hub first
    support::Chance chance_;
    std::string address_ = "tcp://127.0.0.1:*";
    Killed killed_;
    std::vector<std::string> complaints_;
};

}  // namespace dais::disks
