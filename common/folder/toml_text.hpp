// Private to the folder: TOML as people write it, made ready for the library and back. The library's table is
// parsed once here; everything else reads it through TomlTable.
#pragma once

#include <toml++/toml.h>

#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "folder/fault.hpp"
#include "folder/in_quotes.hpp"

namespace dais::folder {

// The text as a table, or nothing where it is not TOML. Of a time of day the seconds may be left out, which
// TOML 1.0 does not allow. More than 64 dots outside of texts in one line are refused: each is a table in a
// table. REQUIRES: UTF-8.
std::optional<toml::table> parse_toml(std::string text, FileFaults faults);

Place place_of(const toml::node& node);
Place place_of(const toml::key& key);

// "a text", "a whole number", … for messages.
std::string_view type_name(const toml::node& node);

// One table, taken key by key. A value of the wrong type is reported and counts as absent; what nobody took
// is warned of by finish().
class TomlTable {
  public:
    // A null table has no keys. `name` stands in messages: "meeting".
    TomlTable(const toml::table* table, std::string name, FileFaults faults);

    std::optional<std::string> text(std::string_view key, std::size_t max_bytes);
    std::optional<std::int64_t> integer(std::string_view key, std::int64_t low, std::int64_t high);
    std::optional<bool> boolean(std::string_view key);
    std::optional<toml::date> date(std::string_view key);
    std::optional<std::int32_t> time_of_day(std::string_view key);  // seconds after midnight
    const toml::table* table(std::string_view key);
    const toml::array* array(std::string_view key, std::string_view expected);

    template <class E>
    std::optional<E> word(std::string_view key) {
        const auto* node = take(key);
        if (node == nullptr) return std::nullopt;
        const auto* value = node->as_string();
        if (value == nullptr) return wrong_type(key, *node, any_word<E>()), std::nullopt;
        const auto parsed = meeting::parse_word<E>(value->get());
        if (!parsed) {
            error(key, std::string(key) + " is " + in_quotes(value->get()) + ", expected " + any_word<E>());
        }
        return parsed;
    }

    // An entry of the list at this key.
    std::optional<std::string> text_of(std::string_view key, const toml::node& node, std::size_t max_bytes);
    void error_at(const toml::node& node, std::string message);

    [[nodiscard]] bool has(std::string_view key) const;
    void error(std::string_view key, std::string message);  // at the key's value, or at the table
    void warning(std::string_view key, std::string message);
    void finish();

  private:
    const toml::node* take(std::string_view key);
    [[nodiscard]] Place place(std::string_view key) const;
    void wrong_type(std::string_view key, const toml::node& node, std::string_view expected);

    const toml::table* table_;
    std::string name_;
    FileFaults faults_;
    std::set<std::string, std::less<>> taken_;
};

}  // namespace dais::folder
