#include "prose/hint_reader.hpp"

#include "base/text.hpp"

namespace dais::prose {

std::string HintReader::text(const std::string& key) {
    if (!ok()) return {};
    auto value = keys_.text(key);
    if (!value) return keep(value.error()), std::string();
    if (base::trimmed(*value).empty()) keep(keys_.error(key, "bad_text", "the text is empty"));
    return *std::move(value);
}

std::string HintReader::text_or_nothing(const std::string& key) {
    return rules_.count(key) == 0 ? std::string() : text(key);
}

std::vector<std::string> HintReader::several(const std::string& key) {
    if (!ok()) return {};
    auto values = keys_.several(key);
    if (!values) return keep(values.error()), std::vector<std::string>();
    return *std::move(values);
}

bool HintReader::has_under(const std::string& prefix) const {
    const auto at = rules_.lower_bound(prefix + ".");
    return at != rules_.end() && at->first.starts_with(prefix + ".");
}

void HintReader::wrong(const std::string& key, const std::string& what) {
    keep(keys_.error(key, "wrong_value", what));
}

void HintReader::finish() {
    if (auto done = keys_.nothing_left(); !done) keep(done.error());
}

}  // namespace dais::prose
