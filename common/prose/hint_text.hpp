// Private to the folder: a paragraph as rules look at it. Refers to the text, which must outlive it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "prose/hint_rules.hpp"
#include "prose/tokens.hpp"

namespace dais::prose {

class HintText {
  public:
    HintText(std::string_view text, const std::vector<std::pair<std::string, std::string>>& quotations);

    [[nodiscard]] const std::vector<Token>& tokens() const { return tokens_; }
    [[nodiscard]] std::string_view word(std::size_t i) const { return part(text_, tokens_[i].range); }
    [[nodiscard]] Case case_of_word(std::size_t i) const { return case_of(word(i)); }
    // What stands before and behind a token, up to its neighbour or the end of the text. gap_before(size) is
    // what stands behind the last.
    [[nodiscard]] std::string_view gap_before(std::size_t i) const;
    [[nodiscard]] std::string_view gap_after(std::size_t i) const { return gap_before(i + 1); }
    [[nodiscard]] bool in_quotation(std::size_t i) const { return quoted_[i]; }
    // The first of the text, or behind a mark that ends a sentence. "Mr. Lewis": so is Lewis.
    [[nodiscard]] bool begins_sentence(std::size_t i) const;
    // Not joined to its neighbours by a hyphen, stroke or the like, from `first` to `last`.
    [[nodiscard]] bool stands_free(std::size_t first, std::size_t last) const;
    // How many tokens the phrase takes from `i` on, or 0.
    [[nodiscard]] std::size_t match(const Phrase& phrase, std::size_t i) const;
    [[nodiscard]] Range range(std::size_t first, std::size_t count) const {
        return {tokens_[first].range.from, tokens_[first + count - 1].range.to};
    }

  private:
    void find_quotations(const std::vector<std::pair<std::string, std::string>>& quotations);

    std::string_view text_;
    std::vector<Token> tokens_;
    std::vector<bool> quoted_;  // by token
};

bool is_blank(std::string_view gap);
bool ends_sentence(std::string_view gap);
bool has_comma(std::string_view gap);

// With a capital first letter.
std::string with_capital(std::string_view text);

}  // namespace dais::prose
