#include "seal/head.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace dais::seal {
namespace {

Head some_head() {
    return {{3, 0x9f86d081884c7d65}, {118}, digest("118")};
}

TEST(Head, what_is_signed_is_67_bytes) {
    const auto message = head_message(some_head());
    EXPECT_EQ(message.size(), 67u);
    EXPECT_EQ(hex(message),
              "646169732d686561642d31"
              "0000000000000003"
              "9f86d081884c7d65"
              "0000000000000076" +
                  hex(digest("118")));
}

TEST(Head, a_signature_covers_every_field) {
    const auto key = KeyPair::make();
    const auto head = sign_head(some_head(), key);
    EXPECT_TRUE(head_signed_by(head, key.public_key()));
    auto other = head;
    other.head.epoch.counter++;
    EXPECT_FALSE(head_signed_by(other, key.public_key()));
    other = head;
    other.head.epoch.id++;
    EXPECT_FALSE(head_signed_by(other, key.public_key()));
    other = head;
    other.head.sequence.value--;
    EXPECT_FALSE(head_signed_by(other, key.public_key()));
    other = head;
    other.head.digest[31] ^= 1;
    EXPECT_FALSE(head_signed_by(other, key.public_key()));
    other = head;
    other.signature.reset();
    EXPECT_FALSE(head_signed_by(other, key.public_key()));
}

TEST(Head, is_one_line_and_back) {
    EXPECT_TRUE(
        rc::check([](std::uint64_t counter, std::uint64_t id, std::uint64_t sequence, bool with_signature) {
            const Head head{{counter, id}, {sequence}, digest(std::to_string(id))};
            const SignedHead kept = with_signature ? sign_head(head, KeyPair::make()) : SignedHead{head, {}};
            RC_ASSERT(*parse_head("\t " + print_head(kept) + "\r\n") == kept);
        }));
}

TEST(Head, a_line_that_is_not_one_says_what_is_wrong) {
    const std::string good = print_head({some_head(), {}});
    EXPECT_TRUE(parse_head(good).ok());
    const auto refused = [](const std::string& line) {
        const auto head = parse_head(line);
        return head.ok() ? std::string{"accepted"} : head.error().code;
    };
    EXPECT_EQ(refused(""), "not_a_head");
    EXPECT_EQ(refused("dais-head-2" + good.substr(11)), "not_a_head");
    EXPECT_EQ(refused(good + " more"), "not_a_head");
    EXPECT_EQ(refused(good.substr(0, good.size() - 2)), "not_a_head");
    EXPECT_EQ(refused(good.substr(0, good.size() - 1) + "ab"), "not_a_head");
    EXPECT_EQ(refused("dais-head-1 x 9f86d081884c7d65 1 " + hex(no_digest) + " -"), "not_a_head");
    EXPECT_EQ(refused("dais-head-1 1 9f86d081884c7d 1 " + hex(no_digest) + " -"), "not_a_head");
    EXPECT_EQ(refused("dais-head-1 1 9f86d081884c7d65 99999999999999999999 " + hex(no_digest) + " -"),
              "not_a_head");
    EXPECT_EQ(refused(std::string(100'000, 'x')), "not_a_head");
    EXPECT_NE(parse_head(good + " more").error().text.find("7 words"), std::string::npos);
}

}  // namespace
}  // namespace dais::seal
