#include "cli/desk_stage.hpp"

#include <fstream>

#include "program/places.hpp"

namespace dais::cli {
namespace fs = std::filesystem;

const std::vector<DeskPlace>& desk_places() {
    static const std::vector<DeskPlace> places{{"chair", "chair-console", "Dais: Chair"},
                                               {"clerk-1", "clerk-station", "Dais: Clerk"},
                                               {"moderator", "clerk-station", "Dais: Moderator"}};
    return places;
}

base::Result<DeskStage> DeskStage::start(DeskOptions options) {
    StageOptions hub_options;
    hub_options.folder = options.folder;
    hub_options.out = options.out;
    hub_options.start = options.start;
    hub_options.keep_keys = true;
    for (const auto& place : desk_places()) hub_options.stations.push_back(place.name);
    // For whoever opens the room's screen or the board beside the desks.
    hub_options.stations.insert(hub_options.stations.end(), {"room", "board"});
    if (!options.watcher.empty()) hub_options.stations.push_back(options.watcher);
    if (!options.programs.empty()) hub_options.program = options.programs / "dais";
    auto hub = HubStage::start(std::move(hub_options));
    if (!hub) return hub.error();
    DeskStage stage(std::move(options), *std::move(hub));
    for (const auto& place : desk_places()) {
        if (auto opened = stage.open(place.name); !opened) return opened.error();
    }
    return stage;
}

fs::path DeskStage::frame_log(const std::string& name) const {
    return options_.out / (name + ".frames");
}

base::Status<> DeskStage::open(const std::string& name) {
    for (const auto& place : desk_places()) {
        if (place.name != name) continue;
        const auto file = options_.programs.empty() ? program::sibling_program(place.program)
                                                    : options_.programs / place.program;
        std::error_code error;
        if (!fs::exists(file, error)) {
            return base::Error{"no_program", file.string() + " is not there; ./start builds it."};
        }
        fs::remove(frame_log(name), error);
        std::vector<std::string> command{file.string(),
                                         "--hub",
                                         hub_.address(),
                                         "--keys",
                                         hub_.ring().directory().string(),
                                         "--name",
                                         name,
                                         "--spool",
                                         (options_.out / "stations" / (name + ".spool")).string(),
                                         "--pictures",
                                         options_.out.string(),
                                         "--frame-log",
                                         frame_log(name).string()};
        const auto add = [&](const char* option, const std::string& value) {
            if (!value.empty()) command.insert(command.end(), {option, value});
        };
        add("--theme", options_.theme);
        add("--scale", options_.scale);
        if (options_.size.empty()) {
            add("--tile", name == "clerk-1" ? "clerk" : name);
        } else {
            add("--size", options_.size);
            add("--at", "0,0");
        }
        auto child = program::Child::start(command);
        if (!child) return child.error();
        desks_.insert_or_assign(name, *std::move(child));
        return base::Done{};
    }
    return base::Error{"no_program", "There is no desk " + name + "."};
}

base::Result<bool> DeskStage::keep_running() {
    if (auto kept = hub_.keep_running(); !kept) return kept.error();
    const auto chair = desks_.find("chair");
    return chair != desks_.end() && chair->second.runs();
}

void DeskStage::stop() {
    for (auto& [name, child] : desks_) child.ask_to_end();
    desks_.clear();
    hub_.stop();
}

base::Status<> DeskStage::kill(const std::string& name) {
    const auto desk = desks_.find(name);
    if (desk == desks_.end()) return base::Error{"no_program", "There is no desk " + name + "."};
    desk->second.kill();
    desks_.erase(desk);
    return base::Done{};
}

bool DeskStage::is_live(const std::string& name) const {
    std::ifstream log(frame_log(name));
    std::string line;
    std::string last;
    while (std::getline(log, line)) last = line;
    return last.find("\"live\":true") != std::string::npos;
}

}  // namespace dais::cli
