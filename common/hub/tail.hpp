// The newest entries as bytes, ready to be sent, and the chain's digest at every entry since the hub was made
// or, where it was restored from a checkpoint, since a while before that. What lies further back than the
// tail is not read from disk: a peer that stands there is given a snapshot.
#pragma once

#include <cstddef>
#include <deque>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "base/sequence.hpp"
#include "hub/traffic.hpp"

namespace dais::hub {

class Tail {
  public:
    // At most `max_bytes` of entries are kept, and always the last one.
    explicit Tail(std::size_t max_bytes) : max_bytes_(max_bytes) {}

    // Begins after this entry, with the chain's digest there. REQUIRES: nothing was pushed or passed.
    void begin_after(base::Sequence before, const base::Digest& digest);
    // The chain's digests from entry 1 on, at least up to where the tail began; false where they do not lead
    // there.
    bool know_earlier(std::shared_ptr<const std::vector<base::Digest>> digests);
    // Room for the digests of so many entries.
    void expect(std::size_t entries) { digests_.reserve(entries); }

    void push(SharedBytes entry);
    // The same where the caller has worked out the chain's digest after it.
    void push(SharedBytes entry, const base::Digest& digest);
    // An entry that nobody will be sent. REQUIRES: none before it is kept to be sent.
    void pass(const base::Digest& digest);

    [[nodiscard]] base::Sequence head() const { return {before_.value + digests_.size()}; }
    // The first entry that can be sent; head().next() where there is none.
    [[nodiscard]] base::Sequence first() const { return {head().value - entries_.size() + 1}; }
    // REQUIRES: first() <= at <= head()
    [[nodiscard]] const base::Bytes& entry(base::Sequence at) const;
    // The chain's digest at an entry; at 0 it is all zeros. Nothing beyond the head, nor before where the
    // tail began as long as nobody told it.
    [[nodiscard]] std::optional<base::Digest> digest(base::Sequence at) const;
    // The last entry before all that was pushed or passed.
    [[nodiscard]] base::Sequence before() const { return before_; }
    // Those that digest() knows of itself, the first that of entry before() + 1.
    [[nodiscard]] std::vector<base::Digest> release_digests() && { return std::move(digests_); }

  private:
    std::size_t max_bytes_;
    std::size_t bytes_ = 0;
    std::deque<SharedBytes> entries_;
    base::Sequence before_;  // where the tail began
    base::Digest digest_before_{};
    std::shared_ptr<const std::vector<base::Digest>> earlier_;
    std::vector<base::Digest> digests_;  // that of entry before_ + n at n - 1
};

}  // namespace dais::hub
