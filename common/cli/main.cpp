// dais: one program for what needs no window.
#include <CLI/CLI.hpp>
#include <exception>

#include "cli/commands.hpp"
#include "program/exit_codes.hpp"
#include "program/print.hpp"
#include "program/signals.hpp"

namespace {

constexpr const char* footer =
    "Exit codes: 0 done; 1 the answer is no (faults found, a line refused, a digest differs, damage);\n"
    "            2 the command line is wrong; 3 something outside failed (a file, the disk, the network).\n"
    "\n"
    "Example:    dais rehearse config/sample-meeting --out out\n"
    "            dais record out/journal.sqlite\n"
    "\n"
    "`dais COMMAND --help` says more about each.";

int run(int argc, char** argv) {
    CLI::App app{
        "Dais: live meeting management and summary capture: the hub, the record, and what has no window of "
        "its own."};
    app.name("dais");
    app.footer(footer);
    app.require_subcommand(1);
    app.set_version_flag("--version", "dais " DAIS_VERSION);
    dais::cli::Job job;
    dais::cli::add_hub(app, job);
    dais::cli::add_rehearse(app, job);
    dais::cli::add_record(app, job);
    dais::cli::add_list(app, job);
    dais::cli::add_verify(app, job);
    dais::cli::add_replay(app, job);
    dais::cli::add_check(app, job);
    dais::cli::add_keys(app, job);
    dais::cli::add_board(app, job);
    dais::cli::add_desks(app, job);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? dais::program::exit_ok : dais::program::exit_usage;
    }
    return job ? job() : dais::program::exit_usage;
}

}  // namespace

int main(int argc, char** argv) {
    dais::program::bear_limits_on_files();
    try {
        return run(argc, argv);
    } catch (const std::exception& error) {
        dais::program::complain(error.what());
        return dais::program::exit_cannot;
    }
}
