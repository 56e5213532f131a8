// The authority over one meeting, without sockets, disks or clocks: it is handed messages and the time, and
// hands messages back. It decides and applies on its working state, so that two commands of one batch see
// each other; the journal makes the batch durable in one sync; only then is anything acknowledged or
// published, from a second state that holds just what is durable.
//
// One thread. Nothing that a peer sends makes it throw, stop or forget; a peer that sends what it should not
// is answered with `refused`, named once to the log, and no longer heard on that connection, which ends where
// it goes on all the same. What one station can have the hub do, and keep waiting for the disk, has a limit,
// so that a flood is turned away before the others wait for it. Drafts (drafts.hpp) pass through it beside
// all that, and nothing waits for them. A room's screen is no cursor into the journal: it is sent what the
// room may know (meeting/room_view.hpp), the latest alone, and nothing else.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "base/sequence.hpp"
#include "base/time.hpp"
#include "hub/budget.hpp"
#include "hub/drafts.hpp"
#include "hub/peers.hpp"
#include "hub/sessions.hpp"
#include "hub/tail.hpp"
#include "hub/traffic.hpp"
#include "meeting/meeting.hpp"
#include "seal/head.hpp"
#include "wire/messages.hpp"

namespace dais::hub {

struct Options {
    base::Epoch epoch;
    // Signs the heads that stations keep; none: they are given none (tests, a hub that may only read).
    std::optional<seal::KeyPair> key;
    // Why nothing is accepted (the journal is damaged, say); empty: all is well.
    std::string read_only;
    bool script_clock = false;  // commands may bring the time with them (a rehearsal)
    std::size_t max_peers = 1000;
    std::size_t max_per_station = 4;     // connections with one key, each with a session of its own
    std::size_t tail_bytes = 64u << 20;  // how much of the journal is kept ready to be sent
    // A peer that is further behind than this is given a snapshot, as folding so many entries would take it
    // longer.
    std::uint64_t snapshot_after = 2048;
    base::Span silence{15'000};  // a peer not heard for so long is let go; it will say hello again
};

// Entries that lie before a checkpoint, for peers that have not got so far.
struct Earlier {
    base::Sequence before;  // the entry before the first of them
    base::Digest digest{};  // the chain's there
    std::vector<SharedBytes> entries;
};

class Hub {
  public:
    explicit Hub(Options options);

    // Before the first step: every entry of the journal, in order. Refuses (bad_entry) what is not an entry
    // or not the next one. `digest` is the chain's after the entry, where the caller has worked it out.
    base::Status<> restore(base::BytesView entry);
    base::Status<> restore(base::BytesView entry, const base::Digest& digest);
    // Before that: where restoring is going to end, as far as is known. Entries far from there are then not
    // kept ready to be sent.
    void expect(base::Sequence last);

    // Before the first step, in place of the entries up to the checkpoint's: the content of a checkpoint, and
    // the entries before it that peers may still want. Refuses (bad_checkpoint) what is none, and entries
    // that do not lead to it. What the content says is believed: whether it is what the journal comes to is
    // for the shell to prove, and to tell: Proved, or Damaged. Until then a station that has not got so far
    // as the tail reaches back is not answered, as nobody could say whether it saw the same things. A hub
    // that refused is of no use any more.
    base::Status<> restore_checkpoint(base::BytesView content, const Earlier& earlier = {});
    // Before the first step: what a checkpoint of the last restored entry holds. The same journal always
    // gives the same bytes, whether the hub was restored from a checkpoint or not.
    [[nodiscard]] base::Bytes checkpoint() const;
    // The chain's digests of all entries that were restored, the first that of entry 1 where the hub was not
    // restored from a checkpoint. The hub is of no use afterwards.
    [[nodiscard]] std::vector<base::Digest> release_digests() && {
        return std::move(tail_).release_digests();
    }

    // Before the first step, when the journal is empty: makes its first entry, to be appended like any other.
    // Returns what must be appended and synced before step() is called; restore() was done with it.
    base::Result<SharedBytes> prepare(meeting::MeetingPrepared prepared, base::Instant now);

    // Before the first step: the epoch of this life, where it was not known when the hub was made.
    void begin(base::Epoch epoch);

    // Hands in what came and the hub's time (never going back), and gets what is to be done, in this order.
    std::vector<Outbound> step(base::Instant now, const std::vector<Inbound>& inbound);

    // After how long step() must be called again though nothing comes in; nothing: never.
    [[nodiscard]] std::optional<base::Span> due() const;

    // The messages that tell every peer that the hub stops.
    std::vector<Outbound> farewell();

    // The last entry that is durable, and the state there.
    [[nodiscard]] base::Sequence head() const { return tail_.head(); }
    [[nodiscard]] const meeting::Meeting& state() const { return durable_; }
    [[nodiscard]] base::Digest digest() const { return *tail_.digest(tail_.head()); }
    [[nodiscard]] std::size_t peers() const { return peers_.size(); }
    // The hub's time: what step() was last told, or later where a script said so.
    [[nodiscard]] base::Instant now() const { return now_; }
    // What every screen must know of the hub, as a sentence; empty: all is well.
    [[nodiscard]] std::string trouble() const;

