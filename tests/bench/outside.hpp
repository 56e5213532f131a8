// For measures of the real programs from outside: programs that are started and end with their object, a hub
// on a display without a screen, what a window's frame log tells, and acts with the moment at which they were
// seen.
#pragma once

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <thread>

#include "cli/cast.hpp"
#include "cli/hub_stage.hpp"
#include "program/clocks.hpp"

namespace dais::outside {

namespace fs = std::filesystem;

inline constexpr const char* size = "1920x1080";
inline constexpr const char* speaker = "haddad";  // by video
inline constexpr std::chrono::seconds patience{20};

inline std::int64_t micros() {
    // As the frame log counts.
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::microseconds>(now).count();
}

[[noreturn]] inline void give_up(const std::string& sentence) {
    fmt::print(stderr, "bench: {}\n", sentence);
    std::exit(1);
}

template <class T>
T got(base::Result<T> result) {
    if (!result) give_up(result.error().text);
    return *std::move(result);
}

// A program of ours or of the system's, which ends with this object.
class Program {
  public:
    explicit Program(const std::vector<std::string>& command, int standard_output = -1) {
        std::vector<char*> arguments;
        for (const auto& each : command) arguments.push_back(const_cast<char*>(each.c_str()));
        arguments.push_back(nullptr);
        const pid_t parent = ::getpid();
        started_ = micros();
        pid_ = ::fork();
        if (pid_ < 0) give_up(command.front() + " cannot be started");
        if (pid_ > 0) return;
        ::prctl(PR_SET_PDEATHSIG, SIGTERM);  // where we end before our time, too
        if (::getppid() != parent) ::_exit(127);
        if (standard_output >= 0) ::dup2(standard_output, STDOUT_FILENO);
        ::execvp(arguments[0], arguments.data());
        ::_exit(127);
    }
    ~Program() {
        ::kill(pid_, SIGTERM);
        ::waitpid(pid_, nullptr, 0);
    }
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    [[nodiscard]] pid_t pid() const { return pid_; }
    [[nodiscard]] std::int64_t started() const { return started_; }
    // The processor's time that it has used.
    [[nodiscard]] double seconds_used() const {
        std::ifstream file(fmt::format("/proc/{}/stat", pid_));
        std::string line;
        std::getline(file, line);
        std::istringstream fields(line.substr(line.rfind(')') + 2));
        std::string field;
        double ticks = 0;
        for (int i = 3; fields >> field && i <= 15; ++i) {
            if (i >= 14) ticks += std::stod(field);
        }
        return ticks / static_cast<double>(::sysconf(_SC_CLK_TCK));
    }
    // "VmRSS", "VmHWM": of memory, in MiB.
    [[nodiscard]] double memory(const std::string& what) const {
        std::ifstream file(fmt::format("/proc/{}/status", pid_));
        for (std::string line; std::getline(file, line);) {
            if (line.starts_with(what + ":")) return std::stod(line.substr(what.size() + 1)) / 1024;
        }
        return 0;
    }

  private:
    pid_t pid_ = -1;
    std::int64_t started_ = 0;
};

struct Shown {
    std::int64_t at = 0;        // the monotonic clock at the frame's end, µs
    std::int64_t took = 0;      // µs
    std::int64_t recorded = 0;  // the last entry that it shows
    std::int64_t blocks = 0;    // of the record, where the desk shows it
    std::int64_t changes = 0;   // how often what it draws from has changed
    bool live = false;
};

inline std::int64_t number_in(const std::string& line, std::string_view name) {
    const auto key = fmt::format("\"{}\":", name);
    const auto at = line.find(key);
    return at == std::string::npos ? 0 : std::atoll(line.c_str() + at + key.size());
}

inline std::vector<Shown> frames_in(const fs::path& log) {
    std::vector<Shown> frames;
    std::ifstream file(log);
    for (std::string line; std::getline(file, line);) {
        if (!line.ends_with('}')) break;  // being written
        frames.push_back({number_in(line, "at_us"), number_in(line, "frame_us"),
                          number_in(line, "recorded_ms"), number_in(line, "blocks"),
                          number_in(line, "changes"), line.find("\"live\":true") != std::string::npos});
    }
    return frames;
}

inline double part_of(std::vector<double> values, double part) {
    if (values.empty()) return -1;
    std::sort(values.begin(), values.end());
    return values[static_cast<std::size_t>(part * static_cast<double>(values.size() - 1) + 0.5)];
}

inline void print(const std::string& desk, std::string_view measure, const std::vector<double>& ms) {
    fmt::print(
        R"({{"bench":"desks","desk":"{}","measure":"{}","count":{},"median_ms":{:.1f},"p99_ms":{:.1f}}})"
        "\n",
        desk, measure, ms.size(), part_of(ms, 0.5), part_of(ms, 0.99));
    std::fflush(stdout);
}

struct Desk {
    std::string name;     // of the station
    std::string program;  // of the window
};

class Room {
  public:
    explicit Room(fs::path out) : out_(std::move(out)) {
        int display[2];
        if (::pipe2(display, O_CLOEXEC) != 0) give_up("no pipe");
        xvfb_.emplace(std::vector<std::string>{"Xvfb", "-displayfd", "1", "-screen", "0",
                                               std::string(size) + "x24", "-nolisten", "tcp"},
                      display[1]);
        ::close(display[1]);
        char number[16]{};
        if (::read(display[0], number, sizeof number - 1) <= 0) give_up("Xvfb does not start");
        ::setenv("DISPLAY", fmt::format(":{}", std::atoi(number)).c_str(), 1);
        ::setenv("LIBGL_ALWAYS_SOFTWARE", "1", 1);
        fs::create_directories(out_ / "stations");
        cli::StageOptions options;
        options.folder = DAIS_SOURCE_DIR "/config/sample-meeting";
        options.out = out_;
        options.stations = {"chair", "clerk-1", "clerk-2", "moderator", "moderator-2", "room", "board"};
        options.program = programs / "dais";
        hub_.emplace(got(cli::HubStage::start(options)));
    }

