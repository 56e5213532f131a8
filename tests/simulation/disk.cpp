#include "simulation/disk.hpp"

#include "seal/digest.hpp"

namespace dais::simulation {

void Disk::keep(hub::SharedBytes entry) {
    const auto before = chain_.empty() ? base::Digest{} : chain_.back();
    chain_.push_back(seal::chain(before, *entry));
    durable_.push_back(std::move(entry));
}

void Disk::install(hub::SharedBytes entry) {
    keep(std::move(entry));
}

std::string Disk::append(const hub::Append& append, base::Instant now) {
    if (!under_way_.empty()) return "the hub appends while a sync is under way";
    if (append.entries.empty()) return "the hub appends nothing";
    if (append.first.value != durable_.size() + 1) {
        return "the hub appends entry " + std::to_string(append.first.value) + " after " +
               std::to_string(durable_.size());
    }
    under_way_ = append.entries;
    due_ = now + (chance_.one_in(20) ? chance_.between(base::Span{1}, slowest_) : chance_.between(1, 12));
    return {};
}

std::optional<hub::Synced> Disk::turn(base::Instant now) {
    if (under_way_.empty() || now < due_) return std::nullopt;
    for (auto& entry : under_way_) keep(std::move(entry));
    under_way_.clear();
    return hub::Synced{{durable_.size()}};
}

void Disk::crash() {
    if (chance_.one_in(3)) {
        for (auto& entry : under_way_) keep(std::move(entry));
    }
    under_way_.clear();
}

std::optional<base::Digest> Disk::chain(base::Sequence at) const {
    if (at.value == 0) return base::Digest{};
    if (at.value > chain_.size()) return std::nullopt;
    return chain_[at.value - 1];
}

}  // namespace dais::simulation
