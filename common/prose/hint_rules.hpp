// What a house says about its style, as data (config/hints/LANG.toml, flattened to dotted keys; the file for
// English says at its head how rules are written). The code knows kinds of rules and no language. A value:
// any thread, no files.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/result.hpp"

namespace dais::prose {

using FoldedWords = std::set<std::string, std::less<>>;

// Words one after the other, parted by spaces or nothing.
struct Phrase {
    std::vector<std::string> words;  // folded; as they are written where `exact`
    bool exact = false;
    bool beginning = false;  // one word that ends with an apostrophe: whatever follows it ("j'")
};

struct WordRule {
    std::vector<Phrase> phrases;
    std::string say;
    std::string write;  // what to put in its place; empty: the clerk knows better
    FoldedWords not_after, not_before;
};

struct SuffixRule {
    std::vector<std::pair<std::string, std::string>> suffixes;  // from, to; the longest first
    FoldedWords stems;                                          // of the words that are right as they are
    std::string say;
};

struct ReportingRule {
    std::vector<std::pair<Phrase, std::string>> verbs;  // in the present, in the past (or empty)
    FoldedWords pronouns;
    std::string say;
};

struct NumberRule {
    std::vector<std::string> words;  // for 1 to 9; empty: numbers agree with what they count
    FoldedWords joiners;             // what stands in lists of numbers: "and", "to"
    FoldedWords not_after, not_before;
    std::string say;
};

struct AbbreviationRule {
    std::set<std::string, std::less<>> known;
    std::string say;
};

struct HintRules {
    static constexpr std::size_t max_phrase_words = 12;

    // Reads the flat map. Arrays are "key.0", "key.1", …; each kind of rule may be absent, and no key may
    // stand besides. Errors: `missing_key`, `unknown_key`, `too_many`, `bad_text`, `wrong_value`; the text
    // names the key. What a rule puts in place of something must not itself be put right by a rule
    // (`wrong_value`).
    static base::Result<HintRules> from(const std::map<std::string, std::string>& rules);

    std::vector<std::pair<std::string, std::string>> quotations;  // marks that open and close one
    std::vector<WordRule> words;
    std::vector<SuffixRule> suffixes;
    std::optional<ReportingRule> reporting;
    std::optional<NumberRule> numbers;
    std::optional<AbbreviationRule> abbreviations;

    // From the first word of a phrase to its rule and its place there. Phrases that are beginnings are under
    // "".
    std::multimap<std::string, std::pair<std::size_t, std::size_t>, std::less<>> by_first_word;
};

}  // namespace dais::prose
