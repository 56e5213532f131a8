#include "seal/signature.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "seal/bytes.hpp"
#include "seal/digest.hpp"

namespace dais::seal {
namespace {

TEST(Signature, holds_for_its_message_and_key_only) {
    const auto key = KeyPair::make();
    const auto signature = key.sign("give the floor");
    EXPECT_TRUE(signed_by(key.public_key(), "give the floor", signature));
    EXPECT_FALSE(signed_by(key.public_key(), "end the floor", signature));
    EXPECT_FALSE(signed_by(KeyPair::make().public_key(), "give the floor", signature));
    for (std::size_t at = 0; at < signature.size(); ++at) {
        auto changed = signature;
        changed[at] ^= 1;
        EXPECT_FALSE(signed_by(key.public_key(), "give the floor", changed)) << "byte " << at;
    }
}

TEST(Signature, a_seed_gives_the_same_pair_again) {
    const auto key = KeyPair::make();
    const auto again = KeyPair::from_seed(key.seed());
    EXPECT_EQ(again.public_key(), key.public_key());
    EXPECT_EQ(again.sign("x"), key.sign("x"));
}

// RFC 8032, section 7.1, the first test: an empty message.
TEST(Signature, is_ed25519) {
    const auto bytes = bytes_from_hex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
    Seed seed;
    std::copy(bytes->begin(), bytes->end(), reinterpret_cast<char*>(seed.data()));
    const auto key = KeyPair::from_seed(seed);
    EXPECT_EQ(hex(view_of(key.public_key())),
              "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    EXPECT_EQ(
        hex(view_of(key.sign(""))),
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46b"
        "d25bf5f0595bbe24655141438e7a100b");
}

}  // namespace
}  // namespace dais::seal
