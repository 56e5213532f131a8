// The site's word lists and the words of a meeting.
#include "spelling/word_list.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "spelling/meeting_words.hpp"
#include "support/temporary_directory.hpp"

namespace dais::spelling::test {
namespace {

using Words = std::vector<std::string>;

TEST(WordList, has_one_word_a_line_and_comments) {
    const auto words =
        parse_word_list("\xEF\xBB\xBF# of the house\nproofreading\r\n\n  Palais des Nations  # in Geneva\n#");
    ASSERT_TRUE(words.ok());
    EXPECT_EQ(*words, (Words{"proofreading", "Palais des Nations"}));
}

TEST(WordList, names_the_line_that_is_wrong) {
    const auto sentence = [](const std::string& text) { return parse_word_list(text).error().text; };
    EXPECT_EQ(sentence("one\n\xFF\n"), "line 2 is not UTF-8");
    EXPECT_EQ(sentence("one\ntw\001o\n"), "line 2 has a control character");
    EXPECT_NE(sentence(std::string(max_list_line_bytes + 1, 'a')).find("line 1"), std::string::npos);
    EXPECT_NE(sentence(std::string(max_list_bytes + 1, '\n')).find("bytes"), std::string::npos);
    std::string many;
    for (std::size_t i = 0; i <= max_list_words; ++i) many += "w\n";
    EXPECT_NE(sentence(many).find("line 20001"), std::string::npos);
}

TEST(WordList, that_is_not_there_has_no_words) {
    const dais::test::TemporaryDirectory folder;
    const auto words = read_word_list(folder / "en.txt");
    ASSERT_TRUE(words.ok());
    EXPECT_TRUE(words->empty());
    EXPECT_FALSE(read_word_list(folder.path()).ok()) << "a folder is no list";
}

TEST(WordList, of_each_language_that_the_product_brings_along_is_read) {
    for (const std::string language : {"en", "fr", "es", "ru", "ar"}) {
        const std::filesystem::path path = DAIS_SOURCE_DIR "/config/words/" + language + ".txt";
        ASSERT_TRUE(std::filesystem::exists(path)) << path;
        const auto words = read_word_list(path);
        ASSERT_TRUE(words.ok()) << words.error().text;
        EXPECT_FALSE(words->empty()) << language;
    }
}

TEST(MeetingWords, are_names_affiliations_and_the_agenda) {
    meeting::Meeting meeting;
    meeting::Participant person;
    person.title = "Ms.";
    person.family_name = "Vakilova-Mardaliyeva";
    person.affiliation = "Azerbaijan";
    meeting.participants.push_back(person);
    meeting.setup.agenda.emplace_back();
    meeting.setup.agenda.back().title = "Zonal xyzzy";
    const auto texts = texts_that_name(meeting);
    for (const auto* each : {"Vakilova-Mardaliyeva", "Azerbaijan", "Zonal xyzzy"}) {
        EXPECT_NE(std::find(texts.begin(), texts.end(), each), texts.end()) << each;
    }
    EXPECT_EQ(std::find(texts.begin(), texts.end(), ""), texts.end());
}

}  // namespace
}  // namespace dais::spelling::test
