// dais rehearse: plays a meeting folder's script through real stations against a real hub.
#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <set>

#include "cli/commands.hpp"
#include "cli/reading.hpp"
#include "cli/rehearsal.hpp"
#include "program/clocks.hpp"
#include "program/exit_codes.hpp"
#include "program/print.hpp"

namespace dais::cli {
namespace fs = std::filesystem;

namespace {

struct RehearseOptions {
    fs::path folder;
    std::string speed = "max";
    fs::path out = "out";
    std::string hub;
    fs::path keys;
    fs::path style;
    bool body = false;
};

// 0 for "max"; nothing where the text is neither that nor a number.
std::optional<double> rate_of(const std::string& speed) {
    if (speed == "max") return 0.0;
    try {
        std::size_t used = 0;
        const double rate = std::stod(speed, &used);
        if (used == speed.size() && rate > 0 && rate <= 10'000) return rate;
    } catch (const std::exception&) {
        // Said by the caller.
    }
    return std::nullopt;
}

int fail(const base::Error& error) {
    program::complain(error);
    const bool answer = error.code == "line_refused" || error.code == "digest_differs";
    return answer ? program::exit_no : program::exit_cannot;
}

std::vector<std::string> names_in(const std::vector<folder::ScriptLine>& script) {
    std::set<std::string> names;
    for (const auto& line : script) names.insert(line.from);
    return {names.begin(), names.end()};
}

base::Status<> prepare_out(const fs::path& out, bool own_hub) {
    std::error_code error;
    fs::create_directories(out, error);
    if (error) return base::Error{"cannot_write", out.string() + ": " + error.message() + "."};
    if (own_hub && fs::exists(HubStage::journal_file(out), error) &&
        !fs::exists(out / HubStage::keys_folder, error)) {
        return base::Error{"cannot_write",
                           HubStage::journal_file(out).string() +
                               " is no rehearsal's, and is left alone; choose another --out."};
    }
    // What an earlier rehearsal left would be taken for this one's past.
    fs::remove_all(out / HubStage::spools_folder, error);
    fs::remove(out / "record.txt", error);
    fs::remove(out / "head.txt", error);
    if (own_hub) {
        for (const char* end : {"", "-wal", "-shm", "-lock"}) {
            fs::remove(HubStage::journal_file(out).string() + end, error);
        }
    }
    return base::Done{};
}

void print_figures(const Figures& figures, const fs::path& record, int restarts) {
    auto sorted = figures.answers;
    std::sort(sorted.begin(), sorted.end());
    const auto part = [&](std::size_t percent) {
        return sorted.empty() ? 0
                              : sorted[std::min(sorted.size() - 1, sorted.size() * percent / 100)].count();
    };
    fmt::print(
        "{} lines from {} stations in {:.1f} s; answered in {} ms (median), {} ms (99 of 100); "
        "all digests agree{}; the record is in {}\n",
        figures.lines, figures.stations, static_cast<double>(figures.took.count()) / 1000.0, part(50),
        part(99), restarts > 0 ? fmt::format("; the hub was started again {} time(s)", restarts) : "",
        record.string());
}

int run(const RehearseOptions& options) {
    const auto rate = rate_of(options.speed);
    if (!rate) {
        program::complain("--speed is \"max\" or a number above 0 and up to 10000, not \"" + options.speed +
                          "\".");
        return program::exit_usage;
    }
    auto folder = read_for(options.folder, options.style, true);
    if (!folder) return folder.error() == Unread::faulty ? program::exit_no : program::exit_cannot;
    const bool own_hub = options.hub.empty();
    if (auto prepared = prepare_out(options.out, own_hub); !prepared) return fail(prepared.error());
    const auto names = names_in(folder->script);
    std::optional<HubStage> stage;
    if (own_hub) {
        StageOptions stage_options;
        stage_options.folder = options.folder;
        stage_options.out = options.out;
        stage_options.stations = names;
        stage_options.start = folder->script.front().at;
        stage_options.rate = *rate;
        if (!options.style.empty()) stage_options.style = options.style;
        auto started = HubStage::start(std::move(stage_options));
        if (!started) return fail(started.error());
        stage = *std::move(started);
    }
    const net::KeyRing ring(own_hub ? stage->ring().directory() : options.keys);
    auto cast = Cast::open(names, ring, own_hub ? stage->address() : options.hub,
                           options.out / HubStage::spools_folder);
    if (!cast) return fail(cast.error());
    Rehearsal rehearsal(*folder, *cast, own_hub ? &*stage : nullptr, *rate);
    if (auto played = rehearsal.play(); !played) return fail(played.error());
    if (auto same = rehearsal.compare_digests(); !same) return fail(same.error());
    if (!cast->stations().begin()->second->replica().script_clock()) {
        program::complain("that hub keeps its own time, so the record has its times and not the script's.");
    }
    auto text = record_text(cast->stations().begin()->second->replica().state(), options.body, {});
    if (!text) return fail(text.error());
    const auto record = options.out / "record.txt";
    if (auto written = program::write_file(record, *text); !written) return fail(written.error());
    const auto head = seal::print_head(*cast->stations().begin()->second->head_seen()) + "\n";
    if (auto written = program::write_file(options.out / "head.txt", head); !written)
        return fail(written.error());
    const int restarts = stage ? stage->restarts() : 0;
    if (stage) stage->stop();
    print_figures(rehearsal.figures(), record, restarts);
    return program::exit_ok;
}

}  // namespace

void add_rehearse(CLI::App& app, Job& job) {
    auto* command = app.add_subcommand("rehearse", "Play a meeting folder's script and write its record");
    command->footer(
        "Example:\n  dais rehearse config/sample-meeting --out out\n"
        "Starts a hub of its own on loopback, connects a station for each `from` of the script, sends every "
        "line from\n"
        "its station and waits for the answer. Leaves record.txt and journal.sqlite in DIR. Exit code 1: a "
        "line was\n"
        "refused or a digest differs; the message names the line.");
    auto options = std::make_shared<RehearseOptions>();
    command->add_option("FOLDER", options->folder, "The meeting folder, with a script.jsonl")->required();
    command->add_option("--speed", options->speed, "max, or how many times as fast as the clock")
        ->capture_default_str();
    command->add_option("--out", options->out, "Where the record and the journal go")->capture_default_str();
    auto* hub = command->add_option("--hub", options->hub, "A hub that runs already (tcp://ADDRESS:PORT)");
    auto* keys =
        command->add_option("--keys", options->keys, "The key ring with the stations' keys, for --hub");
    hub->needs(keys);
    keys->needs(hub);
    command->add_option("--style", options->style,
                        "A house style (a TOML file) in place of the language's own");
    command->add_flag("--body", options->body, "The record without its masthead");
    command->callback([&job, options] { job = [options] { return run(*options); }; });
}

}  // namespace dais::cli
