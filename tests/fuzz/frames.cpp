#include "fuzz/frames.hpp"

#include "base/check.hpp"

namespace dais::fuzz {

std::vector<std::string_view> frames(std::string_view input, std::size_t most) {
    std::vector<std::string_view> found;
    Bytes bytes(input);
    while (!bytes.empty() && found.size() < most) {
        const auto length = bytes.two();
        found.push_back(bytes.take(length));
    }
    return found;
}

void add_frame(std::string& input, std::string_view frame) {
    base::check(frame.size() < 65'536, "a frame is too long");
    input += static_cast<char>(frame.size() >> 8U);
    input += static_cast<char>(frame.size() & 0xFFU);
    input += frame;
}

}  // namespace dais::fuzz
