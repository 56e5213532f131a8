// UTF-8 the slow way, to hold base/text against: a sequence is well formed if it is what the encoder makes of
// a code point. It shares no table with the product: what it knows is how to write a code point, not which
// bytes may follow which.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dais::base::model {

// A scalar value: at most U+10FFFF, and no surrogate.
bool is_scalar(std::uint32_t code_point);

// The one encoding of a scalar value. REQUIRES: is_scalar(code_point)
std::string encode(std::uint32_t code_point);

struct Decoded {
    std::vector<std::uint32_t> code_points;
    std::vector<std::size_t> offsets;  // of each
    std::optional<std::size_t> bad;    // where decoding stopped
};

Decoded decode(std::string_view text);

}  // namespace dais::base::model
