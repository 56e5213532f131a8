#include "hub/tail.hpp"

#include <gtest/gtest.h>

#include "seal/digest.hpp"

namespace dais::hub {
namespace {

SharedBytes bytes(std::string text) {
    return std::make_shared<const base::Bytes>(std::move(text));
}

TEST(Tail, keeps_the_newest_and_every_digest) {
    Tail tail(10);
    EXPECT_EQ(tail.head().value, 0u);
    EXPECT_EQ(tail.first().value, 1u);
    tail.push(bytes("aaaa"));
    tail.push(bytes("bbbb"));
    EXPECT_EQ(tail.first().value, 1u);
    tail.push(bytes("cccc"));
    EXPECT_EQ(tail.head().value, 3u);
    EXPECT_EQ(tail.first().value, 2u);
    EXPECT_EQ(tail.entry({2}), "bbbb");
    EXPECT_EQ(tail.entry({3}), "cccc");
    EXPECT_EQ(tail.digest({0}), base::Digest{});
    EXPECT_EQ(tail.digest({1}), seal::chain(base::Digest{}, "aaaa"));
    EXPECT_EQ(tail.digest({4}), std::nullopt);
}

TEST(Tail, keeps_the_last_however_long_it_is) {
    Tail tail(3);
    tail.push(bytes("a"));
    tail.push(bytes("longer than all that may be kept"));
    EXPECT_EQ(tail.first().value, 2u);
    EXPECT_EQ(tail.head().value, 2u);
}

}  // namespace
}  // namespace dais::hub
