// Values whose choices are the bytes of an input: the fuzzer then changes well-formed commands, events and
// messages, where bytes of the wire would mostly be refused by the codec. Small numbers and the names of
// support::small_meeting() are likely, so that what is chosen often refers to something that is there.
#pragma once

#include <array>

#include "fuzz/frames.hpp"
#include "support/source.hpp"

namespace dais::fuzz {

class Choices final : public support::Source {
  public:
    explicit Choices(std::string_view bytes) : bytes_(bytes) {}

    std::uint64_t natural(std::uint64_t greatest) override {
        const unsigned byte = bytes_.one();
        std::uint64_t value = byte % 16;
        if (byte == 255) value = greatest;
        if (byte >= 248 && byte < 255) value = bytes_.eight();
        if (byte >= 224 && byte < 248) value = bytes_.two();
        return greatest == ~0ULL ? value : value % (greatest + 1);
    }
    std::int64_t integer(std::int64_t least, std::int64_t greatest) override {
        const unsigned byte = bytes_.one();
        std::int64_t value = static_cast<std::int64_t>(byte % 64) * 1'000 - 8'000;
        if (byte == 255) return greatest;
        if (byte == 254) return least;
        if (byte >= 248) value = static_cast<std::int64_t>(bytes_.eight());
        if (byte >= 128 && byte < 248) value = byte - 128;
        return value < least || value > greatest ? 0 : value;
    }
    std::string text() override {
        static constexpr std::array words{"",
                                          "ann",
                                          "ben",
                                          "cho",
                                          "dia",
                                          "eli",
                                          "fay",
                                          "gus",
                                          "hal",
                                          "ivy",
                                          "chair",
                                          "item-1",
                                          "item-2",
                                          "item-3",
                                          "item-4",
                                          "item-5",
                                          "clerk-1",
                                          "seat",
                                          "affiliation",
                                          "given_name",
                                          "said.",
                                          "\u00e9\u4f60",
                                          "a\nb",
                                          "\u2028",
                                          "\x01",
                                          "end",
                                          " "};
        const unsigned byte = bytes_.one();
        if (byte >= 252) return std::string(bytes_.two() * 2, 'x');
        return words[byte % words.size()];
    }
    std::string bytes() override { return std::string(bytes_.take(bytes_.one() % 64)); }
    std::size_t count() override {
        const unsigned byte = bytes_.one();
        return byte >= 250 ? byte - 200 : byte % 4;
    }
    std::size_t choose(std::size_t from) override { return bytes_.one() % from; }
    bool yes() override { return bytes_.one() % 2 == 1; }

    [[nodiscard]] bool empty() const { return bytes_.empty(); }

  private:
    Bytes bytes_;
};

}  // namespace dais::fuzz
