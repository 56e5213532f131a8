#include "base/id.hpp"

#include <gtest/gtest.h>

#include <type_traits>
#include <unordered_set>

namespace dais::base {
namespace {

using PersonId = Id<struct PersonTag>;
using ParagraphId = Id<struct ParagraphTag>;

static_assert(!std::is_convertible_v<PersonId, ParagraphId>, "one thing's id is not another's");
static_assert(!std::is_constructible_v<PersonId, ParagraphId>);
static_assert(!std::is_convertible_v<std::uint64_t, PersonId>, "a number becomes an id only when it is said");
static_assert(!std::is_convertible_v<PersonId, std::uint64_t>);

TEST(Id, stands_for_none_where_it_is_zero) {
    EXPECT_FALSE(PersonId{});
    EXPECT_FALSE(PersonId{0});
    EXPECT_TRUE(PersonId{1});
}

TEST(Id, is_ordered_as_it_was_dealt) {
    EXPECT_EQ(PersonId{2}, PersonId{2});
    EXPECT_NE(PersonId{1}, PersonId{2});
    EXPECT_LT(PersonId{1}, PersonId{2});
}

TEST(Id, is_a_key) {
    const std::unordered_set<PersonId> people = {PersonId{1}, PersonId{2}, PersonId{1}};
    EXPECT_EQ(people.size(), 2u);
}

}  // namespace
}  // namespace dais::base
