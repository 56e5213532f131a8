// dais list: the speakers' list as the paper that is handed round, from a journal.
#include <fmt/format.h>

#include <memory>

#include "cli/commands.hpp"
#include "cli/reading.hpp"
#include "program/exit_codes.hpp"
#include "program/print.hpp"
#include "record/list_paper.hpp"

namespace dais::cli {
namespace {

struct ListOptions {
    std::filesystem::path journal;
    std::uint64_t until = 0;
    std::filesystem::path out;
};

int run(const ListOptions& options) {
    auto folded = fold(options.journal, {options.until});
    if (!folded) {
        program::complain(folded.error());
        return program::exit_cannot;
    }
    if (options.until > folded->head.value) {
        program::complain(fmt::format("The journal ends at entry {}.", folded->head.value));
        return program::exit_no;
    }
    const auto paper = record::list_paper(folded->meeting, folded->meeting.now);
    const int delivered = program::deliver(options.out, paper);
    return delivered == program::exit_ok && !folded->whole ? program::exit_no : delivered;
}

}  // namespace

void add_list(CLI::App& app, Job& job) {
    auto* command = app.add_subcommand("list", "Print the speakers' list, from the journal");
    command->footer(
        "Example:\n  dais list out/journal.sqlite --out list.txt\n"
        "Reads the journal beside a running hub, too: the list as it stands after the last entry. Who has "
        "the "
        "floor,\n"
        "who waits with which limit, rights of reply apart, and who was called and was not there.");
    auto options = std::make_shared<ListOptions>();
    command->add_option("JOURNAL", options->journal, "The journal")->required();
    command->add_option("--until", options->until, "The last entry that counts; all where absent")
        ->check(CLI::PositiveNumber);
    command->add_option("--out", options->out, "Write to this file instead of standard output");
    command->callback([&job, options] { job = [options] { return run(*options); }; });
}

}  // namespace dais::cli
