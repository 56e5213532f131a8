#include "folder/toml_text.hpp"

#include <algorithm>
#include <cctype>
#include <map>

#include "folder/text_file.hpp"

namespace dais::folder {
namespace {

constexpr std::size_t max_dots = 64;

// Goes through a TOML text once, knowing what is a text or a comment and what is not.
class Preparation {
  public:
    explicit Preparation(const std::string& text) : text_(text) {}

    // The text with ":00" behind times that have no seconds.
    std::string run() {
        while (at_ < text_.size()) step();
        return std::move(ready_);
    }

    [[nodiscard]] std::optional<Place> too_deep() const { return too_deep_; }

    // The column that a place of the ready text has in the original one.
    [[nodiscard]] Place original(Place place) const {
        const auto found = inserted_.find(place.line);
        if (found == inserted_.end()) return place;
        std::size_t before = 0;
        for (const auto column : found->second) {
            if (place.column > column + 3 * before) ++before;
        }
        place.column -= std::min(place.column - 1, 3 * before);
        return place;
    }

  private:
    [[nodiscard]] std::string_view rest() const { return std::string_view(text_).substr(at_); }

    void copy(std::size_t count) {
        const auto end = std::min(at_ + count, text_.size());
        for (; at_ < end; ++at_) {
            ready_ += text_[at_];
            if (text_[at_] != '\n') continue;
            ++line_;
            dots_ = 0;
            line_begin_ = at_ + 1;
        }
    }

    void step() {
        const char c = text_[at_];
        if (c == '#') return copy(std::min(rest().find('\n'), rest().size()));
        for (const std::string_view quote : {"\"\"\"", "'''", "\"", "'"}) {
            if (rest().starts_with(quote)) return copy_text(quote);
        }
        if (c == '.' && ++dots_ > max_dots && !too_deep_) {
            too_deep_ =
                Place{line_, column_at(std::string_view(text_).substr(line_begin_), at_ - line_begin_)};
        }
        if (is_short_time()) return copy_short_time();
        copy(1);
    }

    void copy_text(std::string_view quote) {
        const bool basic = quote.front() == '"';
        copy(quote.size());
        while (at_ < text_.size()) {
            if (basic && text_[at_] == '\\') {
                copy(2);
            } else if (rest().starts_with(quote)) {
                return copy(quote.size());
            } else if (quote.size() == 1 && text_[at_] == '\n') {
                return;  // left open; the library says so
            } else {
                copy(1);
            }
        }
    }

    // "15:00" as a whole value: behind "=", "[" or ",", and nothing but a blank, a comment or a bracket after
    // it.
    [[nodiscard]] bool is_short_time() const {
        const auto digit = [&](std::size_t i) {
            return at_ + i < text_.size() && std::isdigit(static_cast<unsigned char>(text_[at_ + i])) != 0;
        };
        if (!digit(0) || !digit(1) || !digit(3) || !digit(4) || rest()[2] != ':') return false;
        const auto last = ready_.find_last_not_of(" \t");
        if (last == std::string::npos || ready_[last] != '=') return false;
        return at_ + 5 >= text_.size() ||
               std::string_view(" \t\r\n#,}").find(text_[at_ + 5]) != std::string_view::npos;
    }

    void copy_short_time() {
        copy(5);
        inserted_[line_].push_back(column_at(std::string_view(text_).substr(line_begin_), at_ - line_begin_) -
                                   1);
        ready_ += ":00";
    }

