// What changed between two wordings of a paragraph, by words, for a reviser to read.
//
// Pure; any thread; bounded for any two texts of 64 KiB (hunks.hpp says how). Bad UTF-8 does no harm.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "prose/range.hpp"

namespace dais::prose {

// A stretch of text that was kept (both ranges), removed (`after` is empty and says where it stood) or added
// (`before` is empty likewise).
struct Passage {
    enum class Kind : std::uint8_t { kept, removed, added };
    Kind kind = Kind::kept;
    Range before;
    Range after;

    friend bool operator==(const Passage&, const Passage&) = default;
};

// In order: the kept and removed joined are `before`, the kept and added joined are `after`. What was
// replaced is one removed passage and then one added; a space alone between two changes belongs to them,
// because three changed words read better than six scraps. None is empty.
std::vector<Passage> diff(std::string_view before, std::string_view after);

}  // namespace dais::prose
