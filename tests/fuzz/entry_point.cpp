// The fuzzer's way in; DAIS_FUZZ_TARGET is one of targets.hpp.
#include <cstddef>
#include <cstdint>

#include "fuzz/targets.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t length) {
    dais::fuzz::DAIS_FUZZ_TARGET({reinterpret_cast<const char*>(bytes), length});
    return 0;
}
