// What one author asked for and was told, over all of its lives, in a file that only grows: what the checkers
// hold against the journal.
//
// A line is handed to the system with one write() before the author goes on. A killed process loses nothing
// of what it has handed over, so nothing is synced: a power cut is tests/journal's subject, and a sync for
// each line would keep the author from being busy. The line that a kill tears is one without an end, and is
// not read.
//
//     life SESSION                     begins; SESSION in hex. What its spool holds follows:
//     waiting REQUEST TEXT | unplaced REQUEST TEXT | draft TEXT
//     held                             that was all of it
//     drafting TEXT, drafted TEXT      before and after the draft was kept
//     asking WORD act|text EPOCH TEXT  before it was asked for; TEXT is "-" where the command brings none
//     taken REQUEST | not_taken CODE   what the station said
//     settled REQUEST FATE ENTRY WORD  what the hub said
//     refused_text REQUEST             it is the author's again
//     giving_up REQUEST                before the author lets it go
//     trouble SENTENCE                 the station's disk
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace dais::disks {

class LedgerWriter {
  public:
    // Ends the program where the file cannot be opened or written: without a ledger nothing is tested.
    explicit LedgerWriter(const std::filesystem::path& path);
    ~LedgerWriter();
    LedgerWriter(const LedgerWriter&) = delete;
    LedgerWriter& operator=(const LedgerWriter&) = delete;

    void write(const std::string& line) const;

  private:
    int file_;
};

// A line in its words; the last takes all that is left, because a text has spaces.
struct Line {
    std::string verb;
    std::vector<std::string> words;

    [[nodiscard]] std::string word(std::size_t at) const { return at < words.size() ? words[at] : ""; }
    [[nodiscard]] std::uint64_t number(std::size_t at) const;
};

std::vector<Line> read_ledger(const std::filesystem::path& path);

}  // namespace dais::disks
