#include "disks/room.hpp"

#include <csignal>
#include <set>
#include <sstream>
#include <thread>

#include "net/key_ring.hpp"
#include "program/clocks.hpp"

namespace dais::disks {
namespace {

using program::uptime;

void rest(base::Span span) {
    std::this_thread::sleep_for(span);
}

}  // namespace

Room::Room(Places places, std::vector<std::string> names, std::uint64_t seed)
    : places_(std::move(places)), chance_(seed) {
    actors_.emplace_back();
    for (auto& name : names) actors_.emplace_back().name = std::move(name);
}

std::string Room::begin() {
    const net::KeyRing ring(places_.directory / "keys");
    if (auto made = ring.create(); !made) return made.error().text;
    for (const auto& actor : actors_) {
        if (actor.name.empty()) continue;
        if (auto added = ring.add_station(actor.name); !added) return added.error().text;
    }
    launch(actors_.front());
    const auto announced = [&] {
        std::istringstream(e2e::read_file(places_.directory / "address")) >> address_;
        return address_.find('*') == std::string::npos;
    };
    if (!e2e::eventually(announced))
        return "the hub does not listen: " + e2e::read_file(actors_.front().output);
    for (auto& actor : actors_) {
        if (!actor.name.empty()) launch(actor);
    }
    return {};
}

std::vector<std::string> Room::command_of(const Actor& actor) {
    if (actor.name.empty()) {
        return {e2e::dais(),
                "hub",
                e2e::source("config/sample-meeting").string(),
                "--listen",
                address_,
                "--journal",
                places_.journal.string(),
                "--keys",
                (places_.directory / "keys").string(),
                "--announce",
                (places_.directory / "address").string(),
                "--quiet"};
    }
    return {std::string(DAIS_BIN_DIR) + "/author",
            (places_.directory / "keys").string(),
            actor.name,
            address_,
            places_.directory.string(),
            places_.spool(actor.name).string(),
            std::to_string(chance_.below(1'000'000'000))};
}

void Room::launch(Actor& actor) {
    actor.due.reset();
    actor.output = places_.directory /
                   ((actor.name.empty() ? "hub" : actor.name) + ".out-" + std::to_string(++actor.lives));
    actor.process = std::make_unique<e2e::Process>(command_of(actor), actor.output);
    actor.started = uptime();
}

void Room::strike(Actor& actor) {
    if (actor.due || !actor.process->runs()) return;
    actor.process->signal(SIGKILL);
    actor.process->wait();
    ++(actor.name.empty() ? killed_.hubs : killed_.authors);
    const auto lived = uptime() - actor.started;
    if (lived < base::Span{50}) ++killed_.while_starting;
    // Mostly it is back at once; now and then the others notice that it is gone.
    actor.due = uptime() + (chance_.one_in(5) ? chance_.between(200, 800) : chance_.between(0, 60));
}

void Room::tend() {
    for (auto& actor : actors_) {
        if (actor.due) {
            if (uptime() >= *actor.due) launch(actor);
            continue;
        }
        if (actor.process->runs()) continue;
        const auto ended = actor.process->wait();
        // A station that looks for the hub on loopback may have been given the hub's own port for the moment.
        if (ended.code == 3 && ended.out.find("no room on the disk") != std::string::npos) {
            ++turned_back_;
        } else if (ended.out.find("Address already in use") == std::string::npos) {
            complaints_.push_back((actor.name.empty() ? "the hub" : actor.name) +
                                  " ended by itself with code " + std::to_string(ended.code) + ": " +
                                  ended.out);
        }
        actor.due = uptime() + base::Span{200};
    }
}

void Room::kill(int kills) {
    const auto done = [&] { return killed_.hubs + killed_.authors; };
    while (done() < kills) {
        const auto next = uptime() + (chance_.coin() ? chance_.between(0, 70) : chance_.between(70, 600));
        while (uptime() < next) {
            tend();
            weather_();
            rest(base::Span{1});
        }
        const std::size_t count = chance_.one_in(8) ? 2 + chance_.below(2) : 1;
        for (std::size_t at = 0; at < count && done() < kills; ++at) {
            strike(chance_.below(5) < 2 ? actors_.front() : actors_[1 + chance_.below(actors_.size() - 1)]);
        }
    }
}

std::string Room::status_of(const std::string& name) const {
    return e2e::read_file(places_.directory / (name + ".status"));
}

bool Room::quieten(int seconds, std::string& what) {
    e2e::write_file(places_.directory / "quiet", "");
    // A status that a killed author left says nothing.
    for (const auto& actor : actors_) std::filesystem::remove(places_.directory / (actor.name + ".status"));
    const auto settled = [&] {
        tend();
        std::set<std::string> seen;
        what.clear();
        for (const auto& actor : actors_) {
            if (actor.name.empty()) continue;
            seen.insert(status_of(actor.name));
            what += actor.name + ": " + status_of(actor.name);
        }
        return seen.size() == 1 && seen.begin()->rfind("live ", 0) == 0 && seen.begin()->size() > 3 &&
               seen.begin()->substr(seen.begin()->size() - 3) == " 0\n";
    };
    return e2e::eventually(settled, seconds);
}

int Room::end() {
    // The authors first: their last screens are those of a meeting that goes on.
    while (actors_.size() > 1) actors_.pop_back();
    auto& hub = *actors_.front().process;
    hub.signal(SIGTERM);
    const auto ended = hub.wait();
    if (ended.code != 0) complaints_.push_back("the hub's end: " + ended.out);
    return ended.code;
}

}  // namespace dais::disks
