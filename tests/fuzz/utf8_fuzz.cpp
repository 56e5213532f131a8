// Any bytes: what base/text says of them agrees with the slow decoder, and what needs UTF-8 is asked of UTF-8
// only.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/check.hpp"
#include "base/text.hpp"
#include "base/utf8_model.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    using namespace dais::base;
    const std::string_view text(reinterpret_cast<const char*>(bytes), size);
    const auto decoded = model::decode(text);
    check(first_bad_utf8(text) == decoded.bad, "base/text and the model disagree");
    if (decoded.bad) return 0;
    check(code_points(text) == decoded.code_points.size(), "code points are counted wrongly");
    check(first_line_break(text).value_or(0) <= size, "a line break outside the text");
    check(first_control(text).value_or(0) <= size, "a control character outside the text");
    return 0;
}
