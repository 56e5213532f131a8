// One Hunspell dictionary, asked word by word. Loading it takes some 30 ms, suggestions some 40: not in a
// frame. One thread at a time.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "spelling/places.hpp"

namespace dais::spelling {

class Dictionary {
  public:
    static constexpr std::size_t max_file_bytes = 64U << 20U;  // the largest of Debian's has 4 MB
    static constexpr std::size_t max_word_bytes = 100;         // Hunspell takes none that is longer

    // Errors: `no_dictionary` where the files cannot be read or are too large, `bad_dictionary` where their
    // encoding is unknown. What else is wrong in them Hunspell passes over.
    static base::Result<Dictionary> open(const DictionaryFiles& files);

    Dictionary(Dictionary&&) noexcept;
    Dictionary& operator=(Dictionary&&) noexcept;
    ~Dictionary();

    // Words are UTF-8, in and out. A word that is too long is not in it, and has no suggestions.
    [[nodiscard]] bool has(std::string_view word) const;
    [[nodiscard]] std::vector<std::string> suggestions(std::string_view word, std::size_t most) const;

  private:
    struct Opened;
    explicit Dictionary(std::unique_ptr<Opened> opened);
    std::unique_ptr<Opened> opened_;
};

}  // namespace dais::spelling
