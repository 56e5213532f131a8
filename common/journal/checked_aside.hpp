// A reader whose storage is checked by a second thread on a connection of its own, while the first reads.
// Private to this room.
#pragma once

#include <future>
#include <memory>
#include <string>

#include "journal/journal.hpp"

namespace dais::journal {

class CheckedAside final : public JournalReader {
  public:
    // `path` is what `reader` reads.
    CheckedAside(std::unique_ptr<JournalReader> reader, const std::string& path);

    base::Result<seal::Head> head() override { return reader_->head(); }
    base::Result<base::Digest> digest_at(base::Sequence sequence) override {
        return reader_->digest_at(sequence);
    }
    base::Result<std::uint64_t> read(base::Sequence from, std::uint64_t max, const TakeEntry& take) override {
        return reader_->read(from, max, take);
    }
    base::Result<std::vector<EpochStart>> epochs() override { return reader_->epochs(); }
    base::Result<std::vector<seal::SignedHead>> heads() override { return reader_->heads(); }
    // The first call waits for the other thread; later ones check anew.
    base::Status<> check_storage() override;

  private:
    std::unique_ptr<JournalReader> reader_;
    std::future<base::Status<>> coming_;
};

}  // namespace dais::journal
