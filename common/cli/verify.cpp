// dais verify: is every entry of a journal as it was written?
#include "journal/verify.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include "cli/commands.hpp"
#include "cli/progress.hpp"
#include "hub/hub.hpp"
#include "journal/checkpoint.hpp"
#include "journal/sqlite_reader.hpp"
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

// Holds the checkpoint beside a journal against it, while the journal is verified.
class CheckpointCheck {
  public:
    explicit CheckpointCheck(const std::string& journal)
        : path_(journal::checkpoint_path(journal)), read_(journal::read_checkpoint(journal)) {
        if (read_) hub_.expect(read_->sequence);
    }

    void take(const journal::Entry& entry) {
        if (!read_ || !folded_ || entry.sequence > read_->sequence) return;
        folded_ = hub_.restore(entry.bytes, entry.digest);
        if (hub_.head() == read_->sequence) content_ = hub_.checkpoint();
    }

    // After the walk: nothing where there is none, or what to say of it and whether it is sound.
    [[nodiscard]] std::optional<std::pair<bool, std::string>> result(
        const std::string& journal, const std::vector<seal::PublicKey>& trusted) const {
        if (!read_) {
            if (read_.error().code == "no_checkpoint") return {};
            return std::pair{false, read_.error().text};
        }
        const auto wrong = fault(journal, trusted);
        const auto entry = "entry " + std::to_string(read_->sequence.value);
        if (wrong.empty())
            return std::pair{true, "checkpoint of " + entry + ": it is what the journal comes to"};
        return std::pair{false, path_ + " is of " + entry + " and " + wrong};
    }

  private:
    static hub::Options folding() {
        hub::Options options;
        options.tail_bytes = 0;
        options.snapshot_after = 0;
        return options;
    }

    [[nodiscard]] std::string fault(const std::string& journal,
                                    const std::vector<seal::PublicKey>& trusted) const {
        auto keys = trusted;
        if (keys.empty()) {
            auto reader = journal::open_read_only(journal);
            if (!reader) return "cannot be held against the journal: " + reader.error().text;
            if (auto epochs = (*reader)->epochs()) {
                for (const auto& epoch : *epochs) keys.push_back(epoch.public_key);
            }
        }
        const bool signed_by_one = std::any_of(keys.begin(), keys.end(), [&](const auto& each) {
            return journal::checkpoint_signed_by(*read_, each);
        });
        if (!signed_by_one) return "was not signed by a hub of this journal";
        if (hub_.head() != read_->sequence) {
            return "the journal is sound up to entry " + std::to_string(hub_.head().value) +
                   ": it is an older copy, its end was cut off, or it is damaged";
        }
        if (hub_.digest() != read_->chain) return "speaks of another journal";
        return content_ == read_->content ? "" : "is not what the journal comes to there";
    }

    std::string path_;
    base::Result<journal::Checkpoint> read_;
    hub::Hub hub_{folding()};
    base::Status<> folded_ = base::Done{};
    base::Bytes content_;
};

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
    CheckpointCheck checkpoint(options.journal.string());
    checks.each = [&](const journal::Entry& entry) { checkpoint.take(entry); };
    const auto report = journal::verify_file(options.journal.string(), checks);
    print(report);
    const auto beside = checkpoint.result(options.journal.string(), checks.trusted);
    if (beside) fmt::print("{}{}\n", beside->first ? "" : "checkpoint_wrong: ", beside->second);
    return report.intact() && (!beside || beside->first) ? program::exit_ok : program::exit_no;
}

}  // namespace

void add_verify(CLI::App& app, Job& job) {
    auto* command = app.add_subcommand("verify", "Find any entry of a journal that is not as it was written");
    command->footer(
        "Example:\n  dais verify out/journal.sqlite --head out/head.txt\n"
        "Names every entry that was changed, is missing or stands elsewhere, and looks whether a checkpoint "
        "beside it is what\nit comes to. A tail that was cut off, or a "
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
