#include "journal/sqlite_reader.hpp"

#include <utility>

#include "journal/sqlite_errors.hpp"
#include "journal/tables.hpp"
#include "sqlite/reader.hpp"

namespace dais::journal {
namespace {

class SqliteReader final : public JournalReader {
  public:
    // Two steps, because the statements hold on to the database in its final place.
    explicit SqliteReader(sqlite::ReadOnly file) : file_(std::move(file)) {}

    base::Status<> prepare() {
        const auto schema = sqlite::check_schema(file_.database, journal_schema());
        if (!schema) return schema;
        auto tables = Tables::open(file_.database);
        if (!tables) return tables.error();
        tables_.emplace(std::move(*tables));
        return base::Done{};
    }

    base::Result<seal::Head> head() override { return tables_->head(); }
    base::Result<base::Digest> digest_at(base::Sequence sequence) override {
        return tables_->digest_at(sequence);
    }
    base::Result<std::uint64_t> read(base::Sequence from, std::uint64_t max, const TakeEntry& take) override {
        return tables_->read(from, max, take);
    }
    base::Result<std::vector<EpochStart>> epochs() override { return tables_->epochs(); }
    base::Result<std::vector<seal::SignedHead>> heads() override { return tables_->heads(); }
    base::Status<> check_storage() override { return sqlite::check_structure(file_.database); }

  private:
    sqlite::ReadOnly file_;
    std::optional<Tables> tables_;
};

}  // namespace

base::Error journal_error(const base::Error& error, const std::string& path) {
    if (error.code == "file_locked") {
        return {"journal_in_use", "the journal " + error.text + "; only one hub may write it"};
    }
    if (error.code == "not_a_database" || error.code == "wrong_kind") {
        return {"not_a_journal", path + " is not a journal of Dais: " + error.text};
    }
    if (error.code == "disk_full" && error.text.find(path) == std::string::npos) {
        return {error.code, path + ": " + error.text};
    }
    return error;
}

base::Result<std::unique_ptr<JournalReader>> open_read_only(const std::string& path) {
    auto file = sqlite::open_to_read(path);
    if (!file) return journal_error(file.error(), path);
    auto reader = std::make_unique<SqliteReader>(std::move(*file));
    const auto ready = reader->prepare();
    if (!ready) return journal_error(ready.error(), path);
    return std::unique_ptr<JournalReader>{std::move(reader)};
}

}  // namespace dais::journal
