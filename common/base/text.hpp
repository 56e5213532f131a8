// UTF-8 text, as far as the standard library goes: is it valid, is it one line, where does it break.
// Case, accents and scripts are ICU's business and live elsewhere.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dais::base {

// The offset of the first byte that is not part of well-formed UTF-8 (Unicode 15, table 3-7: no overlong
// forms, no surrogates, nothing above U+10FFFF), or nothing where all of it is well formed.
std::optional<std::size_t> first_bad_utf8(std::string_view text);

// The offset of the first line break (LF, VT, FF, CR, NEL, LS, PS: UAX #14, class BK, CR, LF, NL), if there
// is one. REQUIRES: well-formed UTF-8.
std::optional<std::size_t> first_line_break(std::string_view text);

// The offset of the first control character (C0 but tab, DEL, C1) that is not a line break, if there is one.
// REQUIRES: well-formed UTF-8.
std::optional<std::size_t> first_control(std::string_view text);

// The text without spaces and tabs at both ends.
std::string_view trimmed(std::string_view text);

// The parts between separators; "a,,b" has three, "" has one that is empty.
std::vector<std::string_view> split(std::string_view text, char separator);

// The parts with the separator between them.
std::string join(const std::vector<std::string>& parts, std::string_view separator);

// How many code points the text has. REQUIRES: well-formed UTF-8.
std::size_t code_points(std::string_view text);

}  // namespace dais::base
