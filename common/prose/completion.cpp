#include "prose/completion.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <set>

#include "prose/folding.hpp"
#include "prose/words.hpp"

namespace dais::prose {
namespace {

// So much text before the caret holds the words that are looked at.
constexpr std::size_t window_bytes = 400;
// A word with a small first letter that has fewer letters is one of those that hold names together.
constexpr std::size_t least_small_letters = 5;

bool is_ideograph(char32_t c) {
    return u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_IDEOGRAPHIC);
}

bool is_small(char32_t c) {
    return u_isULowercase(static_cast<UChar32>(c));
}

// Where the window before the caret begins: at a character, and not within a word that is cut in two.
std::size_t window_start(std::string_view text, std::size_t caret) {
    if (caret <= window_bytes) return 0;
    auto at = caret - window_bytes;
    while (at < caret && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80) ++at;
    while (at < caret && is_word_character(character_at(text, at).code)) at += character_at(text, at).size;
    return at;
}

}  // namespace

std::vector<Completer::Word> Completer::words_of(std::string_view text) {
    std::vector<Word> words;
    for (std::size_t at = 0; at < text.size();) {
        const auto first = character_at(text, at);
        if (!is_word_character(first.code)) {
            at += first.size;
            continue;
        }
        Word word{"", at, 0, is_ideograph(first.code), false};
        for (auto here = first; here.size > 0 && is_word_character(here.code);
             here = character_at(text, at)) {
            const bool ideograph = is_ideograph(here.code);
            if (at > word.from && (word.is_ideograph || ideograph)) break;
            if (u_isalnum(static_cast<UChar32>(here.code))) word.letters += ideograph ? 2 : 1;
            at += here.size;
        }
        word.folded = prose::folded(part(text, {word.from, at}));
        word.can_begin = !is_small(first.code) || word.letters >= least_small_letters;
        if (!word.folded.empty()) words.push_back(std::move(word));
    }
    return words;
}

Completer::Completer(std::vector<Candidate> candidates) : candidates_(std::move(candidates)) {
    words_.resize(candidates_.size());
    std::set<std::string_view> seen;
    for (std::size_t i = 0; i < std::min(candidates_.size(), max_candidates); ++i) {
        const auto& text = candidates_[i].text;
        if (text.size() > max_candidate_bytes || !seen.insert(text).second) continue;
        words_[i] = words_of(text);
        for (const auto& word : words_[i]) index_.push_back({word.folded, i});
    }
    std::sort(index_.begin(), index_.end(), [](const Entry& a, const Entry& b) {
        return a.folded != b.folded ? a.folded < b.folded : a.candidate < b.candidate;
    });
}

// The candidates with a word that begins so, in their order.
std::vector<std::size_t> Completer::with_word(std::string_view beginning) const {
    std::set<std::size_t> found;
    auto at = std::lower_bound(index_.begin(), index_.end(), beginning,
                               [](const Entry& entry, std::string_view text) { return entry.folded < text; });
    for (; at != index_.end() && at->folded.starts_with(beginning); ++at) found.insert(at->candidate);
    return {found.begin(), found.end()};
}

// The words typed from the first on stand in the name, the first of them at `at`.
bool Completer::follow(const std::vector<Word>& typed, std::size_t first, const std::vector<Word>& name,
                       std::size_t at) {
    const auto fits = [&](std::size_t i, std::size_t place) {
        const auto& word = name[place].folded;
        return i + 1 == typed.size() ? word.starts_with(typed[i].folded) : word == typed[i].folded;
    };
    if (!fits(first, at)) return false;
    for (auto i = first + 1; i < typed.size(); ++i) {
        ++at;
        while (at < name.size() && !typed[i].is_ideograph && !fits(i, at)) ++at;
        if (at >= name.size() || !fits(i, at)) return false;
    }
    return true;
}

bool Completer::match(const std::vector<Word>& typed, const std::vector<Word>& name, Match& best) {
    bool found = false;
    for (std::size_t first = 0; first < typed.size(); ++first) {
        std::size_t letters = 0;
        for (auto i = first; i < typed.size(); ++i) letters += typed[i].letters;
        if (letters < least_letters) break;
        if (follow(typed, first, name, 0)) {
            best = {first, true};
            return true;
        }
        for (std::size_t at = 1; !found && at < name.size(); ++at) {
            if (!name[at].can_begin || !follow(typed, first, name, at)) continue;
            best = {first, false};
            found = true;
        }
    }
    return found;
}

std::vector<Completion> Completer::complete(std::string_view text, std::size_t caret,
                                            std::size_t limit) const {
    if (caret == 0 || caret > text.size() || is_word_character(character_at(text, caret).code) ||
        !is_word_character(character_before(text, caret).code)) {
        return {};
    }
    const auto start = window_start(text, caret);
    auto typed = words_of(text.substr(start, caret - start));
    if (typed.empty()) return {};
    if (typed.size() > max_words) {
        typed.erase(typed.begin(), typed.end() - static_cast<std::ptrdiff_t>(max_words));
    }
    struct Found {
        std::size_t candidate;
        Match match;
    };
    std::vector<Found> found;
    for (const auto candidate : with_word(typed.back().folded)) {
        Match best;
        if (!match(typed, words_[candidate], best)) continue;
        if (text.substr(0, caret).ends_with(candidates_[candidate].text)) continue;
        found.push_back({candidate, best});
    }
    std::stable_sort(found.begin(), found.end(), [](const Found& a, const Found& b) {
        if (a.match.at_beginning != b.match.at_beginning) return a.match.at_beginning;
        return a.match.first < b.match.first;
    });
    std::vector<Completion> result;
    for (const auto& each : found) {
        if (result.size() == limit) break;
        const auto& put_in = candidates_[each.candidate].text;
        const auto from = start + typed[each.match.first].from;
        result.push_back({each.candidate, {{from, caret}, put_in, from + put_in.size()}});
    }
    return result;
}

}  // namespace dais::prose
