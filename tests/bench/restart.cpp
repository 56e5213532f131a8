// How long a hub takes from its start until it can serve, from a journal of so many entries.
//
//   bench_restart [--entries=N] [--pairs=N] [--floor=DIR] [--dir=DIR] [--only=WORD]
//
// --floor: a directory with a program `restart` that does the least that this can cost (it is called as
// `restart gen|load --n=N --dir=DIR [--cold] --reps=1`); its runs and ours take turns, and the ratio is the
// median of the pairs'. --dir: where the journals are made, and found again by the next run. --only: the
// measures whose names begin so.
#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "bench/long_meeting.hpp"
#include "cli/opening.hpp"
#include "journal/checkpoint.hpp"
#include "journal/sqlite_reader.hpp"

namespace dais {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void give_up(const std::string& sentence) {
    fmt::print(stderr, "bench_restart: {}\n", sentence);
    std::exit(1);
}

double median(std::vector<double> values) {
    if (values.empty()) return -1;
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

seal::KeyPair key() {
    return seal::KeyPair::from_seed({7});
}

struct Setting {
    std::uint64_t entries = 1'000'000;
    int pairs = 5;
    fs::path floor;
    fs::path directory;
    std::string only;
};

void forget_pages(const fs::path& file) {
    const int opened = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (opened < 0) return;
    ::fsync(opened);
    ::posix_fadvise(opened, 0, 0, POSIX_FADV_DONTNEED);
    ::close(opened);
}

// Seconds from the start of the hub's work until it could serve, and until its first step was done.
struct Times {
    double served = 0;
    double stepped = 0;
};

Times restart(const fs::path& journal, std::uint64_t entries, bool cold, bool from_checkpoint) {
    if (cold) {
        for (const char* suffix : {"", "-wal", "-checkpoint"}) forget_pages(journal.string() + suffix);
    }
    using Clock = std::chrono::steady_clock;
    const auto begun = Clock::now();
    const auto since = [&] { return std::chrono::duration<double>(Clock::now() - begun).count(); };
    auto opened = cli::open_hub({journal, key(), {}});
    if (!opened) give_up(opened.error().text);
    if (!opened->journal) give_up("the journal is damaged");
    if (opened->begun_from.has_value() != from_checkpoint) give_up("the hub did not begin where it should");
    if (auto epoch = cli::begin_epoch(*opened, opened->hub->now()); !epoch) give_up(epoch.error().text);
    Times times;
    times.served = since();
    (void)opened->hub->step(opened->hub->now(), {});
    times.stepped = since();
    if (opened->hub->head().value != entries) give_up("the hub does not stand at the journal's end");
    if (auto closed = opened->journal->close(); !closed) give_up(closed.error().text);
    return times;
}

// What the floor's program says of reading rows, decoding and folding them.
double floor_seconds(const Setting& setting, std::uint64_t entries, bool cold) {
    const auto command =
        fmt::format("'{}' load --n={} --dir='{}' --reps=1{}", (setting.floor / "restart").string(), entries,
                    (setting.directory / "floor").string(), cold ? " --cold" : "");
    FILE* const pipe = ::popen(command.c_str(), "r");
    if (pipe == nullptr) give_up(command + " cannot be run");
    std::string said;
    for (int c = 0; (c = std::fgetc(pipe)) != EOF;) said += static_cast<char>(c);
    if (::pclose(pipe) != 0) give_up(command + " failed");
    const auto at = said.find("+fold=");
    if (at == std::string::npos) give_up(command + " said: " + said);
    return std::atof(said.c_str() + at + 6);
}

fs::path long_journal(const Setting& setting, std::uint64_t entries) {
    const auto path = setting.directory / fmt::format("long-{}.sqlite", entries);
    if (fs::exists(path)) return path;
    const auto unfinished = setting.directory / fmt::format("long-{}.unfinished", entries);
    fs::remove(unfinished);
    fmt::print(stderr, "bench_restart: writing {} entries\n", entries);
    if (auto written = bench::write_long_meeting(unfinished, key(), entries); !written) {
        give_up(written.error().text);
    }
    fs::rename(unfinished, path);
    return path;
}

// The same journal with a tail of so many entries after a checkpoint. A journal is made anew, as a restart
// adds an epoch to it, and the checkpoint goes with the journal that it stands beside.
fs::path journal_with_checkpoint(const Setting& setting, std::uint64_t checkpoint, std::uint64_t tail) {
    const auto path = setting.directory / fmt::format("checkpoint-{}-{}.sqlite", checkpoint, tail);
    if (fs::exists(path) && fs::exists(path.string() + "-checkpoint")) return path;
    const auto whole = long_journal(setting, checkpoint + tail);
    fs::copy_file(whole, path, fs::copy_options::overwrite_existing);
    hub::Hub folding({});
    folding.expect({checkpoint});
    auto reader = journal::open_read_only(path.string());
    if (!reader) give_up(reader.error().text);
    auto read = (*reader)->read({1}, checkpoint, [&](const journal::Entry& entry) {
        return folding.restore(entry.bytes, entry.digest).ok();
    });
    if (!read || folding.head().value != checkpoint) give_up("the journal cannot be folded");
    auto written = journal::write_checkpoint(
        path.string(), {folding.head(), folding.digest(), DAIS_VERSION, folding.checkpoint()}, key());
    if (!written) give_up(written.error().text);
    return path;
}

void measure(const Setting& setting, const std::string& name, const fs::path& journal, std::uint64_t entries,
             bool cold, bool from_checkpoint = false) {
    if (!name.starts_with(setting.only)) return;
    std::vector<double> served;
    std::vector<double> stepped;
    std::vector<double> floors;
    std::vector<double> ratios;
    for (int pair = 0; pair < setting.pairs; ++pair) {
        if (!setting.floor.empty() && !from_checkpoint)
            floors.push_back(floor_seconds(setting, entries, cold));
        const auto times = restart(journal, entries, cold, from_checkpoint);
        served.push_back(times.served);
        stepped.push_back(times.stepped);
        if (!floors.empty()) ratios.push_back(times.served / floors.back());
    }
    fmt::print(R"({{"measure":"{}","entries":{},"cold":{},"seconds":{:.3f},"to_first_step":{:.3f},)", name,
               entries, cold, median(served), median(stepped));
    if (!floors.empty()) {
        fmt::print(R"("floor_seconds":{:.3f},"ratio":{:.3f},)", median(floors), median(ratios));
    }
    fmt::print("\"pairs\":{}}}\n", setting.pairs);
    std::fflush(stdout);
}

void prepare_floor(const Setting& setting) {
    if (setting.floor.empty()) return;
    const auto data = setting.directory / "floor";
    if (fs::exists(data / fmt::format("r{}.db", setting.entries))) return;
    fs::create_directories(data);
    const auto command = fmt::format("'{}' gen --n={} --dir='{}' >&2", (setting.floor / "restart").string(),
                                     setting.entries, data.string());
    if (std::system(command.c_str()) != 0) give_up(command + " failed");
}

void run(const Setting& setting) {
    fs::create_directories(setting.directory);
    prepare_floor(setting);
    const auto journal = long_journal(setting, setting.entries);
    (void)journal::remove_checkpoint(journal.string());
    measure(setting, "restart_full", journal, setting.entries, true);
    measure(setting, "restart_full_warm", journal, setting.entries, false);
    constexpr std::uint64_t tail = 10'000;
    const auto with_checkpoint = journal_with_checkpoint(setting, setting.entries, tail);
    measure(setting, "restart_checkpoint", with_checkpoint, setting.entries + tail, true, true);
    measure(setting, "restart_checkpoint_warm", with_checkpoint, setting.entries + tail, false, true);
}

std::optional<std::string> option(const std::string& argument, const std::string& name) {
    const auto start = "--" + name + "=";
    return argument.starts_with(start) ? std::optional(argument.substr(start.size())) : std::nullopt;
}

}  // namespace
}  // namespace dais

int main(int argc, char** argv) {
    dais::Setting setting;
    for (int i = 1; i < argc; ++i) {
        if (auto entries = dais::option(argv[i], "entries")) {
            setting.entries = std::strtoull(entries->c_str(), nullptr, 10);
        } else if (auto pairs = dais::option(argv[i], "pairs")) {
            setting.pairs = std::atoi(pairs->c_str());
        } else if (auto floor = dais::option(argv[i], "floor")) {
            setting.floor = *floor;
        } else if (auto directory = dais::option(argv[i], "dir")) {
            setting.directory = *directory;
        } else if (auto only = dais::option(argv[i], "only")) {
            setting.only = *only;
        } else {
            dais::give_up(std::string("what is ") + argv[i] + "?");
        }
    }
    const bool keep = !setting.directory.empty();
    if (!keep) {
        char folder[] = "/tmp/bench_restart_XXXXXX";
        if (::mkdtemp(folder) == nullptr) dais::give_up("no folder");
        setting.directory = folder;
    }
    dais::run(setting);
    std::error_code ignored;
    if (!keep) dais::fs::remove_all(setting.directory, ignored);
}
