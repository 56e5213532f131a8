// A published record, spelt by Debian's dictionary, the meeting's names and the site's words: what is marked
// are names that the meeting does not know, and nothing else.
#include <gtest/gtest.h>

#include <filesystem>

#include "folder/folder.hpp"
#include "prose/tokens.hpp"
#include "spelling/meeting_words.hpp"
#include "spelling/spell_checker.hpp"
#include "spelling/word_list.hpp"

namespace dais::spelling::test {
namespace {

TEST(Record, has_only_names_marked) {
    const std::filesystem::path folder = DAIS_SOURCE_DIR "/../shared/seed-meeting";
    if (!std::filesystem::exists(folder / "script.jsonl"))
        GTEST_SKIP() << "there is no ../shared/seed-meeting";
    const auto files = find_dictionary("en", dictionary_folders());
    if (!files) GTEST_SKIP() << files.error().text;
    auto dictionary = Dictionary::open(*files);
    ASSERT_TRUE(dictionary.ok());
    const auto reading = folder::read_folder(folder, {});
    ASSERT_TRUE(reading.folder.has_value());
    SpellChecker checker(*std::move(dictionary), "en");
    meeting::Meeting meeting;
    meeting.setup = reading.folder->setup;
    meeting.participants = reading.folder->participants;
    auto known = texts_that_name(meeting);
    for (auto& word : *read_word_list(DAIS_SOURCE_DIR "/config/words/en.txt"))
        known.push_back(std::move(word));
    checker.know(known);
    std::size_t marked = 0;
    for (const auto& line : reading.folder->script) {
        const auto* write = std::get_if<meeting::Write>(&line.ask.command);
        if (write == nullptr) continue;
        for (const auto range : checker.misspelt(write->text)) {
            const auto word = prose::part(write->text, range);
            EXPECT_EQ(prose::case_of(word), prose::Case::first_capital) << word;
            ++marked;
        }
    }
    EXPECT_LT(marked, 10U);
    EXPECT_GT(checker.looked_up(), 1'000U);
}

}  // namespace
}  // namespace dais::spelling::test
