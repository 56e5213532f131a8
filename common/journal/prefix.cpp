#include "journal/prefix.hpp"

#include <algorithm>
#include <utility>

#include "journal/checked_aside.hpp"
#include "journal/sqlite_reader.hpp"

namespace dais::journal {
namespace {

class PrefixReader final : public JournalReader {
  public:
    PrefixReader(std::unique_ptr<JournalReader> journal, const seal::Head& end, bool sound)
        : journal_(std::move(journal)), end_(end), sound_(sound) {}

    base::Result<seal::Head> head() override { return end_; }

    base::Result<base::Digest> digest_at(base::Sequence sequence) override {
        if (sequence > end_.sequence) {
            return base::Error{"no_such_entry",
                               "there is no verified entry " + std::to_string(sequence.value)};
        }
        if (sound_ || sequence.value == 0) return journal_->digest_at(sequence);
        base::Digest digest{};
        const auto walked = read(sequence, 1, [&](const Entry& entry) {
            digest = entry.digest;
            return false;
        });
        if (!walked) return walked.error();
        return digest;
    }

    base::Result<std::uint64_t> read(base::Sequence from, std::uint64_t max, const TakeEntry& take) override {
        if (from > end_.sequence || max == 0) return std::uint64_t{0};
        const auto first = from.value == 0 ? 1 : from.value;
        const auto count = std::min(max, end_.sequence.value - first + 1);
        return sound_ ? journal_->read({first}, count, take) : walk(first, count, take);
    }

    base::Result<std::vector<EpochStart>> epochs() override {
        auto all = journal_->epochs();
        if (all)
            std::erase_if(*all, [&](const EpochStart& start) { return start.first > end_.sequence.next(); });
        return all;
    }

    base::Result<std::vector<seal::SignedHead>> heads() override {
        auto all = journal_->heads();
        if (all) std::erase_if(*all, [&](const auto& head) { return head.head.sequence > end_.sequence; });
        return all;
    }

    base::Status<> check_storage() override { return journal_->check_storage(); }

  private:
    // In a damaged file, looking an entry up may lead to another place than walking there did. What was
    // verified is what the walk from the very first row came by, so that walk is taken again.
    base::Result<std::uint64_t> walk(std::uint64_t first, std::uint64_t count, const TakeEntry& take) {
        std::uint64_t handed = 0;
        const auto walked = journal_->read({0}, first + count - 1, [&](const Entry& entry) {
            if (entry.sequence.value < first) return true;
            ++handed;
            return take(entry);
        });
        if (!walked) return walked.error();
        return handed;
    }

    std::unique_ptr<JournalReader> journal_;
    seal::Head end_;
    bool sound_;
};

}  // namespace

Prefix verified_prefix(std::unique_ptr<JournalReader> journal, const Checks& checks) {
    Report report = verify(*journal, checks);
    auto reader = std::make_unique<PrefixReader>(std::move(journal), report.verified, report.intact());
    return {std::move(reader), std::move(report)};
}

base::Result<Prefix> open_read_only_prefix(const std::string& path, const Checks& checks) {
    auto reader = open_read_only(path);
    if (!reader) return reader.error();
    return verified_prefix(std::make_unique<CheckedAside>(std::move(*reader), path), checks);
}

}  // namespace dais::journal
