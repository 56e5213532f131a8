// Finding people by any part of a name, without accents and case, in any script.
//
// Pure; any thread (a Finder that is built may be read by several).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "prose/folding.hpp"

namespace dais::ui {

using prose::folded;  // how texts are compared

class Finder {
  public:
    struct Entry {
        std::string id;
        std::string text;  // what is searched: name, affiliation, id
    };

    static constexpr std::size_t max_words = 32;  // of a query; what comes after them is not looked at

    Finder() = default;
    // Folds the texts, which takes some microseconds each.
    explicit Finder(const std::vector<Entry>& entries);

    // The ids, `limit` at most, of the entries in which every word of the query occurs, be it in the middle
    // of a word. Those where more of the query's words stand at the beginnings of words come first, then it
    // is the order of the list. A query without words finds all.
    [[nodiscard]] std::vector<std::string> find(std::string_view query, std::size_t limit) const;
    [[nodiscard]] std::size_t size() const { return entries_.size(); }

  private:
    std::vector<Entry> entries_;  // their texts folded
};

}  // namespace dais::ui
