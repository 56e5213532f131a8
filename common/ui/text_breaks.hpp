// Private to the folder: where the letters, words and lines of a UTF-8 text may part, as ICU sees it (UAX #29
// and #14, root locale; Chinese words by its dictionary).
//
// A letter is here a grapheme cluster: what a reader takes for one, with its accents, or an emoji with all it
// is joined from. Offsets are bytes. Bad UTF-8 does no harm: each bad sequence is a letter. Any thread; each
// has its own iterators, because ICU takes longer to make one than to run it over a paragraph.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace dais::ui {

// The nearest place between two letters, the ends of the text being such places: strictly after or before
// `at`, or `at` itself if it is one. An `at` behind the end counts as the end.
std::size_t next_letter(std::string_view text, std::size_t at);
std::size_t previous_letter(std::string_view text, std::size_t at);
std::size_t letter_at_or_after(std::string_view text, std::size_t at);
std::size_t letter_at_or_before(std::string_view text, std::size_t at);

// The end of the word that ends first behind `at`, and the beginning of the word that begins last before it;
// the end and the beginning of the text where there is none. Spaces and punctuation are not words.
std::size_t next_word_end(std::string_view text, std::size_t at);
std::size_t previous_word_start(std::string_view text, std::size_t at);

// Where the letters begin, in order: 0 first, nothing for an empty text.
std::vector<std::uint32_t> letter_starts(std::string_view text);
// Where a line may begin, in order, without 0 and the end.
std::vector<std::uint32_t> line_opportunities(std::string_view text);

}  // namespace dais::ui
