// Where the values of a test come from: each question is one choice. The same walk over the structs
// (any_value.hpp) makes random values with RapidCheck, repeatable ones from a seed, and one fixed value for
// golden bytes.
#pragma once

#include <cstdint>
#include <random>
#include <string>

namespace dais::support {

class Source {
  public:
    virtual ~Source() = default;

    virtual std::uint64_t natural(std::uint64_t greatest) = 0;
    virtual std::int64_t integer(std::int64_t least, std::int64_t greatest) = 0;
    virtual std::string text() = 0;                    // valid UTF-8
    virtual std::string bytes() = 0;                   // anything
    virtual std::size_t count() = 0;                   // of elements in a container
    virtual std::size_t choose(std::size_t from) = 0;  // 0 to from - 1
    virtual bool yes() = 0;
};

// Always the same: numbers that count upwards, two of everything, every optional present.
class FixedSource : public Source {
  public:
    std::uint64_t natural(std::uint64_t greatest) override {
        return ++counted_ * 37 % (greatest == ~0ull ? greatest : greatest + 1);
    }
    std::int64_t integer(std::int64_t least, std::int64_t greatest) override {
        const auto value = static_cast<std::int64_t>(++counted_) * 1009;
        if (greatest < 1'000'000) return value % (greatest + 1);
        return counted_ % 2 == 0 && least < 0 ? -value : value;
    }
    std::string text() override { return "text " + std::to_string(++counted_) + " \u00e9\u0416\u4f60"; }
    std::string bytes() override { return std::string("\x00\xff\xc1", 3) + std::to_string(++counted_); }
    std::size_t count() override { return 2; }
    std::size_t choose(std::size_t from) override { return ++counted_ % from; }
    bool yes() override { return true; }

  private:
    std::uint64_t counted_ = 0;
};

// The same seed, the same values, on every machine.
class SeededSource : public Source {
  public:
    explicit SeededSource(std::uint64_t seed) : bits_(seed) {}

    std::uint64_t natural(std::uint64_t greatest) override {
        const std::uint64_t number =
            bits_() >> (bits_() % 64);  // each length of number as often as any other
        return greatest == ~0ull ? number : number % (greatest + 1);
    }
    std::int64_t integer(std::int64_t least, std::int64_t greatest) override {
        const bool below = least < 0 && yes();
        if (!below) return static_cast<std::int64_t>(natural(static_cast<std::uint64_t>(greatest)));
        return -1 - static_cast<std::int64_t>(natural(static_cast<std::uint64_t>(-(least + 1))));
    }
    std::string text() override;
    std::string bytes() override;
    std::size_t count() override { return choose(4); }
    std::size_t choose(std::size_t from) override { return bits_() % from; }
    bool yes() override { return bits_() % 2 == 0; }

  private:
    std::mt19937_64 bits_;
};

}  // namespace dais::support
