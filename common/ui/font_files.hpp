// Which font files the windows draw with, found through fontconfig, and which characters each has. Values,
// and one function that asks the system; a test may make up files of its own.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace dais::ui {

// A set of characters of the Basic Multilingual Plane, a bit each. What lies above U+FFFF is never in it,
// because Debian's Dear ImGui counts characters in 16 bits.
class CharacterSet {
  public:
    CharacterSet() : words_(1024) {}

    [[nodiscard]] bool has(char32_t character) const {
        return character <= 0xFFFF && (words_[character / 64] >> (character % 64) & 1U) != 0;
    }
    // Whether it was not there before. Above U+FFFF: false, and nothing happens.
    bool add(char32_t character);
    // Both ends included.
    void add(char32_t first, char32_t last);
    [[nodiscard]] std::size_t count() const;

    friend bool operator==(const CharacterSet&, const CharacterSet&) = default;

  private:
    std::vector<std::uint64_t> words_;
};

struct FontFile {
    std::string family;  // as we call it: "Noto Sans Symbols 2"
    bool bold = false;
    std::string path;
    int index = 0;  // of the face in a collection (.ttc)
    CharacterSet characters;
};

struct FontFiles {
    // In the order in which they are asked for a character; a family's two cuts stand together. Whoever draws
    // in bold takes the bold cut of each family where there is one.
    std::vector<FontFile> files;
    // A sentence for people about each family that is not there, with the Debian package that brings it.
    std::vector<std::string> missing;
};

// Finds Noto Sans, its Arabic, symbols, mathematics (arrows, the minus sign) and simplified Chinese, by exact
// family name. Where Noto Sans is missing, whatever fontconfig calls sans-serif stands in front. `config` is
// a file of fontconfig's to read in place of the system's. Reads fontconfig's cache: some 10 ms, 0.8 s where
// that is cold.
FontFiles find_font_files(const std::string& config = {});

}  // namespace dais::ui
