#include "sqlite/statement.hpp"

#include <sqlite3.h>

#include "sqlite/error.hpp"

namespace dais::sqlite {
namespace {

base::Error failure(sqlite3_stmt* statement, int result_code) {
    return error_of(result_code, sqlite3_db_handle(statement),
                    std::string{"SQL failed: "} + sqlite3_sql(statement));
}

}  // namespace

void Statement::Finalizer::operator()(sqlite3_stmt* statement) const {
    sqlite3_finalize(statement);
}

Statement::Statement(sqlite3_stmt* statement) : statement_(statement) {}
Statement::Statement(Statement&&) noexcept = default;
Statement& Statement::operator=(Statement&&) noexcept = default;
Statement::~Statement() = default;

Statement& Statement::bind(int parameter, std::int64_t number) {
    base::check(sqlite3_bind_int64(statement_.get(), parameter, number) == SQLITE_OK,
                "a number cannot be bound");
    return *this;
}

// A view of no bytes may have a null pointer, which SQLite would take for NULL.
Statement& Statement::bind_blob(int parameter, base::BytesView bytes) {
    const char* start = bytes.empty() ? "" : bytes.data();
    const int code = sqlite3_bind_blob64(statement_.get(), parameter, start, bytes.size(), SQLITE_STATIC);
    base::check(code == SQLITE_OK, "bytes cannot be bound");
    return *this;
}

Statement& Statement::bind_text(int parameter, base::BytesView text) {
    const char* start = text.empty() ? "" : text.data();
    const int code =
        sqlite3_bind_text64(statement_.get(), parameter, start, text.size(), SQLITE_STATIC, SQLITE_UTF8);
    base::check(code == SQLITE_OK, "a text cannot be bound");
    return *this;
}

Statement& Statement::bind_null(int parameter) {
    base::check(sqlite3_bind_null(statement_.get(), parameter) == SQLITE_OK, "NULL cannot be bound");
    return *this;
}

base::Result<bool> Statement::step() {
    const int code = sqlite3_step(statement_.get());
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) {
        reset();
        return false;
    }
    const auto error = failure(statement_.get(), code);
    reset();
    return error;
}

base::Status<> Statement::run() {
    for (;;) {
        const auto row = step();
        if (!row) return row.error();
        if (!*row) return base::Done{};
    }
}

void Statement::reset() {
    sqlite3_reset(statement_.get());
}

Kind Statement::kind(int column) const {
    switch (sqlite3_column_type(statement_.get(), column)) {
        case SQLITE_INTEGER:
            return Kind::integer;
        case SQLITE_FLOAT:
            return Kind::real;
        case SQLITE_TEXT:
            return Kind::text;
        case SQLITE_BLOB:
            return Kind::blob;
        default:
            return Kind::null;
    }
}

std::int64_t Statement::integer(int column) const {
    return sqlite3_column_int64(statement_.get(), column);
}

base::BytesView Statement::bytes(int column) const {
    const void* start = sqlite3_column_blob(statement_.get(), column);
    const int length = sqlite3_column_bytes(statement_.get(), column);
    if (start == nullptr || length <= 0) return {};
    return {static_cast<const char*>(start), static_cast<std::size_t>(length)};
}

}  // namespace dais::sqlite
