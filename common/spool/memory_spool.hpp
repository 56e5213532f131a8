// A spool in memory, for tests and simulations.
#pragma once

#include "spool/spool.hpp"

namespace dais::spool {

class MemorySpool final : public Spool {
  public:
    explicit MemorySpool(const Session& session);

    // The station as it comes back after a crash: with everything that was kept, and nothing else. The old
    // object may be used no more than a dead process.
    [[nodiscard]] std::unique_ptr<MemorySpool> crash() const;

    // The change after `successes` more successful ones fails with this code (`disk_full`, `sync_failed`, …).
    // After `sync_failed` the change is there when the station comes back if `kept_all_the_same`: a disk may
    // do either.
    void fail_change(std::string code, std::uint64_t successes = 0, bool kept_all_the_same = false);

    [[nodiscard]] std::uint64_t syncs() const { return syncs_; }

  private:
    struct Failure {
        std::string code;
        std::uint64_t successes;
        bool kept;
    };

    explicit MemorySpool(Contents stored);
    base::Status<> store(const Contents& next, const Changes& changes) override;

    Contents stored_;
    std::optional<Failure> failure_;
    std::uint64_t syncs_ = 0;
};

}  // namespace dais::spool
