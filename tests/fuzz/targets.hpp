// What the fuzzer feeds: each takes any bytes, and aborts where what was taken is not exactly what would be
// sent.
#pragma once

#include <string_view>

namespace dais::fuzz {

void envelope(std::string_view bytes);
void entry(std::string_view bytes);
void command(std::string_view bytes);
void meeting(std::string_view bytes);

}  // namespace dais::fuzz
