#include "prose/hint_reader.hpp"

#include "base/text.hpp"
#include "prose/hint_rules.hpp"

namespace dais::prose {

void HintReader::refuse(std::string code, std::string text) {
    if (ok()) error_ = {std::move(code), std::move(text)};
}

void HintReader::wrong(const std::string& key, const std::string& what) {
    refuse("wrong_value", "In the hints, key \"" + key + "\": " + what + ".");
}

std::string HintReader::text_or_nothing(const std::string& key) {
    const auto found = rules_.find(key);
    if (!ok() || found == rules_.end()) return {};
    taken_.insert(key);
    const auto& value = found->second;
    const auto bad = [&](const std::string& what) {
        refuse("bad_text", "In the hints, key \"" + key + "\": the text " + what + ".");
        return std::string();
    };
    if (value.size() > HintRules::max_value_bytes) {
        return bad("has more than " + std::to_string(HintRules::max_value_bytes) + " bytes");
    }
    if (base::first_bad_utf8(value)) return bad("is not UTF-8");
    if (base::first_line_break(value) || base::first_control(value)) return bad("is not one line");
    if (base::trimmed(value).empty()) return bad("is empty");
    return value;
}

std::string HintReader::text(const std::string& key) {
    if (rules_.count(key) == 0) refuse("missing_key", "The hints lack the key \"" + key + "\".");
    return text_or_nothing(key);
}

std::vector<std::string> HintReader::several(const std::string& key) {
    std::vector<std::string> values;
    for (;;) {
        const auto next = key + "." + std::to_string(values.size());
        if (!ok() || rules_.count(next) == 0) return values;
        values.push_back(text(next));
    }
}

bool HintReader::has_under(const std::string& prefix) const {
    const auto at = rules_.lower_bound(prefix + ".");
    return at != rules_.end() && at->first.starts_with(prefix + ".");
}

void HintReader::finish() {
    for (const auto& [key, value] : rules_) {
        if (taken_.count(key) != 0) continue;
        refuse("unknown_key",
               "The hints have the key \"" + key + "\", for which there is no use; is it misspelt?");
    }
}

}  // namespace dais::prose
