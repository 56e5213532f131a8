// Finding and replacing in one paragraph, for a record that is searched through paragraph by paragraph.
//
// What is found begins and ends between letters (grapheme clusters), never inside of one: "e" is not found in
// the "é" of a text unless accents do not count. Pure; any thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "prose/range.hpp"

namespace dais::prose {

struct FindOptions {
    bool exact = false;  // as it is written, byte by byte; else case and accents do not count (folding.hpp)
    bool whole_words = false;  // it begins and ends where a word does (UAX #29), or a mark
};

inline constexpr std::size_t max_needle_bytes = 1'000;

// What is looked for, made ready once for any number of paragraphs.
class Needle {
  public:
    // Errors: `empty` where there is nothing to look for (nothing at all, or accents alone where they do not
    // count), `too_long`, `not_text` for bad UTF-8.
    static base::Result<Needle> from(std::string_view text, FindOptions options = {});

    // Where it stands, in order and without overlaps: of two that overlap, the first counts.
    [[nodiscard]] std::vector<Range> find(std::string_view text) const;

  private:
    Needle(std::string text, FindOptions options) : text_(std::move(text)), options_(options) {}

    std::string text_;  // folded unless exact
    FindOptions options_;
};

struct Replaced {
    std::string text;
    std::size_t count = 0;
};

struct Replacement {
    std::string text;
    bool keep_capital = false;  // where the text found begins with a capital, so does what replaces it
};

// All that is found, replaced. Error `too_long` where the text would have more than max_text_bytes.
base::Result<Replaced> replace_all(std::string_view text, const Needle& needle,
                                   const Replacement& replacement);

// `text` as it takes the place of `original`: with its first letter a capital if the original's first letter
// is one.
std::string with_capital_of(std::string_view original, std::string_view text);

}  // namespace dais::prose
