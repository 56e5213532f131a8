#include "seal/digest.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <set>

#include "seal/random.hpp"

namespace dais::seal {
namespace {

// Known answers from an implementation other than libsodium (Python's hashlib.blake2b with digest_size=32).
TEST(Digest, is_blake2b_256) {
    EXPECT_EQ(hex(digest("")), "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8");
    EXPECT_EQ(hex(digest("abc")), "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
}

TEST(Digest, a_link_covers_what_came_before_and_the_entry) {
    const auto first = chain(no_digest, "one");
    EXPECT_EQ(first, digest(std::string(32, '\0') + "one"));
    EXPECT_EQ(chain(first, "two"), digest(std::string{view(first)} + "two"));
    EXPECT_NE(chain(first, "two"), chain(no_digest, "two"));
}

TEST(Digest, pieces_make_the_same_digest_as_the_whole) {
    EXPECT_TRUE(rc::check([](const std::vector<std::string>& pieces) {
        Digester digester;
        std::string whole;
        for (const auto& piece : pieces) {
            digester.add(piece);
            whole += piece;
        }
        RC_ASSERT(digester.finish() == digest(whole));
    }));
}

TEST(Hex, goes_both_ways) {
    EXPECT_TRUE(rc::check([](const std::string& bytes) { RC_ASSERT(*bytes_from_hex(hex(bytes)) == bytes); }));
    EXPECT_EQ(*bytes_from_hex("aBcD"), "\xab\xcd");
    const auto some = digest("some");
    EXPECT_EQ(*digest_from_hex(hex(some)), some);
}

TEST(Hex, refuses_what_is_not_hexadecimal) {
    EXPECT_EQ(bytes_from_hex("abc").error().code, "not_hex");
    EXPECT_EQ(bytes_from_hex("ag").error().code, "not_hex");
    EXPECT_EQ(bytes_from_hex("\xc3\xa9").error().code, "not_hex");
    EXPECT_EQ(digest_from_hex("ab").error().code, "not_a_digest");
    EXPECT_EQ(digest_from_hex(std::string(64, 'x')).error().code, "not_a_digest");
    EXPECT_EQ(digest_from_bytes("short").error().code, "not_a_digest");
}

TEST(Random, numbers_differ) {
    std::set<std::uint64_t> seen;
    for (int i = 0; i < 1000; ++i) seen.insert(random_u64());
    EXPECT_EQ(seen.size(), 1000u);
    EXPECT_EQ(random_bytes(16).size(), 16u);
    EXPECT_NE(random_bytes(16), random_bytes(16));
    EXPECT_TRUE(random_bytes(0).empty());
}

}  // namespace
}  // namespace dais::seal
