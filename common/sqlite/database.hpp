// A connection to one SQLite file, opened as if somebody had tampered with it: no triggers, views or
// functions of the file's schema are trusted, cells are checked when they are read, no value may be longer
// than 32 MiB, nothing is mapped into memory.
//
// A Database and its statements belong to one thread at a time. Several connections to one file may live in
// several threads.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "sqlite/statement.hpp"

struct sqlite3;

namespace dais::sqlite {

inline constexpr int max_value_bytes = 32 * 1024 * 1024;

enum class Access {
    create,     // makes a new file, or opens the one that is there
    write,      // opens a file that must be there
    read,       // reads, also while another program writes
    unchanging  // reads a file of which the caller knows that nobody writes it, without touching anything
                // beside it
};

struct Connection {
    Access access = Access::read;
    std::chrono::milliseconds patience{5000};  // how long to wait for a lock of another program
    std::string vfs;  // SQLite's name for the disk to use; empty: the system's. A seam for tests.
};

class Database {
  public:
    static base::Result<Database> open(const std::string& path, const Connection& connection);

    // Runs one or more statements without parameters; rows are thrown away.
    base::Status<> run(const std::string& sql);
    base::Result<Statement> prepare(std::string_view sql);
    // The first column of the first row; 0 where there is no row.
    base::Result<std::int64_t> number(std::string_view sql);
    base::Result<std::string> text(std::string_view sql);

    void set_patience(std::chrono::milliseconds patience);
    // After a failure whose effect is unknown: closing must write nothing more.
    void close_without_checkpoint();

  private:
    struct Closer {
        void operator()(sqlite3* connection) const;
    };
    Database() = default;
    base::Status<> distrust();

    friend class Transaction;
    friend class FewSteps;
    struct Bracket {  // what begins and ends a transaction, prepared once
        Statement begin, commit, rollback;
    };
    base::Result<Bracket*> bracket();

    std::unique_ptr<sqlite3, Closer> connection_;
    std::optional<Bracket> bracket_;
    std::string path_;
};

// While this lives, the statements of the database may take some steps, and no more: enough to list 10,000
// tables. For the first look at a file, as the pages of a hostile one can list its tables without end. What
// needs more fails with `database_damaged`. REQUIRES: it dies before the database does.
class FewSteps {
  public:
    explicit FewSteps(Database& database);
    ~FewSteps();
    FewSteps(const FewSteps&) = delete;
    FewSteps& operator=(const FewSteps&) = delete;

  private:
    sqlite3* connection_;
    int taken_ = 0;  // in thousands
};

// A write transaction that is rolled back unless commit() succeeds. REQUIRES: the database stays where it is
// meanwhile.
class Transaction {
  public:
    static base::Result<Transaction> begin(Database& database);
    Transaction(Transaction&&) noexcept;
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();

    base::Status<> commit();

  private:
    explicit Transaction(Database::Bracket& bracket) : bracket_(&bracket) {}

    Database::Bracket* bracket_;
};

}  // namespace dais::sqlite
