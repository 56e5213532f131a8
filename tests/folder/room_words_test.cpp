// The words of the room's screens: every language has all of them, and a file that has not says which.
#include "folder/room_words.hpp"

#include <gtest/gtest.h>

namespace dais::folder {
namespace {

std::filesystem::path file(const std::string& language) {
    return std::filesystem::path(DAIS_SOURCE_DIR) / "config" / "room" / (language + ".toml");
}

TEST(RoomWords, are_there_in_every_language) {
    const auto english = read_room_words(file("en"));
    ASSERT_TRUE(english.ok()) << english.error().text;
    for (const auto* language : {"fr", "es", "ru", "ar", "zh"}) {
        const auto words = read_room_words(file(language));
        ASSERT_TRUE(words.ok()) << words.error().text;
        for (const auto& [key, text] : words->all()) {
            EXPECT_NE(text, (*english)(key)) << language << " " << key;
            for (const auto* brace : {"{name}", "{time}", "{count}", "{number}", "{whom}"}) {
                EXPECT_EQ(text.find(brace) != std::string::npos,
                          (*english)(key).find(brace) != std::string::npos)
                    << language << " " << key << " " << brace;
            }
        }
    }
}

TEST(RoomWords, put_in_what_stands_in_braces) {
    const auto words = read_room_words(file("en"));
    ASSERT_TRUE(words.ok());
    EXPECT_EQ((*words)("floor.nobody"), "Nobody has the floor");
    EXPECT_EQ((*words)("list.more", "{count}", "3"), "and 3 more");
    EXPECT_EQ((*words)("suspended", "{time}", "15:30"), "The meeting is suspended");
}

TEST(RoomWords, say_what_is_missing_what_is_unknown_and_what_is_too_long) {
    auto texts = read_room_words(file("en"))->all();
    auto fewer = texts;
    fewer.erase("list.more");
    EXPECT_EQ(RoomWords::from(fewer).error().code, "missing_key");
    EXPECT_NE(RoomWords::from(fewer).error().text.find("list.more"), std::string::npos);
    auto more = texts;
    more["list.few"] = "a few";
    EXPECT_EQ(RoomWords::from(more).error().code, "unknown_key");
    texts["chair"] = std::string(RoomWords::max_text_bytes + 1, 'x');
    EXPECT_EQ(RoomWords::from(texts).error().code, "too_long");
    EXPECT_EQ(read_room_words("/nowhere.toml").error().code, "wrong_words");
}

}  // namespace
}  // namespace dais::folder
