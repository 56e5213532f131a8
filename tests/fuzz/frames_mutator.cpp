// How libFuzzer changes an input that is a row of frames: it leaves some out, puts them elsewhere, twice, or
// behind those of another input, and lets libFuzzer change the bytes of one; seldom the row as a whole.
#include <algorithm>
#include <cstdint>
#include <cstring>
#include <random>
#include <string>
#include <vector>

#include "fuzz/frames.hpp"

// Names and signatures are libFuzzer's.
extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* bytes, std::size_t size, std::size_t most);

namespace {

constexpr std::size_t all_frames = 1'000;

using Row = std::vector<std::string>;

Row row_of(const std::uint8_t* bytes, std::size_t size) {
    Row row;
    for (const auto frame : dais::fuzz::frames({reinterpret_cast<const char*>(bytes), size}, all_frames)) {
        row.emplace_back(frame);
    }
    return row;
}

// As many whole frames as there is room for.
std::size_t put(const Row& row, std::uint8_t* bytes, std::size_t most) {
    std::string input;
    for (const auto& frame : row) {
        if (input.size() + 2 + frame.size() > most) break;
        dais::fuzz::add_frame(input, frame);
    }
    std::memcpy(bytes, input.data(), input.size());
    return input.size();
}

void change_bytes(std::string& frame, std::size_t room) {
    const auto most = std::min<std::size_t>(frame.size() + room, 65'535);
    std::vector<std::uint8_t> bytes(frame.begin(), frame.end());
    bytes.resize(std::max<std::size_t>(most, 1));
    const auto size = LLVMFuzzerMutate(bytes.data(), frame.size(), bytes.size());
    frame.assign(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(size));
}

void change_one(Row& row, std::minstd_rand& chance, std::size_t room) {
    const auto at = chance() % row.size();
    const auto there = row.begin() + static_cast<std::ptrdiff_t>(at);
    const auto other = static_cast<std::ptrdiff_t>(chance() % row.size());
    switch (chance() % 8) {
        case 0:
            row.erase(there);
            return;
        case 1:
            row.insert(row.begin() + other, std::string(row[at]));
            return;
        case 2:
            std::swap(row[at], row[static_cast<std::size_t>(other)]);
            return;
        case 3:
            row.insert(there, std::string(1 + chance() % 12, '\0'));
            return change_bytes(row[at], 0);
        default:
            return change_bytes(row[at], std::min<std::size_t>(room, 256));
    }
}

}  // namespace

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* bytes, std::size_t size, std::size_t most,
                                               unsigned seed) {
    std::minstd_rand chance(seed);
    auto row = row_of(bytes, size);
    if (row.empty() || chance() % 32 == 0) return LLVMFuzzerMutate(bytes, size, most);
    const auto room = most > size ? most - size : 0;
    for (auto times = 1 + chance() % 3; times > 0 && !row.empty(); --times) change_one(row, chance, room);
    return put(row, bytes, most);
}

extern "C" std::size_t LLVMFuzzerCustomCrossOver(const std::uint8_t* one, std::size_t one_size,
                                                 const std::uint8_t* other, std::size_t other_size,
                                                 std::uint8_t* bytes, std::size_t most, unsigned seed) {
    std::minstd_rand chance(seed);
    auto row = row_of(one, one_size);
    const auto tail = row_of(other, other_size);
    row.resize(chance() % (row.size() + 1));
    const auto from = static_cast<std::ptrdiff_t>(chance() % (tail.size() + 1));
    row.insert(row.end(), tail.begin() + from, tail.end());
    return put(row, bytes, most);
}
