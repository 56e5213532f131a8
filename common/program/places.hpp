// Where things lie: what the user keeps, and what the product brings along.
#pragma once

#include <filesystem>
#include <string>

#include "base/result.hpp"

namespace dais::program {

// $XDG_DATA_HOME/dais, or ~/.local/share/dais: journals, keys and spools that no option puts elsewhere.
std::filesystem::path data_directory();

// The product's config/ folder: $DAIS_CONFIG, else the one beside the program's prefix (../share/dais), else
// that of the source tree it was built from. Error no_config where none of them is there.
base::Result<std::filesystem::path> config_directory();

// The house style of records in a language ("en"). Error no_style.
base::Result<std::filesystem::path> style_file(const std::string& language);
// What is put right while one types in a language, its short forms, and its hints on style. Errors
// no_typography, no_snippets, no_hints.
base::Result<std::filesystem::path> typography_file(const std::string& language);
base::Result<std::filesystem::path> snippets_file(const std::string& language);
base::Result<std::filesystem::path> hints_file(const std::string& language);
// The procedural motions, explained. Error no_motions.
base::Result<std::filesystem::path> motions_file(const std::string& language);
// What the room's screens say, in English where there is nothing in the language ("pt", "fr-CA" is "fr").
// Error no_words.
base::Result<std::filesystem::path> room_words_file(const std::string& language);
// The board's page. Error no_page.
base::Result<std::filesystem::path> board_page_file();
// The words that the site adds to a language's dictionary; the file need not be there. Error no_config.
base::Result<std::filesystem::path> words_file(const std::string& language);

// This program itself, to start a hub with.
std::filesystem::path own_program();

// The program of that name beside our own, as they are built and installed together; it need not be there.
std::filesystem::path sibling_program(const std::string& name);

// The name of a meeting folder, as file names under the data directory are made from it.
std::string folder_name(const std::filesystem::path& folder);

// Where a station's own disk lies, under the data directory: one for each hub that it serves, because what
// was written for one must not be sent to another.
std::filesystem::path spool_file(const std::string& station, std::string hub_address);

inline constexpr const char* default_address = "tcp://127.0.0.1:7340";

}  // namespace dais::program
