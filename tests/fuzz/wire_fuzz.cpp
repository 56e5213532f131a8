// Any bytes, by one of the four decoders (DAIS_DECODE): either they are refused, or they are exactly what
// would be sent for the value that was read.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/check.hpp"
#include "wire/codec.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    using namespace dais;
    const std::string_view input(reinterpret_cast<const char*>(bytes), size);
    const auto decoded = wire::DAIS_DECODE(input);
    if (decoded.ok()) {
        base::check(wire::encode(*decoded) == input, "what was taken is not what would be sent");
    } else {
        base::check(!decoded.error().text.empty(), "a refusal without a reason");
    }
    return 0;
}
