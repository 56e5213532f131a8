// dais list: the speakers' list as the paper that is handed round, from a journal.
#include <fmt/format.h>

#include <memory>

#include "cli/commands.hpp"
#include "cli/reading.hpp"
#include "program/exit_codes.hpp"
#include "program/print.hpp"
#include "record/formats/list_text.hpp"
#include "record/formats/pdf.hpp"
#include "record/list_paper.hpp"

namespace dais::cli {
namespace {

struct ListOptions {
    std::filesystem::path journal;
    std::uint64_t until = 0;
    std::filesystem::path out;
    std::string format;  // empty: what the file's name says
    bool pdf = false;
};

int run(ListOptions options) {
    options.pdf = options.format.empty() ? options.out.extension() == ".pdf" : options.format == "pdf";
    auto folded = fold(options.journal, {options.until});
    if (!folded) {
        program::complain(folded.error());
        return program::exit_cannot;
    }
    if (options.until > folded->head.value) {
        program::complain(fmt::format("The journal ends at entry {}.", folded->head.value));
        return program::exit_no;
    }
    const auto& now = folded->meeting.now;
    const auto paper = record::list_paper(folded->meeting, now);
    const auto content = options.pdf ? record::list_pdf(paper, now) : record::list_text(paper);
    if (!content) {
        program::complain(content.error());
        return program::exit_cannot;
    }
    const int delivered = program::deliver(options.out, *content);
    return delivered == program::exit_ok && !folded->whole ? program::exit_no : delivered;
}

}  // namespace

void add_list(CLI::App& app, Job& job) {
    auto* command = app.add_subcommand("list", "Print the speakers' list, from the journal");
    command->footer(
        "Example:\n  dais list out/journal.sqlite --out list.pdf\n"
        "Reads the journal beside a running hub, too: the list as it stands after the last entry. Who has "
        "the "
        "floor,\n"
        "who waits with which limit, rights of reply apart, and who was called and was not there.");
    auto options = std::make_shared<ListOptions>();
    command->add_option("JOURNAL", options->journal, "The journal")->required();
    command->add_option("--until", options->until, "The last entry that counts; all where absent")
        ->check(CLI::PositiveNumber);
    command
        ->add_option("--format", options->format,
                     "text or pdf; where absent, pdf for a file that ends in .pdf")
        ->check(CLI::IsMember({"text", "pdf"}));
    command->add_option("--out", options->out, "Write to this file instead of standard output");
    command->callback([&job, options] { job = [options] { return run(*options); }; });
}

}  // namespace dais::cli
