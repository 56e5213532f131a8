// One prepared SQL statement, kept and used again.
//
// Bound bytes are not copied: they must outlive the step() that uses them. Bytes of a row are SQLite's own
// and die with the next step() or reset(). Belongs to the thread of its database, and must not outlive it.
#pragma once

#include <cstdint>
#include <memory>

#include "base/result.hpp"
#include "base/sequence.hpp"

struct sqlite3_stmt;

namespace dais::sqlite {

enum class Kind { integer, real, text, blob, null };

class Statement {
  public:
    Statement(Statement&&) noexcept;
    Statement& operator=(Statement&&) noexcept;
    ~Statement();

    // Parameters count from 1.
    Statement& bind(int parameter, std::int64_t number);
    Statement& bind_blob(int parameter, base::BytesView bytes);
    Statement& bind_text(int parameter, base::BytesView text);
    Statement& bind_null(int parameter);

    // true: there is a row to read; false: the statement has run to its end (and was reset).
    base::Result<bool> step();
    // For a statement without rows: steps to the end and resets, also when it fails.
    base::Status<> run();
    // Ends the statement, and with it the read transaction that it held.
    void reset();

    // Columns count from 0. REQUIRES: the last step() was true.
    [[nodiscard]] Kind kind(int column) const;
    [[nodiscard]] std::int64_t integer(int column) const;
    // The bytes of a blob or a text.
    [[nodiscard]] base::BytesView bytes(int column) const;

  private:
    friend class Database;
    struct Finalizer {
        void operator()(sqlite3_stmt* statement) const;
    };
    explicit Statement(sqlite3_stmt* statement);

    std::unique_ptr<sqlite3_stmt, Finalizer> statement_;
};

// Resets a statement at the end of a scope, whatever way the scope is left.
class ResetLater {
  public:
    explicit ResetLater(Statement& statement) : statement_(statement) {}
    ~ResetLater() { statement_.reset(); }
    ResetLater(const ResetLater&) = delete;
    ResetLater& operator=(const ResetLater&) = delete;

  private:
    Statement& statement_;
};

}  // namespace dais::sqlite
