// Makes a SQLite file in which the rows of a table never end: the table's root names a page forty times, that
// one the next forty times, and so on; the last names the page that held the rows. A few pages then list more
// rows than anybody has time to read.
#pragma once

#include <cstdint>
#include <fstream>
#include <iterator>
#include <string>

#include "base/check.hpp"

namespace dais::test {

namespace endless {

inline void put(std::string& page, std::size_t at, std::size_t bytes, std::uint64_t number) {
    for (std::size_t i = bytes; i > 0; --i, number >>= 8U) page[at + i - 1] = static_cast<char>(number);
}

inline std::size_t get(const std::string& page, std::size_t at) {
    return static_cast<std::size_t>(static_cast<unsigned char>(page[at])) << 8U |
           static_cast<unsigned char>(page[at + 1]);
}

// A page that names `child` again and again, behind `start` bytes that are not the tree's. `leaf` holds rows.
inline std::string page_above(const std::string& leaf, std::uint64_t child, std::size_t start) {
    constexpr std::size_t times = 40;
    const bool index = leaf[0] == 10;  // a tree without row numbers, whose inner pages hold rows too
    const auto cell = get(leaf, 8);
    const std::string key =
        index ? leaf.substr(cell, 1 + static_cast<std::size_t>(leaf[cell])) : std::string(1, '\1');
    std::string page(leaf.size(), '\0');
    page[start] = index ? 2 : 5;
    put(page, start + 3, 2, index ? 20 : times);
    put(page, start + 8, 4, child);
    std::size_t at = page.size();
    for (std::size_t i = 0; i < (index ? 20 : times); ++i) {
        at -= 4 + key.size();
        put(page, at, 4, child);
        page.replace(at + 4, key.size(), key);
        put(page, start + 12 + 2 * i, 2, at);
    }
    put(page, start + 5, 2, at);
    return page;
}

}  // namespace endless

// `root`: the table's, as sqlite_schema has it; 1 for that of the tables themselves. REQUIRES: the root holds
// all rows, and there are some, with less than 128 bytes where the table has no row numbers.
inline void make_endless(const std::string& path, std::uint64_t root) {
    std::ifstream in(path, std::ios::binary);
    std::string file{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    const auto size = endless::get(file, 16);
    const auto start = root == 1 ? std::size_t{100} : std::size_t{0};  // the file's header
    const auto at = (root - 1) * size;
    std::string leaf = file.substr(at, size);
    for (std::size_t i = 0; start != 0 && i + start < endless::get(leaf, start + 5); ++i) {
        leaf[i] = leaf[i + start];
    }
    base::check(leaf[0] == 10 || leaf[0] == 13, "the root has other pages below it");
    file += leaf;
    for (int level = 0; level < 12; ++level) file += endless::page_above(leaf, file.size() / size, 0);
    const auto top = endless::page_above(leaf, file.size() / size, start);
    file.replace(at + start, size - start, top, start);
    endless::put(file, 28, 4, file.size() / size);
    file.replace(92, 4, file, 24, 4);  // the header's number of pages is as old as the rest
    std::ofstream(path, std::ios::binary | std::ios::trunc) << file;
}

}  // namespace dais::test
