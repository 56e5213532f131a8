#include "hub/tail.hpp"

#include "base/check.hpp"
#include "seal/digest.hpp"

namespace dais::hub {

void Tail::push(SharedBytes entry) {
    digests_.push_back(seal::chain(*digest(head()), *entry));
    bytes_ += entry->size();
    entries_.push_back(std::move(entry));
    while (bytes_ > max_bytes_ && entries_.size() > 1) {
        bytes_ -= entries_.front()->size();
        entries_.pop_front();
    }
}

const base::Bytes& Tail::entry(base::Sequence at) const {
    base::check(at >= first() && at <= head(), "the entry is in the tail");
    return *entries_[at.value - first().value];
}

std::optional<base::Digest> Tail::digest(base::Sequence at) const {
    if (at.value == 0) return base::Digest{};
    if (at > head()) return std::nullopt;
    return digests_[at.value - 1];
}

}  // namespace dais::hub
