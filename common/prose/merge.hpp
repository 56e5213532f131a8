// Two people changed one paragraph: their edits put together by words, or where that cannot be, the places
// for a person to choose at.
//
// Both are compared with the wording that they began from. Edits of different places are both made; the same
// edit by both is made once. Edits conflict that change the same piece of text, that put something in at the
// same place, or that meet without a piece between them and both put something in: which belongs first,
// nobody can say. Of the last there is one exception: where as many words were put in as were removed, it is
// plain what stands where ("said" became "stated", the other put a comma behind it).
//
// Nothing that either typed is lost: whatever either put in stands in the merged text. Exchanging mine and
// theirs gives the same text. The merged text can be longer than a paragraph may be; the caller looks.
//
// Pure; any thread; bounded as diff() is.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "prose/range.hpp"

namespace dais::prose {

// Where the places of one text have gone in another. Rises: what stood before stands before.
class Moves {
  public:
    struct Stretch {
        Range from;
        Range to;
        bool same = true;  // else it was replaced
    };

    Moves() = default;
    explicit Moves(std::vector<Stretch> stretches) : stretches_(std::move(stretches)) {}

    // Between two stretches a caret stays with the text before it. In a word that was replaced it goes to the
    // end of what stands there now. An offset behind the end counts as the end.
    [[nodiscard]] std::size_t operator()(std::size_t offset) const;

  private:
    std::vector<Stretch> stretches_;  // in order, without gaps on either side
};

struct Merged {
    std::string text;
    Moves from_mine;
};

// One place where both changed the text and not in the same way: what stands there in each of the three.
struct Clash {
    Range base;
    Range mine;
    Range theirs;

    friend bool operator==(const Clash&, const Clash&) = default;
};

struct Conflict {
    std::vector<Clash> clashes;  // in order, at least one
};

base::Result<Merged, Conflict> merge(std::string_view base, std::string_view mine, std::string_view theirs);

// The same, with the wording of one of them wherever they clash: what a choice leads to.
enum class Side : std::uint8_t { mine, theirs };
Merged merge_preferring(Side side, std::string_view base, std::string_view mine, std::string_view theirs);

}  // namespace dais::prose
