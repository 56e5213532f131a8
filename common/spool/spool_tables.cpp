#include "spool/spool_tables.hpp"

#include <algorithm>

#include "seal/bytes.hpp"

namespace dais::spool {
namespace {

using sqlite::Kind;
using sqlite::Statement;

// "DASP" in ASCII.
constexpr std::int32_t application_id = 0x44415350;
constexpr std::int32_t schema_version = 1;

// Fields that follow each other, each with its length before it, so that no two rows have the same bytes.
class RowDigest {
  public:
    explicit RowDigest(std::string_view table) { add(table); }
    RowDigest& add(base::BytesView field) {
        base::Bytes length;
        seal::add_u64(length, field.size());
        digester_.add(length);
        digester_.add(field);
        return *this;
    }
    RowDigest& add(std::uint64_t number) {
        base::Bytes bytes;
        seal::add_u64(bytes, number);
        return add(bytes);
    }
    base::Digest finish() { return digester_.finish(); }

  private:
    seal::Digester digester_;
};

base::Digest digest_of_station(const Contents& contents) {
    return RowDigest{"station"}
        .add(seal::view_of(contents.session))
        .add(contents.next_request)
        .add(contents.head_seen ? seal::print_head(*contents.head_seen) : "")
        .finish();
}

base::Digest digest_of(const Item& item) {
    return RowDigest{"item"}
        .add(item.request)
        .add(static_cast<std::uint64_t>(item.kind))
        .add(item.bytes)
        .add(item.unplaced ? 1 : 0)
        .add(item.unplaced.value_or(""))
        .finish();
}

base::Digest digest_of_draft(base::BytesView place, base::BytesView text) {
    return RowDigest{"draft"}.add(place).add(text).finish();
}

base::Error damaged(const std::string& what) {
    return {"database_damaged", what + " is not as it was written"};
}

base::Status<> read_station(sqlite::Database& database, Contents& contents) {
    auto rows = database.prepare("SELECT session, next_request, head, digest FROM station ORDER BY id");
    if (!rows) return rows.error();
    const auto row = rows->step();
    if (!row) return row.error();
    contents.next_request = 0;
    if (!*row) return base::Done{};
    const auto session = rows->bytes(0);
    if (session.size() != contents.session.size() || rows->integer(1) <= 0)
        return damaged("the station's row");
    std::copy(session.begin(), session.end(), reinterpret_cast<char*>(contents.session.data()));
    contents.next_request = static_cast<std::uint64_t>(rows->integer(1));
    contents.free_from = contents.next_request;
    if (!rows->bytes(2).empty()) {
        const auto head = seal::parse_head(rows->bytes(2));
        if (!head) return damaged("the last head seen");
        contents.head_seen = *head;
    }
    if (rows->bytes(3) != seal::view(digest_of_station(contents))) return damaged("the station's row");
    return base::Done{};
}

base::Status<> read_items(sqlite::Database& database, Contents& contents) {
    auto rows =
        database.prepare("SELECT request, kind, bytes, unplaced, reason, digest FROM item ORDER BY request");
    if (!rows) return rows.error();
    for (;;) {
        const auto row = rows->step();
        if (!row) return row.error();
        if (!*row) return base::Done{};
        Item item;
        item.request = static_cast<std::uint64_t>(rows->integer(0));
        item.kind = rows->integer(1) == 2 ? spool::Kind::text : spool::Kind::act;
        item.bytes = rows->bytes(2);
        if (rows->integer(3) != 0) item.unplaced = std::string{rows->bytes(4)};
        const bool possible = rows->integer(0) > 0 && item.request < contents.next_request &&
                              contents.items.size() < max_outbox_rows &&
                              item.bytes.size() <= max_command_bytes &&
                              rows->bytes(4).size() <= max_reason_bytes;
        if (!possible || rows->bytes(5) != seal::view(digest_of(item))) {
            return damaged("request " + std::to_string(rows->integer(0)));
        }
        contents.items.emplace(item.request, std::move(item));
    }
}

base::Status<> read_drafts(sqlite::Database& database, Contents& contents) {
    auto rows = database.prepare("SELECT place, text, digest FROM draft");
    if (!rows) return rows.error();
    for (;;) {
        const auto row = rows->step();
        if (!row) return row.error();
        if (!*row) return base::Done{};
        const std::string place{rows->bytes(0)};
        const std::string text{rows->bytes(1)};
        const bool possible = contents.drafts.size() < max_drafts && place.size() <= max_place_bytes &&
                              text.size() <= max_draft_bytes;
        if (!possible || rows->bytes(2) != seal::view(digest_of_draft(place, text)))
            return damaged("a draft");
        contents.drafts.emplace(place, text);
    }
}

}  // namespace

const sqlite::Schema& spool_schema() {
    static const sqlite::Schema schema{
        application_id,
        schema_version,
        {{"station",
          "CREATE TABLE station (id INTEGER PRIMARY KEY, session BLOB NOT NULL, next_request INTEGER NOT "
          "NULL, "
          "head BLOB NOT NULL, digest BLOB NOT NULL) STRICT"},
         {"item",
          "CREATE TABLE item (request INTEGER PRIMARY KEY, kind INTEGER NOT NULL, bytes BLOB NOT NULL, "
          "unplaced INTEGER NOT NULL, reason BLOB NOT NULL, digest BLOB NOT NULL) STRICT"},
         {"draft",
          "CREATE TABLE draft (place BLOB PRIMARY KEY NOT NULL, text BLOB NOT NULL, digest BLOB NOT NULL) "
          "STRICT, WITHOUT ROWID"}}};
    return schema;
}

SpoolWriter::SpoolWriter(Statement station, Statement put_item, Statement remove_item, Statement put_draft,
                         Statement remove_draft)
    : station_(std::move(station)),
      put_item_(std::move(put_item)),
      remove_item_(std::move(remove_item)),
      put_draft_(std::move(put_draft)),
      remove_draft_(std::move(remove_draft)) {}

base::Result<SpoolWriter> SpoolWriter::open(sqlite::Database& database) {
    auto station = database.prepare("INSERT OR REPLACE INTO station VALUES (1, ?1, ?2, ?3, ?4)");
    auto put_item = database.prepare("INSERT OR REPLACE INTO item VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
    auto remove_item = database.prepare("DELETE FROM item WHERE request = ?1");
    auto put_draft = database.prepare("INSERT OR REPLACE INTO draft VALUES (?1, ?2, ?3)");
    auto remove_draft = database.prepare("DELETE FROM draft WHERE place = ?1");
    for (const auto* statement : {&station, &put_item, &remove_item, &put_draft, &remove_draft}) {
        if (!*statement) return statement->error();
    }
    return SpoolWriter{std::move(*station), std::move(*put_item), std::move(*remove_item),
                       std::move(*put_draft), std::move(*remove_draft)};
}

base::Status<> SpoolWriter::write_station(const Contents& contents) {
    const base::Bytes head = contents.head_seen ? seal::print_head(*contents.head_seen) : "";
    const auto digest = digest_of_station(contents);
    return station_.bind_blob(1, seal::view_of(contents.session))
        .bind(2, static_cast<std::int64_t>(contents.next_request))
        .bind_blob(3, head)
        .bind_blob(4, seal::view(digest))
        .run();
}

base::Status<> SpoolWriter::write_item(const Contents& contents, std::uint64_t request) {
    const auto found = contents.items.find(request);
    if (found == contents.items.end()) return remove_item_.bind(1, static_cast<std::int64_t>(request)).run();
    const Item& item = found->second;
    const std::string reason = item.unplaced.value_or("");
    const auto digest = digest_of(item);
    return put_item_.bind(1, static_cast<std::int64_t>(request))
        .bind(2, static_cast<std::int64_t>(item.kind))
        .bind_blob(3, item.bytes)
        .bind(4, item.unplaced ? 1 : 0)
        .bind_blob(5, reason)
        .bind_blob(6, seal::view(digest))
        .run();
}

base::Status<> SpoolWriter::write_draft(const Contents& contents, const std::string& place) {
    const auto found = contents.drafts.find(place);
    if (found == contents.drafts.end()) return remove_draft_.bind_blob(1, place).run();
    const auto digest = digest_of_draft(place, found->second);
    return put_draft_.bind_blob(1, place).bind_blob(2, found->second).bind_blob(3, seal::view(digest)).run();
}

base::Result<Contents> read_contents(sqlite::Database& database) {
    Contents contents;
    for (const auto read : {read_station, read_items, read_drafts}) {
        const auto done = read(database, contents);
        if (!done) return done.error();
    }
    return contents;
}

}  // namespace dais::spool
