#include "base/sequence.hpp"

#include <gtest/gtest.h>

namespace dais::base {
namespace {

TEST(Sequence, begins_before_the_first_entry) {
    EXPECT_EQ(Sequence{}.value, 0u);
    EXPECT_EQ(Sequence{}.next(), Sequence{1});
}

TEST(Sequence, is_ordered) {
    EXPECT_LT(Sequence{1}, Sequence{1}.next());
    EXPECT_EQ(Sequence{7}, Sequence{7});
}

TEST(Epoch, is_ordered_by_its_counter_first) {
    EXPECT_LT((Epoch{1, 9}), (Epoch{2, 3}));
    EXPECT_NE((Epoch{1, 9}), (Epoch{1, 8}));
    EXPECT_EQ((Epoch{1, 9}), (Epoch{1, 9}));
}

}  // namespace
}  // namespace dais::base
