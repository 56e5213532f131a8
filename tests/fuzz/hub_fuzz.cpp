// Strangers at a hub. Four stations say hello, send what the fuzzer chooses or mangles,
// leave and come back, while the disk syncs when it likes, or is full. No message makes the hub fail; what it
// sends can be read; nothing leaves it that is not durable; every peer is given the journal without a gap; no
// request is in the journal twice; the meeting stays a possible one, and a hub that starts from the journal
// has the same.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string_view>

#include "base/check.hpp"
#include "fuzz/bounded.hpp"
#include "fuzz/choices.hpp"
#include "hub/hub.hpp"
#include "meeting/invariants.hpp"
#include "seal/digest.hpp"
#include "support/any_value.hpp"
#include "support/small_meeting.hpp"
#include "wire/codec.hpp"

namespace {

using namespace dais;
using base::check;

constexpr std::size_t most_frames = 96;

hub::Options options(std::uint64_t life) {
    static const auto key = seal::KeyPair::from_seed({1});
    hub::Options options;
    options.epoch = {life, life * 11};
    options.key = key;
    options.max_peers = 3;
    options.max_per_station = 1;
    options.tail_bytes = 8'192;
    options.snapshot_after = 6;
    return options;
}

class Room {
  public:
    Room() {
        journal_.push_back(*hub_.prepare(support::small_meeting(), now_));
        digests_ = {seal::no_digest, seal::chain(seal::no_digest, *journal_[0])};
    }

    void play(std::string_view frame);
    void finish();

  private:
    struct Connection {
        std::string user;
        unsigned number = 0;
        std::uint64_t request = 0;
        [[nodiscard]] hub::PeerId id() const { return user + "/" + std::to_string(number); }
    };
    struct Seen {  // of one connection
        bool writes = false;
        std::uint64_t said = 0;                 // the head in its last hello
        std::optional<std::uint64_t> expected;  // the entry that comes next, where that is known
    };

    void arrive(base::Bytes bytes);
    void say(wire::Message message) { arrive(encoded(std::move(message))); }
    base::Bytes encoded(wire::Message message) {
        return wire::encode(wire::Envelope{options(3).epoch, std::move(message)});
    }
    wire::Hello hello(fuzz::Bytes& bytes) const;
    void act(unsigned what, fuzz::Bytes& bytes);
    void type(unsigned where, fuzz::Bytes& bytes);
    void lose_batch();
    void step();
    void carry_out(const hub::Append& append);
    void carry_out(const hub::Send& send);
    void carry_out(const hub::HangUp& gone);
    void carry_out(const hub::Say& line) const { check(!line.sentence.empty(), "an empty line for the log"); }

    void hear(Seen& seen, const wire::Welcome& message);
    void hear(Seen& seen, const wire::SnapshotPart& message);
    void hear(Seen& seen, const wire::Entries& message);
    void hear(Seen& seen, const wire::Answer& message);
    void hear(Seen& seen, const wire::Beat& message);
    void hear(Seen& seen, const wire::DigestAnswer& message);
    void hear(Seen& seen, const wire::DraftOf& message);
    void hear(Seen&, const wire::Refused& message) const {
        check(!message.word.empty() && !message.sentence.empty(), "refused without a reason");
    }
    template <class Message>
    void hear(Seen&, const Message&) const {
        check(false, "a hub does not send that message");
    }

