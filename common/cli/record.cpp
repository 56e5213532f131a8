// dais record: the official record, from the journal alone.
#include <memory>

#include "cli/commands.hpp"
#include "cli/reading.hpp"
#include "program/exit_codes.hpp"
#include "program/print.hpp"

namespace dais::cli {
namespace {

struct RecordOptions {
    std::filesystem::path journal;
    std::string format = "txt";
    bool body = false;
    std::filesystem::path out;
    std::filesystem::path style;
};

int run(const RecordOptions& options) {
    auto folded = fold(options.journal, {});
    if (!folded) {
        program::complain(folded.error());
        return program::exit_cannot;
    }
    auto text = record_text(folded->meeting, options.body, options.style);
    if (!text) {
        program::complain(text.error());
        return program::exit_cannot;
    }
    const int delivered = program::deliver(options.out, *text);
    return delivered == program::exit_ok && !folded->whole ? program::exit_no : delivered;
}

}  // namespace

void add_record(CLI::App& app, Job& job) {
    auto* command = app.add_subcommand("record", "Print the record of a meeting from its journal");
    command->footer(
        "Example:\n  dais record out/journal.sqlite --body --out record.txt\n"
        "Reads the journal beside a running hub, too. A damaged journal gives the record up to the damage, "
        "says\n"
        "so, and the exit code is 1.");
    auto options = std::make_shared<RecordOptions>();
    command->add_option("JOURNAL", options->journal, "The journal")->required();
    command->add_option("--format", options->format, "txt")
        ->check(CLI::IsMember({"txt"}))
        ->capture_default_str();
    command->add_flag("--body", options->body, "Without the masthead");
    command->add_option("--out", options->out, "Write to this file instead of standard output");
    command->add_option("--style", options->style, "A house style in place of the one in the journal");
    command->callback([&job, options] { job = [options] { return run(*options); }; });
}

}  // namespace dais::cli
