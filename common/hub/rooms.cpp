// What the hub does for the screens in the room: whoever stands before one is the public, so what is sent
// there is made for it, and nothing of the journal goes the same way.
#include <algorithm>

#include "hub/hub.hpp"
#include "meeting/room_view.hpp"
#include "wire/codec.hpp"

namespace dais::hub {

void Hub::begin_room(wire::Hello& hello) const {
    hello.head = tail_.head();
    hello.digest = digest();
}

bool Hub::is_for_rooms(const wire::Message& message) {
    return std::holds_alternative<wire::Beat>(message) || std::holds_alternative<wire::Credit>(message);
}

wire::Present Hub::present() const {
    wire::Present present;
    for (const auto& [id, peer] : peers_) {
        switch (peer.actor.desk) {
            case meeting::Desk::chair:
                ++present.chairs;
                break;
            case meeting::Desk::clerk:
                ++present.clerks;
                break;
            case meeting::Desk::moderator:
                ++present.moderators;
                break;
            case meeting::Desk::room:
                ++present.rooms;
                break;
            case meeting::Desk::hub:
                break;
        }
    }
    return present;
}

// Of what changes while a screen reads slowly, it gets the latest. Paragraphs and drafts change nothing here,
// so that a screen does not even learn that something is being written.
void Hub::feed_rooms() {
    if (some_wait_) return;
    const bool any =
        std::any_of(peers_.begin(), peers_.end(), [](const auto& each) { return is_room(each.second); });
    if (!any || tail_.head().value == 0) return;
    if (!room_ || room_at_ != tail_.head()) {
        room_at_ = tail_.head();
        auto bytes = wire::encode(wire::Envelope{options_.epoch, wire::Room{meeting::room_view(durable_)}});
        if (!room_ || *room_ != bytes) room_ = std::make_shared<const base::Bytes>(std::move(bytes));
    }
    for (auto& [id, peer] : peers_) {
        if (!is_room(peer) || peer.room == room_ || peer.sent >= peer.allowed) continue;
        if (peer.drafts.bytes_under_way >= max_draft_bytes_under_way) continue;
        peer.room = room_;
        peer.sent += room_->size();
        peer.drafts.bytes_under_way += room_->size();
        out_.emplace_back(Send{id, room_});
    }
}

}  // namespace dais::hub