    hub::Hub hub_{options(3)};
    base::Instant now_{100'000};
    std::array<Connection, 4> connections_{{{"chair"}, {"clerk-1"}, {"moderator"}, {"clerk-2"}}};
    Connection* who_ = &connections_[0];
    std::map<hub::PeerId, Seen> seen_;
    std::vector<hub::Inbound> in_;
    std::vector<hub::SharedBytes> journal_;
    std::vector<base::Digest> digests_;
    std::uint64_t synced_ = 1;
    std::set<std::pair<wire::SessionId, std::uint64_t>> requests_;
};

void Room::arrive(base::Bytes bytes) {
    if (const auto envelope = wire::decode_envelope(bytes)) {
        if (const auto* hello = std::get_if<wire::Hello>(&envelope->message)) {
            // Only the last hello of a step is known to be the one that a welcome answers.
            if (!in_.empty()) step();
            seen_[who_->id()].said = hello->head.value;
        }
    }
    in_.emplace_back(hub::Arrived{who_->id(), who_->user, std::move(bytes)});
}

wire::Hello Room::hello(fuzz::Bytes& bytes) const {
    wire::Hello hello;
    hello.session[0] = static_cast<std::uint8_t>(who_ - connections_.data()) + 1;
    const auto flags = bytes.one();
    if (flags % 8 == 7) hello.session[0] = bytes.one() % 5;
    hello.head = {bytes.one() % (hub_.head().value + 2)};
    if (hello.head.value < digests_.size()) hello.digest = digests_[hello.head.value];
    if (flags >= 240) hello.digest[0] ^= 1;
    hello.allowed = static_cast<std::uint64_t>(bytes.two()) << (bytes.one() % 50);
    return hello;
}

void Room::act(unsigned what, fuzz::Bytes& bytes) {
    switch (what) {
        case 0:
            return arrive(base::Bytes(bytes.rest()));
        case 1: {
            const bool this_life = bytes.one() % 4 != 0;
            fuzz::Choices choices(bytes.rest());
            auto envelope = support::any_envelope(choices);
            if (this_life) envelope.epoch = options(3).epoch;
            return arrive(wire::encode(envelope));
        }
        case 2:
            return say(hello(bytes));
        case 3:
        case 4: {
            const auto number = bytes.one();
            fuzz::Choices choices(bytes.rest());
            const auto request = number < 224 ? ++who_->request : number % 8;
            return say(wire::CommandMessage{request, std::nullopt, support::any_command(choices)});
        }
        case 5:
            return say(wire::Ask{bytes.one() % (who_->request + 4)});
        case 6:
            return say(wire::Credit{static_cast<std::uint64_t>(bytes.two()) << (bytes.one() % 50)});
        case 7: {
            fuzz::Choices choices(bytes.rest());
            wire::Beat beat;
            beat.sent = {choices.integer(INT64_MIN, INT64_MAX)};
            beat.echo = {choices.integer(INT64_MIN, INT64_MAX)};
            return say(beat);
        }
        case 8:
            if (const auto draft = bytes.one(); draft % 2 == 1) return type(draft, bytes);
            return say(wire::DigestAsk{});
        case 9:
            in_.emplace_back(hub::Left{who_->id()});
            return;
        case 10:
            ++who_->number;
            return say(hello(bytes));
        case 11:
            if (const auto full = bytes.one(); full % 4 == 3) return lose_batch();
            in_.emplace_back(hub::Room{});
            return;
        case 12:
            synced_ = bytes.one() % 8 == 7 && synced_ < journal_.size() ? synced_ + 1 : journal_.size();
            in_.emplace_back(hub::Synced{{synced_}});
            return;
        case 13:
            now_ = now_ + base::Span{bytes.two()};
            return;
        case 14: {  // a command from the wire's bytes
            const auto command = wire::decode_command(bytes.rest());
            if (command) say(wire::CommandMessage{++who_->request, base::Instant{1}, *command});
            return;
        }
        default: {  // a good message with one byte changed
            const auto at = bytes.two();
            const auto to = bytes.one();
            auto message = encoded(hello(bytes));
            message[at % message.size()] = static_cast<char>(to);
            return arrive(std::move(message));
        }
    }
}

void Room::type(unsigned where, fuzz::Bytes& bytes) {
    static constexpr std::array places{"p:1", "r:1", "n", "clerk.at"};
    const std::string place = places[where / 2 % places.size()];
    say(wire::Draft{place, bytes.one(), std::string(bytes.two() % 70'000, 'x')});
}

// The first byte: what happens, to whom, and whether the hub is stepped at once.
void Room::play(std::string_view frame) {
    fuzz::Bytes bytes(frame);
    const unsigned first = bytes.one();
    who_ = &connections_[first >> 4U & 3U];
    act(first & 15U, bytes);
    if ((first & 128U) == 0) step();
}

// The disk is full: nothing of the batch under way is there, and its requests may come again.
void Room::lose_batch() {
    while (journal_.size() > synced_) {
        const auto entry = wire::decode_entry(*journal_.back());
        requests_.erase({entry->session, entry->request});
        journal_.pop_back();
        digests_.pop_back();
    }
    in_.emplace_back(hub::NotAppended{});
}

void Room::step() {
    const auto before = hub_.now();
    for (const auto& out : hub_.step(now_, std::exchange(in_, {}))) {
        std::visit([&](const auto& order) { carry_out(order); }, out);
    }
    check(hub_.now() >= before, "the hub's time went back");
    check(hub_.head().value <= synced_, "the head is not durable");
    check(hub_.peers() <= 3, "more peers than may be");
}

void Room::carry_out(const hub::Append& append) {
    check(synced_ == journal_.size(), "a second batch while one is under way");
    check(append.first.value == journal_.size() + 1 && !append.entries.empty(), "not what comes next");
    for (const auto& bytes : append.entries) {
        const auto entry = wire::decode_entry(*bytes);
        check(entry.ok(), entry.ok() ? "" : "the hub's own entry is refused: " + entry.error().text);
        journal_.push_back(bytes);
        digests_.push_back(seal::chain(digests_.back(), *bytes));
        check(entry->fact.stamp.entry.value == journal_.size(), "an entry with another's number");
        check(requests_.insert({entry->session, entry->request}).second, "a request happened twice");
    }
}

void Room::carry_out(const hub::Send& send) {
    const auto envelope = wire::decode_envelope(*send.bytes);
    check(envelope.ok(), envelope.ok() ? "" : "the hub's own message is refused: " + envelope.error().text);
    check(envelope->epoch == options(3).epoch, "a message of another life");
    auto& seen = seen_[send.peer];
    seen.writes = send.peer.starts_with("clerk");
    std::visit([&](const auto& message) { hear(seen, message); }, envelope->message);
}

void Room::carry_out(const hub::HangUp& gone) {
    in_.emplace_back(hub::Left{gone.peer});
    for (auto& connection : connections_) {
        if (connection.id() == gone.peer) ++connection.number;  // it comes again as another peer
    }
}

void Room::hear(Seen& seen, const wire::Welcome& message) {
    check(message.head.value <= synced_, "a welcome before the sync");
    seen.expected.reset();
    if (!message.by_snapshot) seen.expected = seen.said + 1;
}

void Room::hear(Seen& seen, const wire::SnapshotPart& message) {
    check(message.sequence.value <= synced_, "a snapshot before the sync");
    check(message.chain == digests_[message.sequence.value], "a snapshot with another chain");
    check(message.offset + message.bytes.size() <= message.total, "a part beyond the snapshot's end");
    if (message.offset + message.bytes.size() == message.total) seen.expected = message.sequence.value + 1;
}

void Room::hear(Seen& seen, const wire::Entries& message) {
    check(!seen.expected || *seen.expected == message.first.value, "a gap, or an entry twice");
    for (std::size_t i = 0; i < message.entries.size(); ++i) {
        const auto place = message.first.value + i;
        check(place >= 1 && place <= synced_, "an entry before the sync");
        check(message.entries[i] == *journal_[place - 1], "an entry that is not the journal's");
    }
    seen.expected = message.first.value + message.entries.size();
}

void Room::hear(Seen&, const wire::Answer& message) {
    if (message.fate != wire::Fate::accepted) return;
    check(message.sequence.value >= 1 && message.sequence.value <= synced_, "an answer before the sync");
    const auto entry = wire::decode_entry(*journal_[message.sequence.value - 1]);
    check(entry->request == message.request, "an answer that names another's entry");
}

void Room::hear(Seen&, const wire::Beat& message) {
    check(message.head.value <= synced_ && message.digest == digests_[message.head.value],
          "a beat that tells of another journal");
}

void Room::hear(Seen&, const wire::DigestAnswer& message) {
    check(message.sequence.value <= synced_, "a digest before the sync");
}

void Room::hear(Seen& seen, const wire::DraftOf& message) {
    check(seen.writes, "a draft for a desk that does not write");
    check(message.author.starts_with("clerk"), "a draft of a desk that does not write");
    check(wire::is_draft_place(message.place), "a draft at no place");
}

void Room::finish() {
    for (int times = 0; times < 3; ++times) {  // what waited for a batch makes one of its own
        synced_ = journal_.size();
        in_.emplace_back(hub::Synced{{synced_}});
        step();
    }
    check(hub_.head().value == journal_.size(), "the hub stands behind its journal");
    const auto broken = meeting::broken_invariant(hub_.state());
    check(broken.empty(), broken);
    hub::Hub later(options(4));
    for (const auto& entry : journal_) {
        const auto restored = later.restore(*entry);
        check(restored.ok(), "a hub's entry is refused by the next");
    }
    check(later.digest() == hub_.digest(), "the next hub has another chain");
    check(wire::encode(later.state()) == wire::encode(hub_.state()), "the next hub has another meeting");
    for (const auto& out : hub_.farewell()) {
        std::visit([&](const auto& order) { carry_out(order); }, out);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const fuzz::Bounded bounded;
    Room room;
    for (const auto frame : fuzz::frames({reinterpret_cast<const char*>(bytes), size}, most_frames)) {
        room.play(frame);
    }
    room.finish();
    return 0;
}
