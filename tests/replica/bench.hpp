// A replica on the bench: a test plays the hub to it, by messages, and reads what it orders.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "meeting/apply.hpp"
#include "replica/replica.hpp"
#include "seal/digest.hpp"
#include "support/small_meeting.hpp"
#include "wire/codec.hpp"

namespace dais::replica {

inline constexpr base::Epoch first_life{1, 11};
inline constexpr wire::SessionId our_session{7};

inline Options usual(std::uint64_t next_request = 1) {
    Options options;
    options.session = our_session;
    options.next_request = next_request;
    options.program = "test";
    return options;
}

inline meeting::Command note(std::string text) {
    return meeting::MakeNote{std::move(text), true, {}};
}

class Bench {
  public:
    explicit Bench(Options options = usual()) : replica(std::move(options)) {
        meeting::Fact fact;
        fact.stamp = {{1}, {500'000}, {"hub", meeting::Desk::hub}};
        fact.events.emplace_back(support::small_meeting());
        add({{}, 0, std::move(fact)});
    }

    // The hub's journal grows by one entry; returns its bytes.
    base::Bytes add(wire::Entry entry) {
        entry.fact.stamp.entry = {journal.size() + 1};
        journal.push_back(wire::encode(entry));
        return journal.back();
    }
    base::Bytes add_note(std::string text, std::uint64_t request = 0, wire::SessionId session = our_session) {
        meeting::Fact fact;
        fact.stamp = {{}, {600'000}, {"clerk", meeting::Desk::clerk}};
        fact.events.emplace_back(
            meeting::NoteMade{meeting::TextId{journal.size()}, std::move(text), true, {}});
        return add({session, request, std::move(fact)});
    }

    void hear(Inbound event) { in_.push_back(std::move(event)); }
    void hear(wire::Message message, base::Epoch epoch = first_life) {
        auto bytes = wire::encode(wire::Envelope{epoch, std::move(message)});
        given += bytes.size();
        in_.emplace_back(Received{std::move(bytes)});
    }
    void welcome(base::Epoch epoch = first_life, bool by_snapshot = false) {
        wire::Welcome welcome;
        welcome.you = you;
        welcome.head = {journal.size()};
        welcome.by_snapshot = by_snapshot;
        welcome.now = hub_time();
        hear(welcome, epoch);
    }
    // The entries from `first` on, as one message.
    void entries(std::uint64_t first, base::Epoch epoch = first_life) {
        hear(
            wire::Entries{{first}, {journal.begin() + static_cast<std::ptrdiff_t>(first - 1), journal.end()}},
            epoch);
    }
    [[nodiscard]] base::Digest chain() const {
        base::Digest digest{};
        for (const auto& entry : journal) digest = seal::chain(digest, entry);
        return digest;
    }
    [[nodiscard]] meeting::Meeting state() const {
        meeting::Meeting made;
        for (const auto& entry : journal) meeting::apply(made, wire::decode_entry(entry)->fact);
        return made;
    }
    // The state in parts of at most `size` bytes.
    [[nodiscard]] std::vector<wire::SnapshotPart> snapshot(std::size_t size) const {
        const auto bytes = wire::encode(state());
        std::vector<wire::SnapshotPart> parts;
        for (std::size_t at = 0; at < bytes.size(); at += size) {
            wire::SnapshotPart part;
            part.sequence = {journal.size()};
            part.chain = chain();
            part.state = seal::digest(bytes);
            part.total = bytes.size();
            part.offset = at;
            part.bytes = bytes.substr(at, size);
            parts.push_back(std::move(part));
        }
        return parts;
    }

    void step() {
        sent.clear();
        out.clear();
        for (auto& order : replica.step(now, std::exchange(in_, {}))) {
            if (auto* send = std::get_if<Send>(&order)) {
                sent.push_back(*wire::decode_envelope(send->bytes));
            }
            out.push_back(std::move(order));
        }
    }
    void wait(std::int64_t ms) {
        now = now + base::Span{ms};
        step();
    }
    // Connected, welcomed, live at the journal's head.
    void join() {
        hear(Connected{});
        step();
        welcome();
        if (replica.head().value < journal.size()) entries(replica.head().value + 1);
        step();
        ASSERT_EQ(replica.link(), LinkState::live);
        step();
    }

    template <class T>
    std::vector<T> said() const {  // in the last step
        std::vector<T> found;
        for (const auto& envelope : sent) {
            if (const auto* message = std::get_if<T>(&envelope.message)) found.push_back(*message);
        }
        return found;
    }
    template <class T>
    std::vector<T> ordered() const {
        std::vector<T> found;
        for (const auto& order : out) {
            if (const auto* one = std::get_if<T>(&order)) found.push_back(*one);
        }
        return found;
    }
    std::vector<std::uint64_t> commands() const {
        std::vector<std::uint64_t> found;
        for (const auto& message : said<wire::CommandMessage>()) found.push_back(message.request);
        return found;
    }
    [[nodiscard]] base::Instant hub_time() const { return now + hub_ahead; }

    base::Instant now{1'000'000};
    base::Span hub_ahead{50'000};
    meeting::Actor you{"clerk", meeting::Desk::clerk};
    std::vector<base::Bytes> journal;
    Replica replica;
    std::vector<wire::Envelope> sent;
    std::vector<Outbound> out;
    std::uint64_t given = 0;  // bytes of what the hub said

  private:
    std::vector<Inbound> in_;
};

}  // namespace dais::replica
