// The heights of many rows, against adding them up.
#include "ui/height_cache.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <chrono>

namespace dais::ui {
namespace {

TEST(HeightCache, rows_follow_each_other) {
    HeightCache rows;
    rows.set_count(3, 10);
    rows.set_height(1, 25);
    EXPECT_EQ(rows.top_of(0), 0);
    EXPECT_EQ(rows.top_of(2), 35);
    EXPECT_EQ(rows.total(), 45);
    EXPECT_EQ(rows.index_at(0), 0U);
    EXPECT_EQ(rows.index_at(9.5), 0U);
    EXPECT_EQ(rows.index_at(10), 1U);
    EXPECT_EQ(rows.index_at(35), 2U);
}

TEST(HeightCache, outside_of_the_list_are_its_first_and_last_row) {
    HeightCache rows;
    rows.set_count(2, 10);
    EXPECT_EQ(rows.index_at(-5), 0U);
    EXPECT_EQ(rows.index_at(1'000), 1U);
}

TEST(HeightCache, an_empty_list_has_no_height) {
    HeightCache rows;
    EXPECT_EQ(rows.total(), 0);
    rows.set_count(2, 10);
    rows.set_count(0);
    EXPECT_EQ(rows.total(), 0);
    EXPECT_EQ(rows.count(), 0U);
}

TEST(HeightCache, a_row_without_height_is_never_at_a_place) {
    HeightCache rows;
    rows.set_count(3, 10);
    rows.set_height(1, 0);
    EXPECT_EQ(rows.index_at(10), 2U);
}

TEST(HeightCache, a_hundred_thousand_rows_are_found_at_once) {
    HeightCache rows;
    rows.set_count(100'000, 20);
    const auto before = std::chrono::steady_clock::now();
    for (std::size_t i = 0; i < 100'000; ++i) rows.set_height(i, static_cast<float>(i % 7) + 1);
    for (std::size_t i = 0; i < 100'000; ++i) ASSERT_EQ(rows.index_at(rows.top_of(i)), i);
    // Row by row this would be ten thousand million additions.
    EXPECT_LT(std::chrono::steady_clock::now() - before, std::chrono::seconds(2));
}

RC_GTEST_PROP(HeightCacheProperty, is_what_adding_up_gives, ()) {
    HeightCache rows;
    std::vector<float> model;
    const auto steps = *rc::gen::container<std::vector<std::pair<std::size_t, int>>>(
        rc::gen::pair(rc::gen::inRange<std::size_t>(0, 60), rc::gen::inRange(0, 40)));
    for (const auto& [n, height] : steps) {
        if (height % 3 == 0) {
            rows.set_count(n, static_cast<float>(height));
            model.resize(n, static_cast<float>(height));
        } else if (height % 7 == 1) {
            std::reverse(model.begin(), model.end());
            rows.assign(model);
        } else if (n < model.size()) {
            rows.set_height(n, static_cast<float>(height));
            model[n] = static_cast<float>(height);
        }
        RC_ASSERT(rows.count() == model.size());
        double top = 0;
        for (std::size_t i = 0; i < model.size(); ++i) {
            RC_ASSERT(rows.top_of(i) == top);
            if (model[i] > 0) RC_ASSERT(rows.index_at(top + model[i] / 2) == i);
            top += model[i];
        }
        RC_ASSERT(rows.total() == top);
    }
}

}  // namespace
}  // namespace dais::ui
