// What happened at the first entry that does not fit the chain. Private to this room.
#pragma once

#include "journal/verify.hpp"

namespace dais::journal {

// An entry that stands where `place` was expected, after `before`, and does not belong there.
struct Misfit {
    base::Sequence place;
    base::Digest before;
    base::Sequence sequence;  // the number it has: greater than `place` where entries are missing
    base::Digest stored;
    base::Digest computed;  // from `before` and its bytes
};

Finding diagnose(JournalReader& journal, const Misfit& misfit);

}  // namespace dais::journal
