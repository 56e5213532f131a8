// dais check: is a meeting folder in order?
#include <fmt/format.h>

#include <memory>

#include "cli/commands.hpp"
#include "cli/reading.hpp"
#include "program/exit_codes.hpp"

namespace dais::cli {
namespace {

struct CheckOptions {
    std::filesystem::path folder;
    std::filesystem::path style;
};

int run(const CheckOptions& options) {
    auto folder = read_for(options.folder, options.style, false);
    if (!folder) return folder.error() == Unread::faulty ? program::exit_no : program::exit_cannot;
    fmt::print("{}: in order; {} participants, {} agenda items, {} script lines\n", options.folder.string(),
               folder->participants.size(), folder->setup.agenda.size(), folder->script.size());
    return program::exit_ok;
}

}  // namespace

void add_check(CLI::App& app, Job& job) {
    auto* command = app.add_subcommand("check", "Check a meeting folder");
    command->footer(
        "Example:\n  dais check my-meeting\n"
        "Every fault is named with file, line and column and what was expected; unknown keys are warnings.\n"
        "Exit code 1 where there are faults.");
    auto options = std::make_shared<CheckOptions>();
    command->add_option("FOLDER", options->folder, "The meeting folder")->required();
    command->add_option("--style", options->style,
                        "Check with this house style in place of the language's own");
    command->callback([&job, options] { job = [options] { return run(*options); }; });
}

}  // namespace dais::cli
