#include "desk/host.hpp"

#include <charconv>
#include <fstream>
#include <iterator>
#include <optional>
#include <thread>

#include "net/key_ring.hpp"
#include "program/child.hpp"
#include "program/clocks.hpp"
#include "program/places.hpp"
#include "program/print.hpp"

namespace dais::desk {
namespace fs = std::filesystem;

namespace {

constexpr base::Span patience{30'000};
constexpr std::size_t most_of_log = 600;

std::string content_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::string first_line(const fs::path& file) {
    auto text = content_of(file);
    return text.substr(0, text.find('\n'));
}

// The process that was noted, where it runs still and is a hub.
std::optional<pid_t> running(const fs::path& file) {
    const auto text = first_line(file);
    pid_t process = 0;
    const auto [rest, bad] = std::from_chars(text.data(), text.data() + text.size(), process);
    if (bad != std::errc{} || rest != text.data() + text.size() || process <= 0) return std::nullopt;
    // The words of its command line, each with a zero behind it.
    const auto words = content_of(fs::path("/proc") / text / "cmdline");
    if (words.find(std::string("\0hub\0", 5)) == std::string::npos) return std::nullopt;
    return process;
}

base::Status<> make_keys(const fs::path& directory) {
    const net::KeyRing ring(directory);
    std::error_code error;
    if (fs::exists(ring.hub_key_file(), error)) return base::Done{};
    if (auto made = ring.create(); !made) return made;
    for (const auto* name : {"chair", "clerk-1", "clerk-2", "moderator", "room", "board"}) {
        if (auto added = ring.add_station(name); !added) return added.error();
    }
    return base::Done{};
}

base::Result<Hosted> start(const HostOptions& options, const fs::path& state, const std::string& name) {
    const auto address_file = state / (name + ".address");
    const auto log = state / (name + ".log");
    std::error_code error;
    fs::remove(address_file, error);
    const auto program = options.program.empty() ? program::sibling_program("dais") : options.program;
    auto process =
        program::start_detached({program.string(), "hub", options.folder.string(), "--listen", options.listen,
                                 "--keys", options.keys.string(), "--announce", address_file.string()},
                                log);
    if (!process) return process.error();
    const auto noted = program::write_file(state / (name + ".process"), std::to_string(*process) + "\n");
    if (!noted) return noted.error();
    const auto deadline = program::uptime() + patience;
    while (program::uptime() < deadline && running(state / (name + ".process"))) {
        if (const auto address = first_line(address_file); !address.empty())
            return Hosted{address, *process, false};
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    auto told = content_of(log);
    if (told.size() > most_of_log) told = told.substr(told.size() - most_of_log);
    return base::Error{"hub_failed", "The hub did not start. Its log (" + log.string() + ") ends: " + told};
}

}  // namespace

base::Result<Hosted> host(const HostOptions& options) {
    const auto state = options.state.empty() ? program::data_directory() / "hubs" : options.state;
    const auto name = program::folder_name(options.folder);
    std::error_code error;
    fs::create_directories(state, error);
    if (error) return base::Error{"cannot_write", state.string() + ": " + error.message() + "."};
    if (auto made = make_keys(options.keys); !made) return made.error();
    if (const auto process = running(state / (name + ".process"))) {
        if (const auto address = first_line(state / (name + ".address")); !address.empty()) {
            return Hosted{address, *process, true};
        }
    }
    return start(options, state, name);
}

}  // namespace dais::desk
