#include "cli/opening.hpp"

#include <spdlog/spdlog.h>

#include <utility>

#include "cli/restoring.hpp"
#include "journal/prefix.hpp"
#include "journal/sqlite_journal.hpp"
#include "journal/sqlite_reader.hpp"
#include "seal/random.hpp"

namespace dais::cli {
namespace {

// Hands every entry to the hub; returns when the last one was recorded.
base::Status<> restore(hub::Hub& hub, journal::JournalReader& journal) {
    base::Status<> restored = base::Done{};
    auto read = journal.read({1}, ~std::uint64_t{0}, [&](const journal::Entry& entry) {
        restored = hub.restore(entry.bytes);
        return restored.ok();
    });
    if (!read) return read.error();
    return restored;
}

// What is sound of a damaged journal, to be read.
base::Result<OpenedHub> open_damaged(OpenHub& how, const base::Error& damage) {
    auto prefix = journal::open_read_only_prefix(how.journal.string());
    if (!prefix) return prefix.error();
    const auto& report = prefix->report;
    spdlog::error("{}", damage.text);
    spdlog::error("{} Nothing is accepted; what holds is served to be read.", report.lost);
    how.options.read_only = "The journal is damaged; it can only be read. " + report.lost;
    how.options.key.reset();
    how.options.epoch = report.verified.epoch;
    OpenedHub opened{nullptr, std::make_unique<hub::Hub>(how.options)};
    if (auto restored = restore(*opened.hub, *prefix->journal); !restored) return restored.error();
    return opened;
}

}  // namespace

base::Result<OpenedHub> open_hub(OpenHub how) {
    how.options.key = how.key;
    OpenedHub opened{nullptr, std::make_unique<hub::Hub>(how.options)};
    // A journal that cannot be read yet is for open_journal() to judge.
    if (auto reader = journal::open_read_only(how.journal.string())) {
        if (auto head = (*reader)->head()) opened.hub->expect(head->sequence);
    }
    Restoring restoring(*opened.hub);
    auto journal = journal::open_journal(
        {how.journal.string(), how.key, "", [&](const journal::Entry& entry) { restoring.take(entry); }});
    auto restored = restoring.finish();
    if (!journal) {
        if (journal.error().code == "journal_damaged") return open_damaged(how, journal.error());
        return journal.error();
    }
    if (!restored) return restored.error();
    opened.journal = *std::move(journal);
    return opened;
}

base::Status<> begin_epoch(OpenedHub& opened, base::Instant now) {
    if (!opened.journal) return base::Done{};
    auto epoch = opened.journal->begin_epoch(seal::random_u64(), now);
    if (!epoch) return epoch.error();
    opened.hub->begin(epoch->epoch);
    return base::Done{};
}

}  // namespace dais::cli
