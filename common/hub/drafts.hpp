// The drafts of the stations that write: the latest for each author and place, handed to every other station
// that writes. In memory alone; whoever comes again says its own again.
//
// They lie in the order in which they changed last, each there once, and a peer is a cursor into that order:
// one that reads slowly, or has no credit, gets what is newest when it can, and no draft ever waits behind an
// older version of itself. What is gone stays in the order, empty, until every peer has been told; what
// nobody was told of is gone without a trace.
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "hub/peers.hpp"
#include "hub/traffic.hpp"
#include "wire/messages.hpp"

namespace dais::hub {

// All that stations have written, as wire::cost_of_draft() counts; what is beyond is not handed on.
inline constexpr std::size_t max_draft_bytes = 8u << 20;
// So many that are gone are remembered for peers that have not been told.
inline constexpr std::size_t max_drafts_gone = 4096;
// A peer is sent no more drafts than that until it grants credit anew, so that an entry never waits behind
// more of them than behind a part of a snapshot.
inline constexpr std::size_t max_drafts_under_way = 128;
inline constexpr std::size_t max_draft_bytes_under_way = part_bytes;

class Drafts {
  public:
    // What came from a peer. What would go beyond the limits, for its station or for all, is taken as gone:
    // an older version would be what nobody is writing any more.
    // REQUIRES: is_draft_place(draft.place), and the peer writes.
    void take(const Peer& peer, wire::Draft draft);
    // The peer is gone, or begins anew: nothing of what it said is being written any more.
    void forget(const PeerId& peer);
    // The same for all that are not there any more.
    void forget_all_but(const std::map<PeerId, Peer>& peers);

    // A peer that has just come: it will be given what is there.
    void join(Peer& peer) const { peer.drafts = {0, last_, 0, 0}; }
    // Sends the peer what it has not got, as far as its credit goes. REQUIRES: it writes.
    void feed(Peer& peer, base::Epoch epoch, std::vector<Outbound>& out);
    // Whether some are gone that the peer was not told of and that are not remembered: it has to begin anew.
    [[nodiscard]] bool left_behind(const Peer& peer) const { return told(peer) < forgotten_; }
    // Need not remember what all of these, as far as they write, have been told of.
    void settle(const std::map<PeerId, Peer>& peers);

    // The number of the last change: what a peer that has all stands at.
    [[nodiscard]] std::uint64_t last() const { return last_; }
    // How many are remembered, with those that are gone.
    [[nodiscard]] std::size_t size() const { return changes_.size(); }

  private:
    using Key = std::pair<std::string, std::string>;  // author, place
    struct Change {
        wire::DraftOf draft;  // empty text: it is gone
        PeerId from;
        SharedBytes bytes;  // of the message, once somebody was sent it
        bool known =
            false;  // somebody was sent this or what stood there before, and must be told when it is gone
    };
    struct Sum {
        std::size_t drafts = 0;
        std::size_t bytes = 0;
    };
    struct Owner {
        std::string author;
        std::size_t drafts = 0;
    };

    [[nodiscard]] static std::uint64_t told(const Peer& peer) {
        return std::max(peer.drafts.upto, peer.drafts.joined);
    }
    [[nodiscard]] bool fits(const std::string& author, std::size_t cost) const;
    void put(const PeerId& from, wire::DraftOf draft);
    // Takes what stands at the place out of the order and the sums.
    void drop(std::map<Key, std::uint64_t>::iterator at);
    void forget_gone(std::uint64_t change);

    std::map<std::uint64_t, Change> changes_;  // by the number of the change
    std::map<Key, std::uint64_t> at_;          // where it is there
    std::map<std::string, Sum> sums_;          // by author, of what is not gone
    std::map<PeerId, Owner> owners_;           // the same
    std::size_t bytes_ = 0;                    // of all that is not gone
    std::set<std::uint64_t> gone_;             // which of changes_ are
    std::uint64_t last_ = 0;
    std::uint64_t forgotten_ = 0;  // up to here some may be forgotten that a peer was not told of
};

}  // namespace dais::hub
