#include "base/result.hpp"

#include <gtest/gtest.h>

#include <memory>

namespace dais::base {
namespace {

Result<int> half(int number) {
    if (number % 2 != 0) return Error{"odd", "An even number was expected."};
    return number / 2;
}

TEST(Result, holds_a_value_or_an_error) {
    const auto good = half(4);
    ASSERT_TRUE(good.ok());
    EXPECT_TRUE(static_cast<bool>(good));
    EXPECT_EQ(*good, 2);

    const auto bad = half(3);
    ASSERT_FALSE(bad.ok());
    EXPECT_EQ(bad.error(), (Error{"odd", "An even number was expected."}));
}

TEST(Result, gives_its_value_away) {
    Result<std::unique_ptr<int>> result(std::make_unique<int>(7));
    const std::unique_ptr<int> taken = std::move(result).value();
    EXPECT_EQ(*taken, 7);
}

TEST(Result, can_be_changed_in_place) {
    Result<std::string> result(std::string("a"));
    result->append("b");
    *result += "c";
    EXPECT_EQ(result.value(), "abc");
}

TEST(Status, succeeds_with_nothing) {
    const Status<> status = Done{};
    EXPECT_TRUE(status.ok());
    EXPECT_EQ(*status, Done{});
}

TEST(ResultDeathTest, does_not_invent_what_it_has_not) {
    EXPECT_DEATH((void)half(3).value(), "Result holds an error");
    EXPECT_DEATH((void)half(4).error(), "Result holds a value");
}

TEST(CheckDeathTest, ends_the_program_with_its_message) {
    check(true, "never said");
    EXPECT_DEATH(check(false, "the floor is held twice"), "check failed: the floor is held twice");
}

}  // namespace
}  // namespace dais::base
