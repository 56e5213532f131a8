// dais desks: a hub and three desks on this machine, or a script played on them.
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <thread>

#include "cli/commands.hpp"
#include "cli/desk_stage.hpp"
#include "cli/performance.hpp"
#include "cli/reading.hpp"
#include "program/clocks.hpp"
#include "program/exit_codes.hpp"
#include "program/places.hpp"
#include "program/print.hpp"
#include "program/signals.hpp"

namespace dais::cli {
namespace fs = std::filesystem;

namespace {

struct DesksOptions {
    fs::path folder;
    fs::path out = "out/desks";
    bool empty = false;
    bool fresh = false;
    bool play = false;
    std::string size;
    std::string theme;
    std::string scale;
    int key_delay = 40;
};

int fail(const base::Error& error) {
    program::complain(error);
    return error.code == "no_answer" || error.code == "no_keys" ? program::exit_no : program::exit_cannot;
}

// A meeting of which nothing is known yet: people and items are added at the desks.
base::Status<> write_empty_meeting(const fs::path& folder) {
    std::error_code error;
    fs::create_directories(folder, error);
    if (fs::exists(folder / "meeting.toml", error)) return base::Done{};
    if (auto written =
            program::write_file(folder / "meeting.toml",
                                "# A new meeting. docs/meeting-folder.md says what else may stand here.\n"
                                "[meeting]\nbody = \"New meeting\"\n\n"
                                "[limits]\nwarning = 30\n\n"
                                "[[agenda]]\nid = \"first\"\nnumber = 1\ntitle = \"First item\"\n");
        !written) {
        return written;
    }
    return program::write_file(folder / "participants.csv",
                               "id,title,given_name,family_name,pronoun,role,affiliation,attendance\n"
                               "chair,,,,,chair,The Chair,room\n");
}

// Puts what an earlier run left out of the way; nothing is ever deleted.
base::Status<> move_aside(const fs::path& out) {
    std::error_code error;
    if (!fs::exists(out, error)) return base::Done{};
    for (int number = 1; number < 10'000; ++number) {
        const auto aside = fs::path(out.string() + fmt::format(".{}", number));
        if (fs::exists(aside, error)) continue;
        fs::rename(out, aside, error);
        if (!error) return base::Done{};
        break;
    }
    return base::Error{"cannot_write", out.string() + " cannot be moved aside: " + error.message() + "."};
}

int watch(DeskStage& stage) {
    auto wakeup = net::Wakeup::open();
    if (!wakeup) return fail(wakeup.error());
    program::stop_on_signals(*wakeup);
    while (!program::stop_is_wished()) {
        auto runs = stage.keep_running();
        if (!runs) return fail(runs.error());
        if (!*runs) break;
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
    stage.stop();
    return program::exit_ok;
}

// The pictures that were taken last, under the names of the desks.
void name_pictures(const fs::path& out, int taken) {
    std::error_code error;
    for (const auto& place : desk_places()) {
        fs::rename(out / fmt::format("{}-{}.png", place.name, taken),
                   out / (place.name.substr(0, place.name.find('-')) + ".png"), error);
    }
}

int play(const DesksOptions& options, DeskStage& stage, const folder::Folder& folder) {
    const auto began = program::uptime();
    auto cast = Cast::open({Performance::watcher}, stage.hub().ring(), stage.hub().address(),
                           options.out / "stations");
    if (!cast) return fail(cast.error());
    Performance performance(folder, stage, *cast, base::Span{options.key_delay});
    // The desks are seen at work best when two thirds are done.
    const auto at_work = folder.script.size() * 2 / 3;
    performance.before_line = [&](std::size_t place) -> base::Status<> {
        return place == at_work ? performance.take_pictures() : base::Status<>(base::Done{});
    };
    if (auto played = performance.play(); !played) return fail(played.error());
    name_pictures(options.out, 1);
    auto text = record_text(performance.meeting(), false, {});
    if (!text) return fail(text.error());
    const auto record = options.out / "record.txt";
    if (auto written = program::write_file(record, *text); !written) return fail(written.error());
    stage.stop();
    fmt::print(
        "{} lines played on three windows by {} keys and texts in {} s; the record is in {}, pictures beside "
        "it\n",
        folder.script.size(), performance.strokes(), (program::uptime() - began).count() / 1000,
        record.string());
    return program::exit_ok;
}

int run(DesksOptions options) {
    if (options.empty) options.folder = options.out / "meeting";
    if (options.fresh) {
        if (auto moved = move_aside(options.out); !moved) return fail(moved.error());
    }
    std::error_code error;
    fs::create_directories(options.out, error);
    if (options.empty) {
        if (auto written = write_empty_meeting(options.folder); !written) return fail(written.error());
    }
    auto folder = read_for(options.folder, {}, options.play);
    if (!folder) return folder.error() == Unread::faulty ? program::exit_no : program::exit_cannot;
    DeskOptions stage_options{options.folder, options.out,   {}, "", options.size,
                              options.theme,  options.scale, {}};
    if (options.play) {
        stage_options.start = folder->script.front().at;
        stage_options.watcher = Performance::watcher;
        if (stage_options.size.empty()) stage_options.size = "1280x800";
    }
    auto stage = DeskStage::start(std::move(stage_options));
    if (!stage) return fail(stage.error());
    if (options.play) return play(options, *stage, *folder);
    fmt::print(
        "The desks are open. Close the chair's window, or press Ctrl+C here, to end them all.\n"
        "Journal, keys and unsent texts are in {}.\n",
        options.out.string());
    std::fflush(stdout);
    return watch(*stage);
}

}  // namespace

void add_desks(CLI::App& app, Job& job) {
    auto* command = app.add_subcommand("desks", "Open a hub and three desks on this machine");
    command->footer(
        "Example:\n  dais desks config/sample-meeting\n"
        "Starts a hub on loopback, the chair's console, a clerk's and a moderator's station, each in its "
        "window, and "
        "ends\nthem together. What is in DIR from an earlier time is continued. With --play the script is "
        "played on the "
        "windows\nby real keys (xdotool), on a clock of its own; the record and pictures are left in DIR.");
    auto options = std::make_shared<DesksOptions>();
    auto* folder = command->add_option("FOLDER", options->folder, "The meeting folder");
    auto* empty =
        command->add_flag("--empty", options->empty, "A new meeting, of which nothing is known yet");
    empty->excludes(folder);
    command->add_option("--out", options->out, "Where journal, keys, unsent texts and pictures lie")
        ->capture_default_str();
    command->add_flag("--fresh", options->fresh,
                      "Begin anew: what is in DIR is moved aside to DIR.1, DIR.2, …");
    command->add_flag("--play", options->play, "Play the folder's script on the windows, by keys");
    command->add_option("--size", options->size, "Of each window: WIDTHxHEIGHT (where absent: tiled)");
    command->add_option("--theme", options->theme, "light, dark or high-contrast");
    command->add_option("--scale", options->scale, "Size of everything in percent, 100 to 250");
    command->add_option("--key-delay", options->key_delay, "Between two keys of --play, in milliseconds")
        ->capture_default_str()
        ->check(CLI::Range(5, 1000));
    command->callback([&job, options] {
        if (options->folder.empty() && !options->empty) throw CLI::RequiredError("FOLDER or --empty");
        job = [options] { return run(*options); };
    });
}

}  // namespace dais::cli
