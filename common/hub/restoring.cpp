// How a hub comes to be what it was: from the entries of its journal, or from a checkpoint and those after
// it.
#include <algorithm>
#include <utility>

#include "base/check.hpp"
#include "hub/hub.hpp"
#include "meeting/apply.hpp"
#include "seal/digest.hpp"
#include "wire/checkpoint.hpp"
#include "wire/codec.hpp"

namespace dais::hub {
namespace {

base::Error bad_checkpoint(std::string text) {
    return {"bad_checkpoint", std::move(text)};
}

}  // namespace

base::Status<> Hub::restore(base::BytesView bytes) {
    return restore(bytes, seal::chain(*tail_.digest(tail_.head()), bytes));
}

base::Status<> Hub::restore(base::BytesView bytes, const base::Digest& digest) {
    auto entry = wire::decode_entry(bytes);
    const auto next = tail_.head().next();
    if (!entry) {
        return base::Error{"bad_entry", "Entry " + std::to_string(next.value) + ": " + entry.error().text};
    }
    if (entry->fact.stamp.entry != next) {
        return base::Error{"bad_entry", "Entry " + std::to_string(next.value) + " says that it is entry " +
                                            std::to_string(entry->fact.stamp.entry.value) + "."};
    }
    now_ = std::max(now_, entry->fact.stamp.recorded);
    if (entry->request != 0) {
        sessions_.accept(entry->session, entry->fact.stamp.actor.name, entry->request, next);
    }
    meeting::apply(durable_, entry->fact);
    // Whoever says hello from so far back is given a snapshot.
    if (next.value + options_.snapshot_after < expected_.value) {
        tail_.pass(digest);
    } else {
        tail_.push(std::make_shared<const base::Bytes>(bytes), digest);
    }
    return base::Done{};
}

base::Status<> Hub::restore_checkpoint(base::BytesView content, const Earlier& earlier) {
    base::check(tail_.head().value == 0 && !started_, "a checkpoint comes before everything else");
    auto checkpoint = wire::decode_checkpoint(content);
    if (!checkpoint) return bad_checkpoint(checkpoint.error().text);
    auto& facts = checkpoint->facts;
    if (facts.sequence.value == 0) return bad_checkpoint("checkpoint: it is of no entry");
    if (!sessions_.restore(std::move(facts.sessions))) {
        return bad_checkpoint("checkpoint: its sessions cannot be the hub's");
    }
    if (earlier.entries.empty()) {
        tail_.begin_after(facts.sequence, facts.chain);
    } else {
        tail_.begin_after(earlier.before, earlier.digest);
        for (const auto& entry : earlier.entries) tail_.push(entry);
    }
    if (tail_.head() != facts.sequence || digest() != facts.chain) {
        return bad_checkpoint("checkpoint: it is of entry " + std::to_string(facts.sequence.value) +
                              ", and the entries before it lead to another");
    }
    durable_ = std::move(checkpoint->state);
    now_ = std::max(now_, facts.now);
    return base::Done{};
}

base::Bytes Hub::checkpoint() const {
    base::check(!started_, "a checkpoint is taken before the first step");
    return wire::encode(wire::CheckpointFacts{tail_.head(), digest(), now_, sessions_.records()}, durable_);
}

void Hub::expect(base::Sequence last) {
    constexpr std::uint64_t believed = 4'000'000;  // a damaged journal may claim any number
    expected_ = last;
    tail_.expect(std::min(last.value - std::min(last.value, tail_.before().value), believed));
}

void Hub::take(const Proved& event) {
    if (!tail_.know_earlier(event.digests)) {
        return take(
            Damaged{"The journal is not the one that the hub was started from; nothing is accepted."});
    }
    for (const auto& [peer, waits] : std::exchange(reaching_, {})) {
        welcome({peer, waits.user, {}}, waits.hello, waits.theirs);
    }
}

// What is under way may become durable yet and is answered then; of the rest nothing happened. What is signed
// from now on would vouch for what nobody knows.
void Hub::take(const Damaged& event) {
    if (!options_.read_only.empty()) return;
    say("journal_damaged", event.sentence);
    options_.read_only = event.sentence;
    options_.key.reset();
    signed_head_.reset();
    for (const auto& [peer, waits] : std::exchange(reaching_, {})) {
        turn_away({peer, waits.user, {}}, std::string(wire::read_only), event.sentence);
    }
}

void Hub::begin(base::Epoch epoch) {
    base::check(!started_, "an epoch begins before the first step");
    options_.epoch = epoch;
}

}  // namespace dais::hub
