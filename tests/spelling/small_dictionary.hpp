// Dictionaries of a few words, so that a test knows what is in them.
#pragma once

#include <filesystem>
#include <fstream>
#include <string>

#include "spelling/places.hpp"

namespace dais::spelling::test {

// `words` in the dictionary's encoding, one a line.
inline DictionaryFiles write_dictionary(const std::filesystem::path& folder, const std::string& name,
                                        const std::string& encoding, const std::string& words) {
    DictionaryFiles files{folder / (name + ".aff"), folder / (name + ".dic")};
    // Hunspell tries the letters of TRY when it thinks of suggestions.
    std::ofstream(files.affixes) << "SET " << encoding << "\nTRY esianrtolcdugmphbyfvkwzESIANRTOLC\n";
    std::ofstream(files.words) << "100\n" << words;
    return files;
}

inline constexpr const char* english_words =
    "the\nmeeting\nwas\ncalled\nto\norder\nsaid\nthat\nstates\nhad\nnon\ncoastal\nfisheries\nMonday\n"
    "co-ordinator\n";

}  // namespace dais::spelling::test
