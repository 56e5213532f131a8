// dais hub: serves a meeting to its stations.
#include <memory>

#include "cli/commands.hpp"
#include "cli/hub_program.hpp"
#include "program/places.hpp"

namespace dais::cli {

void add_hub(CLI::App& app, Job& job) {
    auto* command = app.add_subcommand("hub", "Serve a meeting to its stations");
    command->footer(
        "Example:\n  dais keys create && dais keys add chair && dais keys add clerk-1\n"
        "  dais hub my-meeting --listen tcp://192.168.1.5:7340\n"
        "The first time, the folder becomes the first entry of the journal; from then on the journal stands, "
        "and a\n"
        "folder that differs is reported. Stops in good order at Ctrl+C.");
    auto options = std::make_shared<HubProgramOptions>();
    options->listen = program::default_address;
    options->keys = program::data_directory() / "keys";
    command->add_option("FOLDER", options->folder, "The meeting folder")->required();
    command->add_option("--listen", options->listen, "Where stations connect")->capture_default_str();
    command->add_option(
        "--journal", options->journal,
        "The journal (where absent: " + (program::data_directory() / "journals").string() + "/NAME.sqlite)");
    command->add_option("--keys", options->keys, "The key ring, made with `dais keys`")
        ->capture_default_str();
    command->add_option("--style", options->style, "A house style in place of the language's own");
    command->add_option("--announce", options->announce, "A file that gets the address once the hub listens");
    command->add_option("--script-clock", options->script_clock,
                        "For a rehearsal: START (ms since 1970) : RATE (0: the script moves the clock)");
    command->add_flag("--quiet", options->quiet, "Say only what is wrong");
    command->callback([&job, options] { job = [options] { return run_hub(*options); }; });
}

}  // namespace dais::cli
