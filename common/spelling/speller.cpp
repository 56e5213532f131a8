#include "spelling/speller.hpp"

#include <algorithm>
#include <utility>

#include "spelling/places.hpp"
#include "spelling/word_list.hpp"

namespace dais::spelling {

Speller::Speller(std::function<void()> wake) : wake_(std::move(wake)), thread_([this] { run(); }) {}

Speller::~Speller() {
    {
        const std::lock_guard lock(mutex_);
        over_ = true;
    }
    due_.notify_one();
    thread_.join();
}

void Speller::open(Sources sources) {
    {
        const std::lock_guard lock(mutex_);
        if (asked_for_ == sources) return;
        asked_for_ = sources;
        sources_ = std::move(sources);
    }
    due_.notify_one();
}

void Speller::ask(std::uint64_t id, std::string text) {
    {
        const std::lock_guard lock(mutex_);
        std::erase(order_, id);
        order_.push_back(id);
        texts_[id] = std::move(text);
        if (order_.size() > max_waiting) {
            texts_.erase(order_.front());
            order_.erase(order_.begin());
        }
    }
    due_.notify_one();
}

void Speller::suggest(std::string word) {
    {
        const std::lock_guard lock(mutex_);
        word_ = std::move(word);
    }
    due_.notify_one();
}

std::vector<SpellingNews> Speller::take() {
    const std::lock_guard lock(mutex_);
    return std::exchange(news_, {});
}

// One thing at a time, so that what is asked meanwhile comes in its turn. False: it is over.
bool Speller::wait_for(Work& work) {
    work = {};
    std::unique_lock lock(mutex_);
    due_.wait(lock, [this] { return over_ || sources_ || word_ || !order_.empty(); });
    if (over_) return false;
    if (sources_) {
        work.sources = std::exchange(sources_, std::nullopt);
    } else if (word_) {
        work.word = std::exchange(word_, std::nullopt);
    } else {
        const auto id = order_.front();
        order_.erase(order_.begin());
        work.text.emplace(id, std::move(texts_[id]));
        texts_.erase(id);
    }
    return true;
}

void Speller::run() {
    Work work;
    while (wait_for(work)) {
        if (work.sources) put(prepare(*work.sources));
        if (work.word) {
            put(Suggestions{*work.word,
                            checker_ ? checker_->suggestions(*work.word) : std::vector<std::string>{}});
        }
        if (work.text) {
            auto& [id, text] = *work.text;
            auto misspelt = checker_ ? checker_->misspelt(text) : std::vector<prose::Range>{};
            put(Marks{id, std::move(text), std::move(misspelt)});
        }
    }
}

Ready Speller::prepare(const Sources& sources) {
    const bool same_dictionary =
        opened_ && opened_->language == sources.language && opened_->folders == sources.folders;
    opened_ = sources;
    if (!same_dictionary || !checker_) {
        checker_.reset();
        const auto files = find_dictionary(sources.language, sources.folders);
        if (!files) return {files.error().text};
        auto dictionary = Dictionary::open(*files);
        if (!dictionary) return {dictionary.error().text};
        checker_.emplace(*std::move(dictionary), sources.language);
    }
    auto known = sources.names;
    auto listed = read_word_list(sources.words);
    if (listed) known.insert(known.end(), listed->begin(), listed->end());
    checker_->know(known);
    return {listed ? std::string{} : listed.error().text};
}

void Speller::put(SpellingNews news) {
    bool first = false;
    {
        const std::lock_guard lock(mutex_);
        first = news_.empty();
        if (news_.size() >= max_waiting) news_.erase(news_.begin());
        news_.push_back(std::move(news));
    }
    if (first && wake_) wake_();
}

}  // namespace dais::spelling
