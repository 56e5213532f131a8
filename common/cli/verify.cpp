// dais verify: is every entry of a journal as it was written?
#include "journal/verify.hpp"

#include <fmt/format.h>

#include <memory>

#include "cli/commands.hpp"
#include "cli/progress.hpp"
#include "net/secret_file.hpp"
#include "program/exit_codes.hpp"
#include "program/print.hpp"

namespace dais::cli {
namespace {

struct VerifyOptions {
    std::filesystem::path journal;
    std::filesystem::path head;
    std::string key;
};

int fail(const base::Error& error) {
    program::complain(error);
    return program::exit_cannot;
}

void print(const journal::Report& report) {
    for (const auto& finding : report.findings) {
        fmt::print("{}: entry {}: {}", journal::word(finding.fault), finding.sequence.value, finding.text);
        if (!finding.expected.empty()) fmt::print("; expected {}, found {}", finding.expected, finding.found);
        fmt::print("\n");
    }
    if (!report.lost.empty()) fmt::print("{}\n", report.lost);
    fmt::print("verified up to entry {}, signed for up to entry {}; digest {}\n",
               report.verified.sequence.value, report.vouched.value, seal::hex(report.verified.digest));
}

int run(const VerifyOptions& options) {
    journal::Checks checks;
    if (!options.head.empty()) {
        auto text = net::read_plain_file(options.head);
        if (!text) return fail(text.error());
        auto head = seal::parse_head(*text);
        if (!head) return fail({head.error().code, options.head.string() + ": " + head.error().text});
        checks.kept = *head;
    }
    if (!options.key.empty()) {
        auto key = seal::digest_from_hex(options.key);
        if (!key) return fail({"bad_key", "--key: " + key.error().text});
        checks.trusted.push_back(*key);
    }
    Progress progress("Verifying", 0);
    checks.progress = [&](std::uint64_t done, std::uint64_t) { progress.at(done); };
    const auto report = journal::verify_file(options.journal.string(), checks);
    print(report);
    return report.intact() ? program::exit_ok : program::exit_no;
}

}  // namespace

void add_verify(CLI::App& app, Job& job) {
    auto* command = app.add_subcommand("verify", "Find any entry of a journal that is not as it was written");
    command->footer(
        "Example:\n  dais verify out/journal.sqlite --head out/head.txt\n"
        "Names every entry that was changed, is missing or stands elsewhere. A tail that was cut off, or a "
        "journal written\n"
        "anew by somebody who had the hub's key, shows only against a head that was kept elsewhere. Exit "
        "code 1 where\n"
        "anything is wrong.");
    auto options = std::make_shared<VerifyOptions>();
    command->add_option("JOURNAL", options->journal, "The journal")->required();
    command->add_option("--head", options->head,
                        "A file with a head that was kept: one line \"dais-head-1 …\"");
    command->add_option("--key", options->key,
                        "The hub's public key (64 hex digits); no other is then believed");
    command->callback([&job, options] { job = [options] { return run(*options); }; });
}

}  // namespace dais::cli
