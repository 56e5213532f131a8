// Private to the folder: the columns of participants.csv, which scripts use as well.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "meeting/participants.hpp"

namespace dais::folder {

inline constexpr std::array<std::string_view, 8> person_columns{
    "id", "title", "given_name", "family_name", "pronoun", "role", "affiliation", "attendance"};

// The place of a column that is a plain text in the person, or null: role and attendance are words, others
// are further.
std::string* plain_column(meeting::Participant& person, std::string_view column);

}  // namespace dais::folder
