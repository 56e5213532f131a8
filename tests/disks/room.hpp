// A running meeting of real processes, which are killed: a hub and the authors, each with its disk.
#pragma once

#include <filesystem>
#include <functional>
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

// Where the processes keep what is tested, and what tests them.
struct Places {
    std::filesystem::path directory;  // ledgers, keys, what everybody says
    std::filesystem::path journal;    // the file
    std::filesystem::path spools;     // a directory

    [[nodiscard]] std::filesystem::path spool(const std::string& name) const {
        return spools / (name + ".spool");
    }
};

class Room {
  public:
    Room(Places places, std::vector<std::string> names, std::uint64_t seed);
    // From now on this is done some hundred times a second besides, until all is to be quiet.
    void set_weather(std::function<void()> weather) { weather_ = std::move(weather); }

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
    // How often one of them could not start because its disk was full.
    [[nodiscard]] int turned_back() const { return turned_back_; }

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

    Places places_;
    std::function<void()> weather_ = [] {};
    int turned_back_ = 0;
    std::vector<Actor> actors_;  // the hub first
    support::Chance chance_;
    std::string address_ = "tcp://127.0.0.1:*";
    Killed killed_;
    std::vector<std::string> complaints_;
};

}  // namespace dais::disks
