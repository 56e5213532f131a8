// Three desks on this machine, with their hub: the chair's console, a clerk's and a moderator's station, each
// a program of its own with a window of its own, tiled on the desktop, and ended together.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "cli/hub_stage.hpp"
#include "program/child.hpp"

namespace dais::cli {

struct DeskOptions {
    std::filesystem::path folder;
    std::filesystem::path out;           // journal, keys, spools, logs and pictures
    std::optional<base::Instant> start;  // a script's, for a hub that is played to; nothing: the real time
    std::string watcher;                 // one more station on the hub's list; empty: none
    std::string size;                    // of each window, "1280x800"; empty: tiled over the screen
    std::string theme;
    std::string scale;
    std::filesystem::path programs;  // where the desks' programs are; empty: beside this one
};

// A desk of the stage.
struct DeskPlace {
    std::string name;     // of the station: "chair", "clerk-1", "moderator"
    std::string program;  // "chair-console"
    std::string title;    // with which its window's title begins: "Dais: Chair"
};
const std::vector<DeskPlace>& desk_places();

class DeskStage {
  public:
    // Starts the hub, then the desks. Errors: those of HubStage, no_child, no_program.
    static base::Result<DeskStage> start(DeskOptions options);

    // Starts the hub again where it has died. Whether the chair's console still runs: without it the stage
    // ends.
    base::Result<bool> keep_running();
    // Ends the desks, then the hub.
    void stop();

    // Kills a desk, as a machine that loses its power does, and starts it anew.
    base::Status<> kill(const std::string& name);
    base::Status<> open(const std::string& name);
    // Whether the desk's window has shown the meeting, live.
    [[nodiscard]] bool is_live(const std::string& name) const;

    [[nodiscard]] HubStage& hub() { return hub_; }
    [[nodiscard]] const std::filesystem::path& out() const { return options_.out; }

  private:
    DeskStage(DeskOptions options, HubStage hub) : options_(std::move(options)), hub_(std::move(hub)) {}
    [[nodiscard]] std::filesystem::path frame_log(const std::string& name) const;

    DeskOptions options_;
    HubStage hub_;
    std::map<std::string, program::Child> desks_;
};

}  // namespace dais::cli
