#include "simulation/medium.hpp"

#include <utility>

namespace dais::simulation {
namespace {

class MemoryMedium final : public Medium {
  public:
    explicit MemoryMedium(std::shared_ptr<journal::MemoryDisk> disk) : disk_(std::move(disk)) {}

    base::Result<std::unique_ptr<journal::Journal>> open() override {
        return journal::open_memory_journal(disk_, hub_key());
    }
    base::Result<journal::Prefix> open_prefix() override {
        return journal::verified_prefix(journal::read_memory_journal(disk_));
    }

    void fail_next(journal::DiskFault fault) override { disk_->fail_append(fault); }
    void lose_power() override {}  // a batch is there or it is not

    [[nodiscard]] std::unique_ptr<Medium> copy() const override {
        return std::make_unique<MemoryMedium>(std::make_shared<journal::MemoryDisk>(*disk_));
    }
    void flip(base::Sequence entry, std::uint64_t chance) override {
        base::Bytes bytes;
        base::Digest digest{};
        const auto read = journal::read_memory_journal(disk_)->read(entry, 1, [&](const auto& found) {
            bytes = found.bytes;
            digest = found.digest;
            return false;
        });
        if (!read || bytes.empty()) return;
        const auto bit = static_cast<unsigned char>(1u << (chance & 7u));
        const auto place = (chance >> 8u) % (bytes.size() + digest.size());
        if (place < bytes.size()) {
            bytes[place] = static_cast<char>(static_cast<unsigned char>(bytes[place]) ^ bit);
            disk_->change_entry(entry, bytes);
        } else {
            auto& byte = digest[place - bytes.size()];
            byte = static_cast<std::uint8_t>(byte ^ bit);
            disk_->change_digest(entry, digest);
        }
    }
    void cut_back(base::Sequence last) override { disk_->cut_tail(last, true); }

  private:
    std::shared_ptr<journal::MemoryDisk> disk_;
};

}  // namespace

const seal::KeyPair& hub_key() {
    static const auto key = seal::KeyPair::from_seed({'s', 'i', 'm', 'u', 'l', 'a', 't', 'i', 'o', 'n'});
    return key;
}

std::unique_ptr<Medium> memory_medium() {
    return std::make_unique<MemoryMedium>(std::make_shared<journal::MemoryDisk>());
}

}  // namespace dais::simulation
