// The names and documents of a meeting complete themselves: what was begun before the caret, and what it may
// become.
//
// Words are compared without case and accents (folding.hpp). The words before the caret must stand in the
// name in that order, each of them whole but the last, which may be the beginning of one; words between may
// be left out: "Mr. Lew" finds "Mr. John Lewis", "Office of the H" the Office of the High Commissioner.
// Ideographs are a word each and none of them may be left out.
//
// Pure; any thread (a Completer that is built may be read by several).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "prose/range.hpp"

namespace dais::prose {

struct Candidate {
    enum class Kind : std::uint8_t { person, body, document };
    std::string text;
    Kind kind = Kind::person;

    friend bool operator==(const Candidate&, const Candidate&) = default;
};

struct Completion {
    std::size_t candidate = 0;  // its place in the list that the completer was made from
    Edit edit;                  // puts the whole of it in place of what was begun

    friend bool operator==(const Completion&, const Completion&) = default;
};

class Completer {
  public:
    static constexpr std::size_t least_letters =
        3;  // begun before anything is offered; an ideograph counts two
    static constexpr std::size_t max_candidates = 20'000;      // those behind are not offered
    static constexpr std::size_t max_candidate_bytes = 1'000;  // nor is what is longer
    static constexpr std::size_t max_words = 12;               // before the caret are looked at

    Completer() = default;
    // Folds the candidates, which takes some microseconds each. Of two with the same text the first counts.
    explicit Completer(std::vector<Candidate> candidates);

    [[nodiscard]] const std::vector<Candidate>& candidates() const { return candidates_; }

    // At most `limit`, best first: those of which the beginning was typed before those of which another word
    // was, then those of which more words were, then the order of the list. A short word without a capital
    // ("of", "the") begins nothing within a name. Nothing where the caret does not stand at the end of a
    // word, and none that stands there already.
    [[nodiscard]] std::vector<Completion> complete(std::string_view text, std::size_t caret,
                                                   std::size_t limit) const;

  private:
    struct Word {
        std::string folded;
        std::size_t from = 0;  // where it begins in its text
        std::size_t letters = 0;
        bool is_ideograph = false;
        bool can_begin = false;
    };
    struct Entry {  // of the index
        std::string folded;
        std::size_t candidate = 0;
    };
    struct Match {
        std::size_t first = 0;  // of the words typed
        bool at_beginning = false;
    };

    static std::vector<Word> words_of(std::string_view text);
    static bool follow(const std::vector<Word>& typed, std::size_t first, const std::vector<Word>& name,
                       std::size_t at);
    static bool match(const std::vector<Word>& typed, const std::vector<Word>& name, Match& best);
    [[nodiscard]] std::vector<std::size_t> with_word(std::string_view beginning) const;

    std::vector<Candidate> candidates_;
    std::vector<std::vector<Word>> words_;  // of each candidate
    std::vector<Entry> index_;              // by word
};

}  // namespace dais::prose
