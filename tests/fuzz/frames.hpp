// An input as a row of frames, for targets to which something happens step by step: two bytes that say how
// long a frame is, the first of them the higher, then as many bytes, or those that are left.
// frames_mutator.cpp changes an input frame by frame, so that a step that grows does not shift the rest.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dais::fuzz {

// The first `most` frames. Empty ones count.
std::vector<std::string_view> frames(std::string_view input, std::size_t most);

// Appends a frame. REQUIRES: less than 65,536 bytes.
void add_frame(std::string& input, std::string_view frame);

// The bytes of a frame, one after the other; zeros behind its end.
class Bytes {
  public:
    explicit Bytes(std::string_view left) : left_(left) {}

    std::uint8_t one() {
        if (left_.empty()) return 0;
        const auto byte = static_cast<std::uint8_t>(left_.front());
        left_.remove_prefix(1);
        return byte;
    }
    std::uint16_t two() {
        const unsigned high = one();
        return static_cast<std::uint16_t>(high << 8U | one());
    }
    std::uint64_t eight() {
        std::uint64_t value = 0;
        for (int i = 0; i < 8; ++i) value = value << 8U | one();
        return value;
    }
    // All that is left.
    std::string_view rest() {
        const auto all = left_;
        left_ = {};
        return all;
    }
    std::string_view take(std::size_t count) {
        const auto taken = left_.substr(0, count);
        left_.remove_prefix(taken.size());
        return taken;
    }
    [[nodiscard]] bool empty() const { return left_.empty(); }

  private:
    std::string_view left_;
};

}  // namespace dais::fuzz
