#include "hub/hub.hpp"

#include <algorithm>

#include "base/check.hpp"
#include "meeting/apply.hpp"
#include "meeting/decide.hpp"
#include "wire/codec.hpp"

namespace dais::hub {
namespace {

// So many connections that were turned away are remembered, so that each is answered and logged once.
constexpr std::size_t max_turned_away = 4096;
// A peer that was turned away may have so many messages under way (or fewer that are longer, see cost_of());
// then its connection ends.
constexpr std::uint32_t heard_afterwards = 64;
// What a message costs its station besides its length: a hello is answered with up to 4 MiB, a digest takes
// the whole state, and an error a line in the log.
constexpr std::uint32_t cost_of_hello = 32;
constexpr std::uint32_t cost_of_digest = 128;
constexpr std::uint32_t cost_of_error = 64;
// So many commands of one station wait for the disk; an honest one has 64 under way, on a connection.
constexpr std::size_t max_pending_of_one = 256;
// So many commands wait for the disk at most: five seconds of the fastest writers seen.
constexpr std::size_t max_pending = 65'536;
// One commit: what the journal takes, less room for one more entry. The rest waits for the next.
constexpr std::size_t max_batch_entries = 8'192;
constexpr std::size_t max_batch_bytes = 32u << 20;
// A rehearsal's script may be ahead of the hub's clock by as long as a script can last.
constexpr base::Span max_script_lead = std::chrono::hours(24 * 366 * 100);

// While the disk has more under way, those who only follow are fed no more often than that: a message to each
// of two hundred costs more than a commit does, and one that brings the entries of several commits costs no
// more.
constexpr base::Span between_feeds{5};

constexpr const char* full_sentence = "The hub's disk is full: nothing is recorded until there is room.";

SharedBytes share(base::Bytes bytes) {
    return std::make_shared<const base::Bytes>(std::move(bytes));
}

}  // namespace

Hub::Hub(Options options) : options_(options), tail_(options.tail_bytes) {}

base::Sequence Hub::working_head() const {
    return {tail_.head().value + pending_.size()};
}

base::Result<SharedBytes> Hub::prepare(meeting::MeetingPrepared prepared, base::Instant now) {
    base::check(tail_.head().value == 0, "only an empty journal is prepared");
    wire::Entry entry;
    entry.fact.stamp = {{1}, now, {"hub", meeting::Desk::hub}};
    entry.fact.events.emplace_back(std::move(prepared));
    auto bytes = share(wire::encode(entry));
    if (bytes->size() > wire::max_first_entry_bytes) {
        return base::Error{"too_long", "The meeting folder is too big to be the first entry of a journal."};
    }
    if (auto restored = restore(*bytes); !restored) return restored.error();
    return bytes;
}

std::vector<Outbound> Hub::step(base::Instant now, const std::vector<Inbound>& inbound) {
    if (!std::exchange(started_, true)) working_ = durable_;
    told_ = std::max(told_, now);
    now_ = std::max(now_, now);
    for (const auto& each : inbound) {
        std::visit([&](const auto& event) { take(event); }, each);
    }
    append_next();
    // First what happened, then the answers that speak of it: whoever is told that another has the floor sees
    // it.
    feed_all();
    feed_rooms();
    release_held();
    drop_silent();
    feed_drafts();
    return std::exchange(out_, {});
}

void Hub::take(const Arrived& arrived) {
    if (is_turned_away(arrived.peer, arrived.bytes.size())) return;
    paid_ = cost_of(arrived.bytes.size());
    if (!afford(arrived, paid_)) return;
    auto envelope = wire::decode_envelope(arrived.bytes);
    if (!envelope) return turn_away(arrived, envelope.error().code, envelope.error().text);
    if (const auto* hello = std::get_if<wire::Hello>(&envelope->message)) {
        return greet(arrived, *hello, envelope->epoch);
    }
    const auto found = peers_.find(arrived.peer);
    if (found == peers_.end()) {
        if (strangers_.size() >= max_turned_away) strangers_.clear();
        if (strangers_.insert(arrived.peer).second) refuse(arrived.peer, "say_hello", "Say hello first.");
        return;
    }
    if (found->second.actor.name != arrived.user) {
        return turn_away(arrived, "bad_message", "The connection belongs to another station.");
    }
    found->second.heard = told_;
    found->second.attended = true;
    if (envelope->epoch != options_.epoch) {
        return refuse(arrived.peer, "old_epoch",
                      "That message is of another life of the hub; say hello again.");
    }
    hear(found->second, *std::move(envelope));
}

bool Hub::is_turned_away(const PeerId& peer, std::size_t bytes) {
    const auto found = turned_away_.find(peer);
    if (found == turned_away_.end()) return false;
    found->second += cost_of(bytes);
    if (found->second >= heard_afterwards) {
        out_.emplace_back(HangUp{peer});
        found->second = 0;
    }
    return true;
}

// A rehearsal's clock may stand still, and its stations are all ours.
bool Hub::afford(const Arrived& arrived, std::uint32_t cost) {
    if (options_.script_clock || budgets_.spend(arrived.user, cost, told_)) return true;
    turn_away(arrived, "too_fast", "Too many messages; come again later.");
    return false;
}

void Hub::hear(Peer& peer, wire::Envelope envelope) {
    if (is_room(peer) && !is_for_rooms(envelope.message)) {
        return turn_away({peer.id, peer.actor.name, {}}, "bad_message", "A room's screen asks for nothing.");
    }
    std::visit(
        [&](auto& message) {
            if constexpr (requires { on(peer, message); }) {
                on(peer, message);
            } else {
                turn_away({peer.id, peer.actor.name, {}}, "bad_message",
                          "A station does not send that message.");
            }
        },
        envelope.message);
}

void Hub::take(const Left& left) {
    peers_.erase(left.peer);
    turned_away_.erase(left.peer);
    reaching_.erase(left.peer);
    strangers_.erase(left.peer);
}

void Hub::take(const Synced& synced) {
    while (under_way_ > 0 && tail_.head() < synced.upto) {
        auto& first = pending_.front();
        meeting::apply(durable_, first.entry.fact);
        tail_.push(std::move(first.bytes));
        authors_.insert(first.entry.session);
        if (auto& count = undurable_[first.entry.fact.stamp.actor.name]; count > 0) --count;
        pending_.pop_front();
        --under_way_;
    }
    disk_full_ = false;
}

// All that was decided rests on what could not be stored, so none of it happened. An act that waited for room
// would come about at a time that nobody meant: it is refused. Texts stay with their stations, which send
// them again. The next command is the next attempt.
void Hub::take(const NotAppended&) {
    if (!disk_full_) say("disk_full", full_sentence);
    disk_full_ = true;
    take_back({0, wire::Fate::refused, {}, std::string(wire::disk_full), full_sentence});
}

void Hub::take_back(const wire::Answer& refusal) {
    const auto refuse_request = [&](std::uint64_t request) {
        auto answer = refusal;
        answer.request = request;
        return answer;
    };
    for (auto& held : held_) {
        if (held.upto <= tail_.head()) continue;
        held.upto = tail_.head();
        // What is durable already stays so, though the answer was held behind what is not.
        if (held.answer.fate == wire::Fate::accepted && held.answer.sequence <= tail_.head()) continue;
        if (held.answer.fate != wire::Fate::not_received) held.answer = refuse_request(held.answer.request);
    }
    const auto undone = std::exchange(pending_, {});
    undurable_.clear();
    under_way_ = 0;
    for (const auto& each : undone) {
        sessions_.take_back(each.entry.session, each.entry.request);
        for (const auto& [id, peer] : peers_) {
            if (peer.session == each.entry.session) answer(id, refuse_request(each.entry.request));
        }
    }
    working_ = durable_;
}

void Hub::take(const Room&) {
    disk_full_ = false;
}

std::string Hub::trouble() const {
    return disk_full_ && options_.read_only.empty() ? full_sentence : options_.read_only;
}

void Hub::append_next() {
    if (under_way_ != 0 || pending_.empty()) return;
    if (!options_.read_only.empty()) {
        return take_back({0, wire::Fate::refused, {}, std::string(wire::read_only), options_.read_only});
    }
    Append append{tail_.head().next(), {}};
    std::size_t size = 0;
    for (const auto& each : pending_) {
        if (append.entries.size() == max_batch_entries || size >= max_batch_bytes) break;
        append.entries.push_back(each.bytes);
        size += each.bytes->size();
    }
    under_way_ = append.entries.size();
    out_.emplace_back(std::move(append));
}

void Hub::release_held() {
    while (!held_.empty() && held_.front().upto <= tail_.head()) {
        auto held = std::move(held_.front());
        held_.pop_front();
        remember_refusal(held);
        send(held.peer, std::move(held.answer));
    }
}

// Who is told that a command was accepted, or why not, is not kept waiting by those who only follow: the next
// command of a writer depends on it.
void Hub::attend() {
    for (const auto& held : held_) {
        if (held.upto > tail_.head()) break;
        if (const auto found = peers_.find(held.peer); found != peers_.end()) found->second.attended = true;
    }
    for (auto& [id, peer] : peers_) {
        if (authors_.contains(peer.session)) peer.attended = true;
    }
    authors_.clear();
}

std::optional<base::Span> Hub::due() const {
    if (!some_wait_) return std::nullopt;
    return between_feeds;
}

// What is only for now is no refusal for ever.
void Hub::remember_refusal(const Held& held) {
    const auto& [request, fate, at, word, sentence] = held.answer;
    if (fate != wire::Fate::refused || word == wire::disk_full || word == wire::read_only) return;
    sessions_.refuse(held.session, held.user, request, {word, sentence});
}

void Hub::feed_all() {
    Feeder feeder(options_.epoch, tail_, out_);
    attend();
    for (auto& [id, peer] : peers_) {
        if (peer.attended && !is_room(peer)) feeder.feed(peer);
    }
    // A script's clock may stand still.
    some_wait_ = under_way_ > 0 && !options_.script_clock && told_ - all_fed_ < between_feeds;
    if (!some_wait_) all_fed_ = told_;
    std::vector<PeerId> left_behind;
    for (auto& [id, peer] : peers_) {
        if (is_room(peer)) continue;
        if (!std::exchange(peer.attended, false) && !some_wait_) feeder.feed(peer);
        if (!peer.snapshot && peer.cursor.next() < tail_.first()) left_behind.push_back(id);
    }
    // A snapshot is always announced by a welcome, so that a station knows what comes.
    for (const auto& id : left_behind) begin_anew(id);
}

void Hub::begin_anew(const PeerId& peer) {
    refuse(peer, "say_hello", "What comes next is no longer kept ready; say hello again.");
    peers_.erase(peer);
}

// After all else, and only to those who have all else: a draft is never in the way of what happened. Nor does
// one outlive the connection on which it came: to show as being written what nobody can be writing would keep
// others from the place, and a station that comes again says its drafts again at once.
void Hub::feed_drafts() {
    std::vector<PeerId> left_behind;
    for (const auto& [id, peer] : peers_) {
        if (peer.writes && drafts_.left_behind(peer)) left_behind.push_back(id);
    }
    for (const auto& id : left_behind) begin_anew(id);
    drafts_.forget_all_but(peers_);
    for (auto& [id, peer] : peers_) {
        if (!peer.writes || peer.drafts.upto == drafts_.last()) continue;
        if (!peer.snapshot && peer.cursor == tail_.head()) drafts_.feed(peer, options_.epoch, out_);
    }
    drafts_.settle(peers_);
}

void Hub::drop_silent() {
    std::erase_if(peers_, [&](const auto& each) { return told_ - each.second.heard > options_.silence; });
}

void Hub::on(Peer& peer, wire::CommandMessage& message) {
    const auto request = message.request;
    if (const auto at = sessions_.accepted(peer.session, request)) {
        return answer(peer.id, {request, wire::Fate::accepted, *at, "", ""});
    }
    if (request == 0 || sessions_.closed(peer.session, request)) {
        return answer(peer.id, {request, wire::Fate::not_received, {}, "", ""});
    }
    if (pending_.size() + held_.size() >= max_pending) {
        return turn_away({peer.id, peer.actor.name, {}}, "too_fast",
                         "The disk cannot follow; come again later.");
    }
    if (const auto* before = sessions_.refused(peer.session, request)) {
        return answer(peer.id, {request, wire::Fate::refused, {}, before->word, before->sentence});
    }
    if (!options_.read_only.empty()) {
        return answer(peer.id,
                      {request, wire::Fate::refused, {}, std::string(wire::read_only), options_.read_only});
    }
    if (undurable_[peer.actor.name] >= max_pending_of_one) {
        return turn_away({peer.id, peer.actor.name, {}}, "too_fast",
                         "Too many commands wait for the disk; come again later.");
    }
    const auto at = time_of(message);
    auto decision = meeting::decide(working_, peer.actor, message.command, at);
    if (!decision) {
        const auto& refusal = decision.error();
        return answer(
            peer.id, {request, wire::Fate::refused, {}, std::string(word(refusal.reason)), refusal.sentence});
    }
    accept(peer, request, at, *std::move(decision));
}

// A rehearsal's commands come at the time that its script says, even where the stations could not keep up
// with it, so that the record is the same at any speed; but never before what was recorded already.
base::Instant Hub::time_of(const wire::CommandMessage& message) {
    if (!options_.script_clock || !message.script_time) return now_;
    const auto at = std::max(working_.now, std::min(*message.script_time, now_ + max_script_lead));
    now_ = std::max(now_, at);
    return at;
}

void Hub::accept(Peer& peer, std::uint64_t request, base::Instant at, std::vector<meeting::Event> events) {
    wire::Entry entry;
    entry.session = peer.session;
    entry.request = request;
    entry.fact = {{working_head().next(), at, peer.actor}, std::move(events)};
    auto bytes = share(wire::encode(entry));
    if (bytes->size() > wire::max_entry_bytes) {
        return answer(peer.id,
                      {request, wire::Fate::refused, {}, "too_long", "That is too long for the journal."});
    }
    meeting::apply(working_, entry.fact);
    sessions_.accept(peer.session, peer.actor.name, request, entry.fact.stamp.entry);
    pending_.push_back({std::move(entry), std::move(bytes)});
    ++undurable_[peer.actor.name];
    budgets_.give_back(peer.actor.name, paid_);
}

// An answer may tell of what is not durable yet (that somebody has the floor, say), so it waits for that.
void Hub::answer(const PeerId& peer, wire::Answer answer) {
    const auto& from = peers_.at(peer);
    held_.push_back({working_head(), peer, from.session, from.actor.name, std::move(answer)});
}

void Hub::on(Peer& peer, const wire::Ask& ask) {
    if (pending_.size() + held_.size() >= max_pending) {
        return turn_away({peer.id, peer.actor.name, {}}, "too_fast",
                         "The disk cannot follow; come again later.");
    }
    if (const auto at = sessions_.accepted(peer.session, ask.request)) {
        return answer(peer.id, {ask.request, wire::Fate::accepted, *at, "", ""});
    }
    // What a damaged journal no longer shows may stand in the sound one all the same: it is left open.
    if (!options_.read_only.empty()) return;
    if (!sessions_.closed(peer.session, ask.request)) {
        sessions_.close(peer.session, peer.actor.name, ask.request);
    }
    answer(peer.id, {ask.request, wire::Fate::not_received, {}, "", ""});
}

void Hub::on(Peer& peer, const wire::Credit& credit) {
    peer.allowed = std::max(peer.allowed, std::min(credit.allowed, peer.sent + max_credit));
    peer.drafts.under_way = 0;
    peer.drafts.bytes_under_way = 0;
}

void Hub::on(Peer& peer, const wire::Beat& beat) {
    if (is_room(peer)) return send(peer.id, wire::Beat{now_, beat.sent, base::Span{0}, {}, {}, {}, {}, {}});
    wire::Beat mine{now_, beat.sent, base::Span{0}, tail_.head(), *tail_.digest(tail_.head()),
                    {},   trouble(), present()};
    if (options_.key) mine.signature = *signed_head().signature;
    send(peer.id, mine);
}

// Signing costs a hundred times what a beat costs, and most beats of a second tell of the same head.
const seal::SignedHead& Hub::signed_head() {
    const seal::Head head{options_.epoch, tail_.head(), digest()};
    if (!signed_head_ || signed_head_->head != head) signed_head_ = seal::sign_head(head, *options_.key);
    return *signed_head_;
}

void Hub::on(Peer& peer, const wire::DigestAsk&) {
    if (!afford({peer.id, peer.actor.name, {}}, cost_of_digest)) return;
    const auto current = snapshot(tail_.head().value);
    send(peer.id, wire::DigestAnswer{current->sequence, current->state});
}

void Hub::on(Peer& peer, wire::Draft& draft) {
    if (!peer.writes || !wire::is_draft_place(draft.place)) {
        return turn_away({peer.id, peer.actor.name, {}}, "bad_message",
                         peer.writes ? "At that place no text is written." : "That desk writes no texts.");
    }
    drafts_.take(peer, std::move(draft));
}

void Hub::greet(const Arrived& arrived, wire::Hello hello, base::Epoch theirs) {
    if (!afford(arrived, cost_of_hello)) return;
    if (meeting::desk_of(arrived.user) == meeting::Desk::room) begin_room(hello);
    if (hello.head <= tail_.head() && !tail_.digest(hello.head)) {
        // Beyond these a station says hello again by itself.
        if (reaching_.size() < options_.max_peers) {
            reaching_.insert_or_assign(arrived.peer, Reaching{arrived.user, hello, theirs});
        }
        return;
    }
    reaching_.erase(arrived.peer);
    welcome(arrived, hello, theirs);
}

void Hub::welcome(const Arrived& arrived, const wire::Hello& hello, base::Epoch theirs) {
    if (auto refused = judge(arrived, hello, theirs); !refused.word.empty()) {
        return turn_away(arrived, refused.word, refused.sentence);
    }
    // One connection speaks for a session: the newest. What the older one still sends is not heard.
    std::vector<PeerId> older;
    for (const auto& [id, peer] : peers_) {
        if (peer.session == hello.session && id != arrived.peer) older.push_back(id);
    }
    for (const auto& id : older) {
        refuse(id, "superseded", "This station has connected again elsewhere.");
        peers_.erase(id);
    }
    Peer peer;
    peer.id = arrived.peer;
    peer.actor = {arrived.user, *meeting::desk_of(arrived.user)};
    peer.session = hello.session;
    peer.cursor = hello.head;
    peer.allowed = std::min(hello.allowed, max_credit);
    peer.heard = told_;
    peer.attended = true;
    peer.writes = meeting::may_ask(peer.actor.desk, meeting::Write{});
    drafts_.forget(peer.id);
    drafts_.join(peer);
    wire::Welcome welcome{
        peer.actor, tail_.head(), false, options_.script_clock, now_, sessions_.highest(hello.session)};
    const bool first_too_big = tail_.head().value != 0 && tail_.first().value == 1 && hello.head.value == 0 &&
                               tail_.entry({1}).size() > wire::max_entry_bytes;
    if (hello.head.next() < tail_.first() || first_too_big ||
        tail_.head().value - hello.head.value > options_.snapshot_after) {
        const auto oldest =
            tail_.head().value > options_.snapshot_after ? tail_.head().value - options_.snapshot_after : 1;
        peer.snapshot = snapshot(std::max(oldest, tail_.first().value - 1));
        welcome.by_snapshot = true;
    }
    // What it had asked before is asked again after the welcome, and might be decided another way: an answer
    // of before that still waits for the disk would then contradict the journal.
    std::erase_if(held_, [&](const Held& held) { return held.peer == arrived.peer; });
    strangers_.erase(arrived.peer);
    if (is_room(peer)) welcome.head = {};
    peers_.insert_or_assign(arrived.peer, std::move(peer));
    send(arrived.peer, welcome);
}

wire::Refused Hub::judge(const Arrived& arrived, const wire::Hello& hello, base::Epoch theirs) const {
    if (!meeting::desk_of(arrived.user)) {
        return {"no_such_desk", "\"" + arrived.user + "\" names no desk that the hub serves."};
    }
    // What this very session still holds makes room for it.
    const auto others = std::count_if(peers_.begin(), peers_.end(), [&](const auto& each) {
        return each.first != arrived.peer && each.second.session != hello.session;
    });
    if (static_cast<std::size_t>(others) >= options_.max_peers) {
        return {"too_many_stations",
                "The hub serves " + std::to_string(options_.max_peers) + " stations, and no more."};
    }
    const auto same = std::count_if(peers_.begin(), peers_.end(), [&](const auto& each) {
        return each.first != arrived.peer && each.second.actor.name == arrived.user &&
               each.second.session != hello.session;
    });
    if (static_cast<std::size_t>(same) >= options_.max_per_station) {
        return {"too_many_stations", "That station is connected too many times."};
    }
    const auto& owner = sessions_.owner(hello.session);
    const bool used_by_another = std::any_of(peers_.begin(), peers_.end(), [&](const auto& each) {
        return each.second.session == hello.session && each.second.actor.name != arrived.user;
    });
    if (used_by_another || (!owner.empty() && owner != arrived.user)) {
        return {"session_of_another", "That session belongs to another station."};
    }
    if (owner.empty() && sessions_.full())
        return {"too_many_stations", "The hub holds as many sessions as it can."};
    if (theirs.counter > options_.epoch.counter || hello.head > tail_.head()) {
        if (meeting::desk_of(arrived.user) == meeting::Desk::room) {
            return {"hub_behind", "The hub was started from an older journal."};
        }
        return {"hub_behind", "The station has seen entry " + std::to_string(hello.head.value) +
                                  ", and the hub stands at " + std::to_string(tail_.head().value) +
                                  ": the hub was started from an older journal."};
    }
    if (theirs.counter == options_.epoch.counter && theirs.id != options_.epoch.id) {
        return {"diverged",
                "The station has followed another hub of the same count: two were at work on one "
                "journal or its copies."};
    }
    if (*tail_.digest(hello.head) != hello.digest) {
        return {"diverged", "At entry " + std::to_string(hello.head.value) +
                                " the station and the hub have seen different things."};
    }
    return {};
}

void Hub::refuse(const PeerId& peer, std::string word, std::string sentence) {
    send(peer, wire::Refused{std::move(word), std::move(sentence)});
}

void Hub::turn_away(const Arrived& arrived, std::string word, std::string sentence) {
    say(word, arrived.user + ": " + sentence);
    refuse(arrived.peer, std::move(word), std::move(sentence));
    peers_.erase(arrived.peer);
    if (!options_.script_clock) static_cast<void>(budgets_.spend(arrived.user, cost_of_error, told_));
    // A station may try again on another connection; what still comes on this one is not read.
    if (turned_away_.size() >= max_turned_away) turned_away_.clear();
    turned_away_.emplace(arrived.peer, 0);
}

void Hub::send(const PeerId& peer, wire::Message message) {
    send_bytes(peer, share(wire::encode(wire::Envelope{options_.epoch, std::move(message)})));
}

// Answers and beats go out beyond the credit, or a slow reader would never learn of anything; but not without
// end.
void Hub::send_bytes(const PeerId& peer, SharedBytes bytes) {
    if (const auto found = peers_.find(peer); found != peers_.end()) {
        auto& [id, known] = *found;
        known.sent += bytes->size();
        if (known.sent > known.allowed + max_credit) {
            say("does_not_read", known.actor.name + " sends and does not read; its connection is ended.");
            turned_away_.emplace(peer, 0);
            out_.emplace_back(HangUp{peer});
            peers_.erase(found);
            return;
        }
    }
    out_.emplace_back(Send{peer, std::move(bytes)});
}

std::shared_ptr<const Snapshot> Hub::snapshot(std::uint64_t not_older_than) {
    if (snapshot_ && snapshot_->sequence.value >= not_older_than) return snapshot_;
    snapshot_ = std::make_shared<const Snapshot>(
        make_snapshot(options_.epoch, tail_.head(), digest(), wire::encode(durable_)));
    return snapshot_;
}

std::vector<Outbound> Hub::farewell() {
    std::vector<PeerId> all;  // as refuse() may drop a peer that does not read
    for (const auto& [id, _] : peers_) all.push_back(id);
    for (const auto& id : all) refuse(id, "hub_stopping", "The hub is stopping.");
    return std::exchange(out_, {});
}

}  // namespace dais::hub
