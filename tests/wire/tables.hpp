// The tables of docs/wire-format.md, made from the layouts, so that the document cannot say anything else
// than the code.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "wire/layout_messages.hpp"
#include "wire/shapes.hpp"

namespace dais::wire {

// "Kind" for dais::meeting::Kind, "statement" for its first enumerator: from the compiler's own words.
template <class T>
std::string name_of_type() {
    std::string_view text = __PRETTY_FUNCTION__;  // "… [with T = dais::meeting::Kind; …]"
    text = text.substr(text.find("T = ") + 4);
    text = text.substr(0, text.find_first_of(";]"));
    return std::string(text.substr(text.rfind(':') + 1));
}
template <auto value>
std::string name_of_value() {
    std::string_view text = __PRETTY_FUNCTION__;
    text = text.substr(text.find("value = ") + 8);
    text = text.substr(0, text.find_first_of(";]"));
    return std::string(text.substr(text.rfind(':') + 1));
}

class Tables {
  public:
    template <class Variant>
    void add_variant(const std::string& title) {
        std::string rows;
        [&]<std::size_t... index>(std::index_sequence<index...>) {
            ((rows += "| " + std::to_string(index) + " | " +
                      name_of_type<std::variant_alternative_t<index, Variant>>() + " | " +
                      fields<std::variant_alternative_t<index, Variant>>() + " |\n"),
             ...);
        }
        (std::make_index_sequence<std::variant_size_v<Variant>>{});
        sections_ += "### " + title + "\n\n| number | name | fields |\n|---|---|---|\n" + rows + "\n";
    }

    template <class T>
    void add_struct() {
        (void)type<Terms{}, T>();
    }

    [[nodiscard]] std::string text() const {
        std::string text = sections_ + "### Structs\n\n| name | fields |\n|---|---|\n";
        for (const auto& [name, row] : structs_) text += "| " + name + " | " + row + " |\n";
        text += "\n### Enumerations\n\n| name | numbers |\n|---|---|\n";
        for (const auto& [name, row] : enums_) text += "| " + name + " | " + row + " |\n";
        return text;
    }

  private:
    template <class T>
    std::string fields() {
        std::string list;
        for_each_field<T>([&](const auto& each) { list += (list.empty() ? "" : ", ") + field_text(each); });
        return list;
    }
    template <class Struct, class Member, Terms terms>
    std::string field_text(const Field<Struct, Member, terms>& each) {
        const bool limited = terms.limit != Terms{}.limit;
        return std::string(each.name) + ": " + type<terms, Member>() +
               (limited ? " (at most " + std::to_string(terms.limit) + ")" : "");
    }

    template <Terms terms, class T>
    std::string type() {
        if constexpr (LaidOut<T>) {
            const auto name = name_of_type<T>();
            if (structs_.emplace(name, "").second) structs_[name] = fields<T>();
            return name;
        } else if constexpr (std::is_enum_v<T>) {
            enums_[name_of_type<T>()] = enumerators_text<T>(std::make_index_sequence<enumerators<T>>{});
            return name_of_type<T>();
        } else if constexpr (std::is_same_v<T, bool>) {
            return "bool";
        } else if constexpr (std::is_integral_v<T>) {
            return (std::is_signed_v<T> ? "int" : "uint") + std::to_string(sizeof(T) * 8);
        } else {
            return composed<terms>(static_cast<const T*>(nullptr));
        }
    }
    template <class E, std::size_t... index>
    std::string enumerators_text(std::index_sequence<index...>) {
        std::string list;
        ((list +=
          (index == 0 ? "" : ", ") + std::to_string(index) + " " + name_of_value<static_cast<E>(index)>()),
         ...);
        return list;
    }

    template <Terms terms>
    std::string composed(const std::string*) {
        return terms.raw ? "bytes" : "text";
    }
    template <Terms, class Tag>
    std::string composed(const base::Id<Tag>*) {
        return "id";
    }
    template <Terms>
    std::string composed(const base::Sequence*) {
        return "sequence";
    }
    template <Terms>
    std::string composed(const base::Instant*) {
        return "instant";
    }
    template <Terms>
    std::string composed(const base::Span*) {
        return "span";
    }
    template <Terms, std::size_t length>
    std::string composed(const std::array<std::uint8_t, length>*) {
        return std::to_string(length) + " bytes";
    }
    template <Terms terms, class T>
    std::string composed(const std::optional<T>*) {
        return type<terms, T>() + "?";
    }
    template <Terms terms, class T>
    std::string composed(const std::vector<T>*) {
        return "[" + type<Terms{.raw = terms.raw}, T>() + "]";
    }
    template <Terms, class T>
    std::string composed(const std::set<T>*) {
        return "set of " + type<Terms{}, T>();
    }
    template <Terms, class Key, class T>
    std::string composed(const std::map<Key, T>*) {
        return "map of " + type<Terms{}, Key>() + " to " + type<Terms{}, T>();
    }
    template <Terms, class First, class Second>
    std::string composed(const std::pair<First, Second>*) {
        return "(" + type<Terms{}, First>() + ", " + type<Terms{}, Second>() + ")";
    }
    template <Terms, class... Kinds>
    std::string composed(const std::variant<Kinds...>*) {
        return sizeof...(Kinds) == std::variant_size_v<meeting::Command> ? "command"
               : sizeof...(Kinds) == std::variant_size_v<meeting::Event> ? "event"
                                                                         : "message";
    }

    std::string sections_;
    std::map<std::string, std::string> structs_;
    std::map<std::string, std::string> enums_;
};

}  // namespace dais::wire
