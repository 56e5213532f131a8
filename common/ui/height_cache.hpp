// The heights of the rows of a long list, for a list that draws only the rows that are seen: which row is at
// y, and where a row begins, in O(log n) when any height may change at any time (a Fenwick tree).
//
// Heights are what the rows were last measured to be, or an estimate until then. Sums are doubles, so that
// 100,000 rows add up to what they are. One thread.
#pragma once

#include <cstddef>
#include <vector>

namespace dais::ui {

class HeightCache {
  public:
    // Cuts rows off the end or adds some of that height; the others keep theirs.
    void set_count(std::size_t count, float height = 0);
    // All rows anew. REQUIRES: none is negative
    void assign(std::vector<float> heights);
    // REQUIRES: i < count(), height >= 0
    void set_height(std::size_t i, float height);

    [[nodiscard]] std::size_t count() const { return heights_.size(); }
    // REQUIRES: i < count()
    [[nodiscard]] float height(std::size_t i) const { return heights_[i]; }
    // The heights of all rows before it. REQUIRES: i <= count()
    [[nodiscard]] double top_of(std::size_t i) const;
    [[nodiscard]] double total() const { return top_of(count()); }
    // The row that begins at y or above it and ends below it. Above the list it is the first, below the list
    // the last. REQUIRES: count() > 0
    [[nodiscard]] std::size_t index_at(double y) const;

  private:
    std::vector<float> heights_;
    std::vector<double> sums_;  // sums_[i]: of the rows (i + 1 - lowest bit of (i + 1)) to i
};

}  // namespace dais::ui
