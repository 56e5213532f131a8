// Dictionaries as files: encodings, places, and those that Debian has for the six languages.
#include "spelling/dictionary.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>

#include "spelling/small_dictionary.hpp"
#include "spelling/spell_checker.hpp"
#include "support/temporary_directory.hpp"

namespace dais::spelling::test {
namespace {

using dais::test::TemporaryDirectory;

TEST(Dictionary, of_koi8_is_asked_in_utf8) {
    const TemporaryDirectory folder;
    const auto files = write_dictionary(folder.path(), "ru", "KOI8-R", "\xD3\xCC\xCF\xD7\xCF\n");
    const auto dictionary = Dictionary::open(files);
    ASSERT_TRUE(dictionary.ok());
    EXPECT_TRUE(dictionary->has("слово"));
    EXPECT_FALSE(dictionary->has("слова"));
    EXPECT_FALSE(dictionary->has("主席")) << "letters that the encoding does not have";
    const auto words = dictionary->suggestions("словоо", 8);
    EXPECT_NE(std::find(words.begin(), words.end(), "слово"), words.end());
}

TEST(Dictionary, of_latin_1_and_9_and_of_windows_is_asked_in_utf8) {
    const TemporaryDirectory folder;
    for (const auto* encoding : {"ISO8859-15", "ISO8859-1"}) {
        const auto dictionary =
            Dictionary::open(write_dictionary(folder.path(), "es", encoding, "sesi\xF3n\n"));
        ASSERT_TRUE(dictionary.ok()) << encoding;
        EXPECT_TRUE(dictionary->has("sesión"));
        EXPECT_FALSE(dictionary->has("sesion"));
    }
    const auto windows =
        Dictionary::open(write_dictionary(folder.path(), "ru", "microsoft-cp1251", "\xF0\xE5\xF7\xFC\n"));
    ASSERT_TRUE(windows.ok());
    EXPECT_TRUE(windows->has("речь"));
}

TEST(Dictionary, of_an_encoding_that_nobody_knows_is_refused) {
    const TemporaryDirectory folder;
    const auto dictionary = Dictionary::open(write_dictionary(folder.path(), "en", "KLINGON-7", "word\n"));
    ASSERT_FALSE(dictionary.ok());
    EXPECT_EQ(dictionary.error().code, "bad_dictionary");
    EXPECT_NE(dictionary.error().text.find("KLINGON-7"), std::string::npos);
}

TEST(Dictionary, that_is_absent_or_a_folder_is_refused) {
    const TemporaryDirectory folder;
    auto files = write_dictionary(folder.path(), "en", "UTF-8", "word\n");
    files.words = folder.path();
    EXPECT_EQ(Dictionary::open(files).error().code, "no_dictionary");
    files.words = folder / "none.dic";
    EXPECT_EQ(Dictionary::open(files).error().code, "no_dictionary");
}

TEST(Dictionary, does_not_have_a_word_that_is_too_long_for_it) {
    const TemporaryDirectory folder;
    const auto dictionary = Dictionary::open(write_dictionary(folder.path(), "en", "UTF-8", "word\n"));
    ASSERT_TRUE(dictionary.ok());
    EXPECT_FALSE(dictionary->has(std::string(100'000, 'a')));
    EXPECT_TRUE(dictionary->suggestions(std::string(100'000, 'a'), 8).empty());
}

TEST(Places, the_usual_country_comes_before_others_and_the_first_folder_before_the_next) {
    const TemporaryDirectory site;
    const TemporaryDirectory system;
    const auto found = [&](const std::string& language) {
        const auto files = find_dictionary(language, {site.path(), system.path()});
        return files ? files->words : std::filesystem::path(files.error().code);
    };
    EXPECT_EQ(found("en"), "no_dictionary");
    const auto american = write_dictionary(system.path(), "en_US", "UTF-8", "word\n");
    EXPECT_EQ(found("en"), american.words);
    const auto british = write_dictionary(system.path(), "en_GB", "UTF-8", "word\n");
    EXPECT_EQ(found("en"), british.words);
    const auto own = write_dictionary(site.path(), "en", "UTF-8", "word\n");
    EXPECT_EQ(found("en"), own.words);
    std::filesystem::remove(own.affixes);
    EXPECT_EQ(found("en"), british.words) << "both files are needed";
}

TEST(Places, say_what_is_not_done_and_what_to_install) {
    const TemporaryDirectory folder;
    const auto russian = find_dictionary("ru", {folder.path()}).error().text;
    EXPECT_NE(russian.find("No word is marked"), std::string::npos) << russian;
    EXPECT_NE(russian.find("hunspell-ru"), std::string::npos) << russian;
    EXPECT_NE(russian.find(folder.path()), std::string::npos) << russian;
    const auto chinese = find_dictionary("zh", {folder.path()}).error().text;
    EXPECT_EQ(chinese.find("apt-get"), std::string::npos) << "there is none to install";
}

TEST(Places, a_folder_of_the_environment_comes_first) {
    ASSERT_EQ(::setenv("DAIS_DICTIONARIES", "/srv/dictionaries", 1), 0);
    EXPECT_EQ(dictionary_folders().front(), "/srv/dictionaries");
    ::unsetenv("DAIS_DICTIONARIES");
    EXPECT_EQ(dictionary_folders().front(), "/usr/share/hunspell");
}

struct Spoken {
    const char* language;
    const char* right;
    const char* wrong;
    const char* suggestion;
};

std::ostream& operator<<(std::ostream& out, const Spoken& spoken) {
    return out << spoken.language;
}

class OfDebian : public testing::TestWithParam<Spoken> {};

TEST_P(OfDebian, knows_a_sentence_of_a_record_and_the_word_that_is_wrong) {
    const auto& spoken = GetParam();
    const auto files = find_dictionary(spoken.language, {"/usr/share/hunspell", "/usr/share/myspell/dicts"});
    if (!files) GTEST_SKIP() << files.error().text;
    auto dictionary = Dictionary::open(*files);
    ASSERT_TRUE(dictionary.ok());
    SpellChecker checker(*std::move(dictionary), spoken.language);
    const std::string right = spoken.right;
    for (const auto range : checker.misspelt(right)) ADD_FAILURE() << prose::part(right, range);
    const std::string wrong = spoken.wrong;
    EXPECT_EQ(checker.misspelt(wrong), (std::vector<prose::Range>{{0, wrong.size()}}));
    const auto words = checker.suggestions(wrong);
    EXPECT_NE(std::find(words.begin(), words.end(), spoken.suggestion), words.end());
}

INSTANTIATE_TEST_SUITE_P(
    Languages, OfDebian,
    testing::Values(
        Spoken{"en", "The Committee’s meeting was called to order; it would organize its programme of work.",
               "comittee", "committee"},
        Spoken{"fr",
               "La séance est ouverte à 15 heures. L’oratrice dit qu’aujourd’hui l’État partie s’est engagé.",
               "délégtion", "délégation"},
        Spoken{"es", "Se declara abierta la sesión a las 15.00 horas. La oradora dice que el Estado parte…",
               "delegasión", "delegación"},
        Spoken{"ru",
               "Заседание открывается в 15 часов. Оратор говорит, что государство-участник выполнило "
               "обязательства.",
               "засидание", "заседание"},
        Spoken{"ar", "افتتحت الجلسة الساعة الثالثة مساء. قال الرئيس إن اللجنة", "اللجننة", "اللجنة"}));

}  // namespace
}  // namespace dais::spelling::test
