// Where dictionaries lie. Reads folders and the environment; any thread.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/result.hpp"

namespace dais::spelling {

struct DictionaryFiles {
    std::filesystem::path affixes;  // NAME.aff
    std::filesystem::path words;    // NAME.dic
};

// In the order in which they are looked through: $DAIS_DICTIONARIES where it is set, and the system's.
std::vector<std::filesystem::path> dictionary_folders();

// Of a record's language ("en"): its usual name first (en_GB, because the house writes British English), then
// the language alone, then any country's. Error `no_dictionary`, with a sentence for the clerk that says what
// is not done and what to install.
base::Result<DictionaryFiles> find_dictionary(const std::string& language,
                                              const std::vector<std::filesystem::path>& folders);

}  // namespace dais::spelling
