// Private to the folder: single words, as a dictionary sees them. Pure; any thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace dais::spelling {

// Composed (NFC), with straight apostrophes and without what is never seen (soft hyphens, joiners).
std::string as_looked_up(std::string_view word);

// With its first letter small.
std::string with_small_initial(std::string_view word);

// "OHCHR", "NGOs": two capitals and more, or three of them and a small letter.
bool is_abbreviation(std::string_view word);

// How many letters have to be put in, left out, changed or exchanged with their neighbour to make one of the
// other; `most` + 1 where it is more than that.
std::size_t distance(std::string_view a, std::string_view b, std::size_t most);

}  // namespace dais::spelling
