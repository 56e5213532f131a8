#include "prose/hint_rules.hpp"

#include <algorithm>

#include "prose/hint_reader.hpp"
#include "prose/hints.hpp"
#include "prose/tokens.hpp"

namespace dais::prose {
namespace {

FoldedWords folded(const std::vector<std::string>& words) {
    FoldedWords result;
    for (const auto& word : words) result.insert(folded_word(word));
    return result;
}

Phrase phrase_of(HintReader& reader, const std::string& key, const std::string& text, bool exact) {
    Phrase phrase;
    phrase.exact = exact;
    const auto all = folded_word(text);
    if (all.size() > 1 && all.ends_with('\'') && all.find(' ') == std::string::npos) {
        phrase.beginning = true;
        phrase.words.push_back(all);
        return phrase;
    }
    for (const auto& token : tokens_of(text)) {
        phrase.words.push_back(exact ? std::string(part(text, token.range)) : token.folded);
    }
    if (phrase.words.empty() || phrase.words.size() > HintRules::max_phrase_words) {
        reader.wrong(key, "expected 1 to " + std::to_string(HintRules::max_phrase_words) + " words");
    }
    return phrase;
}

std::vector<Phrase> phrases_of(HintReader& reader, const std::string& key, bool exact) {
    std::vector<Phrase> phrases;
    for (const auto& text : reader.several(key)) {
        phrases.push_back(phrase_of(reader, key + "." + std::to_string(phrases.size()), text, exact));
    }
    return phrases;
}

WordRule word_rule(HintReader& reader, const std::string& key) {
    WordRule rule;
    rule.phrases = phrases_of(reader, key + ".find", false);
    for (auto& phrase : phrases_of(reader, key + ".exact", true)) rule.phrases.push_back(std::move(phrase));
    if (rule.phrases.empty()) {
        reader.missing(key + ".find.0");
    }
    rule.say = reader.text(key + ".say");
    rule.write = reader.text_or_nothing(key + ".write");
    rule.not_after = folded(reader.several(key + ".not_after"));
    rule.not_before = folded(reader.several(key + ".not_before"));
    const auto is_beginning = [](const Phrase& phrase) { return phrase.beginning; };
    if (!rule.write.empty() && std::any_of(rule.phrases.begin(), rule.phrases.end(), is_beginning)) {
        reader.wrong(key + ".write", "nothing can take the place of the beginning of a word");
    }
    return rule;
}

SuffixRule suffix_rule(HintReader& reader, const std::string& key) {
    SuffixRule rule;
    rule.say = reader.text(key + ".say");
    const auto from = reader.several(key + ".from");
    for (std::size_t i = 0; i < from.size(); ++i) {
        rule.suffixes.emplace_back(from[i], reader.text(key + ".to." + std::to_string(i)));
    }
    if (from.empty()) reader.missing(key + ".from.0");
    std::stable_sort(rule.suffixes.begin(), rule.suffixes.end(),
                     [](const auto& a, const auto& b) { return a.first.size() > b.first.size(); });
    std::size_t index = 0;
    for (const auto& word : reader.several(key + ".except")) {
        const auto suffix = std::find_if(rule.suffixes.begin(), rule.suffixes.end(),
                                         [&](const auto& each) { return word.ends_with(each.first); });
        if (suffix == rule.suffixes.end()) {
            reader.wrong(key + ".except." + std::to_string(index), "the word has none of the suffixes");
        } else {
            rule.stems.insert(word.substr(0, word.size() - suffix->first.size()));
        }
        ++index;
    }
    return rule;
}

ReportingRule reporting_rule(HintReader& reader) {
    ReportingRule rule;
    rule.say = reader.text("reporting.say");
    rule.pronouns = folded(reader.several("reporting.pronouns"));
    auto verbs = phrases_of(reader, "reporting.verbs", false);
    const auto past = reader.several("reporting.past");
    if (!past.empty() && past.size() != verbs.size()) {
        reader.wrong("reporting.past", "expected as many as there are verbs, or none");
    }
    for (std::size_t i = 0; i < verbs.size(); ++i) {
        rule.verbs.emplace_back(std::move(verbs[i]), i < past.size() ? past[i] : std::string());
    }
    return rule;
}

NumberRule number_rule(HintReader& reader) {
    NumberRule rule;
    rule.say = reader.text("numbers.say");
    rule.words = reader.several("numbers.words");
    if (!rule.words.empty() && rule.words.size() != 9) {
        reader.wrong("numbers.words", "expected the nine words for 1 to 9, or none");
    }
    rule.joiners = folded(reader.several("numbers.joiners"));
    rule.not_after = folded(reader.several("numbers.not_after"));
    rule.not_before = folded(reader.several("numbers.not_before"));
    return rule;
}

AbbreviationRule abbreviation_rule(HintReader& reader) {
    AbbreviationRule rule;
    rule.say = reader.text("abbreviations.say");
    for (auto& word : reader.several("abbreviations.known")) rule.known.insert(std::move(word));
    return rule;
}

void read_quotations(HintReader& reader, HintRules& rules) {
    const auto open = reader.several("quotation.open");
    for (std::size_t i = 0; i < open.size(); ++i) {
        rules.quotations.emplace_back(open[i], reader.text("quotation.close." + std::to_string(i)));
    }
}

void index_words(HintRules& rules) {
    for (std::size_t r = 0; r < rules.words.size(); ++r) {
        const auto& phrases = rules.words[r].phrases;
        for (std::size_t p = 0; p < phrases.size(); ++p) {
            const auto& phrase = phrases[p];
            const auto first = phrase.beginning || phrase.words.empty() ? std::string()
                               : phrase.exact                           ? folded_word(phrase.words.front())
                                                                        : phrase.words.front();
            rules.by_first_word.emplace(first, std::pair{r, p});
        }
    }
}

// What is proposed must be what the house wants.
void check_proposals(HintReader& reader, const HintRules& rules) {
    const auto is_put_right = [&](const std::string& text) {
        const auto found = hints(text, rules, {});
        return std::any_of(found.begin(), found.end(), [](const Hint& hint) { return !hint.write.empty(); });
    };
    for (std::size_t i = 0; i < rules.words.size(); ++i) {
        const auto& write = rules.words[i].write;
        if (!write.empty() && is_put_right(write)) {
            reader.wrong("words." + std::to_string(i) + ".write", "a rule would put this right again");
        }
    }
    for (std::size_t i = 0; i < rules.suffixes.size(); ++i) {
        for (const auto& [from, to] : rules.suffixes[i].suffixes) {
            if (is_put_right("aaaa" + to)) {
                reader.wrong("suffixes." + std::to_string(i) + ".to",
                             "a rule would put \"" + to + "\" right again");
            }
        }
    }
    for (const auto& word : rules.numbers ? rules.numbers->words : std::vector<std::string>{}) {
        if (is_put_right(word))
            reader.wrong("numbers.words", "a rule would put \"" + word + "\" right again");
    }
    if (!rules.reporting) return;
    for (std::size_t i = 0; i < rules.reporting->verbs.size(); ++i) {
        const auto& past = rules.reporting->verbs[i].second;
        if (!past.empty() && is_put_right(past)) {
            reader.wrong("reporting.past." + std::to_string(i), "a rule would put this right again");
        }
    }
}

}  // namespace

base::Result<HintRules> HintRules::from(const std::map<std::string, std::string>& map) {
    HintReader reader(map);
    HintRules rules;
    read_quotations(reader, rules);
    const auto key_of = [](const std::string& kind, std::size_t index) {
        return kind + "." + std::to_string(index);
    };
    while (reader.ok() && reader.has_under(key_of("words", rules.words.size()))) {
        rules.words.push_back(word_rule(reader, key_of("words", rules.words.size())));
    }
    while (reader.ok() && reader.has_under(key_of("suffixes", rules.suffixes.size()))) {
        rules.suffixes.push_back(suffix_rule(reader, key_of("suffixes", rules.suffixes.size())));
    }
    if (reader.has_under("reporting")) rules.reporting = reporting_rule(reader);
    if (reader.has_under("numbers")) rules.numbers = number_rule(reader);
    if (reader.has_under("abbreviations")) rules.abbreviations = abbreviation_rule(reader);
    if (reader.ok()) reader.finish();
    if (reader.ok()) index_words(rules);
    if (reader.ok()) check_proposals(reader, rules);
    if (!reader.ok()) return reader.error();
    return rules;
}

}  // namespace dais::prose
