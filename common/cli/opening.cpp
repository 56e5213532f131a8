#include "cli/opening.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <utility>

#include "cli/restoring.hpp"
#include "journal/checkpoint.hpp"
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

// Where a hub stands that is not given the journal's first entries.
struct Begin {
    journal::Place place;
    base::Digest content{};
};

// The entries before a checkpoint that stations may still want, with the digest from which they lead there.
base::Result<hub::Earlier> read_earlier(journal::JournalReader& journal, base::Sequence checkpoint,
                                        std::uint64_t count) {
    hub::Earlier earlier;
    earlier.before = {checkpoint.value - std::min(count, checkpoint.value)};
    auto digest = journal.digest_at(earlier.before);
    if (!digest) return digest.error();
    earlier.digest = *digest;
    auto read = journal.read(earlier.before.next(), checkpoint.value - earlier.before.value,
                             [&](const journal::Entry& entry) {
                                 earlier.entries.push_back(std::make_shared<const base::Bytes>(entry.bytes));
                                 return true;
                             });
    if (!read) return read.error();
    return earlier;
}

// Restores the hub from the checkpoint beside the journal. Nothing is said of a journal that cannot be read:
// that is for open_journal() to judge.
base::Result<Begin> begin_from_checkpoint(const OpenHub& how, hub::Hub& hub) {
    const auto path = how.journal.string();
    auto checkpoint = journal::read_checkpoint(path);
    if (!checkpoint) return checkpoint.error();
    const auto name = journal::checkpoint_path(path);
    if (!journal::checkpoint_signed_by(*checkpoint, how.key.public_key())) {
        return base::Error{"foreign_checkpoint", name + " was not signed by this hub's key"};
    }
    if (checkpoint->program != DAIS_VERSION) {
        return base::Error{"other_version", name + " was written by another version of Dais"};
    }
    auto reader = journal::open_read_only(path);
    if (!reader) return base::Error{"no_checkpoint", reader.error().text};
    auto head = (*reader)->head();
    if (!head) return base::Error{"no_checkpoint", head.error().text};
    const auto sequence = checkpoint->sequence;
    if (sequence > head->sequence) {
        return base::Error{"newer_checkpoint", name + " is of entry " + std::to_string(sequence.value) +
                                                   ", and the journal ends at entry " +
                                                   std::to_string(head->sequence.value) +
                                                   ": it is an older copy, or its end was cut off"};
    }
    auto there = (*reader)->digest_at(sequence);
    if (!there || *there != checkpoint->chain) {
        return base::Error{"foreign_checkpoint", name + " is of another journal"};
    }
    const auto after = head->sequence.value - sequence.value;
    const auto wanted = how.options.snapshot_after - std::min(how.options.snapshot_after, after);
    auto earlier = read_earlier(**reader, sequence, wanted);
    if (!earlier) return earlier.error();
    if (auto restored = hub.restore_checkpoint(checkpoint->content, *earlier); !restored) {
        return restored.error();
    }
    if (hub.head() != sequence || hub.digest() != checkpoint->chain) {
        return base::Error{"bad_checkpoint", name + " says inside that it is of another entry"};
    }
    hub.expect(head->sequence);
    return Begin{{sequence, checkpoint->chain}, checkpoint->content_digest};
}

// The hub from a checkpoint and the entries after it; nothing where it must be had from the whole journal.
base::Result<std::optional<OpenedHub>> open_from_checkpoint(const OpenHub& how) {
    OpenedHub opened{nullptr, std::make_unique<hub::Hub>(how.options)};
    const auto begin = begin_from_checkpoint(how, *opened.hub);
    if (!begin) {
        if (begin.error().code != "no_checkpoint") {
            spdlog::warn("The checkpoint is not used, the whole journal is read: {}.", begin.error().text);
        }
        return std::optional<OpenedHub>{};
    }
    Restoring restoring(*opened.hub);
    auto journal =
        journal::open_journal({how.journal.string(), how.key, "",
                               [&](const journal::Entry& entry) { restoring.take(entry); }, begin->place});
    const auto restored = restoring.finish();
    if (!journal && journal.error().code != "journal_damaged") return journal.error();
    if (!journal || !restored) return std::optional<OpenedHub>{};  // the whole reading says what is wrong
    opened.journal = *std::move(journal);
    opened.begun_from = BegunFrom{begin->place.sequence, begin->content};
    return std::optional(std::move(opened));
}

}  // namespace

base::Result<OpenedHub> open_hub(OpenHub how) {
    how.options.key = how.key;
    auto resumed = open_from_checkpoint(how);
    if (!resumed) return resumed.error();
    if (*resumed) return **std::move(resumed);
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
    if (opened.hub->head().value >= worth_a_checkpoint) opened.checkpoint = opened.hub->checkpoint();
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
