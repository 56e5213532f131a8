#include "hub/peers.hpp"

#include "seal/digest.hpp"
#include "wire/codec.hpp"

namespace dais::hub {

Snapshot make_snapshot(base::Epoch epoch, base::Sequence sequence, const base::Digest& chain,
                       base::BytesView bytes) {
    Snapshot made{sequence, seal::digest(bytes), {}};
    for (std::size_t offset = 0; offset < bytes.size(); offset += part_bytes) {
        wire::SnapshotPart part;
        part.sequence = sequence;
        part.chain = chain;
        part.state = made.state;
        part.total = bytes.size();
        part.offset = offset;
        part.bytes = bytes.substr(offset, part_bytes);
        made.parts.push_back(
            std::make_shared<const base::Bytes>(wire::encode(wire::Envelope{epoch, std::move(part)})));
    }
    return made;
}

void Feeder::send(Peer& peer, SharedBytes bytes) {
    peer.sent += bytes->size();
    out_.push_back(Send{peer.id, std::move(bytes)});
}

void Feeder::feed_snapshot(Peer& peer) {
    const auto& parts = peer.snapshot->parts;
    while (peer.snapshot_part < parts.size() && peer.sent < peer.allowed) {
        send(peer, parts[peer.snapshot_part++]);
    }
    if (peer.snapshot_part < parts.size()) return;
    peer.cursor = peer.snapshot->sequence;
    peer.snapshot.reset();
}

void Feeder::feed(Peer& peer) {
    if (peer.snapshot) feed_snapshot(peer);
    // One message may go beyond the credit, so that no entry is too big to be sent at all.
    // While a slow peer took its snapshot, the tail may have left the place where that ends behind.
    while (!peer.snapshot && peer.cursor < tail_.head() && peer.cursor.next() >= tail_.first() &&
           peer.sent < peer.allowed) {
        auto [bytes, last] = entries_after(peer.cursor);
        peer.cursor = last;
        send(peer, std::move(bytes));
    }
}

std::pair<SharedBytes, base::Sequence> Feeder::entries_after(base::Sequence cursor) {
    if (const auto found = made_.find(cursor); found != made_.end()) return found->second;
    std::vector<base::BytesView> entries;
    std::size_t size = 0;
    auto last = cursor;
    while (last < tail_.head() && size < part_bytes) {
        last = last.next();
        entries.emplace_back(tail_.entry(last));
        size += entries.back().size();
    }
    auto bytes = std::make_shared<const base::Bytes>(wire::encode_entries(epoch_, cursor.next(), entries));
    return made_.emplace(cursor, std::pair(std::move(bytes), last)).first->second;
}

}  // namespace dais::hub
