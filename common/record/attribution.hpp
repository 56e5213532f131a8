// Who is said to have spoken, and how: "Mr. Lewis (Office of …), speaking via video link,". Pure; any thread.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>

#include "meeting/meeting.hpp"
#include "record/coverage.hpp"
#include "record/house_style.hpp"

namespace dais::record {

// The interventions (by id) whose phrase says by what link the person speaks.
std::unordered_set<std::uint64_t> stated_links(const meeting::Meeting& meeting, const Coverage& coverage);

// The same, and those without a paragraph whose phrase would say it if one were written now: what a clerk
// sees before the text that is being typed.
std::unordered_set<std::uint64_t> links_to_state(const meeting::Meeting& meeting, const Coverage& coverage);

// Whether the intervention has a paragraph that was not removed.
bool has_paragraph(const meeting::Meeting& meeting, const meeting::Intervention& intervention);

// What stands before the first paragraph. A later part has no phrase.
std::string attribution_of(const meeting::Meeting& meeting, const HouseStyle& style,
                           const meeting::Intervention& intervention, bool states_link);

// Attribution and text as one line: a text that begins with a comma follows at once, and two commas become
// one.
std::string attributed(const HouseStyle& style, std::string_view attribution, std::string_view text);

// The name with an affiliation or office after it, or alone where there is none.
std::string with_affiliation(const HouseStyle& style, const std::string& name, std::string_view affiliation);

}  // namespace dais::record
