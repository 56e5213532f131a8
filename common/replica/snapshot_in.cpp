#include "replica/snapshot_in.hpp"

#include "wire/codec.hpp"

namespace dais::replica {

void SnapshotIn::drop() {
    first_.reset();
    bytes_.clear();
    digester_ = {};
}

base::Result<std::optional<SnapshotIn::Whole>> SnapshotIn::take(wire::SnapshotPart part) {
    const auto bad = [&](std::string text) {
        drop();
        return base::Error{"bad_snapshot", std::move(text)};
    };
    if (part.offset == 0) {
        drop();
        if (part.total > wire::max_snapshot_bytes) return bad("The snapshot is too big.");
        bytes_.reserve(std::min<std::size_t>(part.total, 64u << 20));
    } else if (!first_ || first_->sequence != part.sequence || first_->state != part.state ||
               first_->total != part.total || part.offset != bytes_.size()) {
        return bad("A part of the snapshot does not follow the one before it.");
    }
    if (part.bytes.empty() || part.bytes.size() > part.total - part.offset) {
        return bad("A part of the snapshot goes beyond its end.");
    }
    bytes_ += part.bytes;
    digester_.add(part.bytes);
    part.bytes.clear();
    if (!first_) first_ = part;
    if (bytes_.size() < part.total) return std::optional<Whole>{};
    if (digester_.finish() != part.state)
        return bad("The snapshot does not have the digest that it should have.");
    auto meeting = wire::decode_meeting(bytes_);
    if (!meeting) return bad(meeting.error().text);
    drop();
    return std::optional(Whole{*std::move(meeting), part.sequence, part.chain});
}

}  // namespace dais::replica
