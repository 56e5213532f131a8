// The tables of a spool file. Every row carries a BLAKE2b digest of its fields, so that a flipped byte is
// noticed. Private to this room.
#pragma once

#include "spool/contents.hpp"
#include "sqlite/schema.hpp"

namespace dais::spool {

const sqlite::Schema& spool_schema();

// Writes what the changes touched. REQUIRES: a transaction is open.
class SpoolWriter {
  public:
    static base::Result<SpoolWriter> open(sqlite::Database& database);

    base::Status<> write_station(const Contents& contents);
    base::Status<> write_item(const Contents& contents, std::uint64_t request);
    base::Status<> write_draft(const Contents& contents, const std::string& place);

  private:
    SpoolWriter(sqlite::Statement station, sqlite::Statement put_item, sqlite::Statement remove_item,
                sqlite::Statement put_draft, sqlite::Statement remove_draft);

    sqlite::Statement station_;
    sqlite::Statement put_item_;
    sqlite::Statement remove_item_;
    sqlite::Statement put_draft_;
    sqlite::Statement remove_draft_;
};

// All that a spool holds. `database_damaged` where a row is not what was written. A file without the
// station's row was never finished: it has contents with next_request 0.
base::Result<Contents> read_contents(sqlite::Database& database);

}  // namespace dais::spool
