// Drafts: where one can be, and how long it and its place may be.
#include <gtest/gtest.h>

#include "meeting/limits.hpp"
#include "wire/codec.hpp"

namespace dais::wire {
namespace {

std::string why(Message message) {
    const auto decoded = decode_envelope(encode(Envelope{.epoch = {1, 2}, .message = std::move(message)}));
    return decoded.ok() ? "taken" : decoded.error().text;
}

TEST(Drafts, come_back_field_by_field) {
    const DraftOf draft{"clerk-2", "r:34", 3, "He said th"};
    const auto decoded = decode_envelope(encode(Envelope{.epoch = {1, 2}, .message = draft}));
    ASSERT_TRUE(decoded.ok()) << decoded.error().text;
    const auto& got = std::get<DraftOf>(decoded->message);
    EXPECT_EQ(got.author, "clerk-2");
    EXPECT_EQ(got.place, "r:34");
    EXPECT_EQ(got.base, 3u);
    EXPECT_EQ(got.text, "He said th");
}

TEST(Drafts, are_no_longer_than_a_text) {
    const std::string most(meeting::max_text_bytes, 'x');
    EXPECT_EQ(why(Draft{"n", 0, most}), "taken");
    EXPECT_EQ(why(DraftOf{"clerk-1", "n", 0, most}), "taken");
    EXPECT_EQ(why(Draft{"n", 0, most + "x"}),
              "message.body.text: expected text in valid UTF-8 of at most 65536 bytes, found a text of 65537 "
              "bytes");
    EXPECT_NE(why(DraftOf{"clerk-1", "n", 0, most + "x"}), "taken");
    EXPECT_NE(why(Draft{"n", 0, "\xff"}), "taken");
}

TEST(Drafts, have_a_short_place) {
    EXPECT_EQ(why(Draft{std::string(max_draft_place_bytes, 'p'), 0, ""}), "taken");
    EXPECT_NE(why(Draft{std::string(max_draft_place_bytes + 1, 'p'), 0, ""}), "taken");
    EXPECT_NE(why(DraftOf{"clerk-1", std::string(max_draft_place_bytes + 1, 'p'), 0, ""}), "taken");
    EXPECT_NE(why(DraftOf{std::string(meeting::max_name_bytes + 1, 'c'), "n", 0, ""}), "taken");
}

TEST(Drafts, are_where_a_text_can_be_written) {
    for (const auto* place : {"p:12", "r:34", "a:34", "n", "h", "p", "r:18446744073709551615", "p:0"}) {
        EXPECT_TRUE(is_draft_place(place)) << place;
    }
    const std::string too_long = "p:" + std::string(max_draft_place_bytes - 1, '1');
    for (const auto* place : {"", "b:34", "clerk.at", "chair.note", "p:", "p12", "p:1x", "p:-1", "pp",
                              "r:3:4", "ui.theme", "0a1b2c3d/p:12", too_long.c_str()}) {
        EXPECT_FALSE(is_draft_place(place)) << place;
    }
}

}  // namespace
}  // namespace dais::wire
