#include "fuzz/journal_rows.hpp"

#include "base/check.hpp"
#include "journal/tables.hpp"
#include "seal/bytes.hpp"
#include "seal/digest.hpp"

namespace dais::fuzz {
namespace {

constexpr std::size_t most_entries = 400;
constexpr std::size_t most_epochs = 40;

const seal::KeyPair& key(std::uint8_t number) {
    static const seal::KeyPair keys[] = {seal::KeyPair::from_seed({1}), seal::KeyPair::from_seed({2}),
                                         seal::KeyPair::from_seed({3})};
    return keys[number];
}

// Of somebody who has the file.
const seal::KeyPair& stranger() {
    return key(2);
}

}  // namespace

const seal::KeyPair& JournalRows::hub_key() {
    return key(0);
}

std::vector<seal::PublicKey> JournalRows::trusted() {
    return {key(0).public_key(), key(1).public_key()};
}

JournalRows::JournalRows() : file_(journal::journal_schema()) {}

// A frame's first byte is what happens, and whether a hub is to go on with the file in the end.
void JournalRows::play(std::string_view frame) {
    Bytes bytes(frame);
    const unsigned first = bytes.one();
    const unsigned what = first % 16;
    goes_on_ = goes_on_ || first >= 128;
    switch (what) {
        case 0:
            return append(bytes.rest());
        case 1:
            for (auto count = bytes.one(); count > 0; --count) append("x");
            return;
        case 2:
            return begin_epoch(bytes);
        case 3:
            if (!epochs_.empty()) {
                store_head(
                    seal::sign_head({epochs_.back().epoch, {written_.size()}, digests_.back()}, *key_));
            }
            return;
        case 4:
            return file_.write_to_log();
        case 5:
            return keep_head(bytes);
        case 6:
        case 7:
            return change_bytes(bytes);
        default:
            honest_ = false;
            return change_rows(what, bytes);
    }
}

void JournalRows::append(base::BytesView entry) {
    if (written_.size() >= most_entries) return;
    if (epochs_.empty()) {
        Bytes nothing("");
        begin_epoch(nothing);
    }
    written_.emplace_back(entry.empty() ? "entry" : entry);
    digests_.push_back(seal::chain(digests_.back(), written_.back()));
    store_entry(static_cast<std::int64_t>(written_.size()), seal::view(digests_.back()), written_.back());
}

void JournalRows::begin_epoch(Bytes& bytes) {
    if (epochs_.size() >= most_epochs) return;
    key_ = &key(bytes.one() % 2);
    const base::Epoch epoch{epochs_.size() + 1, bytes.two()};
    const base::Sequence last{written_.size()};
    epochs_.push_back(journal::sign_epoch(epoch, last.next(), {bytes.two()}, digests_.back(), *key_));
    store_epoch(epochs_.back());
    store_head(seal::sign_head({epoch, last, digests_.back()}, *key_));
}

void JournalRows::store_entry(std::int64_t sequence, base::BytesView digest, base::BytesView bytes) {
    auto row = file_.database().prepare("INSERT OR REPLACE INTO entry VALUES (?1, ?2, ?3)");
    base::check(row.ok(), "no statement");
    (void)row->bind(1, sequence).bind_blob(2, digest).bind_blob(3, bytes).run();
}

void JournalRows::store_epoch(const journal::EpochStart& start) {
    auto row = file_.database().prepare("INSERT OR REPLACE INTO epoch VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
    base::check(row.ok(), "no statement");
    base::Bytes id;
    seal::add_u64(id, start.epoch.id);
    (void)row->bind(1, static_cast<std::int64_t>(start.epoch.counter))
        .bind_blob(2, id)
        .bind(3, static_cast<std::int64_t>(start.first.value))
        .bind(4, start.started_at.ms)
        .bind_blob(5, seal::view_of(start.public_key))
        .bind_blob(6, seal::view_of(start.signature))
        .run();
}

void JournalRows::store_head(const seal::SignedHead& head) {
    auto row = file_.database().prepare("INSERT OR REPLACE INTO head VALUES (?1, ?2, ?3, ?4)");
    base::check(row.ok(), "no statement");
    (void)row->bind(1, static_cast<std::int64_t>(head.head.epoch.counter))
        .bind(2, static_cast<std::int64_t>(head.head.sequence.value))
        .bind_blob(3, seal::view(head.head.digest))
        .bind_blob(4, seal::view_of(*head.signature))
        .run();
}

// One that a station got from the hub, with or without its signature.
void JournalRows::keep_head(Bytes& bytes) {
    if (epochs_.empty()) return;
    const auto at = bytes.two() % digests_.size();
    const seal::Head head{epochs_.back().epoch, {at}, digests_[at]};
    kept_ = bytes.one() % 2 == 0 ? seal::sign_head(head, *key_) : seal::SignedHead{head, {}};
}

void JournalRows::run(const char* sql, std::int64_t one, std::int64_t other) {
    auto statement = file_.database().prepare(sql);
    base::check(statement.ok(), statement.ok() ? "" : statement.error().text);
    statement->bind(1, one);
    if (other != 0) statement->bind(2, other);
    (void)statement->run();
}

// The number of an entry that is there, mostly.
std::int64_t JournalRows::place(Bytes& bytes) const {
    const auto near = bytes.one();
    if (near == 255) return static_cast<std::int64_t>(bytes.eight());
    return 1 + static_cast<std::int64_t>(near % (written_.size() + 2));
}

void JournalRows::change_rows(unsigned what, Bytes& bytes) {
    switch (what) {
        case 8:
            return run("DELETE FROM entry WHERE sequence = ?1", place(bytes));
        case 9: {
            const auto from = place(bytes);
            return run("UPDATE OR REPLACE entry SET sequence = ?2 WHERE sequence = ?1", from, place(bytes));
        }
        case 10:
            return run("DELETE FROM entry WHERE sequence > ?1", place(bytes));
        case 11: {
            const auto after = place(bytes);
            run("DELETE FROM head WHERE sequence > ?1", after);
            if (bytes.one() % 2 == 0) run("DELETE FROM epoch WHERE first > ?1", after);
            return;
        }
        case 12: {  // a row with any bytes
            const auto sequence = place(bytes);
            const auto digest = bytes.take(bytes.one() % 4 == 0 ? bytes.one() : 32);
            return store_entry(sequence, digest, bytes.rest());
        }
        case 13:
            return rewrite_from(bytes.one() % digests_.size());
        case 14:
            return sign_anew();
        default:
            return any_row(bytes);
    }
}

// Other entries from here on, which follow from one another as they should.
void JournalRows::rewrite_from(std::uint64_t first) {
    auto digest = digests_[first];
    for (auto at = first; at < written_.size(); ++at) {
        const auto other = written_[at] + "!";
        digest = seal::chain(digest, other);
        store_entry(static_cast<std::int64_t>(at) + 1, seal::view(digest), other);
    }
    if (epochs_.empty()) return;
    auto epoch = epochs_.back().epoch;  // and an epoch of the stranger's, who signs them
    ++epoch.counter;
    const base::Sequence last{written_.size()};
    store_epoch(journal::sign_epoch(epoch, last.next(), {}, digest, stranger()));
    store_head(seal::sign_head({epoch, last, digest}, stranger()));
}

// All epochs and heads, as if the stranger had been the hub.
void JournalRows::sign_anew() {
    (void)file_.database().run("DELETE FROM head");
    for (const auto& epoch : epochs_) {
        const auto last = epoch.first.value - 1;
        store_epoch(
            journal::sign_epoch(epoch.epoch, epoch.first, epoch.started_at, digests_[last], stranger()));
        store_head(seal::sign_head({epoch.epoch, {last}, digests_[last]}, stranger()));
    }
    if (epochs_.empty()) return;
    store_head(seal::sign_head({epochs_.back().epoch, {written_.size()}, digests_.back()}, stranger()));
}

// An epoch or a head with any fields.
void JournalRows::any_row(Bytes& bytes) {
    const auto kind = bytes.one();
    const auto counter = static_cast<std::int64_t>(bytes.one() < 250 ? bytes.one() : bytes.eight());
    const auto sequence = place(bytes);
    auto row = file_.database().prepare(kind % 2 == 0
                                            ? "INSERT OR REPLACE INTO head VALUES (?1, ?2, ?3, ?4)"
                                            : "INSERT OR REPLACE INTO epoch VALUES (?1, ?5, ?2, ?6, ?3, ?4)");
    base::check(row.ok(), "no statement");
    const auto first = bytes.take(kind % 8 < 6 ? 32 : bytes.one());
    const auto second = bytes.take(kind % 16 < 12 ? 64 : bytes.one());
    row->bind(1, counter).bind(2, sequence).bind_blob(3, first).bind_blob(4, second);
    const auto id = bytes.take(kind % 32 < 24 ? 8 : bytes.one());
    if (kind % 2 == 1) row->bind_blob(5, id).bind(6, static_cast<std::int64_t>(bytes.eight()));
    (void)row->run();
}

void JournalRows::change_bytes(Bytes& bytes) {
    const auto how = bytes.one();
    const bool log = how % 2 == 1;
    if (how < 224) {
        const auto at = bytes.two();
        file_.poke(log, at, bytes.rest());
    } else if (how < 248) {
        file_.cut(log, bytes.two());
    } else {
        file_.replace_with(bytes.rest());
        of_another_ = true;
    }
}

}  // namespace dais::fuzz