    cli::Cast cast(const std::vector<std::string>& names) {
        auto cast = got(cli::Cast::open(names, hub_->ring(), hub_->address(), out_ / "stations"));
        turn_until(cast, [&] { return cast.all_live_at({}); });
        return cast;
    }
    template <class Done>
    static void turn_until(cli::Cast& cast, const Done& done) {
        const auto deadline = std::chrono::steady_clock::now() + patience;
        while (!done()) {
            if (!cast.turn(base::Span{10}, [](const auto&, const auto&) {})) give_up("a station fails");
            if (std::chrono::steady_clock::now() > deadline) give_up("a station waits in vain");
        }
    }

    [[nodiscard]] std::string address() const { return hub_->address(); }
    [[nodiscard]] fs::path keys() const { return hub_->ring().directory(); }
    [[nodiscard]] const fs::path& out() const { return out_; }
    [[nodiscard]] fs::path log_of(const Desk& desk) const { return out_ / (desk.name + ".frames"); }

    std::unique_ptr<Program> open(const Desk& desk) {
        fs::remove(log_of(desk));
        const std::vector<std::string> command{(programs / desk.program).string(),
                                               "--hub",
                                               hub_->address(),
                                               "--keys",
                                               hub_->ring().directory().string(),
                                               "--name",
                                               desk.name,
                                               "--spool",
                                               (out_ / "stations" / (desk.name + ".window")).string(),
                                               "--frame-log",
                                               log_of(desk).string(),
                                               "--size",
                                               size,
                                               "--at",
                                               "0,0"};
        return std::make_unique<Program>(command);
    }
    template <class Wanted>
    std::optional<Shown> wait_for(const Desk& desk, const Wanted& wanted) const {
        const auto deadline = std::chrono::steady_clock::now() + patience;
        while (std::chrono::steady_clock::now() < deadline) {
            for (const auto& each : frames_in(log_of(desk))) {
                if (wanted(each)) return each;
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        }
        give_up(desk.name + " shows nothing");
    }

  private:
    static inline const fs::path programs{DAIS_BIN_DIR};
    fs::path out_;
    std::optional<Program> xvfb_;
    std::optional<cli::HubStage> hub_;
};

// What a station of its own has seen of an entry.
struct Seen {
    std::int64_t at = 0;        // the monotonic clock when it was applied there, µs
    std::int64_t recorded = 0;  // by the hub's clock, ms
};

inline Seen act(cli::Cast& cast, const std::string& name, const meeting::Command& command) {
    Seen seen;
    auto& station = cast.at(name);
    auto request = station.submit(command, program::uptime());
    if (!request) give_up(request.error().text);
    const auto deadline = std::chrono::steady_clock::now() + patience;
    while (seen.at == 0) {
        const auto turned = cast.turn(base::Span{10}, [&](const std::string& who, const auto& told) {
            if (const auto* settled = std::get_if<replica::Settled>(&told);
                settled != nullptr && settled->fate != wire::Fate::accepted) {
                give_up(settled->sentence);
            }
            const auto* applied = std::get_if<replica::Applied>(&told);
            if (who == name && applied != nullptr) {
                seen = {micros(), applied->entry.fact.stamp.recorded.ms};
            }
        });
        if (!turned || std::chrono::steady_clock::now() > deadline) give_up("an act has no answer");
    }
    return seen;
}

// In session, with a list and a speaker whose clock runs.
inline void open_meeting(Room& room) {
    auto cast = room.cast({"chair"});
    const auto ask = [&](const meeting::Command& command) {
        auto& station = cast.at("chair");
        const auto head = station.replica().head();
        if (!station.submit(command, program::uptime())) give_up("the chair cannot act");
        Room::turn_until(cast, [&] { return station.replica().head().value > head.value; });
    };
    ask(meeting::OpenMeeting{});
    ask(meeting::TakeUp{"floods"});
    for (const auto* who : {"lindqvist", "moreau", "castell"}) {
        ask(meeting::RequestFloor{who, meeting::Kind::statement, ""});
    }
    ask(meeting::GiveFloor{speaker, {}, "", {}});
}

}  // namespace dais::outside