  private:
    struct Pending {  // decided, and not durable yet
        wire::Entry entry;
        SharedBytes bytes;
    };
    struct Reaching {  // a hello from an entry whose digest is not known yet
        std::string user;
        wire::Hello hello;
        base::Epoch theirs;
    };
    struct Held {  // an answer that waits until all that it could rest on is durable
        base::Sequence upto;
        PeerId peer;
        wire::SessionId session{};
        std::string user;
        wire::Answer answer;
    };

    void take(const Arrived& arrived);
    void take(const Left& left);
    void take(const Synced& synced);
    void take(const NotAppended& event);
    void take(const Room& event);
    void take(const Proved& event);
    void take(const Damaged& event);

    // Whether the peer was turned away: then nothing more is to be done with so many bytes of it.
    bool is_turned_away(const PeerId& peer, std::size_t bytes);
    // Whether the station may have the hub do so much more; where not, it was turned away.
    bool afford(const Arrived& arrived, std::uint32_t cost);
    void hear(Peer& peer, wire::Envelope envelope);
    void on(Peer& peer, wire::CommandMessage& message);
    void on(Peer& peer, const wire::Ask& ask);
    void on(Peer& peer, const wire::Credit& credit);
    void on(Peer& peer, const wire::Beat& beat);
    void on(Peer& peer, const wire::DigestAsk& ask);
    void on(Peer& peer, wire::Draft& draft);
    void greet(const Arrived& arrived, wire::Hello hello, base::Epoch theirs);
    void welcome(const Arrived& arrived, const wire::Hello& hello, base::Epoch theirs);
    // Why the peer cannot continue from where it says that it stands; an empty word where it can.
    [[nodiscard]] wire::Refused judge(const Arrived& arrived, const wire::Hello& hello,
                                      base::Epoch theirs) const;

    void accept(Peer& peer, std::uint64_t request, base::Instant at, std::vector<meeting::Event> events);
    base::Instant time_of(const wire::CommandMessage& message);
    void answer(const PeerId& peer, wire::Answer answer);
    void refuse(const PeerId& peer, std::string word, std::string sentence);
    // Refuses, says so in the log, and hears nothing more of this connection.
    void turn_away(const Arrived& arrived, std::string word, std::string sentence);
    void send(const PeerId& peer, wire::Message message);
    void send_bytes(const PeerId& peer, SharedBytes bytes);
    void say(std::string code, std::string sentence) {
        out_.emplace_back(Say{std::move(code), std::move(sentence)});
    }

    void append_next();
    // What was decided and is not durable did not happen; each that asked for some of it is given the answer.
    void take_back(const wire::Answer& refusal);
    void release_held();
    void remember_refusal(const Held& held);
    void feed_all();
    // Has the peer say hello again.
    void begin_anew(const PeerId& peer);
    void feed_drafts();
    void attend();
    void drop_silent();
    // rooms.cpp
    void feed_rooms();
    // What a room's screen says of where it stands is not asked: it begins at where the hub stands.
    void begin_room(wire::Hello& hello) const;
    // Whether a room's screen may send it.
    static bool is_for_rooms(const wire::Message& message);
    [[nodiscard]] wire::Present present() const;
    [[nodiscard]] base::Sequence working_head() const;
    std::shared_ptr<const Snapshot> snapshot(std::uint64_t not_older_than);
    const seal::SignedHead& signed_head();

    Options options_;
    base::Instant now_;   // what entries are stamped with; a script may put it forward
    base::Instant told_;  // what step() was told: silence is measured by it
    meeting::Meeting working_;
    meeting::Meeting durable_;
    Tail tail_;
    Sessions sessions_;
    std::deque<Pending> pending_;  // those under way first, then those of the next batch
    std::size_t under_way_ = 0;
    std::deque<Held> held_;
    std::map<PeerId, Peer> peers_;
    Drafts drafts_;
    std::map<PeerId, std::uint32_t> turned_away_;  // and what came since, by cost_of()
    Budgets budgets_;
    std::uint32_t paid_ = 0;                        // for the message under way
    std::map<std::string, std::size_t> undurable_;  // how many of pending_ each station has
    std::map<PeerId, Reaching> reaching_;           // until the checkpoint is proved
    std::set<PeerId> strangers_;                    // were told once to say hello
    bool started_ = false;                          // working_ was taken over from durable_
    bool disk_full_ = false;
    std::set<wire::SessionId> authors_;  // of what became durable in this step
    base::Instant all_fed_;              // when every peer was last fed
    bool some_wait_ = false;             // not every peer was, in the last step
    base::Sequence expected_;            // where restoring ends; 0: not known
    std::shared_ptr<const Snapshot> snapshot_;
    SharedBytes room_;        // what rooms' screens are shown, as a message
    base::Sequence room_at_;  // the head that it was made at
    std::optional<seal::SignedHead> signed_head_;
    std::vector<Outbound> out_;
};

}  // namespace dais::hub
