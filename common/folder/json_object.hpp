// One JSON object on one line, as its members in order with their places. What a script needs and no more:
// values are texts, whole numbers, true, false; what else JSON has is recognised and named, so that it can be
// refused by name.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "folder/fault.hpp"

namespace dais::folder {

struct JsonMember {
    enum class Type : std::uint8_t { text, integer, boolean, null, fraction, array, object };

    std::string key;
    Type type = Type::null;
    std::string text;
    std::int64_t integer = 0;
    bool boolean = false;
    std::size_t key_column = 0;  // in characters, from 1
    std::size_t value_column = 0;
};

// "a text", "a whole number", …
std::string_view type_name(JsonMember::Type type);

// The members, keys that stand twice included. Nothing where the line is no JSON object: the fault is
// reported at `line`. The line has no line break; nesting of any depth is skipped without recursion.
// REQUIRES: UTF-8.
std::optional<std::vector<JsonMember>> read_json_object(std::string_view text, std::size_t line,
                                                        FileFaults faults);

}  // namespace dais::folder
