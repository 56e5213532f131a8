// Which words of a text are misspelt, by a dictionary and the words that are right besides it. What was
// looked up once is remembered, so that after a key only the word that changed costs anything. One thread at
// a time.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "prose/range.hpp"
#include "spelling/dictionary.hpp"

namespace dais::spelling {

class SpellChecker {
  public:
    static constexpr std::size_t max_suggestions = 8;
    static constexpr std::size_t max_known = 100'000;  // words besides the dictionary's; more are left out
    static constexpr std::size_t max_remembered = 50'000;  // then all are forgotten

    // `language` is that of the record ("ru"): words of which no letter is in one of its scripts are left
    // alone.
    SpellChecker(Dictionary dictionary, const std::string& language);

    // From now on the words of these texts are right, as they are written; what is known in small letters is
    // right with a capital too. Takes the place of what was known before.
    void know(const std::vector<std::string>& texts);

    // In order. Left alone are words in capitals ("OHCHR", "NGOs"), of one letter, with digits or a full stop
    // in them ("ohchr.org"), addresses, and symbols of documents ("CCPR/C/SR.3200"). A word with hyphens is
    // right as a whole or by its parts, and only its wrong parts are marked. Nothing in bad UTF-8.
    std::vector<prose::Range> misspelt(std::string_view text);

    // At most max_suggestions, the likeliest first: known words that differ little, then the dictionary's.
    [[nodiscard]] std::vector<std::string> suggestions(std::string_view word) const;

    // How often the dictionary was asked whether it has a word.
    [[nodiscard]] std::size_t looked_up() const { return looked_up_; }

  private:
    bool is_right(std::string_view word);
    [[nodiscard]] bool is_known(const std::string& word) const;
    [[nodiscard]] bool is_known_with_ending(const std::string& word) const;
    [[nodiscard]] bool is_checked(std::string_view word) const;
    [[nodiscard]] bool in_script(char32_t letter) const;

    Dictionary dictionary_;
    std::vector<int> scripts_;  // UScriptCode; empty: any
    std::unordered_set<std::string> known_;
    std::unordered_map<std::string, bool> remembered_;
    std::size_t looked_up_ = 0;
};

}  // namespace dais::spelling
