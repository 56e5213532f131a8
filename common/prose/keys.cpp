#include "prose/keys.hpp"

#include <fmt/format.h>

#include "base/text.hpp"

namespace dais::prose {

base::Error Keys::error(const std::string& key, std::string code, const std::string& text) const {
    return {std::move(code), fmt::format("In {}, key \"{}\": {}.", what_, key, text)};
}

base::Result<std::string> Keys::text(const std::string& key) {
    const auto found = map_.find(key);
    if (found == map_.end()) {
        return base::Error{"missing_key", fmt::format("In {}, the key \"{}\" is missing.", what_, key)};
    }
    taken_.insert(key);
    const auto& value = found->second;
    if (value.size() > max_value_bytes) {
        return error(key, "bad_text", fmt::format("the text has more than {} bytes", max_value_bytes));
    }
    if (base::first_bad_utf8(value)) return error(key, "bad_text", "the text is not UTF-8");
    if (base::first_line_break(value) || base::first_control(value)) {
        return error(key, "bad_text", "the text is not one line");
    }
    return value;
}

base::Result<std::vector<std::string>> Keys::several(const std::string& key) {
    std::vector<std::string> values;
    for (;;) {
        const auto next = key + "." + std::to_string(values.size());
        if (map_.count(next) == 0) return values;
        auto value = text(next);
        if (!value) return value.error();
        if (value->empty()) return error(next, "wrong_value", "the text is empty");
        values.push_back(*std::move(value));
    }
}

base::Status<> Keys::nothing_left() const {
    if (map_.size() > max_keys) {
        return base::Error{"too_many", fmt::format("In {}, there are more than {} keys.", what_, max_keys)};
    }
    for (const auto& [key, _] : map_) {
        if (taken_.count(key) == 0) {
            return error(key, "unknown_key", "there is no use for it; is it misspelt?");
        }
    }
    return base::Done{};
}

}  // namespace dais::prose
