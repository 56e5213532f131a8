// Finding people by any part of what is known of them, without accents or case, in any script. Pure.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dais::ui {

// Without case, accents and the like (NFKD without marks, case folded, and ß ss, æ ae, œ oe, ø o, ł l, đ d).
std::string folded(std::string_view text);

class Finder {
  public:
    // `text`: what is searched, for each index that is to be found.
    explicit Finder(const std::vector<std::string>& texts = {});

    // The indices whose text has every word of the query, at most so many. Where all words begin a word of
    // the text it comes before those where one stands inside; otherwise the order is that of the texts. An
    // empty query finds all.
    [[nodiscard]] std::vector<std::size_t> find(std::string_view query, std::size_t most) const;

  private:
    std::vector<std::string> folded_;  // with a space before each word
};

}  // namespace dais::ui
