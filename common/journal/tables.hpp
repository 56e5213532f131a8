// The tables of a journal file: how rows are read. Private to this room; docs/journal.md describes the rows.
#pragma once

#include "journal/journal.hpp"
#include "sqlite/schema.hpp"

namespace dais::journal {

// "DAIS" in ASCII.
inline constexpr std::int32_t application_id = 0x44414953;
inline constexpr std::int32_t schema_version = 1;

const sqlite::Schema& journal_schema();

// The reading half of both SQLite classes. REQUIRES: the database outlives it and stays where it is.
class Tables {
  public:
    static base::Result<Tables> open(sqlite::Database& database);

    base::Result<seal::Head> head();
    base::Result<base::Digest> digest_at(base::Sequence sequence);
    base::Result<std::uint64_t> read(base::Sequence from, std::uint64_t max, const TakeEntry& take);
    base::Result<std::vector<EpochStart>> epochs();
    base::Result<std::vector<seal::SignedHead>> heads();

  private:
    Tables(sqlite::Statement last, sqlite::Statement digest, sqlite::Statement entries,
           sqlite::Statement epochs, sqlite::Statement heads);

    sqlite::Statement last_;
    sqlite::Statement digest_;
    sqlite::Statement entries_;
    sqlite::Statement epochs_;
    sqlite::Statement heads_;
};

}  // namespace dais::journal
