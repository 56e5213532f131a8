// Spelling beside the window. Nothing is timed: a test waits until the thread has woken it.
#include "spelling/speller.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <set>

#include "spelling/small_dictionary.hpp"
#include "support/temporary_directory.hpp"

namespace dais::spelling::test {
namespace {

// What a window does: sleeps until it is woken, then takes what there is.
class Window {
  public:
    // Waits for news of this kind; what comes before is passed over.
    template <class Kind>
    Kind next_of() {
        for (;;) {
            while (!taken_.empty()) {
                auto news = std::move(taken_.front());
                taken_.erase(taken_.begin());
                if (auto* found = std::get_if<Kind>(&news)) return std::move(*found);
            }
            sleep();
            taken_ = speller.take();
        }
    }

  private:
    void sleep() {
        std::unique_lock lock(mutex_);
        woken_.wait(lock, [this] { return awake_; });
        awake_ = false;
    }
    void wake() {
        {
            const std::lock_guard lock(mutex_);
            awake_ = true;
        }
        woken_.notify_one();
    }

    std::mutex mutex_;
    std::condition_variable woken_;
    bool awake_ = false;
    std::vector<SpellingNews> taken_;

  public:
    Speller speller{[this] { wake(); }};  // the last: its thread wakes what stands above
};

class Spelling : public testing::Test {
  protected:
    Spelling() { write_dictionary(folder_.path(), "en_GB", "UTF-8", english_words); }
    Sources sources() { return {"en", {folder_.path()}, folder_ / "en.txt", {}}; }

    dais::test::TemporaryDirectory folder_;
};

TEST_F(Spelling, answers_with_the_text_that_it_looked_at) {
    Window window;
    window.speller.open(sources());
    EXPECT_EQ(window.next_of<Ready>().sentence, "");
    window.speller.ask(7, "the meetting");
    const auto marks = window.next_of<Marks>();
    EXPECT_EQ(marks.id, 7U);
    EXPECT_EQ(marks.text, "the meetting");
    EXPECT_EQ(marks.misspelt, (std::vector<prose::Range>{{4, 12}}));
}

TEST_F(Spelling, answers_every_text_and_of_each_the_latest) {
    Window window;
    window.speller.open(sources());
    for (int round = 0; round < 50; ++round) {
        for (std::uint64_t id = 1; id <= 10; ++id) {
            window.speller.ask(id, "the wurd" + std::to_string(round));
        }
    }
    std::set<std::uint64_t> latest;
    while (latest.size() < 10) {
        const auto marks = window.next_of<Marks>();
        if (marks.text == "the wurd49") latest.insert(marks.id);
    }
}

TEST_F(Spelling, thinks_of_suggestions) {
    Window window;
    window.speller.open(sources());
    window.speller.suggest("meetng");
    const auto answer = window.next_of<Suggestions>();
    EXPECT_EQ(answer.word, "meetng");
    ASSERT_FALSE(answer.words.empty());
    EXPECT_EQ(answer.words.front(), "meeting");
}

TEST_F(Spelling, knows_the_names_of_the_meeting_and_the_words_of_the_site) {
    std::ofstream(folder_ / "en.txt") << "# ours\nplugh\n";
    Window window;
    window.speller.open(sources());
    EXPECT_EQ(window.next_of<Ready>().sentence, "");
    window.speller.ask(1, "plugh Zada");
    EXPECT_EQ(window.next_of<Marks>().misspelt.size(), 1U);
    auto more = sources();
    more.names = {"Taghi-Zada"};
    window.speller.open(more);
    window.next_of<Ready>();
    window.speller.ask(1, "plugh Zada");
    EXPECT_TRUE(window.next_of<Marks>().misspelt.empty());
}

TEST_F(Spelling, without_a_dictionary_says_so_and_marks_nothing) {
    Window window;
    auto chinese = sources();
    chinese.language = "zh";
    window.speller.open(chinese);
    EXPECT_NE(window.next_of<Ready>().sentence.find("zh"), std::string::npos);
    window.speller.ask(1, "the meetting");
    EXPECT_TRUE(window.next_of<Marks>().misspelt.empty());
    window.speller.suggest("meetng");
    EXPECT_TRUE(window.next_of<Suggestions>().words.empty());
    window.speller.open(sources());
    EXPECT_EQ(window.next_of<Ready>().sentence, "") << "another language is opened in its place";
    window.speller.ask(1, "the meetting");
    EXPECT_EQ(window.next_of<Marks>().misspelt.size(), 1U);
}

TEST_F(Spelling, with_a_broken_list_says_so_and_marks_by_the_dictionary) {
    std::ofstream(folder_ / "en.txt") << "good\n\xFF\n";
    Window window;
    window.speller.open(sources());
    const auto sentence = window.next_of<Ready>().sentence;
    EXPECT_NE(sentence.find("en.txt line 2"), std::string::npos) << sentence;
    window.speller.ask(1, "the meetting");
    EXPECT_EQ(window.next_of<Marks>().misspelt.size(), 1U);
}

TEST_F(Spelling, ends_whatever_is_under_way) {
    for (int i = 0; i < 20; ++i) {
        Speller speller([] {});
        speller.open(sources());
        for (std::uint64_t id = 0; id < Speller::max_waiting + 100; ++id) speller.ask(id, "the meetting");
        speller.suggest("meetng");
    }
}

}  // namespace
}  // namespace dais::spelling::test
