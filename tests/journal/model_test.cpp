// Random lives of a journal beside a vector of strings: they must agree, on disk and in memory.
#include <rapidcheck.h>

#include "journal/memory_journal.hpp"
#include "journal/scene.hpp"
#include "support/temporary_directory.hpp"

namespace dais::journal {
namespace {

using Open = std::function<std::unique_ptr<Journal>()>;

std::unique_ptr<Journal> reopened(const Open& open, std::unique_ptr<Journal> journal, bool cleanly) {
    if (cleanly) RC_ASSERT(journal->close().ok());
    journal.reset();
    return open();
}

void live(const Open& open) {
    std::vector<std::string> model;
    std::uint64_t epochs = 0;
    auto journal = open();
    const auto steps = *rc::gen::inRange(1, 12);
    for (int step = 0; step < steps; ++step) {
        RC_ASSERT(journal->begin_epoch(*rc::gen::arbitrary<std::uint64_t>(), {step}).ok());
        ++epochs;
        const auto batches = *rc::gen::inRange(0, 4);
        for (int n = 0; n < batches; ++n) {
            const auto batch =
                *rc::gen::container<std::vector<std::string>>(rc::gen::nonEmpty<std::string>());
            RC_ASSERT(journal->append(batch).ok());
            model.insert(model.end(), batch.begin(), batch.end());
        }
        journal = reopened(open, std::move(journal), *rc::gen::arbitrary<bool>());
    }
    base::Digest digest = seal::no_digest;
    for (const auto& entry : model) digest = seal::chain(digest, entry);
    RC_ASSERT(all_entries(*journal) == model);
    RC_ASSERT(journal->head()->digest == digest);
    RC_ASSERT(journal->head()->sequence.value == model.size());
    RC_ASSERT(journal->epochs()->size() == epochs);
    const auto report = verify(*journal, {});
    RC_ASSERT(report.intact());
}

TEST(Model, of_a_file) {
    EXPECT_TRUE(rc::check([] {
        const test::TemporaryDirectory directory;
        live([&] {
            auto journal = open_journal({directory / "journal.dais", key_of(1), test::FaultyDisk::quick()});
            RC_ASSERT(journal.ok());
            return std::move(*journal);
        });
    }));
}

TEST(Model, of_memory) {
    EXPECT_TRUE(rc::check([] {
        const auto disk = std::make_shared<MemoryDisk>();
        live([&] {
            auto journal = open_memory_journal(disk, key_of(1));
            RC_ASSERT(journal.ok());
            return std::move(*journal);
        });
    }));
}

// Whatever one does to one row of a journal, the report names the first place that is not as it was written.
TEST(Model, one_change_is_named_at_its_place) {
    EXPECT_TRUE(rc::check([] {
        const auto disk = std::make_shared<MemoryDisk>();
        auto journal = std::move(*open_memory_journal(disk, key_of(1)));
        RC_ASSERT(journal->begin_epoch(1, {0}).ok());
        const std::uint64_t count = *rc::gen::inRange<std::uint64_t>(2, 40);
        RC_ASSERT(journal->append(entries_from(1, count)).ok());
        RC_ASSERT(journal->close().ok());
        const base::Sequence place{*rc::gen::inRange<std::uint64_t>(1, count + 1)};
        switch (*rc::gen::inRange(0, 4)) {
            case 0:
                disk->change_entry(place, "another");
                break;
            case 1:
                disk->change_digest(place, seal::digest("another"));
                break;
            case 2:
                disk->remove_entry(place);
                break;
            default:
                if (place.value == count) return;
                disk->swap_entries(place, {*rc::gen::inRange<std::uint64_t>(place.value + 1, count + 1)});
        }
        const auto report = verify(*read_memory_journal(disk), {});
        RC_ASSERT(!report.intact());
        RC_ASSERT(report.findings.front().sequence == place);
        RC_ASSERT(report.verified.sequence.value == place.value - 1);
        RC_ASSERT(report.last_known.value == count);
    }));
}

}  // namespace
}  // namespace dais::journal
