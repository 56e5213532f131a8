// Reading what is sound of a journal, damaged or not.
#pragma once

#include <memory>
#include <string>

#include "journal/verify.hpp"

namespace dais::journal {

struct Prefix {
    // Ends at report.verified: nothing beyond it is ever handed over. Heads and epochs beyond it are left
    // out.
    std::unique_ptr<JournalReader> journal;
    // What was found, and what is lost; intact() for a sound journal.
    Report report;
};

// Verifies a journal file and opens its longest verified prefix. Errors as in open_read_only(), where not
// even the start can be read.
base::Result<Prefix> open_read_only_prefix(const std::string& path, const Checks& checks = {});

// The same over any reader.
Prefix verified_prefix(std::unique_ptr<JournalReader> journal, const Checks& checks = {});

}  // namespace dais::journal
