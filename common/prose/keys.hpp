// Private to the room: a flat map of texts, as a TOML file of the site becomes one, taken key by key. What
// nobody took is reported, because a misspelt key would otherwise do nothing.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace dais::prose {

using FlatMap = std::map<std::string, std::string>;

class Keys {
  public:
    static constexpr std::size_t max_value_bytes = 2'000;
    static constexpr std::size_t max_keys = 5'000;

    // `what` stands in messages: "the typography". Keeps both.
    Keys(const FlatMap& map, std::string what) : map_(map), what_(std::move(what)) {}

    // One line of UTF-8. Errors: `missing_key`, `bad_text`.
    base::Result<std::string> text(const std::string& key);
    // "key.0", "key.1", …, of which there may be none. Errors: `bad_text`; `wrong_value` for an empty one.
    base::Result<std::vector<std::string>> several(const std::string& key);
    // Error `unknown_key`, or `too_many` for more than max_keys.
    [[nodiscard]] base::Status<> nothing_left() const;

    [[nodiscard]] base::Error error(const std::string& key, std::string code, const std::string& text) const;

  private:
    const FlatMap& map_;
    std::string what_;
    std::set<std::string> taken_;
};

}  // namespace dais::prose
