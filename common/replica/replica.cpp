#include "replica/replica.hpp"

#include <algorithm>
#include <array>

#include "meeting/apply.hpp"
#include "seal/digest.hpp"
#include "wire/codec.hpp"

namespace dais::replica {
namespace {

constexpr base::Span beat_every{1'000};
constexpr base::Span evasive_after{3'000};
constexpr base::Span stale_after{10'000};
constexpr base::Span hello_patience{3'000};
// Before a station that was refused for want of room asks again.
constexpr base::Span refused_patience{5'000};
// A connection that does not come about, or whose end nobody told us, is made anew after so long.
constexpr base::Span connect_patience{10'000};
// Before texts are sent again to a hub that cannot take them.
constexpr base::Span room_patience{5'000};
// Two doubts within so short a time are no accident: the second one waits, or hub and station would spin.
constexpr base::Span doubt_pause{1'000};
// A station that is superseded again within so long has a twin; one that is superseded once may have been
// overtaken by its own hello on an earlier connection.
constexpr base::Span twin_suspicion{60'000};
// After so many beats the best round trip is measured anew, as clocks drift and routes change.
constexpr std::uint32_t beats_a_measure = 16;

// After so many drafts, or so much of them, the hub is granted credit: a quarter of what it sends without.
constexpr std::size_t drafts_a_credit = 32;
constexpr std::size_t cost_of_room = 8;  // in drafts: a view may take some KiB
constexpr std::size_t draft_bytes_a_credit = 16 * 1024;

constexpr std::array<std::string_view, 8> link_words{"connecting", "joining", "live",       "evasive",
                                                     "stale",      "refused", "superseded", "diverged"};

}  // namespace

std::string_view word(LinkState state) {
    return link_words[static_cast<std::size_t>(state)];
}

Replica::Replica(Options options) : options_(std::move(options)), outbox_(options_.next_request) {}

void Replica::restore(std::uint64_t request, meeting::Command command) {
    Waiting waiting;
    waiting.act = meeting::is_act(command);
    waiting.doubtful = waiting.act;
    waiting.command = std::move(command);
    outbox_.restore(request, std::move(waiting));
}

base::Result<std::uint64_t> Replica::submit(meeting::Command command, base::Instant now,
                                            std::optional<base::Instant> script_time) {
    const bool act = meeting::is_act(command);
    if (act && link_ != LinkState::live && link_ != LinkState::evasive) {
        return base::Error{"no_link", "There is no link to the hub; it was not asked for."};
    }
    if (outbox_.full()) return base::Error{"too_many", "Too much is unanswered; wait for the hub."};
    Waiting waiting;
    waiting.command = std::move(command);
    waiting.script_time = script_time;
    waiting.act = act;
    waiting.since = now;
    const auto request = outbox_.put(std::move(waiting));
    if (!act) out_.emplace_back(Keep{request, wire::encode(outbox_.find(request)->command)});
    wake_at_ = now;
    return request;
}

void Replica::show_draft(std::string place, std::uint32_t base, std::string text, base::Instant now) {
    own_drafts_.show(std::move(place), base, std::move(text), outbox_.next() - 1);
    wake_at_ = now;
}

void Replica::ask_digest() {
    beat_at_ = now_;
    send(wire::Beat{now_, {}, base::Span{0}, head_, {}, {}});
    send(wire::DigestAsk{});
}

std::vector<Outbound> Replica::step(base::Instant now, std::vector<Inbound> inbound) {
    now_ = now;
    if (!std::exchange(started_, true)) heard_ = tried_at_ = beat_at_ = now;
    for (auto& each : inbound) {
        std::visit([&](auto& event) { take(event); }, each);
    }
    watch();
    send_waiting();
    send_drafts();
    give_credit();
    return std::exchange(out_, {});
}

void Replica::take(const Connected&) {
    if (ended()) return;
    heard_ = now_;
    say_hello();
}

void Replica::lose_connection() {
    welcomed_ = false;
    outbox_.lose_connection();
    own_drafts_.lose_connection();
    if (drafts_of_others_.forget()) out_.emplace_back(DraftsGone{});
}

void Replica::take(const Disconnected&) {
    lose_connection();
    if (ended() || link_ == LinkState::refused) return;
    link_ = LinkState::connecting;
    tried_at_ = now_;
}

void Replica::take(const TurnedAway&) {
    if (ended()) return;
    give_up(LinkState::refused, "The hub does not know this station's key.");
}

void Replica::say_hello() {
    lose_connection();
    snapshot_due_ = false;
    snapshot_.drop();
    link_ = LinkState::joining;
    sentence_.clear();
    texts_rest_until_.reset();
    received_ = 0;
    drafts_since_credit_ = draft_bytes_since_credit_ = 0;
    allowed_ = options_.window;
    tried_at_ = now_;
    send(wire::Hello{options_.session, head_, chain_, allowed_, options_.program});
}

void Replica::give_up(LinkState state, std::string sentence) {
    link_ = state;
    sentence_ = std::move(sentence);
    tried_at_ = now_;
    lose_connection();
}

// The shell tells no end of a connection that we throw away ourselves.
void Replica::reconnect(LinkState meanwhile) {
    lose_connection();
    link_ = meanwhile;
    heard_ = now_;
    tried_at_ = now_;
    out_.emplace_back(Reconnect{});
}

// What came is not what had to come next: continue from where we stand.
void Replica::doubt() {
    if (now_ - tried_at_ >= doubt_pause) return say_hello();
    lose_connection();
    link_ = LinkState::joining;  // and watch() connects anew when patience ends
}

void Replica::take(Received& received) {
    // Where the hub's last word was a refusal, what else comes on this connection cannot take it back.
    if (ended() || link_ == LinkState::refused) return;
    auto envelope = wire::decode_envelope(received.bytes);
    if (!envelope) return reconnect(LinkState::connecting);
    heard_ = now_;
    received_ += received.bytes.size();
    if (auto* welcome = std::get_if<wire::Welcome>(&envelope->message)) return on(*welcome, envelope->epoch);
    if (auto* refused = std::get_if<wire::Refused>(&envelope->message)) return on(*refused);
    // What was on its way when the hub began a new life, or before it welcomed us, is not for this state.
    if (!welcomed_ || envelope->epoch != epoch_) return;
    std::visit(
        [&](auto& message) {
            if constexpr (requires { on(message); }) on(message);
        },
        envelope->message);
}

void Replica::on(wire::Welcome& message, base::Epoch epoch) {
    // A welcome of an earlier life was long under way: the hub that now lives will answer our hello as well.
    // (One that was started from an older journal does not welcome us, it says hub_behind.)
    if (epoch.counter < epoch_.counter) return;
    if (epoch.counter == epoch_.counter && epoch.id != epoch_.id && epoch_.id != 0) {
        return give_up(LinkState::diverged,
                       "Another hub of the same count answers; nothing of it was taken over.");
    }
    if (message.head < head_) {
        return give_up(LinkState::diverged, "The hub stands behind this station; nothing was thrown away.");
    }
    // With a welcome the hub begins anew: it knows of what we said to it since our hello, and tells all that
    // others write. What came before may be of the connection before this one.
    if (epoch != epoch_) own_drafts_.lose_connection();
    if (drafts_of_others_.forget()) out_.emplace_back(DraftsGone{});
    epoch_ = epoch;
    self_ = message.you;
    writes_ = meeting::may_ask(self_.desk, meeting::Write{});
    script_clock_ = message.script_clock;
    welcomed_ = true;
    snapshot_due_ = message.by_snapshot;
    join_target_ = message.head;
    outbox_.skip_to(message.highest_request + 1);
    best_round_trip_.reset();
    measure(message.now, now_ - tried_at_);
    become_live();
}

void Replica::on(wire::SnapshotPart& message) {
    if (!snapshot_due_) return doubt();
    auto whole = snapshot_.take(std::move(message));
    if (!whole) return doubt();
    if (!*whole) return;
    auto& taken = **whole;
    if (taken.sequence < head_) return doubt();
    state_ = std::move(taken.meeting);
    head_ = taken.sequence;
    chain_ = taken.chain;
    snapshot_due_ = false;
    out_.emplace_back(Replaced{});
    become_live();
}

void Replica::on(wire::Entries& message) {
    if (snapshot_due_ || message.first != head_.next()) return doubt();
    for (const auto& bytes : message.entries) {
        if (!apply_entry(bytes)) return doubt();
    }
    become_live();
}

bool Replica::apply_entry(base::BytesView bytes) {
    auto entry = wire::decode_entry(bytes);
    if (!entry || entry->fact.stamp.entry != head_.next()) return false;
    meeting::apply(state_, entry->fact);
    head_ = head_.next();
    chain_ = seal::chain(chain_, bytes);
    const bool ours = entry->session == options_.session && entry->request != 0;
    const auto request = entry->request;
    out_.emplace_back(Applied{*std::move(entry)});
    if (ours) settle(request, wire::Fate::accepted, head_, "", "");
    return true;
}

void Replica::on(const wire::Answer& message) {
    // An accepted request is settled by its entry, so that whoever learns of it also sees what it did; one
    // whose entry lies behind us, or came with a snapshot, is settled here.
    if (message.fate == wire::Fate::accepted && message.sequence > head_) return;
    if (keep_for_later(message)) return;
    settle(message.request, message.fate, message.sequence, message.word, message.sentence);
}

// All texts rest then, or a later one would overtake this one.
bool Replica::keep_for_later(const wire::Answer& message) {
    if (message.fate != wire::Fate::refused) return false;
    if (message.word != wire::disk_full && message.word != wire::read_only) return false;
    auto* waiting = outbox_.find(message.request);
    if (waiting == nullptr || waiting->act) return false;
    waiting->sent = false;
    texts_rest_until_ = now_ + room_patience;
    return true;
}

void Replica::settle(std::uint64_t request, wire::Fate fate, base::Sequence at, std::string word,
                     std::string sentence) {
    const auto* waiting = outbox_.find(request);
    if (waiting == nullptr) return;
    if (!waiting->act) {
        // `not_received` comes for a text only where the hub can no longer tell such an old number: it is
        // its author's again, who can see whether it stands in the record.
        if (fate == wire::Fate::not_received) sentence = "The hub no longer takes a text with this number.";
        if (fate != wire::Fate::accepted) {
            out_.emplace_back(Unplaced{request, sentence});
        } else {
            out_.emplace_back(Forget{request});
        }
    }
    outbox_.erase(request);
    out_.emplace_back(Settled{request, fate, at, std::move(word), std::move(sentence)});
}

void Replica::on(const wire::Beat& message) {
    if (message.echo.ms != 0) measure(message.sent, now_ - message.echo - message.held);
    if (message.trouble.empty()) texts_rest_until_.reset();
    trouble_ = message.trouble;
    present_ = message.present;
    if (message.head != head_) return;  // of another place than ours we cannot judge
    if (message.digest != chain_) {
        return give_up(LinkState::diverged, "At entry " + std::to_string(head_.value) +
                                                " the hub and this station have seen different things.");
    }
    if (!message.signature || head_seen_ == std::pair(epoch_, head_)) return;
    head_seen_ = {epoch_, head_};
    out_.emplace_back(HeadSeen{{{epoch_, head_, chain_}, *message.signature}});
}

// The hub's clock, as of the quickest round trip lately: the quicker, the less can hide in it.
void Replica::measure(base::Instant hub_sent, base::Span round_trip) {
    if (round_trip < base::Span{0}) return;  // our own clock jumped back
    const base::Span offset = hub_sent + round_trip / 2 - now_;
    // Each measure is right to half its round trip. Two that exclude each other mean that a clock jumped (or
    // that the hub's follows a script).
    const bool first = !best_round_trip_ || ++measured_ > beats_a_measure;
    const bool jumped =
        !first && std::chrono::abs(offset - offset_) > (round_trip + *best_round_trip_) / 2 + base::Span{2};
    if (!first && !jumped && round_trip > *best_round_trip_) return;
    if (first || jumped) measured_ = 1;
    best_round_trip_ = round_trip;
    offset_ = offset;
}

void Replica::on(const wire::DigestAnswer& message) {
    out_.emplace_back(HubDigest{message.sequence, message.state});
}

void Replica::on(wire::DraftOf& message) {
    ++drafts_since_credit_;
    draft_bytes_since_credit_ += message.text.size();
    if (message.author == self_.name || !drafts_of_others_.take(message)) return;
    out_.emplace_back(DraftSeen{std::move(message)});
}

void Replica::on(wire::Room& message) {
    // The hub sends no more than some of these before it is granted credit, as with drafts.
    drafts_since_credit_ += cost_of_room;
    out_.emplace_back(RoomSeen{std::move(message.view)});
}

void Replica::on(const wire::Refused& message) {
    if (message.word == "say_hello" || message.word == "old_epoch") {
        if (welcomed_ || now_ - tried_at_ >= hello_patience) say_hello();
        return;
    }
    if (message.word == "superseded") return yield(message.sentence);
    if (message.word == "hub_behind" || message.word == "diverged") {
        return give_up(LinkState::diverged, message.sentence);
    }
    if (message.word == "hub_stopping") return give_up(LinkState::connecting, message.sentence);
    give_up(LinkState::refused, message.sentence);
}

void Replica::yield(const std::string& sentence) {
    const auto before = std::exchange(superseded_at_, now_);
    if (!before || now_ < *before || now_ - *before > twin_suspicion) {
        return reconnect(LinkState::connecting);
    }
    give_up(LinkState::superseded, sentence);
}

void Replica::become_live() {
    if (snapshot_due_ || head_ < join_target_) return;
    link_ = LinkState::live;
    sentence_.clear();
}

void Replica::send_waiting() {
    if (link_ != LinkState::live && link_ != LinkState::evasive) return;
    if (texts_rest_until_ && (now_ >= *texts_rest_until_ || *texts_rest_until_ - now_ > room_patience)) {
        texts_rest_until_.reset();
    }
    std::size_t under_way = 0;
    for (auto& [request, waiting] : outbox_.all()) {
        if (waiting.doubtful) {
            if (!std::exchange(waiting.asked, true)) send(wire::Ask{request});
        } else if (waiting.sent) {
            ++under_way;
        } else if (under_way < max_under_way && (waiting.act || !texts_rest_until_)) {
            ++under_way;
            waiting.sent = true;
            send(wire::CommandMessage{request, waiting.script_time, waiting.command});
        }
    }
}

// How long the present state of the link is left to itself.
base::Span Replica::patience() const {
    if (link_ == LinkState::joining) return hello_patience;
    return link_ == LinkState::refused ? refused_patience : connect_patience;
}

// After what was asked: nothing may wait for them.
void Replica::send_drafts() {
    if (!writes_ || (link_ != LinkState::live && link_ != LinkState::evasive)) return;
    std::optional<std::uint64_t> unsettled;
    for (const auto& [request, waiting] : outbox_.all()) {
        if (waiting.act) continue;
        unsettled = request;
        break;
    }
    for (auto& draft : own_drafts_.due(now_, unsettled)) send(std::move(draft));
    if (const auto due = own_drafts_.wake_at()) wake_at_ = std::min(wake_at_, *due);
}

// What time alone brings about: beats, silence, patience that runs out.
void Replica::watch() {
    if (now_ < heard_) heard_ = now_;  // our own clock jumped back
    if (now_ < tried_at_) tried_at_ = now_;
    const auto silence = now_ - heard_;
    if (welcomed_) {
        if (silence > stale_after) {
            reconnect(LinkState::stale);
        } else if (link_ == LinkState::live && silence > evasive_after) {
            link_ = LinkState::evasive;
        } else if (link_ == LinkState::evasive && silence <= evasive_after) {
            link_ = LinkState::live;
        }
        if (now_ - beat_at_ >= beat_every || now_ < beat_at_) {
            beat_at_ = now_;
            send(wire::Beat{now_, {}, base::Span{0}, head_, {}, {}});
        }
    } else if (!ended() && now_ - tried_at_ > patience()) {
        reconnect(link_);
    }
    for (auto& [request, waiting] : outbox_.all()) {
        if (!waiting.act || waiting.told || now_ - waiting.since < act_patience) continue;
        waiting.told = true;
        waiting.doubtful = true;
        out_.emplace_back(Unanswered{request});
    }
    wake_at_ = now_ + base::Span{250};
}

void Replica::give_credit() {
    if (!welcomed_) return;
    const bool half_used = allowed_ - std::min(allowed_, received_) <= options_.window / 2;
    // The hub sends only so many drafts until it hears that they came.
    const bool for_drafts =
        drafts_since_credit_ >= drafts_a_credit || draft_bytes_since_credit_ >= draft_bytes_a_credit;
    if (!half_used && !for_drafts) return;
    drafts_since_credit_ = draft_bytes_since_credit_ = 0;
    allowed_ = received_ + options_.window;
    send(wire::Credit{allowed_});
}

void Replica::send(wire::Message message) {
    out_.emplace_back(Send{wire::encode(wire::Envelope{epoch_, std::move(message)})});
}

}  // namespace dais::replica
