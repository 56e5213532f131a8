// Private to the folder: the table of a script's commands, from a word and its fields to a command.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/time.hpp"
#include "folder/script.hpp"
#include "folder/script_fields.hpp"

namespace dais::folder {

// What a label on a line names.
enum class Sort : std::uint8_t { nothing, request, intervention, text, mark };

std::string_view sort_name(Sort sort);  // "a request"
Sort made_sort(const meeting::Command& command);

// Takes the fields that the table gives for this word. Nothing where there is no such command.
std::optional<ScriptCommand> read_command(std::string_view word, ScriptFields& fields,
                                          base::Instant midnight);

// The word that was probably meant, or an empty text.
std::string_view nearest_command(std::string_view word);

}  // namespace dais::folder
