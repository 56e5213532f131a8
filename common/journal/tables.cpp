#include "journal/tables.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "journal/batch.hpp"
#include "seal/bytes.hpp"

namespace dais::journal {
namespace {

using sqlite::Kind;
using sqlite::Statement;

// Entries that are read under one SQLite lock, so that a long reading never keeps a hub from starting.
constexpr std::int64_t rows_per_query = 256;

std::int64_t row_number(base::Sequence sequence) {
    constexpr auto last = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    return static_cast<std::int64_t>(std::min(sequence.value, last));
}

template <std::size_t N>
bool read_array(const Statement& row, int column, std::array<std::uint8_t, N>& out) {
    if (row.kind(column) != Kind::blob) return false;
    const auto bytes = row.bytes(column);
    if (bytes.size() != N) return false;
    std::copy(bytes.begin(), bytes.end(), reinterpret_cast<char*>(out.data()));
    return true;
}

bool read_number(const Statement& row, int column, std::uint64_t& out) {
    if (row.kind(column) != Kind::integer || row.integer(column) < 0) return false;
    out = static_cast<std::uint64_t>(row.integer(column));
    return true;
}

bool read_id(const Statement& row, int column, std::uint64_t& out) {
    std::array<std::uint8_t, 8> bytes{};
    if (!read_array(row, column, bytes)) return false;
    out = seal::read_u64(seal::view_of(bytes));
    return true;
}

base::Result<Entry> entry_of(const Statement& row) {
    const auto malformed = [&](const std::string& what) {
        return base::Error{"entry_malformed",
                           "the row of entry " + std::to_string(row.integer(0)) + " " + what};
    };
    Entry entry{};
    if (!read_number(row, 0, entry.sequence.value) || entry.sequence.value == 0) {
        return malformed("has a number that no entry has");
    }
    if (!read_array(row, 1, entry.digest)) return malformed("holds a digest that is not a blob of 32 bytes");
    if (row.kind(2) != Kind::blob) return malformed("holds bytes that are not a blob");
    entry.bytes = row.bytes(2);
    if (entry.bytes.empty() || entry.bytes.size() > max_bytes_of(entry.sequence)) {
        return malformed("holds " + std::to_string(entry.bytes.size()) + " bytes, the limits are 1 and " +
                         std::to_string(max_bytes_of(entry.sequence)));
    }
    return entry;
}

}  // namespace

const sqlite::Schema& journal_schema() {
    static const sqlite::Schema schema{
        application_id,
        schema_version,
        {{"entry",
          "CREATE TABLE entry (sequence INTEGER PRIMARY KEY, digest BLOB NOT NULL, bytes BLOB NOT NULL) "
          "STRICT"},
         {"epoch",
          "CREATE TABLE epoch (counter INTEGER PRIMARY KEY, id BLOB NOT NULL, first INTEGER NOT NULL, "
          "started_at INTEGER NOT NULL, public_key BLOB NOT NULL, signature BLOB NOT NULL) STRICT"},
         {"head",
          "CREATE TABLE head (epoch INTEGER NOT NULL, sequence INTEGER NOT NULL, digest BLOB NOT NULL, "
          "signature BLOB NOT NULL, PRIMARY KEY (epoch, sequence)) STRICT, WITHOUT ROWID"}}};
    return schema;
}

Tables::Tables(Statement last, Statement digest, Statement entries, Statement epochs, Statement heads)
    : last_(std::move(last)),
      digest_(std::move(digest)),
      entries_(std::move(entries)),
      epochs_(std::move(epochs)),
      heads_(std::move(heads)) {}

base::Result<Tables> Tables::open(sqlite::Database& database) {
    auto last = database.prepare("SELECT sequence, digest FROM entry ORDER BY sequence DESC LIMIT 1");
    auto digest = database.prepare("SELECT digest FROM entry WHERE sequence = ?1");
    auto entries = database.prepare(
        "SELECT sequence, digest, bytes FROM entry WHERE sequence >= ?1 ORDER BY sequence LIMIT ?2");
    auto epochs = database.prepare(
        "SELECT counter, id, first, started_at, public_key, signature FROM epoch ORDER BY counter");
    auto heads = database.prepare(
        "SELECT head.epoch, epoch.id, head.sequence, head.digest, head.signature FROM head "
        "LEFT JOIN epoch ON epoch.counter = head.epoch ORDER BY head.epoch, head.sequence");
    for (const auto* statement : {&last, &digest, &entries, &epochs, &heads}) {
        if (!*statement) return statement->error();
    }
    return Tables{std::move(*last), std::move(*digest), std::move(*entries), std::move(*epochs),
                  std::move(*heads)};
}

base::Result<seal::Head> Tables::head() {
    seal::Head head;
    {
        const sqlite::ResetLater reset{last_};
        const auto row = last_.step();
        if (!row) return row.error();
        if (*row && (!read_number(last_, 0, head.sequence.value) || !read_array(last_, 1, head.digest))) {
            return base::Error{"entry_malformed", "the last row of the journal cannot be an entry"};
        }
    }
    const auto starts = epochs();
    if (!starts) return starts.error();
    if (!starts->empty()) head.epoch = starts->back().epoch;
    return head;
}

base::Result<base::Digest> Tables::digest_at(base::Sequence sequence) {
    if (sequence.value == 0) return seal::no_digest;
    const sqlite::ResetLater reset{digest_};
    const auto row = digest_.bind(1, row_number(sequence)).step();
    if (!row) return row.error();
    const std::string name = "entry " + std::to_string(sequence.value);
    if (!*row) return base::Error{"no_such_entry", "there is no " + name};
    base::Digest digest;
    if (!read_array(digest_, 0, digest))
        return base::Error{"entry_malformed", "the digest of " + name + " is not one"};
    return digest;
}

base::Result<std::uint64_t> Tables::read(base::Sequence from, std::uint64_t max, const TakeEntry& take) {
    std::uint64_t handed = 0;
    // From 0 means from whatever comes first, also a row that stands where none should.
    std::int64_t next = from.value == 0 ? std::numeric_limits<std::int64_t>::min() : row_number(from);
    while (handed < max) {
        const sqlite::ResetLater reset{entries_};
        const auto limit = static_cast<std::int64_t>(std::min<std::uint64_t>(max - handed, rows_per_query));
        entries_.bind(1, next).bind(2, limit);
        std::int64_t count = 0;
        for (; count < limit; ++count) {
            const auto row = entries_.step();
            if (!row) return row.error();
            if (!*row) return handed;
            const auto entry = entry_of(entries_);
            if (!entry) return entry.error();
            next = entries_.integer(0);
            ++handed;
            if (!take(*entry)) return handed;
        }
        if (next == std::numeric_limits<std::int64_t>::max()) break;
        ++next;
    }
    return handed;
}

base::Result<std::vector<EpochStart>> Tables::epochs() {
    std::vector<EpochStart> starts;
    const sqlite::ResetLater reset{epochs_};
    for (;;) {
        const auto row = epochs_.step();
        if (!row) return row.error();
        if (!*row) return starts;
        EpochStart start{};
        start.started_at.ms = epochs_.integer(3);
        if (!read_number(epochs_, 0, start.epoch.counter) || !read_id(epochs_, 1, start.epoch.id) ||
            !read_number(epochs_, 2, start.first.value) || epochs_.kind(3) != Kind::integer ||
            !read_array(epochs_, 4, start.public_key) || !read_array(epochs_, 5, start.signature)) {
            return base::Error{"epoch_malformed", "the row of epoch " + std::to_string(epochs_.integer(0)) +
                                                      " cannot be an epoch"};
        }
        // In a damaged file one page can stand in many places, so that its rows come again and again.
        if (!starts.empty() && start.epoch.counter <= starts.back().epoch.counter) {
            return base::Error{"epoch_malformed", "the rows of the epochs are not in their order"};
        }
        starts.push_back(start);
    }
}

// The rows are read in the order in which they lie, so that rows that come again and again are seen before
// they are gathered.
base::Result<std::vector<seal::SignedHead>> Tables::heads() {
    const auto place = [](const seal::SignedHead& each) {
        return std::pair{each.head.epoch.counter, each.head.sequence};
    };
    std::vector<seal::SignedHead> heads;
    const sqlite::ResetLater reset{heads_};
    for (;;) {
        const auto row = heads_.step();
        if (!row) return row.error();
        if (!*row) break;
        seal::SignedHead head;
        seal::Signature signature;
        if (!read_number(heads_, 0, head.head.epoch.counter) || !read_id(heads_, 1, head.head.epoch.id) ||
            !read_number(heads_, 2, head.head.sequence.value) || !read_array(heads_, 3, head.head.digest) ||
            !read_array(heads_, 4, signature)) {
            return base::Error{"head_malformed", "the row of the head at entry " +
                                                     std::to_string(heads_.integer(2)) + " cannot be a head"};
        }
        head.signature = signature;
        if (!heads.empty() && place(head) <= place(heads.back())) {
            return base::Error{"head_malformed", "the rows of the heads are not in their order"};
        }
        heads.push_back(head);
    }
    std::stable_sort(heads.begin(), heads.end(),
                     [](const auto& a, const auto& b) { return a.head.sequence < b.head.sequence; });
    return heads;
}

}  // namespace dais::journal
