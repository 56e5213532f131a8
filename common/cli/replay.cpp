// dais replay: the state of a meeting at any entry of its journal.
#include <fmt/format.h>

#include <memory>

#include "cli/commands.hpp"
#include "cli/reading.hpp"
#include "meeting/describe.hpp"
#include "program/exit_codes.hpp"
#include "program/print.hpp"

namespace dais::cli {
namespace {

struct ReplayOptions {
    std::filesystem::path journal;
    std::uint64_t until = 0;
};

int run(const ReplayOptions& options) {
    auto folded = fold(options.journal, {options.until});
    if (!folded) {
        program::complain(folded.error());
        return program::exit_cannot;
    }
    if (options.until > folded->head.value) {
        program::complain(fmt::format("The journal ends at entry {}.", folded->head.value));
        return program::exit_no;
    }
    fmt::print("{}: {}\n", folded->head.value, meeting::describe(folded->meeting, folded->meeting.now));
    return folded->whole ? program::exit_ok : program::exit_no;
}

}  // namespace

void add_replay(CLI::App& app, Job& job) {
    auto* command = app.add_subcommand("replay", "Print the state of a meeting, as it was at any entry");
    command->footer(
        "Example:\n  dais replay out/journal.sqlite --until 40\n"
        "prints: 40: meeting: open | chair: garcia | floor: lewis 2:10 | list: poussi, diallo");
    auto options = std::make_shared<ReplayOptions>();
    command->add_option("JOURNAL", options->journal, "The journal")->required();
    command->add_option("--until", options->until, "The last entry that counts; all where absent")
        ->check(CLI::PositiveNumber);
    command->callback([&job, options] { job = [options] { return run(*options); }; });
}

}  // namespace dais::cli
