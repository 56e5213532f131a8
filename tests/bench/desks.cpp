// The desks' real programs in real windows, measured from outside: from exec to the first frame, what they
// take while nothing happens but a clock, and how long an entry takes from the wire to the frame that shows
// it; then the clerk's with a full record: from exec to the frame that shows it, and the memory. Starts Xvfb
// (1920x1080) and a hub itself; one window at a time, as each desk has a machine of its own.
//
//   bench_desks [seconds of idling, 20] [acts, 100] [starts, 5] [paragraphs, 10000]
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

namespace dais {
namespace {

namespace fs = std::filesystem;

constexpr const char* size = "1920x1080";
constexpr const char* speaker = "haddad";  // by video
constexpr std::chrono::seconds patience{20};

std::int64_t micros() {
    // As the frame log counts.
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::microseconds>(now).count();
}

[[noreturn]] void give_up(const std::string& sentence) {
    fmt::print(stderr, "bench_desks: {}\n", sentence);
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
    bool live = false;
};

std::int64_t number_in(const std::string& line, std::string_view name) {
    const auto key = fmt::format("\"{}\":", name);
    const auto at = line.find(key);
    return at == std::string::npos ? 0 : std::atoll(line.c_str() + at + key.size());
}

std::vector<Shown> frames_in(const fs::path& log) {
    std::vector<Shown> frames;
    std::ifstream file(log);
    for (std::string line; std::getline(file, line);) {
        if (!line.ends_with('}')) break;  // being written
        frames.push_back({number_in(line, "at_us"), number_in(line, "frame_us"),
                          number_in(line, "recorded_ms"), number_in(line, "blocks"),
                          line.find("\"live\":true") != std::string::npos});
    }
    return frames;
}

double part_of(std::vector<double> values, double part) {
    if (values.empty()) return -1;
    std::sort(values.begin(), values.end());
    return values[static_cast<std::size_t>(part * static_cast<double>(values.size() - 1) + 0.5)];
}

void print(const std::string& desk, std::string_view measure, const std::vector<double>& ms) {
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
        options.stations = {"chair", "clerk-1", "clerk-2", "moderator", "moderator-2"};
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

// In session, with a list and a speaker whose clock runs.
void open_meeting(Room& room) {
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

void measure_start(Room& room, const Desk& desk, int starts) {
    std::vector<double> first;
    std::vector<double> live;
    for (int i = 0; i < starts; ++i) {
        const auto window = room.open(desk);
        const auto shown = room.wait_for(desk, [](const Shown&) { return true; });
        const auto joined = room.wait_for(desk, [](const Shown& each) { return each.live; });
        first.push_back(static_cast<double>(shown->at - window->started()) / 1000);
        live.push_back(static_cast<double>(joined->at - window->started()) / 1000);
    }
    print(desk.name, "exec to first frame", first);
    print(desk.name, "exec to the live meeting", live);
}

void measure_idling(Room& room, const Desk& desk, int seconds) {
    const auto window = room.open(desk);
    room.wait_for(desk, [](const Shown& each) { return each.live; });
    std::this_thread::sleep_for(std::chrono::seconds(3));
    const auto frames = frames_in(room.log_of(desk)).size();
    const auto used = window->seconds_used();
    std::this_thread::sleep_for(std::chrono::seconds(seconds));
    const auto percent = (window->seconds_used() - used) * 100 / seconds;
    const auto all = frames_in(room.log_of(desk));
    std::vector<double> took;
    for (auto i = frames; i < all.size(); ++i) took.push_back(static_cast<double>(all[i].took) / 1000);
    fmt::print(
        R"({{"bench":"desks","desk":"{}","measure":"idle with a running clock","seconds":{},"percent_of_a_core":{:.2f},"frames":{},"frame_median_ms":{:.1f},"resident_mib":{:.0f},"most_resident_mib":{:.0f}}})"
        "\n",
        desk.name, seconds, percent, took.size(), part_of(took, 0.5), window->memory("VmRSS"),
        window->memory("VmHWM"));
    std::fflush(stdout);
}

// What a station of its own has seen of an entry.
struct Seen {
    std::int64_t at = 0;        // the monotonic clock when it was applied there, µs
    std::int64_t recorded = 0;  // by the hub's clock, ms
};

Seen act(cli::Cast& cast, const std::string& name, const meeting::Command& command) {
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

template <class Command>
void measure_wire(Room& room, const Desk& desk, int acts, const std::string& by, std::string_view measure,
                  const Command& command) {
    const auto window = room.open(desk);
    room.wait_for(desk, [](const Shown& each) { return each.live; });
    std::this_thread::sleep_for(std::chrono::seconds(1));
    const auto before = frames_in(room.log_of(desk)).back();
    auto cast = room.cast({by});
    std::vector<Seen> seen;
    for (int i = 0; i < acts; ++i) {
        seen.push_back(act(cast, by, command(i)));
        // At no fixed distance, so that the clock's own frames are met at every moment of a second.
        const auto wait = std::chrono::milliseconds(150 + i * 37 % 200);
        const auto until = std::chrono::steady_clock::now() + wait;
        Room::turn_until(cast, [&] { return std::chrono::steady_clock::now() >= until; });
    }
    // A desk that shows the record shows an act when it stands there, a block more for each.
    const auto shows = [&](const Shown& frame, std::size_t i) {
        if (before.blocks == 0) return frame.recorded >= seen[i].recorded;
        return frame.blocks > before.blocks + static_cast<std::int64_t>(i);
    };
    room.wait_for(desk, [&](const Shown& each) { return shows(each, seen.size() - 1); });
    const auto frames = frames_in(room.log_of(desk));
    std::vector<double> ms;
    for (std::size_t i = 0; i < seen.size(); ++i) {
        const auto shown =
            std::find_if(frames.begin(), frames.end(), [&](const Shown& frame) { return shows(frame, i); });
        ms.push_back(static_cast<double>(shown->at - seen[i].at) / 1000);
    }
    print(desk.name, measure, ms);
}

// Paragraphs of some 60 words, 350 bytes, as many under way at a time as the hub likes to have together.
void fill_record(Room& room, int paragraphs) {
    constexpr int at_a_time = 200;
    std::string words;
    for (int i = 0; i < 55; ++i) words += i % 2 == 0 ? " measure" : " taken";
    auto cast = room.cast({"clerk-2"});
    auto& station = cast.at("clerk-2");
    for (int written = 0; written < paragraphs;) {
        const auto head = station.replica().head().value;
        const int now = std::min(at_a_time, paragraphs - written);
        for (int i = 0; i < now; ++i) {
            const meeting::Write write{
                {}, fmt::format("said that paragraph {} told of the{}.", written + i, words), {}};
            if (auto asked = station.submit(write, program::uptime()); !asked) give_up(asked.error().text);
        }
        written += now;
        Room::turn_until(
            cast, [&] { return station.replica().head().value >= head + static_cast<std::uint64_t>(now); });
    }
}

void measure_full(Room& room, const Desk& desk, int paragraphs, int starts) {
    fill_record(room, paragraphs);
    std::vector<double> first;
    std::vector<double> live;
    std::vector<double> whole;
    std::vector<double> resident;
    std::vector<double> most;
    for (int i = 0; i < starts; ++i) {
        const auto window = room.open(desk);
        const auto since = [&](const std::optional<Shown>& shown) {
            return static_cast<double>(shown->at - window->started()) / 1000;
        };
        first.push_back(since(room.wait_for(desk, [](const Shown&) { return true; })));
        live.push_back(since(room.wait_for(desk, [](const Shown& each) { return each.live; })));
        whole.push_back(
            since(room.wait_for(desk, [&](const Shown& each) { return each.blocks >= paragraphs; })));
        std::this_thread::sleep_for(std::chrono::seconds(3));
        resident.push_back(window->memory("VmRSS"));
        most.push_back(window->memory("VmHWM"));
    }
    print(desk.name, "full record: exec to first frame", first);
    print(desk.name, "full record: exec to the live meeting", live);
    print(desk.name, "full record: exec to the record shown", whole);
    fmt::print(
        R"({{"bench":"desks","desk":"{}","measure":"full record: memory","paragraphs":{},"resident_mib":{:.0f},"most_resident_mib":{:.0f}}})"
        "\n",
        desk.name, paragraphs, part_of(resident, 0.5), part_of(most, 1.0));
}

void measure_all(Room& room, int seconds, int acts, int starts, int paragraphs) {
    const Desk chair{"chair", "chair-console"};
    const Desk clerk{"clerk-1", "clerk-station"};
    const Desk moderator{"moderator", "clerk-station"};
    for (const auto& desk : {chair, clerk, moderator}) measure_start(room, desk, starts);
    for (const auto& desk : {chair, clerk, moderator}) measure_idling(room, desk, seconds);
    // What is seen on the desk: the link of the one who speaks, the paragraph in the record.
    const auto link = [](int i) {
        return meeting::ReportLink{speaker, i % 2 == 0 ? meeting::Link::audio : meeting::Link::video, {}};
    };
    const auto paragraph = [](int i) {
        return meeting::Write{{}, fmt::format("said that reading {} had come within the hour.", i), {}};
    };
    measure_wire(room, chair, acts, "moderator-2", "wire to frame, a link", link);
    measure_wire(room, moderator, acts, "moderator-2", "wire to frame, a link", link);
    measure_wire(room, clerk, acts, "clerk-2", "wire to frame, a paragraph", paragraph);
    measure_full(room, clerk, paragraphs, starts);
}

}  // namespace
}  // namespace dais

int main(int argc, char** argv) {
    const auto number = [&](int at, int otherwise) { return argc > at ? std::atoi(argv[at]) : otherwise; };
    char folder[] = "/tmp/bench_desks_XXXXXX";
    if (::mkdtemp(folder) == nullptr) dais::give_up("no folder");
    {
        dais::Room room(folder);
        dais::open_meeting(room);
        dais::measure_all(room, number(1, 20), number(2, 100), number(3, 5), number(4, 10'000));
    }
    std::error_code ignored;
    std::filesystem::remove_all(folder, ignored);
}
