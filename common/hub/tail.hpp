// The newest entries as bytes, ready to be sent, and the chain's digest at every entry. What lies further
// back than the tail is not read from disk: a peer that stands there is given a snapshot.
#pragma once

#include <cstddef>
#include <deque>
#include <optional>
#include <vector>

#include "base/sequence.hpp"
#include "hub/traffic.hpp"

namespace dais::hub {

class Tail {
  public:
    // At most `max_bytes` of entries are kept, and always the last one.
    explicit Tail(std::size_t max_bytes) : max_bytes_(max_bytes) {}

    void push(SharedBytes entry);

    [[nodiscard]] base::Sequence head() const { return {digests_.size()}; }
    // The first entry that can be sent; head().next() where there is none.
    [[nodiscard]] base::Sequence first() const { return {digests_.size() - entries_.size() + 1}; }
    // REQUIRES: first() <= at <= head()
    [[nodiscard]] const base::Bytes& entry(base::Sequence at) const;
    // The chain's digest at an entry; at 0 it is all zeros. Nothing beyond the head.
    [[nodiscard]] std::optional<base::Digest> digest(base::Sequence at) const;

  private:
    std::size_t max_bytes_;
    std::size_t bytes_ = 0;
    std::deque<SharedBytes> entries_;
    std::vector<base::Digest> digests_;  // that of entry n at n - 1
};

}  // namespace dais::hub
