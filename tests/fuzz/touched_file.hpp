// A SQLite file of ours that a fuzz target makes anew for every input: SQL writes it, and then bytes of it,
// or of the log beside it, are changed, as a disk or somebody could.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sqlite/database.hpp"
#include "sqlite/schema.hpp"

namespace dais::fuzz {

class TouchedFile {
  public:
    // An empty file of the schema, with pages of 512 bytes, so that small inputs fill many. Nothing waits for
    // a disk. REQUIRES: one at a time.
    explicit TouchedFile(const sqlite::Schema& schema);
    ~TouchedFile();
    TouchedFile(const TouchedFile&) = delete;
    TouchedFile& operator=(const TouchedFile&) = delete;

    [[nodiscard]] const std::string& path() const { return path_; }
    sqlite::Database& database() { return *database_; }
    // From here on SQL is written to the log beside the file, and stays there, as when a program has died.
    // Each call after the first commits what came between.
    void write_to_log();

    // What is to be done with the bytes once the SQL is written. Beyond the end nothing is changed.
    void poke(bool in_log, std::size_t at, std::string_view bytes);
    void cut(bool log, std::size_t length);
    void replace_with(std::string_view bytes);
    [[nodiscard]] bool touched() const { return !touches_.empty(); }

    // Closes the file and touches it. After this only the path is of use.
    void finish();

    // The file's bytes and those of its log, where there is one.
    [[nodiscard]] std::string content() const;
    [[nodiscard]] bool has_log() const;

  private:
    enum class How { poke, cut, replace };
    struct Touch {
        How how;
        bool log;
        std::size_t at;
        std::string bytes;
    };

    std::string path_;
    std::optional<sqlite::Database> database_;
    bool log_ = false;
    std::vector<Touch> touches_;
};

}  // namespace dais::fuzz
