#include "journal/prefix.hpp"

#include <utility>

#include "journal/sqlite_reader.hpp"

namespace dais::journal {
namespace {

class PrefixReader final : public JournalReader {
  public:
    PrefixReader(std::unique_ptr<JournalReader> journal, const seal::Head& end)
        : journal_(std::move(journal)), end_(end) {}

    base::Result<seal::Head> head() override { return end_; }

    base::Result<base::Digest> digest_at(base::Sequence sequence) override {
        if (sequence > end_.sequence) {
            return base::Error{"no_such_entry",
                               "there is no verified entry " + std::to_string(sequence.value)};
        }
        return journal_->digest_at(sequence);
    }

    base::Result<std::uint64_t> read(base::Sequence from, std::uint64_t max, const TakeEntry& take) override {
        if (from > end_.sequence) return std::uint64_t{0};
        const auto first = from.value == 0 ? 1 : from.value;
        return journal_->read({first}, std::min(max, end_.sequence.value - first + 1), take);
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
    std::unique_ptr<JournalReader> journal_;
    seal::Head end_;
};

}  // namespace

Prefix verified_prefix(std::unique_ptr<JournalReader> journal, const Checks& checks) {
    Report report = verify(*journal, checks);
    auto reader = std::make_unique<PrefixReader>(std::move(journal), report.verified);
    return {std::move(reader), std::move(report)};
}

base::Result<Prefix> open_read_only_prefix(const std::string& path, const Checks& checks) {
    auto reader = open_read_only(path);
    if (!reader) return reader.error();
    return verified_prefix(std::move(*reader), checks);
}

}  // namespace dais::journal
