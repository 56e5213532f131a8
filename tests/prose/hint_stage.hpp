// Rules of a language as the product brings them along, and hints as a test writes them.
#pragma once

#include <map>
#include <stdexcept>
#include <string>

#include "folder/folder.hpp"
#include "prose/hints.hpp"

namespace dais::prose {

using RuleMap = std::map<std::string, std::string>;

inline RuleMap rule_map(const std::string& language) {
    auto reading = folder::read_style(DAIS_SOURCE_DIR "/config/hints/" + language + ".toml");
    if (!reading.style) {
        throw std::runtime_error(language + ": " +
                                 (reading.faults.empty() ? "?" : reading.faults.front().message));
    }
    return *std::move(reading.style);
}

inline const HintRules& rules_of(const std::string& language) {
    static std::map<std::string, HintRules> read;
    const auto found = read.find(language);
    if (found != read.end()) return found->second;
    auto rules = HintRules::from(rule_map(language));
    if (!rules) throw std::runtime_error(language + ": " + rules.error().text);
    return read.emplace(language, *std::move(rules)).first->second;
}

// "today>on that day|OHCHR": what is pointed out and what is proposed.
inline std::string told(const std::string& text, const std::string& language = "en",
                        const Introduced& introduced = {}) {
    std::string result;
    for (const auto& hint : hints(text, rules_of(language), introduced)) {
        if (!result.empty()) result += '|';
        result += part(text, hint.range);
        if (!hint.write.empty()) result += '>' + hint.write;
    }
    return result;
}

}  // namespace dais::prose
