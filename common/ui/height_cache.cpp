#include "ui/height_cache.hpp"

#include <algorithm>
#include <bit>
#include <utility>

#include "base/check.hpp"

namespace dais::ui {
namespace {

std::size_t lowest_bit(std::size_t node) {
    return node & (~node + 1);
}

}  // namespace

// Nodes are numbered from 1: node k is the sum of the lowest_bit(k) rows that end with row k - 1.
void HeightCache::set_count(std::size_t count, float height) {
    base::check(height >= 0, "a row has a negative height");
    const auto before = heights_.size();
    heights_.resize(count, height);
    sums_.resize(count);
    for (std::size_t node = before + 1; node <= count; ++node) {
        double sum = height;
        for (auto part = node - 1; part > node - lowest_bit(node); part -= lowest_bit(part)) {
            sum += sums_[part - 1];
        }
        sums_[node - 1] = sum;
    }
}

void HeightCache::assign(std::vector<float> heights) {
    heights_ = std::move(heights);
    sums_.assign(heights_.begin(), heights_.end());
    for (std::size_t node = 1; node <= sums_.size(); ++node) {
        base::check(heights_[node - 1] >= 0, "a row has a negative height");
        const auto above = node + lowest_bit(node);
        if (above <= sums_.size()) sums_[above - 1] += sums_[node - 1];
    }
}

void HeightCache::set_height(std::size_t i, float height) {
    base::check(i < count() && height >= 0, "a height for a row that is not there");
    const double more = static_cast<double>(height) - static_cast<double>(heights_[i]);
    heights_[i] = height;
    if (more == 0) return;
    for (auto node = i + 1; node <= count(); node += lowest_bit(node)) sums_[node - 1] += more;
}

double HeightCache::top_of(std::size_t i) const {
    base::check(i <= count(), "the top of a row that is not there");
    double sum = 0;
    for (auto node = i; node > 0; node -= lowest_bit(node)) sum += sums_[node - 1];
    return sum;
}

std::size_t HeightCache::index_at(double y) const {
    base::check(count() > 0, "a row of an empty list");
    std::size_t above = 0;  // rows known to end at y or above it
    for (auto step = std::bit_floor(count()); step > 0; step /= 2) {
        if (above + step > count() || sums_[above + step - 1] > y) continue;
        above += step;
        y -= sums_[above - 1];
    }
    return std::min(above, count() - 1);
}

}  // namespace dais::ui
