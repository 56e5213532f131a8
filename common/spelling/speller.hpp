// Spelling beside the window: a thread that loads the dictionary, marks texts and thinks of suggestions, so
// that none of it stands in a frame. All members may be called from any one thread, the window's; none waits
// for the other but the destructor, for what is under way.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <variant>
#include <vector>

#include "prose/range.hpp"
#include "spelling/spell_checker.hpp"

namespace dais::spelling {

// The dictionary or the known words are others now: whoever shows marks asks for them again. The sentence
// says why nothing is marked, or what is wrong with the site's list; it is empty where all is well.
struct Ready {
    std::string sentence;
};
struct Marks {
    std::uint64_t id = 0;
    std::string text;  // as it was when it was asked about: marks of another are not to be drawn
    std::vector<prose::Range> misspelt;
};
struct Suggestions {
    std::string word;
    std::vector<std::string> words;  // at most SpellChecker::max_suggestions
};
using SpellingNews = std::variant<Ready, Marks, Suggestions>;

struct Sources {
    std::string language;                        // of the record: "en"
    std::vector<std::filesystem::path> folders;  // see dictionary_folders()
    std::filesystem::path words;                 // the site's list; need not be there
    std::vector<std::string> names;              // the meeting's: see texts_that_name()

    friend bool operator==(const Sources&, const Sources&) = default;
};

class Speller {
  public:
    // Of texts that wait, and of news that nobody takes: beyond it the oldest is forgotten.
    static constexpr std::size_t max_waiting = 512;

    // `wake` is called by the thread, after there is something to take and before the next take().
    explicit Speller(std::function<void()> wake);
    ~Speller();
    Speller(const Speller&) = delete;
    Speller& operator=(const Speller&) = delete;

    // Loads the dictionary where the language or the folders are others than before. Ready follows, unless
    // nothing is different; other sources may take these' place before.
    void open(Sources sources);
    // Marks for each text that was asked for last under its id; before Ready, as soon as there is a
    // dictionary.
    void ask(std::uint64_t id, std::string text);
    // Suggestions for the word that was asked for last; they come before any marks.
    void suggest(std::string word);

    std::vector<SpellingNews> take();

  private:
    struct Work {
        std::optional<Sources> sources;
        std::optional<std::string> word;
        std::optional<std::pair<std::uint64_t, std::string>> text;
    };

    void run();
    bool wait_for(Work& work);
    Ready prepare(const Sources& sources);
    void put(SpellingNews news);

    std::function<void()> wake_;

    std::mutex mutex_;
    std::condition_variable due_;
    std::optional<Sources> sources_;
    std::optional<Sources> asked_for_;
    std::map<std::uint64_t, std::string> texts_;
    std::vector<std::uint64_t> order_;  // of texts_, the oldest first
    std::optional<std::string> word_;
    std::vector<SpellingNews> news_;
    bool over_ = false;

    // The thread's own.
    std::optional<Sources> opened_;
    std::optional<SpellChecker> checker_;
    std::thread thread_;  // the last: it runs as soon as it is there
};

}  // namespace dais::spelling
