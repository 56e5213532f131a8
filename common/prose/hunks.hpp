// Private to the room: what changed between two texts, in pieces. Comparing and merging both stand on it, so
// that what is merged is what was shown.
//
// Cost: pieces at both ends that are the same are taken off; between them Myers' greedy search gives up at
// `most_edits` pieces added and removed. Texts that differ by more are cut at the words that occur once in
// each (those of them that stand in the same order, the longest such chain), and what lies between is
// searched likewise, `most_cuts` times in all. What is then still too different counts as replaced as a
// whole. So at most some 2 x 200 x 4 steps are made for each piece; two texts of 64 KiB without a word in
// common take a few milliseconds, the worst that were found a tenth of a second.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "prose/words.hpp"

namespace dais::prose {

inline constexpr int most_edits = 200;
inline constexpr int most_cuts = 4;

// A text with its pieces.
struct Pieces {
    explicit Pieces(std::string_view whole) : text(whole), list(pieces_of(whole)) {}

    [[nodiscard]] std::size_t size() const { return list.size(); }
    [[nodiscard]] std::string_view at(std::size_t index) const { return part(text, list[index].range); }
    // Where a run of pieces lies in the text.
    [[nodiscard]] Range bytes(Range run) const { return {offset(run.from), offset(run.to)}; }

    std::string_view text;
    std::vector<Piece> list;

  private:
    [[nodiscard]] std::size_t offset(std::size_t index) const {
        return index < list.size() ? list[index].range.from : text.size();
    }
};

// The pieces `before` of the one text became the pieces `after` of the other; not both are empty.
struct Hunk {
    Range before;
    Range after;

    friend bool operator==(const Hunk&, const Hunk&) = default;
};

// In order, and between two of them stands what both texts have, at least one piece that is not a space. What
// was put in or taken out stands as far to the right as it can, so that two people who put in the same words
// are seen to.
std::vector<Hunk> hunks_of(const Pieces& before, const Pieces& after);

}  // namespace dais::prose