    const std::string& text_;
    std::string ready_;
    std::size_t at_ = 0;
    std::size_t line_ = 1;
    std::size_t line_begin_ = 0;
    std::size_t dots_ = 0;
    std::optional<Place> too_deep_;
    std::map<std::size_t, std::vector<std::size_t>> inserted_;  // line -> columns of the characters before
};

Place place_of(const toml::source_region& region) {
    return {region.begin.line, region.begin.column};
}

}  // namespace

Place place_of(const toml::node& node) {
    return place_of(node.source());
}

Place place_of(const toml::key& key) {
    return place_of(key.source());
}

std::string_view type_name(const toml::node& node) {
    switch (node.type()) {
        case toml::node_type::table:
            return "a table";
        case toml::node_type::array:
            return "a list";
        case toml::node_type::string:
            return "a text";
        case toml::node_type::integer:
            return "a whole number";
        case toml::node_type::floating_point:
            return "a number that is not whole";
        case toml::node_type::boolean:
            return "true or false";
        case toml::node_type::date:
            return "a date";
        case toml::node_type::time:
            return "a time of day";
        case toml::node_type::date_time:
            return "a date with a time";
        case toml::node_type::none:
            break;
    }
    return "nothing";
}

std::optional<toml::table> parse_toml(std::string text, FileFaults faults) {
    Preparation preparation(text);
    const auto ready = preparation.run();
    if (const auto place = preparation.too_deep()) {
        faults.error(*place, "too many dots in one line, expected at most " + std::to_string(max_dots));
        return std::nullopt;
    }
    try {
        return toml::parse(ready);
    } catch (const toml::parse_error& error) {
        faults.error(preparation.original(place_of(error.source())),
                     "not TOML: " + in_one_line(error.description()));
    }
    return std::nullopt;
}

TomlTable::TomlTable(const toml::table* table, std::string name, FileFaults faults)
    : table_(table), name_(std::move(name)), faults_(std::move(faults)) {}

bool TomlTable::has(std::string_view key) const {
    return table_ != nullptr && table_->contains(key);
}

const toml::node* TomlTable::take(std::string_view key) {
    taken_.emplace(key);
    return table_ == nullptr ? nullptr : table_->get(key);
}

Place TomlTable::place(std::string_view key) const {
    if (table_ == nullptr) return {};
    const auto* node = table_->get(key);
    return node != nullptr ? place_of(*node) : place_of(*table_);
}

void TomlTable::error(std::string_view key, std::string message) {
    faults_.error(place(key), std::move(message));
}

void TomlTable::warning(std::string_view key, std::string message) {
    faults_.warning(place(key), std::move(message));
}

void TomlTable::wrong_type(std::string_view key, const toml::node& node, std::string_view expected) {
    faults_.error(place_of(node), std::string(key) + " is " + std::string(type_name(node)) + ", expected " +
                                      std::string(expected));
}

std::optional<std::string> TomlTable::text(std::string_view key, std::size_t max_bytes) {
    const auto* node = take(key);
    return node == nullptr ? std::nullopt : text_of(key, *node, max_bytes);
}

std::optional<std::string> TomlTable::text_of(std::string_view key, const toml::node& node,
                                              std::size_t max_bytes) {
    const auto* value = node.as_string();
    if (value == nullptr) return wrong_type(key, node, "a text in quotes"), std::nullopt;
    if (const auto fault = fault_in_line(value->get(), max_bytes)) {
        return error_at(node, std::string(key) + " " + *fault), std::nullopt;
    }
    return value->get();
}

void TomlTable::error_at(const toml::node& node, std::string message) {
    faults_.error(place_of(node), std::move(message));
}

std::optional<std::int64_t> TomlTable::integer(std::string_view key, std::int64_t low, std::int64_t high) {
    const auto* node = take(key);
    if (node == nullptr) return std::nullopt;
    const std::string expected = "a whole number from " + std::to_string(low) + " to " + std::to_string(high);
    const auto* value = node->as_integer();
    if (value == nullptr) return wrong_type(key, *node, expected), std::nullopt;
    if (value->get() < low || value->get() > high) {
        error(key, std::string(key) + " is " + std::to_string(value->get()) + ", expected " + expected);
        return std::nullopt;
    }
    return value->get();
}

std::optional<bool> TomlTable::boolean(std::string_view key) {
    const auto* node = take(key);
    if (node == nullptr) return std::nullopt;
    const auto* value = node->as_boolean();
    if (value == nullptr) return wrong_type(key, *node, "true or false"), std::nullopt;
    return value->get();
}

std::optional<toml::date> TomlTable::date(std::string_view key) {
    const auto* node = take(key);
    if (node == nullptr) return std::nullopt;
    const auto* value = node->as_date();
    if (value == nullptr)
        return wrong_type(key, *node, "a date such as 2021-10-08, without quotes"), std::nullopt;
    return value->get();
}

std::optional<std::int32_t> TomlTable::time_of_day(std::string_view key) {
    const auto* node = take(key);
    if (node == nullptr) return std::nullopt;
    const auto* value = node->as_time();
    if (value == nullptr) {
        return wrong_type(key, *node, "a time of day such as 15:00, without quotes"), std::nullopt;
    }
    const auto& time = value->get();
    return time.hour * 3600 + time.minute * 60 + time.second;
}

const toml::table* TomlTable::table(std::string_view key) {
    const auto* node = take(key);
    if (node == nullptr) return nullptr;
    if (!node->is_table()) wrong_type(key, *node, "a table [" + std::string(key) + "]");
    return node->as_table();
}

const toml::array* TomlTable::array(std::string_view key, std::string_view expected) {
    const auto* node = take(key);
    if (node == nullptr) return nullptr;
    if (!node->is_array()) wrong_type(key, *node, expected);
    return node->as_array();
}

void TomlTable::finish() {
    if (table_ == nullptr) return;
    for (const auto& [key, node] : *table_) {
        if (taken_.contains(key.str())) continue;
        faults_.warning(place_of(key), in_quotes(key.str()) + " is unknown in " + name_ + " and is left out");
    }
}

}  // namespace dais::folder
