// Private to the folder: a house style file as the flat map that a setup carries.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>

#include "folder/fault.hpp"

namespace dais::folder {

inline constexpr std::size_t max_style_keys = 5'000;

std::optional<std::map<std::string, std::string>> read_style_file(const std::filesystem::path& path,
                                                                  Faults& faults);
std::optional<std::map<std::string, std::string>> read_style_text(std::string text, FileFaults faults);

}  // namespace dais::folder
