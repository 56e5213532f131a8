#include "hub/sessions.hpp"

#include <gtest/gtest.h>

namespace dais::hub {
namespace {

constexpr wire::SessionId ours{1};

TEST(Sessions, belong_to_the_first_that_used_them) {
    Sessions sessions;
    EXPECT_EQ(sessions.owner(ours), "");
    sessions.accept(ours, "clerk", 3, {9});
    sessions.accept(ours, "chair", 4, {10});
    EXPECT_EQ(sessions.owner(ours), "clerk");
    EXPECT_EQ(sessions.highest(ours), 4u);
    EXPECT_EQ(sessions.accepted(ours, 3), base::Sequence{9});
    EXPECT_EQ(sessions.accepted(ours, 5), std::nullopt);
    EXPECT_FALSE(sessions.closed(ours, 5));
}

TEST(Sessions, close_a_request_for_ever) {
    Sessions sessions;
    sessions.close(ours, "clerk", 5);
    EXPECT_TRUE(sessions.closed(ours, 5));
    EXPECT_FALSE(sessions.closed(ours, 4));
    EXPECT_EQ(sessions.highest(ours), 5u);
    EXPECT_EQ(sessions.owner(ours), "clerk");
}

TEST(Sessions, take_nothing_that_is_too_old_to_tell) {
    Sessions sessions;
    for (std::uint64_t request = 1; request <= max_remembered + 10; ++request) {
        sessions.accept(ours, "clerk", request, {request});
    }
    EXPECT_EQ(sessions.accepted(ours, 10), std::nullopt);
    EXPECT_TRUE(sessions.closed(ours, 10));
    EXPECT_EQ(sessions.accepted(ours, 11), base::Sequence{11});
    EXPECT_EQ(sessions.highest(ours), max_remembered + 10);

    Sessions asked;
    for (std::uint64_t request = 1; request <= max_remembered + 10; ++request) {
        asked.close(ours, "clerk", request);
    }
    for (const std::uint64_t request : {1u, 10u, 11u}) EXPECT_TRUE(asked.closed(ours, request));
}

TEST(Sessions, remember_so_many_refusals) {
    Sessions sessions;
    EXPECT_EQ(sessions.refused(ours, 1), nullptr);
    for (std::uint64_t request = 1; request <= max_refusals_remembered + 1; ++request) {
        sessions.refuse(ours, "clerk", request, {"list_is_closed", "The list is closed."});
    }
    EXPECT_EQ(sessions.refused(ours, 1), nullptr);
    ASSERT_NE(sessions.refused(ours, 2), nullptr);
    EXPECT_EQ(sessions.refused(ours, 2)->word, "list_is_closed");
    EXPECT_EQ(sessions.owner(ours), "clerk");
}

}  // namespace
}  // namespace dais::hub
