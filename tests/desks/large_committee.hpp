// A meeting of a large committee as a script: 120 requests for the floor, three points of order, rights of
// reply as many as there may be, a list that is closed, people who are called and are not there, a debate
// that somebody moderates, a suspension until an hour.
#pragma once

#include <filesystem>
#include <string>

namespace dais::e2e {

inline constexpr std::size_t requests = 120;

// Writes the folder and returns it. People are "d001" to "d124", of delegations of two; "chair" presides.
std::filesystem::path large_committee(const std::filesystem::path& folder);

}  // namespace dais::e2e
