// A station's side of the meeting, without sockets, disks or clocks: the confirmed state, what was asked for
// and has no answer yet, and what is known of the link to the hub. It is handed messages and the time (the
// station's own, which may be wrong and may jump) and hands orders back.
//
// One thread. It applies an entry only if it is the next one of the hub's present life; anything else means
// that it says hello again and continues from where it stands. The state is never half old and half new.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/sequence.hpp"
#include "base/time.hpp"
#include "meeting/meeting.hpp"
#include "replica/drafts.hpp"
#include "replica/outbox.hpp"
#include "replica/snapshot_in.hpp"
#include "replica/traffic.hpp"
#include "wire/messages.hpp"

namespace dais::replica {

// The link to the hub, as the screen says it.
enum class LinkState : std::uint8_t {
    connecting,  // no connection
    joining,     // connected; catching up
    live,
    evasive,     // nothing heard for three seconds
    stale,       // nothing heard for ten: what is shown is old; connecting anew
    refused,     // the hub does not want this station; the sentence says why
    superseded,  // this station has connected elsewhere, twice within a minute
    diverged,    // station and hub do not share one history; nothing is thrown away, a person must look
};
std::string_view word(LinkState state);

struct Options {
    wire::SessionId session{};
    std::uint64_t next_request = 1;  // above every number that the session ever used
    std::string program;
    std::uint64_t window = 1u << 20;  // credit that the hub is given at a time, in bytes
};

class Replica {
  public:
    explicit Replica(Options options);

    // Before the first step: a text that is still in the station's spool.
    void restore(std::uint64_t request, meeting::Command command);

    // Asks for a command; it leaves with the next step. Acts are refused at once while the link is not live
    // (no_link): they are meant now. Text is taken at any time. Refuses too_many when too much is unanswered.
    // `script_time` is for a rehearsal's hub.
    base::Result<std::uint64_t> submit(meeting::Command command, base::Instant now,
                                       std::optional<base::Instant> script_time = std::nullopt);
    // What is being written at a place and was not asked for; an empty text: nothing any more. It leaves with
    // the next step, or soon (drafts.hpp), where there is a link and this desk writes, and again on every new
    // one. A draft that has become a text is gone once that is settled, where it was submitted before.
    // `base`: so many revisions the text had when this was begun, 0 for none.
    void show_draft(std::string place, std::uint32_t base, std::string text, base::Instant now);
    // The next request's number will not be used: what was to have it may lie on the station's disk, whose
    // failure left that open, and a number that named two commands would let one pass for the other.
    void skip_request() { outbox_.skip_to(outbox_.next() + 1); }
    // Asks the hub for the digest of its state; the answer comes out as HubDigest. A beat goes with it, so
    // that the head there comes signed (HeadSeen). REQUIRES: live.
    void ask_digest();

    std::vector<Outbound> step(base::Instant now, std::vector<Inbound> inbound);

    [[nodiscard]] const meeting::Meeting& state() const { return state_; }
    [[nodiscard]] base::Sequence head() const { return head_; }
    [[nodiscard]] base::Digest chain() const { return chain_; }
    [[nodiscard]] base::Epoch epoch() const { return epoch_; }
    [[nodiscard]] LinkState link() const { return link_; }
    // Why, in a sentence, where the link is refused, superseded or diverged.
    [[nodiscard]] const std::string& link_sentence() const { return sentence_; }
    // What the hub last said of itself that every screen must show; empty: all is well.
    [[nodiscard]] const std::string& trouble() const { return trouble_; }
    // How many stations the hub has, by desk, as of its last beat.
    [[nodiscard]] const wire::Present& present() const { return present_; }
    [[nodiscard]] const meeting::Actor& self() const { return self_; }
    [[nodiscard]] bool script_clock() const { return script_clock_; }
    [[nodiscard]] const Outbox& outbox() const { return outbox_; }
    // What the others are writing, as far as the hub has told on this connection; empty where this desk does
    // not write.
    [[nodiscard]] const DraftsOfOthers& drafts_of_others() const { return drafts_of_others_; }
    [[nodiscard]] const OwnDrafts& own_drafts() const { return own_drafts_; }
    // The hub's time, by this station's clock and the offset that the beats have measured.
    [[nodiscard]] base::Instant hub_time(base::Instant now) const { return now + offset_; }
    // When step() should be called again though nothing comes in.
    [[nodiscard]] base::Instant wake_at() const { return wake_at_; }

  private:
    void take(const Connected& event);
    void take(const Disconnected& event);
    void take(const TurnedAway& event);
    void take(Received& received);

    void on(wire::Welcome& message, base::Epoch epoch);
    void on(wire::SnapshotPart& message);
    void on(wire::Entries& message);
    void on(const wire::Answer& message);
    void on(const wire::Beat& message);
    void on(const wire::DigestAnswer& message);
    void on(wire::DraftOf& message);
    void on(wire::Room& message);
    void on(const wire::Refused& message);

    bool apply_entry(base::BytesView bytes);
    // Whether the answer is no fate: the text stays, to be sent again.
    bool keep_for_later(const wire::Answer& message);
    void settle(std::uint64_t request, wire::Fate fate, base::Sequence at, std::string word,
                std::string sentence);
    void say_hello();
    // What was on its way on this connection is not any more.
    void lose_connection();
    void give_up(LinkState state, std::string sentence);
    void reconnect(LinkState meanwhile);
    void doubt();
    void yield(const std::string& sentence);
    // Only a person, or a new Replica, goes on from here.
    [[nodiscard]] bool ended() const {
        return link_ == LinkState::superseded || link_ == LinkState::diverged;
    }
    [[nodiscard]] base::Span patience() const;
    void become_live();
    void send_waiting();
    void send_drafts();
    void watch();
    void give_credit();
    void measure(base::Instant hub_sent, base::Span round_trip);
    void send(wire::Message message);

    Options options_;
    base::Instant now_;
    meeting::Meeting state_;
    base::Sequence head_;
    base::Digest chain_{};
    base::Epoch epoch_;
    Outbox outbox_;
    SnapshotIn snapshot_;

    LinkState link_ = LinkState::connecting;
    std::string sentence_;
    std::string trouble_;
    wire::Present present_;
    std::optional<base::Instant> texts_rest_until_;  // the hub cannot take them
    meeting::Actor self_;
    bool writes_ = false;  // its desk does
    bool script_clock_ = false;
    bool welcomed_ = false;       // on this connection
    bool snapshot_due_ = false;   // a snapshot was announced and is not whole yet
    base::Sequence join_target_;  // live once the state is here
    std::uint64_t received_ = 0;  // bytes on this connection, as the hub counts them
    std::uint64_t allowed_ = 0;
    OwnDrafts own_drafts_;
    DraftsOfOthers drafts_of_others_;
    std::size_t drafts_since_credit_ = 0;
    std::size_t draft_bytes_since_credit_ = 0;
    base::Instant heard_;     // when anything came last
    base::Instant tried_at_;  // when it said hello, asked for a connection, or was refused
    std::optional<base::Instant> superseded_at_;
    base::Instant beat_at_;
    base::Instant wake_at_;
    base::Span offset_{0};
    std::optional<base::Span> best_round_trip_;
    std::uint32_t measured_ = 0;
    bool started_ = false;
    std::pair<base::Epoch, base::Sequence> head_seen_;  // the last signed head that was handed out
    std::vector<Outbound> out_;
};

}  // namespace dais::replica
