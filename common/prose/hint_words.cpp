// Words, endings and verbs that the house writes otherwise.
#include <algorithm>

#include "prose/hint_kinds.hpp"

namespace dais::prose {
namespace {

bool is_one_of(const FoldedWords& words, const HintText& text, std::size_t i) {
    return words.contains(text.tokens()[i].folded);
}

bool is_excepted(const HintText& text, const WordRule& rule, std::size_t first, std::size_t count) {
    if (first > 0 && is_one_of(rule.not_after, text, first - 1)) return true;
    const auto next = first + count;
    return next < text.tokens().size() && is_one_of(rule.not_before, text, next);
}

// A capital stays one.
std::string proposal(const HintText& text, std::size_t first, const std::string& write) {
    const auto written = text.case_of_word(first);
    return written == Case::first_capital || written == Case::capitals ? with_capital(write) : write;
}

// How many words of a name end before `i`, a name being words with capitals: "Mr. Lewis", "The Committee". A
// figure counts, as it may become a word with a capital: "4 believe".
std::size_t name_before(const HintText& text, std::size_t i) {
    constexpr std::size_t longest = 10;
    std::size_t count = 0;
    while (count < i && count < longest) {
        const auto written = text.case_of_word(i - 1 - count);
        if (!text.tokens()[i - 1 - count].number && (written == Case::small || written == Case::none)) break;
        ++count;
        // "It was over. Mr. Lewis says": the name begins where the sentence does, and that is not after "Mr."
        if (text.begins_sentence(i - count) && count > 1) break;
    }
    return count;
}

// Who speaks stands before the text, or at its head or that of a sentence.
bool follows_speaker(const HintText& text, const ReportingRule& rule, std::size_t i) {
    if (i == 0) return true;
    if (has_comma(text.gap_before(0)) && has_comma(text.gap_before(i))) {
        bool first_sentence = true;
        for (std::size_t k = 1; k <= i; ++k) first_sentence = first_sentence && !text.begins_sentence(k);
        if (first_sentence) return true;
    }
    if (!is_blank(text.gap_before(i))) return false;
    if (is_one_of(rule.pronouns, text, i - 1)) return text.begins_sentence(i - 1);
    const auto count = name_before(text, i);
    return count > 0 && text.begins_sentence(i - count);
}

}  // namespace

void find_words(const HintText& text, const HintRules& rules, std::vector<Hint>& found) {
    const auto look = [&](std::size_t i, std::size_t r, std::size_t p) {
        const auto& rule = rules.words[r];
        const auto count = text.match(rule.phrases[p], i);
        if (count == 0 || !text.stands_free(i, i + count - 1)) return;
        if (is_excepted(text, rule, i, count)) return;
        found.push_back({text.range(i, count), Hint::Kind::word, rule.say, proposal(text, i, rule.write)});
    };
    for (std::size_t i = 0; i < text.tokens().size(); ++i) {
        if (text.in_quotation(i)) continue;
        for (const std::string_view first : {std::string_view(text.tokens()[i].folded), std::string_view()}) {
            const auto [from, to] = rules.by_first_word.equal_range(first);
            for (auto at = from; at != to; ++at) look(i, at->second.first, at->second.second);
        }
    }
}

void find_suffixes(const HintText& text, const HintRules& rules, std::vector<Hint>& found) {
    constexpr std::size_t shortest_stem = 2;
    const auto look = [&](std::size_t i, const SuffixRule& rule) {
        const auto word = text.word(i);
        for (const auto& [from, to] : rule.suffixes) {
            if (!word.ends_with(from)) continue;
            const auto stem = word.substr(0, word.size() - from.size());
            if (stem.size() < shortest_stem || rule.stems.contains(folded_word(stem))) return;
            found.push_back({text.range(i, 1), Hint::Kind::suffix, rule.say, std::string(stem) + to});
            return;
        }
    };
    for (std::size_t i = 0; i < text.tokens().size(); ++i) {
        if (text.in_quotation(i)) continue;
        // With a capital inside of a sentence it is a name, and that is written as its owner does.
        const auto written = text.case_of_word(i);
        if (written != Case::small && !(written == Case::first_capital && text.begins_sentence(i))) continue;
        for (const auto& rule : rules.suffixes) look(i, rule);
    }
}

void find_reporting(const HintText& text, const HintRules& rules, std::vector<Hint>& found) {
    if (!rules.reporting) return;
    const auto& rule = *rules.reporting;
    for (std::size_t i = 0; i < text.tokens().size(); ++i) {
        const auto written = text.case_of_word(i);
        if (text.in_quotation(i) || (written != Case::small && written != Case::none)) continue;
        for (const auto& [verb, past] : rule.verbs) {
            const auto count = text.match(verb, i);
            if (count == 0 || !text.stands_free(i, i + count - 1) || !follows_speaker(text, rule, i))
                continue;
            found.push_back({text.range(i, count), Hint::Kind::reporting, rule.say, past});
        }
    }
}

}  // namespace dais::prose
