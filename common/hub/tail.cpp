#include "hub/tail.hpp"

#include "base/check.hpp"
#include "seal/digest.hpp"

namespace dais::hub {

void Tail::begin_after(base::Sequence before, const base::Digest& digest) {
    base::check(digests_.empty(), "a tail begins before its first entry");
    before_ = before;
    digest_before_ = digest;
}

bool Tail::know_earlier(std::shared_ptr<const std::vector<base::Digest>> digests) {
    if (before_.value == 0) return true;
    if (!digests || digests->size() < before_.value) return false;
    if ((*digests)[before_.value - 1] != digest_before_) return false;
    earlier_ = std::move(digests);
    return true;
}

void Tail::push(SharedBytes entry) {
    const auto after = seal::chain(*digest(head()), *entry);
    push(std::move(entry), after);
}

void Tail::pass(const base::Digest& digest) {
    base::check(entries_.empty(), "the tail has no hole");
    digests_.push_back(digest);
}

void Tail::push(SharedBytes entry, const base::Digest& digest) {
    digests_.push_back(digest);
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
    if (at < before_) return earlier_ ? std::optional((*earlier_)[at.value - 1]) : std::nullopt;
    return at == before_ ? digest_before_ : digests_[at.value - before_.value - 1];
}

}  // namespace dais::hub
