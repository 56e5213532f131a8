// A hub on the table: a test hands it messages as values, and reads what it does as values.
#pragma once

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "hub/hub.hpp"
#include "support/small_meeting.hpp"
#include "wire/codec.hpp"

namespace dais::hub {

inline wire::SessionId session(std::uint8_t number) {
    wire::SessionId made{};
    made[0] = number;
    return made;
}

inline Options usual() {
    Options options;
    options.epoch = {3, 33};
    return options;
}

class Table {
  public:
    explicit Table(Options options = usual()) : options_(options), hub_(options) {}

    // The first entry of the journal.
    void prepare(meeting::MeetingPrepared meeting = support::small_meeting()) {
        journal_.push_back(*hub_.prepare(std::move(meeting), now));
    }
    // The same journal in a hub of a later life.
    static Table after(const Table& before, std::size_t entries) {
        auto options = before.options_;
        options.epoch = {before.options_.epoch.counter + 1, 44};
        Table table(options);
        take_journal(table, before, entries);
        return table;
    }
    // The first entries of another's journal.
    static void take_journal(Table& table, const Table& before, std::size_t entries) {
        table.now = before.now;
        for (std::size_t i = 0; i < entries; ++i) {
            EXPECT_TRUE(table.hub_.restore(*before.journal_[i]).ok());
            table.journal_.push_back(before.journal_[i]);
        }
    }

    // The same journal in a hub of a later life that was restored from a checkpoint at one entry, with so
    // many of the entries before it, and the entries after it.
    static Table resumed(const Table& before, std::uint64_t at, std::size_t earlier, std::size_t entries) {
        auto options = before.options_;
        options.epoch = {before.options_.epoch.counter + 1, 44};
        Table table(options);
        table.now = before.now;
        const auto content = after(before, at).hub_.checkpoint();
        Earlier known{{at - earlier}, before.chain(at - earlier), {}};
        for (std::size_t i = at - earlier; i < at; ++i) known.entries.push_back(before.journal_[i]);
        const auto restored = table.hub_.restore_checkpoint(content, known);
        EXPECT_TRUE(restored.ok()) << restored.error().text;
        for (std::size_t i = at; i < entries; ++i) {
            EXPECT_TRUE(table.hub_.restore(*before.journal_[i]).ok());
        }
        table.journal_.assign(before.journal_.begin(),
                              before.journal_.begin() + static_cast<std::ptrdiff_t>(entries));
        return table;
    }
    // The chain's digests up to an entry, as a proof hands them over.
    [[nodiscard]] std::shared_ptr<const std::vector<base::Digest>> digests(std::uint64_t upto) const {
        auto all = std::make_shared<std::vector<base::Digest>>();
        for (std::uint64_t at = 1; at <= upto; ++at) all->push_back(chain(at));
        return all;
    }

    void say(const PeerId& peer, const std::string& user, wire::Message message) {
        say_in(options_.epoch, peer, user, std::move(message));
    }
    void say_in(base::Epoch epoch, const PeerId& peer, const std::string& user, wire::Message message) {
        in_.emplace_back(Arrived{peer, user, wire::encode(wire::Envelope{epoch, std::move(message)})});
    }
    void say_bytes(const PeerId& peer, const std::string& user, base::Bytes bytes) {
        in_.emplace_back(Arrived{peer, user, std::move(bytes)});
    }
    void hear(Inbound event) { in_.push_back(std::move(event)); }
    // The last append was not stored.
    void drop_appended() { journal_.resize(stored_); }
    // Everything that was appended is durable.
    void sync() { in_.emplace_back(Synced{{journal_.size()}}); }

    // Says hello from the journal's place `head`, with all the credit one could want.
    void hello(const PeerId& peer, const std::string& user, std::uint8_t number, std::uint64_t head = 0,
               std::uint64_t allowed = 1u << 20) {
        wire::Hello hello;
        hello.session = session(number);
        hello.head = {head};
        hello.digest = chain(head);
        hello.allowed = allowed;
        say_in({}, peer, user, hello);
    }
    // Hello, and forgets what was answered.
    void join(const PeerId& peer, const std::string& user, std::uint8_t number) {
        hello(peer, user, number, hub_.head().value);
        step();
        ASSERT_EQ(count<wire::Welcome>(peer), 1u);
        heard.clear();
    }
    void command(const PeerId& peer, const std::string& user, std::uint64_t request,
                 meeting::Command command) {
        say(peer, user, wire::CommandMessage{request, std::nullopt, std::move(command)});
    }

    void step() {
        for (auto& out : hub_.step(now, std::exchange(in_, {}))) {
            if (auto* append = std::get_if<Append>(&out)) {
                EXPECT_EQ(append->first.value, journal_.size() + 1);
                stored_ = journal_.size();
                for (auto& entry : append->entries) journal_.push_back(entry);
                appends.push_back(append->entries.size());
            } else if (auto* send = std::get_if<Send>(&out)) {
                note(*send);
            } else if (const auto* gone = std::get_if<HangUp>(&out)) {
                hung_up.push_back(gone->peer);
            } else if (auto* line = std::get_if<Say>(&out)) {
                log.push_back(line->code);
            }
        }
    }
    // Two steps: one to append, one with all of it durable.
    void step_and_sync() {
        step();
        sync();
        step();
    }
    void farewell() {
        for (auto& out : hub_.farewell()) {
            if (auto* send = std::get_if<Send>(&out)) note(*send);
        }
    }

    template <class T>
    std::vector<T> all(const PeerId& peer) const {
        std::vector<T> found;
        if (const auto at = heard.find(peer); at != heard.end()) {
            for (const auto& envelope : at->second) {
                if (const auto* message = std::get_if<T>(&envelope.message)) found.push_back(*message);
            }
        }
        return found;
    }
    template <class T>
    std::size_t count(const PeerId& peer) const {
        return all<T>(peer).size();
    }
    template <class T>
    T only(const PeerId& peer) const {
        const auto found = all<T>(peer);
        EXPECT_EQ(found.size(), 1u) << "messages of that kind to " << peer;
        return found.empty() ? T{} : found.front();
    }
    std::string refused(const PeerId& peer) const { return only<wire::Refused>(peer).word; }
    // The sequences of the entries that the peer was sent, in order.
    std::vector<std::uint64_t> entries(const PeerId& peer) const {
        std::vector<std::uint64_t> found;
        for (const auto& message : all<wire::Entries>(peer)) {
            for (std::size_t i = 0; i < message.entries.size(); ++i) found.push_back(message.first.value + i);
        }
        return found;
    }
    [[nodiscard]] base::Digest chain(std::uint64_t at) const;
    [[nodiscard]] const SharedBytes& entry(std::uint64_t at) const { return journal_[at - 1]; }

    Hub& hub() { return hub_; }
    std::size_t durable() { return hub_.head().value; }

    base::Instant now{1'000'000};
    std::map<PeerId, std::vector<wire::Envelope>> heard;
    std::vector<std::size_t> appends;  // entries in each
    std::vector<std::string> log;
    std::vector<PeerId> hung_up;
    std::uint64_t bytes_sent = 0;

  private:
    void note(const Send& send) {
        auto envelope = wire::decode_envelope(*send.bytes);
        ASSERT_TRUE(envelope.ok()) << envelope.error().text;
        bytes_sent += send.bytes->size();
        heard[send.peer].push_back(*std::move(envelope));
    }

    Options options_;
    Hub hub_;
    std::vector<Inbound> in_;
    std::vector<SharedBytes> journal_;
    std::size_t stored_ = 0;  // entries before the last append
};

}  // namespace dais::hub
